import pytest

from mindlines.voice.measures.voices import of_meeting
from mindlines.voice.models import Contribution
from tests import make_voice
from tests.voice.talk import came, group, here, spoke


@pytest.fixture
def lay(community):
    return group(community, "Lay members")


@pytest.fixture
def clinicians(community):
    return group(community, "Clinicians")


def by_name(voices):
    return {row.name: row for row in voices.rows}


def test_the_silent_count_because_the_list_of_who_is_there_is_the_measure(meeting, lay, clinicians):
    came(meeting, "Lay members", 6)
    came(meeting, "Clinicians", 4)
    spoke(meeting, lay, times=4)
    spoke(meeting, clinicians, times=16)
    voices = of_meeting(meeting)
    assert [(row.name, row.people, row.turns, row.words) for row in voices.rows] == [
        ("Lay members", 6, 4, "far below their share"),
        ("Clinicians", 4, 16, "above their share"),
    ]
    assert (voices.people, voices.turns, voices.source) == (10, 20, "Tapped by a scribe")
    assert [part["count"] for part in voices.parts] == [4, 16]


def test_how_many_spoke_is_known_only_where_people_are_told_apart(meeting, lay, clinicians):
    ann, ben, _cat = came(meeting, "Lay members", 3)
    came(meeting, "Clinicians", 3)
    spoke(meeting, lay, membership=ann, times=4)
    spoke(meeting, lay, membership=ben, times=2)
    spoke(meeting, clinicians, times=6)
    rows = by_name(of_meeting(meeting))
    assert rows["Lay members"].heard_words == "2 of 3 spoke"
    assert (rows["Clinicians"].heard, rows["Clinicians"].heard_words) == (None, "")


def test_a_group_of_two_is_neither_compared_nor_counted(meeting, lay, clinicians, bos):
    here(meeting, bos)
    came(meeting, "Clinicians", 8)
    spoke(meeting, lay, membership=bos, times=2)
    spoke(meeting, clinicians, times=20)
    row = by_name(of_meeting(meeting))["Lay members"]
    assert (row.turns, row.typed, row.band, row.heard) == (None, None, "", None)
    assert row.words == "not compared: fewer than three people"


def test_of_a_few_turns_nothing_is_said_yet(meeting, lay):
    came(meeting, "Lay members", 3)
    came(meeting, "Clinicians", 3)
    spoke(meeting, lay, times=3)
    voices = of_meeting(meeting)
    assert voices.is_early
    assert voices.suggestions == ()
    assert {row.words for row in voices.rows} == {"too early to say"}


def test_without_a_list_of_who_is_there_nothing_is_compared(meeting, lay):
    spoke(meeting, lay, times=12)
    voices = of_meeting(meeting)
    assert voices.is_uncounted
    assert voices.suggestions == ()
    empty = of_meeting(meeting)
    assert empty.source == "Tapped by a scribe"


def test_what_is_typed_counts_apart(meeting, community, lay):
    came(meeting, "Lay members", 5)
    for words, origin, showing in (("a", "live", "shown"), ("b", "live", "hidden"), ("c", "spoken", "shown")):
        Contribution.objects.create(
            community=community, meeting=meeting, words=words, origin=origin, showing=showing, constituency=lay
        )
    Contribution.objects.create(community=community, meeting=meeting, words="d", origin="live")
    voices = of_meeting(meeting)
    assert (by_name(voices)["Lay members"].typed, voices.typed, voices.turns) == (1, 2, 0)


def test_a_group_that_nobody_heard_comes_first_in_the_suggestions_however_small(meeting, clinicians, bos):
    here(meeting, bos)
    came(meeting, "Clinicians", 4)
    came(meeting, "Support team", 3)
    spoke(meeting, clinicians, times=20)
    assert of_meeting(meeting).suggestions == (
        "Nobody from Lay members has been heard yet. Ask them before you close this point.",
    )


def test_a_group_that_speaks_little_or_much_is_named_with_something_to_do(meeting, lay, clinicians, anas):
    came(meeting, "Lay members", 6)
    came(meeting, "Clinicians", 4)
    spoke(meeting, lay, times=1)
    spoke(meeting, clinicians, times=20)
    said = of_meeting(meeting).suggestions
    assert said == (
        "Lay members speak less than their share. Try a round in which everyone says one thing.",
        "Clinicians speak far more than their share. Thank them, and ask who sees it in another way.",
    )


def test_a_group_that_only_types_is_asked_to_speak_too(meeting, lay, clinicians):
    came(meeting, "Clinicians", 4)
    member, *_others = came(meeting, "Lay members", 4)
    make_voice.contribution(meeting.community, by=member, meeting=meeting, origin="live")
    spoke(meeting, clinicians, times=12)
    assert of_meeting(meeting).suggestions[0].startswith("Lay members speak less than their share.")


def test_when_few_of_a_group_speak_pairs_are_suggested(meeting, lay):
    ann, *_others = came(meeting, "Lay members", 5)
    spoke(meeting, lay, membership=ann, times=12)
    assert of_meeting(meeting).suggestions == (
        "Fewer than half of Lay members have spoken. Two minutes in pairs make it easier.",
    )


def test_guests_who_speak_have_a_row(meeting, lay):
    came(meeting, "Lay members", 4)
    for name in ("Gil", "Gus", "Gwen"):
        meeting.attendance.create(guest=name, presence="online")
    spoke(meeting, lay, times=8)
    spoke(meeting, None, times=6)
    assert by_name(of_meeting(meeting))["Guests"].words == "about their share"


def test_a_transcript_counts_instead_of_taps(meeting, lay):
    came(meeting, "Lay members", 3)
    spoke(meeting, lay, times=30)
    spoke(meeting, lay, times=5, source="queue")
    assert of_meeting(meeting).turns == 30
    spoke(meeting, lay, times=12, source="transcript", speaker=1)
    voices = of_meeting(meeting)
    assert (voices.turns, voices.source) == (12, "From a transcript")


def test_it_costs_the_same_for_one_turn_and_for_many(meeting, lay, django_assert_num_queries):
    came(meeting, "Lay members", 1)
    spoke(meeting, lay)
    with django_assert_num_queries(4):
        of_meeting(meeting)
    came(meeting, "Lay members", 3)
    spoke(meeting, lay, times=30)
    with django_assert_num_queries(4):
        of_meeting(meeting)
