from datetime import timedelta

import pytest

from mindlines.communities.actions import invitations as actions
from mindlines.communities.choices import InvitationOutcome, InvitationWay, Standing
from mindlines.communities.models import Invitation, Membership
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.people.models import Person
from tests import make


@pytest.fixture
def fay(community) -> Membership:
    """Invited, with an address."""
    return make.membership(community, make.person("Fay Field", email="fay@example.org"), standing=Standing.INVITED)


@pytest.fixture
def gil(community) -> Membership:
    """Invited, without an address."""
    return make.membership(community, make.person("Gil Gray", email=None, phone="1"), standing=Standing.INVITED)


def long_ago(invitation: Invitation) -> None:
    Invitation.objects.filter(pk=invitation.pk).update(
        sent_at=now() - timedelta(days=31), expires_at=now() - timedelta(days=1)
    )


def test_mail_goes_to_those_with_an_address_and_a_letter_waits_for_the_others(fay, gil, ana, mailoutbox):
    actions.ask([fay, gil], by=ana, way=InvitationWay.MAIL, words="Do come!")
    assert {str(sent.membership): sent.way for sent in Invitation.objects.all()} == {
        "Fay Field": "mail",
        "Gil Gray": "letter",
    }
    assert [mail.to for mail in mailoutbox] == [["fay@example.org"]]
    code = fay.invitations.get().code
    assert "Do come!" in mailoutbox[0].body
    assert f"/join/{code}/" in mailoutbox[0].body
    assert mailoutbox[0].extra_headers["X-Mindlines-Secret"] == "yes"


def test_a_letter_has_a_short_code_and_works_for_thirty_days(gil, ana):
    sent = actions.ask([gil], by=ana, way=InvitationWay.LETTER)[0]
    assert len(sent.code) == len("HKQ7-3MTW")
    assert sent.is_open(now() + timedelta(days=29))
    assert not sent.is_open(now() + timedelta(days=30))


def test_a_second_click_sends_nothing(fay, ana, mailoutbox):
    actions.ask([fay], by=ana, way=InvitationWay.MAIL)
    assert actions.ask([fay], by=ana, way=InvitationWay.MAIL) == []
    assert len(mailoutbox) == 1


def test_asking_again_keeps_the_code_that_is_on_its_way(gil, ana):
    sent = actions.ask([gil], by=ana, way=InvitationWay.LETTER)[0]
    Invitation.objects.filter(pk=sent.pk).update(
        sent_at=now() - timedelta(days=20), expires_at=now() + timedelta(days=10)
    )
    again = actions.again(sent, by=ana)
    assert again.code == sent.code
    assert again.is_open(now() + timedelta(days=29))


def test_after_thirty_days_there_is_a_new_code(gil, ana):
    sent = actions.ask([gil], by=ana, way=InvitationWay.LETTER)[0]
    long_ago(sent)
    assert actions.again(sent, by=ana).code != sent.code


def test_members_are_not_invited(bos, ana, fay):
    assert actions.ask([bos], by=ana, way=InvitationWay.MAIL) == []
    sent = actions.ask([fay], by=ana, way=InvitationWay.MAIL)[0]
    Membership.objects.filter(pk=fay.pk).update(standing=Standing.ACTIVE)
    with pytest.raises(Refused, match="answered already"):
        actions.again(sent, by=ana)


def test_a_yes_makes_a_member_and_is_harmless_twice(fay, ana):
    mail = actions.ask([fay], by=ana, way=InvitationWay.MAIL)[0]
    letter = actions.ask([fay], by=ana, way=InvitationWay.LETTER)[0]
    actions.accept(mail)
    actions.accept(mail)
    fay.refresh_from_db()
    letter.refresh_from_db()
    assert fay.standing == Standing.ACTIVE
    assert letter.outcome == InvitationOutcome.WITHDRAWN
    assert [line.verb for line in fay.community.record.order_by("pk")][-1] == "accepted"


def test_after_a_yes_the_community_sees_the_name_the_person_chose(community, ana, chi):
    asked = make.membership(community, chi, standing=Standing.INVITED, called="Ms Chan")
    actions.accept(actions.ask([asked], by=ana, way=InvitationWay.MAIL)[0])
    asked.refresh_from_db()
    assert asked.name == "Chi Chan"


def test_a_no_ends_it_and_forgets_how_to_reach_the_person(gil, ana):
    sent = actions.ask([gil], by=ana, way=InvitationWay.LETTER)[0]
    actions.decline(sent)
    actions.decline(sent)
    gil.refresh_from_db()
    assert (gil.standing, gil.person.phone) == (Standing.LEFT, "")


def test_a_no_leaves_the_details_of_somebody_from_elsewhere_alone(community, ana, chi):
    Person.objects.filter(pk=chi.pk).update(phone="7")
    asked = make.membership(community, chi, standing=Standing.INVITED, called="Ms Chan")
    actions.decline(actions.ask([asked], by=ana, way=InvitationWay.MAIL)[0])
    chi.refresh_from_db()
    asked.refresh_from_db()
    assert (chi.phone, asked.name) == ("7", "Ms Chan")


def test_a_code_that_was_taken_back_opens_nothing(fay, ana):
    sent = actions.ask([fay], by=ana, way=InvitationWay.MAIL)[0]
    actions.withdraw(sent, by=ana)
    actions.withdraw(sent, by=ana)
    for answer in (actions.accept, actions.decline):
        with pytest.raises(Refused, match="no longer open"):
            answer(sent)


def test_an_old_code_opens_nothing_and_names_whom_to_ask(fay, ana, community):
    community.contact = "Ana, 01298 1"
    community.save()
    sent = actions.ask([fay], by=ana, way=InvitationWay.MAIL)[0]
    long_ago(sent)
    with pytest.raises(Refused, match="Ask Ana, 01298 1"):
        actions.accept(sent)


def test_a_code_that_was_erased_meanwhile_opens_nothing(fay, ana):
    sent = actions.ask([fay], by=ana, way=InvitationWay.MAIL)[0]
    Invitation.objects.all().delete()
    with pytest.raises(Refused, match="no longer open"):
        actions.accept(sent)


def test_an_address_given_with_the_yes_can_be_signed_in_with(gil, ana, mailoutbox):
    sent = actions.ask([gil], by=ana, way=InvitationWay.LETTER)[0]
    actions.accept(sent, email="Gil@Example.org")
    gil.person.refresh_from_db()
    assert gil.person.email == "gil@example.org"
    assert "you can sign in here" in mailoutbox[0].body


def test_an_address_that_is_taken_is_not_given_away(gil, ana, dee, mailoutbox):
    sent = actions.ask([gil], by=ana, way=InvitationWay.LETTER)[0]
    actions.accept(sent, email="dee@example.org")
    gil.person.refresh_from_db()
    assert gil.person.email is None
    assert mailoutbox[0].to == ["dee@example.org"]
    assert "in use here already" in mailoutbox[0].body


def test_nobody_changes_an_address_by_a_forwarded_code(fay, ana, mailoutbox):
    sent = actions.ask([fay], by=ana, way=InvitationWay.MAIL)[0]
    actions.accept(sent, email="thief@example.org")
    fay.person.refresh_from_db()
    assert fay.person.email == "fay@example.org"
    assert len(mailoutbox) == 1
