"""Who spoke, transcripts, and how it was."""

from mindlines.meetings.choices import Phase
from mindlines.voice.actions import pulse, slips
from mindlines.voice.models import TranscriptImport
from mindlines.voice.queries import pulse as pulses
from tests import make
from tests.house.doors import (
    EVERYONE,
    FACILITATORS,
    FACILITATORS_WRITE,
    MEMBERS,
    MEMBERS_WRITE,
    SENT_ON,
    door,
)
from tests.voice.talk import here


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
    world.felt = make.meeting(world.community, "Felt", phase=Phase.HELD)
    world.unasked = make.meeting(world.community, "Not asked", phase=Phase.HELD)
    for meeting in (world.felt, world.unasked):
        here(meeting, world.bos, world.anas)
    world.pulse = pulse.ask(world.felt, by=world.ana)
    slips.print_paper(world.pulse.box, count=5, by=world.ana)


def pk(world):
    return {"pk": world.transcribed.pk}


def felt(world):
    return {"pk": world.felt.pk}


def unasked(world):
    return {"pk": world.unasked.pk}


def bos(world):
    return {**felt(world), "member": world.bos.pk}


def slug(world):
    return {"slug": world.community.slug}


def bos_link(world):
    return {"token": pulses.token(world.pulse, membership=world.bos)}


def body(**fields):
    return {"body": lambda world: fields}


ANSWER = {"said-0": 4}
# A personal link knows whose it is, whoever follows it.
EVERYONE_WRITES = (SENT_ON, SENT_ON, SENT_ON, SENT_ON)

DOORS = [
    door("voice:meeting_voices", FACILITATORS, keys=pk),
    door("voice:transcript", FACILITATORS, keys=pk),
    door("voice:transcript", FACILITATORS, keys=pk, method="post", note="without a file"),
    door("voice:transcript_names", FACILITATORS, keys=pk),
    door("voice:transcript_names", FACILITATORS_WRITE, keys=pk, method="post", **body(**{"who-0": "guest"})),
    door("voice:transcript_preview", FACILITATORS, keys=pk),
    door("voice:transcript_preview", FACILITATORS_WRITE, keys=pk, method="post"),
    door("voice:drop_transcript", FACILITATORS_WRITE, keys=pk, method="post"),
    door("voice:pulse", MEMBERS, keys=felt),
    door("voice:pulse", MEMBERS_WRITE, keys=felt, method="post", **body(**ANSWER)),
    door("voice:pulse_by_link", EVERYONE, keys=bos_link),
    door("voice:pulse_by_link", EVERYONE_WRITES, keys=bos_link, method="post", **body(**ANSWER)),
    door("voice:ask_pulse", FACILITATORS_WRITE, keys=unasked, method="post"),
    door("voice:close_pulse", FACILITATORS_WRITE, keys=felt, method="post"),
    door("voice:pulse_others", FACILITATORS, keys=felt),
    door("voice:pulse_for", FACILITATORS, keys=bos),
    door("voice:pulse_for", FACILITATORS_WRITE, keys=bos, method="post", **body(**ANSWER)),
    door("voice:pulse_give_sheet", FACILITATORS_WRITE, keys=bos, method="post"),
    door("voice:pulse_sheet", FACILITATORS, keys=felt),
    door("voice:pulse_sheet", FACILITATORS, keys=felt, method="post", note="without a code", **body(**ANSWER)),
    door("voice:pulse_sheets", FACILITATORS, keys=felt, method="post", **body(all=5)),
    door("voice:debrief", FACILITATORS, keys=felt),
    door("voice:debrief", FACILITATORS_WRITE, keys=felt, method="post", **body(quiet="The lay members")),
    door("voice:equal", FACILITATORS, keys=slug),
    door("voice:show_equal", FACILITATORS_WRITE, keys=slug, method="post", **body(how_agreed="In May")),
    door("voice:hide_equal", FACILITATORS_WRITE, keys=slug, method="post"),
]
