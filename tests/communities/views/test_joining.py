import re

import pytest
from django.core.cache import cache
from django.urls import reverse

from mindlines.communities.access.joining import WRONG_CODES
from mindlines.communities.actions import invitations
from mindlines.communities.choices import InvitationWay, Standing
from mindlines.communities.models import Invitation
from mindlines.people.models import AccessNeed
from tests import make


@pytest.fixture(autouse=True)
def nobody_guessed():
    cache.clear()


@pytest.fixture
def letter(community, ana) -> Invitation:
    person = make.person("Ed Evans", email=None, address="4 Mill Lane")
    asked = make.membership(community, person, standing=Standing.INVITED)
    return invitations.ask([asked], by=ana, way=InvitationWay.LETTER, words="Do come!")[0]


def page_of(code: str) -> str:
    return reverse("communities:accept", kwargs={"code": code})


def words(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def test_a_code_from_a_letter_is_typed_in_any_way(client, letter):
    typed = letter.code.lower().replace("-", " ")
    page = client.post(reverse("communities:join"), {"code": typed}, follow=True)
    assert "This invitation is for Ed Evans" in words(page)
    assert "Do come!" in words(page)


def test_looking_changes_nothing_and_yes_makes_a_member(client, letter):
    client.get(page_of(letter.code))
    letter.membership.refresh_from_db()
    assert letter.membership.standing == Standing.INVITED
    page = client.post(page_of(letter.code), {"answer": "yes"}, follow=True)
    assert "You are a member of Hips and knees now" in words(page)
    assert "sessionid" not in client.cookies


def test_no_is_as_easy(client, letter):
    page = client.post(page_of(letter.code), {"answer": "no"}, follow=True)
    assert "You said no to Hips and knees. That is fine." in words(page)


def test_the_page_says_the_same_for_a_free_and_for_a_taken_address(client, community, ana, dee):
    pages = []
    for email in ("dee@example.org", "free@example.org"):
        asked = make.membership(community, make.person("Ed Evans", email=None), standing=Standing.INVITED)
        sent = invitations.ask([asked], by=ana, way=InvitationWay.LETTER)[0]
        pages.append(words(client.post(page_of(sent.code), {"answer": "yes", "email": email}, follow=True)))
    assert pages[0] == pages[1]


def test_a_wrong_address_is_said_in_words(client, letter):
    assert "like name@example.org" in words(client.post(page_of(letter.code), {"answer": "yes", "email": "ed@"}))


def test_an_answered_code_tells_nothing_after_an_hour(client, letter):
    invitations.withdraw(letter, by=letter.sent_by)
    page = client.get(page_of(letter.code))
    assert "no longer open" in words(page)
    assert "Hips" not in words(page)


def test_codes_are_not_guessed(client, letter):
    for _ in range(WRONG_CODES):
        assert client.get(page_of("HKQ7-XXXX")).status_code == 404
    assert client.get(page_of(letter.code)).status_code == 429


def test_a_right_code_costs_nothing(client, letter):
    for _ in range(WRONG_CODES + 2):
        assert client.get(page_of(letter.code)).status_code == 200


def test_letters_are_printed_one_or_all_and_large_for_those_who_need_it(as_ana, letter, community):
    AccessNeed.objects.create(person=letter.membership.person, need="large_print")
    assert "Print in large print" in words(
        as_ana.get(reverse("communities:invitation_letters", kwargs={"slug": "hips"}))
    )
    pdf = reverse("communities:invitation_letters_pdf", kwargs={"slug": "hips"})
    for query in ({}, {"only": letter.pk}, {"large": ""}):
        answer = as_ana.get(pdf, query)
        assert answer.content.startswith(b"%PDF") or b"4 Mill Lane" in answer.content
    assert as_ana.get(pdf, {"only": letter.pk + 1}).status_code == 404


def test_the_invite_page_asks_those_who_wait(as_ana, community, letter, mailoutbox):
    fay = make.membership(community, make.person("Fay Field"), standing=Standing.INVITED)
    address = reverse("communities:invite", kwargs={"slug": "hips"})
    assert "Ed Evans" not in words(as_ana.get(address, {"only": fay.pk}))
    assert "Choose at least one person" in words(as_ana.post(address, {"way": "mail"}))
    answer = as_ana.post(address, {"way": "mail", "who": [fay.pk]}, follow=True)
    assert "1 mail is on its way" in words(answer)
    assert len(mailoutbox) == 1
