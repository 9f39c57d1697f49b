import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mindlines.kernel.errors import Refused
from mindlines.meetings.actions import notes, waiting
from mindlines.meetings.choices import ActionState, ItemKind, Outcome, Phase, PointKind
from mindlines.meetings.models import Action, AgendaItem, Meeting, Point
from mindlines.meetings.queries import waiting as queries
from tests import make


@pytest.fixture
def held(community):
    return make.meeting(community, "Autumn meeting", phase=Phase.HELD)


def waits(community):
    return [candidate.thing for candidate in queries.for_community(community)]


def test_an_item_that_was_not_reached_waits_until_it_is_on_an_agenda(community, meeting, held, ana):
    item = make.item(held, "The leaflet", kind=ItemKind.DISCUSSION, outcome=Outcome.UNREACHED, minutes=25)
    assert waits(community) == [item]
    later = waiting.take_up(item, into=meeting, by=ana)
    assert (later.title, later.minutes, later.came_from_item, waits(community)) == ("The leaflet", 25, item, [])


def test_an_item_that_is_not_reached_again_waits_once(community, meeting, held, ana):
    item = make.item(held, "The leaflet", kind=ItemKind.DISCUSSION, outcome=Outcome.UNREACHED)
    later = waiting.take_up(item, into=meeting, by=ana)
    notes.close(meeting, by=ana, reached=set())
    assert waits(community) == [later]


def test_what_was_planned_for_a_cancelled_meeting_waits_too(community, ana):
    cancelled = make.meeting(community, phase=Phase.CANCELLED)
    item = make.item(cancelled, "The leaflet", kind=ItemKind.DISCUSSION)
    make.item(cancelled, "Tea", kind=ItemKind.BREAK)
    assert waits(community) == [item]


def test_a_break_waits_only_when_it_was_made_for_something_that_waited(community, meeting, held, ana):
    parked = make.point(held, kind=PointKind.PARKED)
    item = waiting.take_up(parked, into=meeting, by=ana)
    AgendaItem.objects.filter(pk=item.pk).update(kind=ItemKind.BREAK)
    notes.close(meeting, by=ana, reached=set())
    assert waits(community) == [item]


def test_taking_up_goes_before_the_closing_item_and_happens_once(community, meeting, held, ana):
    make.item(meeting, "Welcome", kind=ItemKind.WELCOME)
    make.item(meeting, "Goodbye", kind=ItemKind.CLOSE)
    parked = make.point(held, "Parking at the surgery", kind=PointKind.PARKED)
    first = waiting.take_up(parked, into=meeting, by=ana)
    assert waiting.take_up(parked, into=meeting, by=ana) == first
    titles = list(meeting.items.order_by("position").values_list("title", flat=True))
    assert titles == ["Welcome", "Parking at the surgery", "Goodbye"]
    with pytest.raises(Refused, match="no longer waits"):
        waiting.take_up(parked, into=make.meeting(community, "Spring meeting"), by=ana)


def test_nothing_is_put_on_the_agenda_of_a_meeting_that_is_over_or_belongs_to_others(community, held, neighbours, ana):
    parked = make.point(held, kind=PointKind.PARKED)
    for wrong in (held, make.meeting(neighbours)):
        with pytest.raises(Refused, match="is over"):
            waiting.take_up(parked, into=wrong, by=ana)


def test_an_item_removed_from_the_agenda_sends_back_what_it_was_made_for(community, meeting, held, ana):
    parked = make.point(held, kind=PointKind.PARKED)
    waiting.take_up(parked, into=meeting, by=ana).delete()
    assert waits(community) == [parked]


def test_an_open_action_waits_again_after_it_was_talked_about_and_not_finished(community, meeting, ana):
    action = make.action(community, "Ask the print shop")
    item = waiting.take_up(action, into=meeting, by=ana)
    assert waits(community) == []
    notes.close(meeting, by=ana, reached={item.pk})
    assert waits(community) == [action]


def test_a_long_point_becomes_a_short_title(community, meeting, held, ana):
    item = waiting.take_up(make.point(held, "word " * 100, kind=PointKind.PARKED), into=meeting, by=ana)
    assert len(item.title) <= 150
    assert item.title.endswith("…")


@pytest.mark.parametrize("kind", ["item", "point", "action"])
def test_letting_go_keeps_the_reason_and_settling_keeps_the_answer(kind, community, held, ana):
    def one():
        if kind == "item":
            return make.item(held, "Parking", kind=ItemKind.DISCUSSION, outcome=Outcome.UNFINISHED)
        return make.point(held, kind=PointKind.QUESTION) if kind == "point" else make.action(community)

    let_go, settled = one(), one()
    waiting.let_go(let_go, because="The surgery moved.", by=ana)
    waiting.settle(settled, became="There are six new places.", by=ana)
    assert queries.count(community) == 0
    assert fate(let_go) == "let go"
    assert fate(settled) == "settled"
    with pytest.raises(Refused, match="no longer waits"):
        waiting.let_go(settled, because="Too late", by=ana)


def fate(thing):
    """Where an unfinished thing is; every one of them must be somewhere, in one place."""
    thing.refresh_from_db()
    ended = ended_fate(thing)
    if ended:
        return ended
    later = thing.carried_to.order_by("-pk").first()
    if later is not None and not (isinstance(thing, Action) and fate(later) in ("settled", "let go")):
        assert not queries.still_waits(thing), "what is on a later agenda does not wait as well"
        return fate(later)
    return "waiting" if queries.still_waits(thing) else "vanished"


def ended_fate(thing):
    if isinstance(thing, Action):
        dropped = thing.state == ActionState.DROPPED and thing.reason
        return "" if thing.state == ActionState.OPEN else "let go" if dropped else "settled"
    if thing.let_go_because or thing.became:
        return "let go" if thing.let_go_because else "settled"
    if isinstance(thing, AgendaItem) and thing.outcome == Outcome.REACHED:
        return "settled"
    coming = isinstance(thing, AgendaItem) and thing.meeting.phase not in (Phase.HELD, Phase.CANCELLED)
    return "on an agenda" if coming else ""


DEEDS = st.tuples(st.sampled_from(["take up", "let go", "settle", "close", "cancel", "drop item"]), st.integers(0, 9))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds=st.lists(DEEDS, max_size=14), reached=st.sets(st.integers(0, 9)))
def test_nothing_unfinished_vanishes(deeds, reached, community, held, ana):
    things = [
        make.item(held, "Unreached", kind=ItemKind.DISCUSSION, outcome=Outcome.UNREACHED),
        make.item(held, "Unfinished", kind=ItemKind.DISCUSSION, outcome=Outcome.UNFINISHED),
        make.point(held, "Parked", kind=PointKind.PARKED),
        make.point(held, "Asked", kind=PointKind.QUESTION),
        make.action(community, "Agreed"),
    ]
    for verb, number in deeds:
        story(verb, number, reached, community, ana)
    assert "vanished" not in [fate(thing) for thing in things]
    everything = queries.for_community(community)
    assert len({(one.kind, one.pk) for one in everything}) == len(everything) == queries.count(community)
    for model in (AgendaItem, Point, Action, Meeting):
        model.objects.exclude(pk=held.pk if model is Meeting else None).delete()


def story(verb, number, reached, community, ana):
    """One deed; a deed that makes no sense just now changes nothing."""
    coming = queries.coming_meetings(community).first() or make.meeting(community)
    waiting_now = queries.for_community(community)
    chosen = waiting_now[number % len(waiting_now)].thing if waiting_now else None
    if verb == "close":
        done = {item.pk for place, item in enumerate(coming.items.all()) if place in reached}
        notes.close(coming, by=ana, reached=done)
    elif verb == "cancel":
        Meeting.objects.filter(pk=coming.pk).update(phase=Phase.CANCELLED)
    elif verb == "drop item":
        coming.items.filter(pk__in=[item.pk for item in coming.items.all()[:1]]).delete()
    elif chosen is not None and verb == "take up":
        waiting.take_up(chosen, into=coming, by=ana)
    elif chosen is not None and verb == "let go":
        waiting.let_go(chosen, because="It no longer matters.", by=ana)
    elif chosen is not None:
        waiting.settle(chosen, became="It found its answer.", by=ana)
