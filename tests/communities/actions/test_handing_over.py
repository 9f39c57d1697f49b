import pytest

from mindlines.communities.actions import roles as actions
from mindlines.communities.choices import Answer, RoleName
from mindlines.kernel.errors import Refused
from tests import make


def test_a_role_stays_with_its_holder_until_the_other_says_yes(anas, bos, ana, bo):
    held = anas.roles.get()
    new = actions.hand_over(held, to=bos, by=ana)
    held.refresh_from_db()
    assert held.answer == Answer.ACCEPTED
    actions.accept(new, by=bo)
    held.refresh_from_db()
    assert held.answer == Answer.ENDED


def test_when_the_other_says_no_nothing_changes(anas, bos, ana, bo):
    held = anas.roles.get()
    actions.decline(actions.hand_over(held, to=bos, by=ana), by=bo)
    held.refresh_from_db()
    assert held.answer == Answer.ACCEPTED


def test_handing_over_twice_to_one_person_is_one_offer(anas, bos, ana):
    held = anas.roles.get()
    assert actions.hand_over(held, to=bos, by=ana) == actions.hand_over(held, to=bos, by=ana)


def test_somebody_with_an_open_offer_is_not_asked_a_second_time(anas, bos, ana):
    actions.offer(bos, name=RoleName.FACILITATOR, by=ana)
    with pytest.raises(Refused, match="already has an offer"):
        actions.hand_over(anas.roles.get(), to=bos, by=ana)


def test_a_role_that_ended_cannot_be_handed_over(bos, anas, ana):
    ended = make.role(anas, RoleName.FINANCE, answer=Answer.ENDED)
    with pytest.raises(Refused, match="Nobody holds"):
        actions.hand_over(ended, to=bos, by=ana)


def test_a_role_that_ended_in_the_meantime_ends_only_once(anas, bos, ana, bo, community):
    held = make.role(anas, RoleName.FINANCE)
    new = actions.hand_over(held, to=bos, by=ana)
    actions.give_up(held, by=ana)
    new.refresh_from_db()
    actions.accept(new, by=bo)
    assert community.record.filter(verb="ended-role").count() == 1
