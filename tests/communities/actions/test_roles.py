import pytest
from django.core import mail

from mindlines.communities.actions import roles as actions
from mindlines.communities.choices import Answer, RoleName, Standing
from mindlines.communities.models import Role
from mindlines.kernel.errors import Refused
from tests import make


@pytest.fixture
def offer(bos, ana) -> Role:
    return actions.offer(bos, name=RoleName.CHAIR, by=ana, words="You listen so well.")


def test_an_offer_reaches_the_person_with_the_page_to_answer(offer, bos):
    sent = mail.outbox[-1]
    assert sent.to == [bos.person.email]
    assert "You listen so well." in sent.body
    assert f"/communities/hips/roles/{offer.pk}/answer/" in sent.body
    assert sent.extra_headers["X-Mindlines-Community"] == "hips"


def test_an_offer_to_somebody_without_an_address_sends_nothing(community, ana):
    gus = make.membership(community, make.person("Gus Grey", email=None))
    actions.offer(gus, name=RoleName.BUDDY, by=ana)
    assert mail.outbox == []


def test_offering_twice_is_one_offer_and_one_mail(offer, bos, ana):
    assert actions.offer(bos, name=RoleName.CHAIR, by=ana) == offer
    assert len(mail.outbox) == 1


def test_a_role_that_somebody_holds_is_not_offered_to_them_again(anas, ana):
    with pytest.raises(Refused, match="already holds"):
        actions.offer(anas, name=RoleName.FACILITATOR, by=ana)


def test_only_active_members_are_asked(community, ana):
    paused = make.membership(community, standing=Standing.PAUSED)
    with pytest.raises(Refused, match="active member"):
        actions.offer(paused, name=RoleName.CHAIR, by=ana)


def test_saying_yes_is_told_in_the_record(offer, bo, community):
    actions.accept(offer, by=bo)
    line = community.record.first()
    assert (line.verb, line.about, line.words) == ("accepted-role", bo, "Chair")


def test_saying_no_leaves_a_line_without_a_name(offer, bo, community):
    actions.decline(offer, by=bo)
    line = community.record.first()
    assert (line.verb, line.about, line.actor) == ("declined-role", None, None)


def test_saying_yes_twice_is_one_line_in_the_record(offer, bo, community):
    actions.accept(offer, by=bo)
    actions.accept(offer, by=bo)
    assert community.record.filter(verb="accepted-role").count() == 1


def test_an_offer_that_was_taken_back_can_no_longer_be_accepted(offer, ana, bo):
    actions.take_back(offer, by=ana)
    with pytest.raises(Refused, match="no longer open"):
        actions.accept(offer, by=bo)
    offer.refresh_from_db()
    assert offer.answer == Answer.WITHDRAWN


def test_who_takes_a_pause_cannot_take_on_a_role(offer, bos, bo):
    bos.standing = Standing.PAUSED
    bos.save()
    offer.membership = bos
    with pytest.raises(Refused, match="Come back"):
        actions.accept(offer, by=bo)


def test_the_last_facilitator_cannot_step_down(anas, ana):
    with pytest.raises(Refused, match="last facilitator"):
        actions.give_up(anas.roles.get(), by=ana)


def test_a_facilitator_beside_another_can_step_down(community, anas, ana):
    make.facilitator(community)
    role = anas.roles.get()
    actions.give_up(role, by=ana)
    actions.give_up(role, by=ana)
    assert role.answer == Answer.ENDED
    assert community.record.filter(verb="ended-role").count() == 1


def test_a_role_that_ended_cannot_be_given_up_by_an_offer(offer, bo):
    with pytest.raises(Refused, match="Nobody holds"):
        actions.give_up(offer, by=bo)
