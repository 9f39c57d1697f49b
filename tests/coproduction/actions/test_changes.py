from datetime import date
from functools import partial

import pytest

from mindlines.communities.models import Membership, Organisation, SearchEntry
from mindlines.coproduction.actions import changes
from mindlines.coproduction.actions.changes import Told
from mindlines.coproduction.choices import Grade
from mindlines.coproduction.models import PracticeChange
from mindlines.kernel.errors import Refused
from tests import make, make_coproduction, make_knowledge
from tests.at_once import at_once, together

pytestmark = pytest.mark.django_db
WHAT = "The class takes people who cannot lie down"
SINCE = date(2026, 3, 2)


@pytest.fixture
def bos(bo, community):
    return Membership.objects.select_related("person").get(person=bo, community=community)


@pytest.fixture
def anas(ana, community):
    return Membership.objects.select_related("person").get(person=ana, community=community)


@pytest.fixture
def change(bos, community):
    return changes.tell(Told(what=WHAT, since=SINCE, key="once"), to=community, by=bos)


def now(change):
    return PracticeChange.objects.get(pk=change.pk)


def test_one_person_says_so_and_it_can_be_found(change, community, bo):
    assert now(change).grade == Grade.SAID
    assert SearchEntry.objects.get(kind="change").title == WHAT
    line = community.record.get(verb="told-change")
    assert line.actor == bo and line.words == WHAT


def test_a_form_sent_twice_tells_once(change, community, bos):
    again = changes.tell(Told(what=WHAT, since=SINCE, key="once"), to=community, by=bos)
    assert again == change and community.practice_changes.count() == 1


def test_a_key_from_next_door_makes_a_change_of_its_own(change, neighbours, chi):
    chis = Membership.objects.get(person=chi, community=neighbours)
    other = changes.tell(Told(what=WHAT, since=SINCE, key="once"), to=neighbours, by=chis)
    assert other != change and other.community == neighbours


def test_a_second_person_confirms_it(change, anas):
    changes.confirm(change, by=anas)
    changes.confirm(change, by=anas)
    assert (now(change).grade, now(change).confirmed_by) == (Grade.CONFIRMED, anas)
    assert change.community.record.filter(verb="confirmed-change").count() == 1


def test_nobody_confirms_their_own_words(change, bos):
    with pytest.raises(Refused, match="Somebody else has to confirm it"):
        changes.confirm(change, by=bos)


def test_numbers_show_it(change, community):
    counted = make_knowledge.item(community, "People in the class", form="table")
    changes.correct(change, told=Told(what=WHAT, since=SINCE, proof_item=counted))
    assert now(change).grade == Grade.SHOWN


def test_other_words_must_be_confirmed_anew(change, anas):
    changes.confirm(change, by=anas)
    changes.correct(change, told=Told(what=WHAT, since=SINCE, proof="I saw it."))
    assert now(change).grade == Grade.CONFIRMED
    changes.correct(change, told=Told(what="The class takes everybody", since=SINCE))
    assert now(change).grade == Grade.SAID and now(change).confirmed_by is None


def test_it_is_tied_to_what_it_came_from(community, bos):
    decision = make_coproduction.decision(community, stage="closed")
    told = Told(
        what=WHAT,
        since=SINCE,
        organisation=Organisation.objects.create(community=community, name="The hall"),
        decisions=[decision],
        outputs=[make_coproduction.output(community)],
        actions=[make.action(community)],
    )
    made = changes.tell(told, to=community, by=bos)
    assert list(made.decisions.all()) == [decision] and made.outputs.count() == made.actions.count() == 1


def test_what_ended_says_when_and_why_and_can_go_on(change, ana):
    changes.end(change, on=date(2026, 9, 1), why="The hall was sold", by=ana)
    assert (now(change).ended_on, now(change).why_ended) == (date(2026, 9, 1), "The hall was sold")
    changes.go_on(change)
    assert (now(change).ended_on, now(change).why_ended) == (None, "")


def test_nothing_ends_before_it_began(change, ana):
    with pytest.raises(Refused, match="Choose a later day"):
        changes.end(change, on=date(2026, 3, 1), why="", by=ana)


def test_a_mistake_is_removed_and_removing_it_twice_does_no_harm(change, ana):
    changes.remove(change, by=ana)
    changes.remove(change, by=ana)
    assert not PracticeChange.objects.exists() and not SearchEntry.objects.filter(kind="change").exists()


def test_what_was_removed_meanwhile_cannot_be_confirmed(change, ana, anas):
    changes.remove(change, by=ana)
    with pytest.raises(Refused, match="removed this"):
        changes.confirm(change, by=anas)


def test_an_erased_person_leaves_the_change_and_its_proof(change, bo, ana, anas):
    changes.confirm(change, by=anas)
    changes.forget(bo)
    changes.forget(ana)
    found = now(change)
    assert (found.said_by, found.confirmed_by, found.written_by) == (None, None, None)
    assert found.grade == Grade.CONFIRMED and found.confirmed_on is not None


@together
def test_of_those_who_confirm_it_at_once_one_is_written_down(change, community, ana, anas):
    dan = make.membership(community, make.person("Dan Doyle"))
    assert at_once(*(partial(changes.confirm, change, by=member) for member in (anas, dan, anas))) == [None] * 3
    assert now(change).confirmed_by in (anas, dan)
    assert now(change).grade == Grade.CONFIRMED
    assert community.record.filter(verb="confirmed-change").count() == 1


@together
def test_confirming_and_correcting_at_once_leaves_no_confirmation_of_other_words(change, anas):
    other = Told(what="The class lasts eight sessions", since=SINCE)
    at_once(partial(changes.confirm, change, by=anas), partial(changes.correct, change, told=other))
    left = now(change)
    assert left.what == other.what
    confirmed = change.community.record.get(verb="confirmed-change").words
    assert bool(left.confirmed_on) == (confirmed == other.what)
