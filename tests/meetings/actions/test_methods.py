from datetime import UTC, datetime

import pytest

from mindlines.kernel.errors import Refused
from mindlines.meetings import rules
from mindlines.meetings.actions import agenda, erasing
from mindlines.meetings.actions import methods as actions
from mindlines.meetings.choices import Phase, Verdict
from mindlines.meetings.models import FavouriteMethod, MethodRating
from mindlines.meetings.queries import holdings
from mindlines.meetings.queries.agenda import copies
from mindlines.meetings.queries.methods import library, uses
from tests import make


@pytest.fixture
def held(community):
    return make.meeting(community, "Autumn meeting", phase=Phase.HELD, starts_at=datetime(2026, 10, 7, 10, tzinfo=UTC))


def test_a_favourite_is_kept_once_and_let_go(bo):
    round_ = library.method("round")
    actions.favour(round_, by=bo)
    actions.favour(round_, by=bo)
    assert uses.favourites(bo) == {"round"}
    actions.unfavour(round_, by=bo)
    assert uses.favourites(bo) == set()


def test_choosing_a_method_twice_is_one_change(meeting, ana):
    item = make.item(meeting, "Icebreaker")
    agenda.use_method(item, by=ana, method="weather-report")
    agenda.use_method(item, by=ana, method="weather-report")
    item.refresh_from_db()
    assert (item.method, item.version) == ("weather-report", 1)


def test_a_method_goes_along_with_a_copy_and_stays_when_the_words_change(meeting, ana):
    item = make.item(meeting, "Icebreaker", method="round")
    assert agenda.duplicate(item, by=ana, key="").method == "round"
    assert [copy.method for copy in copies(meeting)] == ["round", "round"]
    agenda.change(item, by=ana, words=agenda.Words(title="Tea", minutes=5, kind="break"), version=0)
    item.refresh_from_db()
    assert (item.title, item.method) == ("Tea", "round")


def test_an_item_taken_off_the_agenda_comes_back_with_its_method(meeting, ana):
    removed = agenda.remove(make.item(meeting, "Icebreaker", method="round"), by=ana)
    assert agenda.restore(removed, by=ana).method == "round"


def test_how_it_went_is_said_once_the_meeting_is_closed(meeting, anas):
    item = make.item(meeting, method="round")
    with pytest.raises(Refused, match="not closed yet"):
        actions.rate(item, by=anas, verdict=Verdict.WELL, words="")


def test_an_item_without_a_method_has_nothing_to_rate(held, anas):
    with pytest.raises(Refused, match="without a method"):
        actions.rate(make.item(held), by=anas, verdict=Verdict.WELL, words="")


def test_the_later_word_counts(held, anas):
    item = make.item(held, method="round")
    actions.rate(item, by=anas, verdict=Verdict.WELL, words="")
    actions.rate(item, by=anas, verdict=Verdict.MIXED, words="Fewer people")
    assert [(said.verdict, said.words) for said in MethodRating.objects.all()] == [("mixed", "Fewer people")]


def test_what_to_do_differently_is_for_facilitators_alone(held, anas, bos):
    actions.rate(make.item(held, method="round"), by=anas, verdict=Verdict.WELL, words="Fewer people")
    [seen] = uses.uses(anas, key="round")
    assert (seen.differently, seen.may_rate, seen.meeting) == (("Fewer people",), True, held)
    [seen] = uses.uses(bos, key="round")
    assert (seen.differently, seen.may_rate) == ((), False)
    assert [(said.verdict, said.times) for said in seen.verdicts] == [(Verdict.WELL, 1)]


def test_a_rating_of_one_method_says_nothing_of_the_next(held, anas):
    item = make.item(held, method="round")
    actions.rate(item, by=anas, verdict=Verdict.WELL, words="")
    item.method = "triz"
    item.save()
    [seen] = uses.uses(anas, key="triz")
    assert seen.verdicts == ()


def test_a_neighbour_does_not_see_where_others_used_a_method(held, neighbours, chi):
    make.item(held, method="round")
    assert uses.uses(neighbours.memberships.get(person=chi), key="round") == []
    assert uses.used_here(held.community) == {"round": 1}
    assert uses.used_here(neighbours) == {}


def test_whoever_leads_an_item_may_choose_its_method_and_a_member_may_not(meeting, bos, anas):
    item = make.item(meeting, lead=bos)
    meeting.viewer = bos
    item.meeting = meeting
    assert rules.lead(item)
    item.lead = anas
    assert not rules.lead(item)
    meeting.viewer = anas
    assert rules.lead(item)


def test_a_person_reads_what_is_kept_and_takes_it_along_when_erased(held, ana, anas):
    actions.favour(library.method("round"), by=ana)
    FavouriteMethod.objects.create(person=ana, method="gone")
    actions.rate(make.item(held, method="round"), by=anas, verdict=Verdict.WELL, words="Again")
    assert [row["Method"] for row in holdings.favourite_rows(ana)] == ["A round", "gone"]
    assert [row["How it went"] for row in holdings.rating_rows(ana)] == ["It worked well"]
    erasing.forget(ana)
    assert list(holdings.favourite_rows(ana)) == []
    assert [said.membership for said in MethodRating.objects.all()] == [None]
