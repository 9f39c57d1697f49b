from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mindlines.voice.models import TranscriptImport, Turn
from tests import make
from tests.voice.talk import came, group, here, spoke, vtt

SAID = [
    ("Bo Berg", 0, 10, "What does that mean?"),
    ("iPad", 10, 14, "Can you hear me"),
    ("Ana Alvarez", 14, 20, "Yes we can"),
    ("Otter.ai notetaker", 20, 22, "Recording"),
]


def address(name, meeting):
    return reverse(f"voice:{name}", kwargs={"pk": meeting.pk})


def send(client, meeting, content=None, name="a.vtt"):
    file = SimpleUploadedFile(name, vtt(SAID) if content is None else content)
    return client.post(address("transcript", meeting), {"file": file}, follow=True)


def test_from_the_file_over_who_is_who_and_a_look_to_the_meeting(as_ana, meeting, anas, bos):
    here(meeting, anas)
    page = send(as_ana, meeting)
    assert page.redirect_chain[-1][0] == address("transcript_names", meeting)
    rows = page.context["form"].rows
    assert [row["shown"].name for row in rows] == ["iPad", "Bo Berg", "Ana Alvarez", "Otter.ai notetaker"]
    assert [row["who"].value() for row in rows] == ["", str(bos.pk), str(anas.pk), "nobody"]
    who = {"who-0": bos.pk, "who-1": bos.pk, "who-2": anas.pk, "who-3": "nobody"}
    preview = as_ana.post(address("transcript_names", meeting), who, follow=True)
    assert preview.redirect_chain[-1][0] == address("transcript_preview", meeting)
    assert "Bo Berg, Lay members" in preview.content.decode()
    assert not Turn.objects.exists()
    done = as_ana.post(address("transcript_preview", meeting), {"here": [bos.pk]}, follow=True)
    assert done.redirect_chain[-1][0] == address("meeting_voices", meeting)
    assert Turn.objects.count() == 2
    assert meeting.attendance.filter(membership=bos).exists()


def test_going_back_to_who_is_who_finds_what_was_chosen(as_ana, meeting, anas, bos):
    send(as_ana, meeting)
    someone = make.membership(meeting.community, make.person("Zoe Zimmer"))
    who = {"who-0": bos.pk, "name-1": "zoe zimmer", "who-2": "guest", "who-3": "nobody"}
    as_ana.post(address("transcript_names", meeting), who)
    form = as_ana.get(address("transcript_names", meeting)).context["form"]
    chosen = {row["shown"].number: row["who"].value() for row in form.rows}
    assert chosen == {0: str(bos.pk), 1: str(someone.pk), 2: "guest", 3: "nobody"}


def test_every_name_must_be_somebody_and_a_typed_name_one_member(as_ana, meeting, bos):
    send(as_ana, meeting)
    make.membership(meeting.community, make.person("Bo Berg"))
    page = as_ana.post(address("transcript_names", meeting), {"name-0": "bo berg", "name-2": "Nobody Here"})
    errors = page.context["form"].errors
    assert errors["name-0"] == ["Several members have this name."]
    assert errors["who-1"] == ["Say who “iPad” is."]
    assert errors["name-2"] == ["No member has this name. Check the spelling."]


def test_what_cannot_be_read_is_refused_in_words(as_ana, meeting, settings):
    assert "empty" in send(as_ana, meeting, b"").content.decode()
    assert (
        "does not say who speaks"
        in send(as_ana, meeting, b"WEBVTT\n\n00:01.000 --> 00:02.000\nGood morning\n").content.decode()
    )
    assert send(as_ana, meeting, b"\x00\x01\x02", "a.bin").context["form"].errors
    many = [(f"Name {number}", number, number + 1, "Yes") for number in range(501)]
    assert "500 names" in send(as_ana, meeting, vtt(many)).content.decode()
    settings.MINDLINES_UPLOAD_LIMIT = 10
    assert "far too large" in send(as_ana, meeting).content.decode()
    assert not TranscriptImport.objects.exists()


def test_a_transcript_that_is_gone_leads_back_to_the_meeting(as_ana, meeting):
    for name in ("transcript_names", "transcript_preview"):
        assert as_ana.get(address(name, meeting)).url == address("meeting_voices", meeting)
    send(as_ana, meeting)
    assert as_ana.get(address("transcript_preview", meeting)).url == address("transcript_names", meeting)
    assert "still waits" in as_ana.get(address("transcript", meeting)).content.decode()
    as_ana.post(address("drop_transcript", meeting))
    assert not TranscriptImport.objects.exists()


def test_the_page_of_a_meeting_says_who_was_heard_and_what_is_not_known(as_ana, meeting, community):
    came(meeting, "Lay members", 4)
    came(meeting, "Clinicians", 2)
    spoke(meeting, group(community, "Lay members"), times=12)
    text = as_ana.get(address("meeting_voices", meeting)).content.decode()
    assert "above their share" in text
    assert "Not shown: fewer than three people" in text
    assert "Only a transcript with times can tell." in text


def test_a_page_without_anything_says_how_to_begin(as_ana, meeting):
    assert "Nothing is counted yet" in as_ana.get(address("meeting_voices", meeting)).content.decode()


def test_the_figures_of_a_whole_meeting_come_from_the_transcript(as_ana, meeting, anas, bos):
    here(meeting, anas, bos)
    send(as_ana, meeting)
    as_ana.post(
        address("transcript_names", meeting), {"who-0": bos.pk, "who-1": bos.pk, "who-2": anas.pk, "who-3": "nobody"}
    )
    as_ana.post(address("transcript_preview", meeting), {})
    lines = {line.name: line.value for line in as_ana.get(address("meeting_voices", meeting)).context["after"].lines}
    assert lines["Gini index"] == "0.00 (0: all speak the same, 1: one person speaks)"
    assert lines["Silence"] == "0 seconds"


def test_a_late_first_word_is_told_in_minutes(as_ana, meeting, community):
    came(meeting, "Lay members", 3)
    spoke(meeting, group(community, "Lay members"), times=12, began=400)
    assert "after 6 minutes" in as_ana.get(address("meeting_voices", meeting)).content.decode()


def test_what_the_reader_left_out_is_told_beside_the_names(as_ana, meeting):
    broken = b"".join(
        b"00:0%d:05.000 --> 00:0%d:01.000\n<v Bo Berg>Backwards</v>\n\n" % (n % 10, n % 10) for n in range(40)
    )
    page = send(as_ana, meeting, vtt(SAID) + b"\n" + broken)
    text = page.content.decode()
    assert "it ends before it begins" in text
    assert "10 more lines were left out." in text
