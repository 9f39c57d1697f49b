import pytest
from django.core.cache import cache

from mindlines.kernel.errors import Refused
from mindlines.live.actions import saying
from mindlines.live.choices import RoomPhase
from mindlines.voice.actions.contributions import Said
from mindlines.voice.choices import Origin, Showing, Uptake
from mindlines.voice.models import Contribution
from tests import make, make_live, make_voice


@pytest.fixture(autouse=True)
def forgetful():
    """Who sent something a moment ago in another story does not count here."""
    cache.clear()


def said(words: str = "What does PROM mean?", **more) -> Said:
    return Said(words=words, kind="question", origin=Origin.LIVE, **more)


def test_what_is_said_belongs_to_the_meeting_and_its_item(meeting, bos):
    item = make.item(meeting, "The leaflet")
    room = make_live.room(meeting, item=item)
    found = saying.say(room, said=said(), by=bos)
    assert (found.meeting, found.item, found.membership, found.showing) == (meeting, item, bos, Showing.SHOWN)


def test_what_a_visitor_says_has_no_name_and_waits(meeting):
    found = saying.say(make_live.room(meeting), said=said(), by=None)
    assert (found.is_anonymous, found.membership, found.showing) == (True, None, Showing.WAITING)


def test_where_a_facilitator_reads_first_everything_waits(meeting, bos):
    found = saying.say(make_live.room(meeting, holds_back=True), said=said(), by=bos)
    assert found.showing == Showing.WAITING


@pytest.mark.parametrize("how", [{"phase": RoomPhase.CLOSED}, {"takes_questions": False}])
def test_a_room_that_takes_no_questions_says_where_they_can_go(meeting, bos, how):
    with pytest.raises(Refused, match="between meetings"):
        saying.say(make_live.room(meeting, **how), said=said(), by=bos)


def test_a_room_may_want_names(meeting, bos):
    room = make_live.room(meeting, takes_anonymous=False)
    with pytest.raises(Refused, match="with their name"):
        saying.say(room, said=said(is_anonymous=True), by=bos)
    assert saying.say(room, said=said(), by=bos).membership == bos


def test_who_sends_one_after_the_other_is_slowed_down(meeting, bos):
    room = make_live.room(meeting, pause=30)
    saying.say(room, said=said("First"), by=bos)
    with pytest.raises(Refused, match="Give others a moment"):
        saying.say(room, said=said("Second"), by=bos)
    assert [one.words for one in Contribution.objects.all()] == ["First"]


def test_a_form_that_is_sent_twice_is_not_slowed_down_and_counts_once(meeting, bos):
    room = make_live.room(meeting, pause=30)
    first = saying.say(room, said=said(key="one"), by=bos)
    assert saying.say(room, said=said(key="one"), by=bos) == first


@pytest.mark.parametrize(
    ("deed", "uptake"),
    [("answered", Uptake.ANSWERED), ("built_on", Uptake.BUILT_ON), ("parked", Uptake.PARKED)],
)
def test_one_tap_says_what_became_of_it(meeting, bos, ana, deed, uptake):
    question = make_voice.contribution(meeting.community, by=bos, meeting=meeting)
    assert "can read that" in saying.settle(question, deed=deed, words="", by=ana)
    question.refresh_from_db()
    assert question.uptake == uptake
    assert "meeting" in question.reply


def test_words_of_the_facilitator_stand_instead(meeting, bos, ana):
    question = make_voice.contribution(meeting.community, by=bos, meeting=meeting)
    saying.settle(question, deed="answered", words="Yes, from May.", by=ana)
    question.refresh_from_db()
    assert question.reply == "Yes, from May."


def test_one_tap_puts_it_into_the_notes(meeting, bos, ana):
    item = make.item(meeting, "The leaflet")
    question = make_voice.contribution(meeting.community, "The print is small", by=bos, meeting=meeting, item=item)
    assert "notes" in saying.settle(question, deed="carry", words="", by=ana)
    assert [(point.words, point.item) for point in meeting.points.all()] == [("The print is small", item)]


def test_one_tap_hides_it_and_another_shows_it(meeting, bos, ana):
    question = make_voice.contribution(meeting.community, by=bos, meeting=meeting)
    saying.settle(question, deed="hide", words="", by=ana)
    question.refresh_from_db()
    assert (question.showing, question.hidden_because) == (Showing.HIDDEN, "Not for this meeting")
    saying.settle(question, deed="show", words="", by=ana)
    question.refresh_from_db()
    assert question.showing == Showing.SHOWN
