"""Who spoke, transcripts, and how it was."""

from mindlines.voice.models import TranscriptImport
from tests import make
from tests.house.doors import FACILITATORS, FACILITATORS_WRITE, door


def furnish(world):
    world.transcribed = make.meeting(world.community, "Transcribed")
    TranscriptImport.objects.create(
        meeting=world.transcribed,
        by=world.ana,
        file_name="a.vtt",
        speakers=[{"number": 0, "name": "Bo Berg", "turns": 1, "seconds": 2.0, "words": 3}],
        turns=[[0, 0.0, 2.0, 2.0, 3, False]],
        times={"length": 2.0, "any_speech": 2.0, "overlap": 0.0, "silence": 0.0, "has_times": True, "has_words": True},
        choices={"0": "guest"},
    )


def pk(world):
    return {"pk": world.transcribed.pk}


def body(**fields):
    return {"body": lambda world: fields}


DOORS = [
    door("voice:meeting_voices", FACILITATORS, keys=pk),
    door("voice:transcript", FACILITATORS, keys=pk),
    door("voice:transcript", FACILITATORS, keys=pk, method="post", note="without a file"),
    door("voice:transcript_names", FACILITATORS, keys=pk),
    door("voice:transcript_names", FACILITATORS_WRITE, keys=pk, method="post", **body(**{"who-0": "guest"})),
    door("voice:transcript_preview", FACILITATORS, keys=pk),
    door("voice:transcript_preview", FACILITATORS_WRITE, keys=pk, method="post"),
    door("voice:drop_transcript", FACILITATORS_WRITE, keys=pk, method="post"),
]
