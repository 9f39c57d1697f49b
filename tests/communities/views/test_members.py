import io
import re

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from mindlines.communities.choices import InvitationWay, Standing
from mindlines.communities.models import Constituency, Membership
from mindlines.people.models import AccessNeed
from tests import make


def url(name: str, **keys: object) -> str:
    return reverse(f"communities:{name}", kwargs={"slug": "hips", **keys})


def words(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


@pytest.mark.parametrize("who", ["as_ana", "as_bo"])
def test_the_list_costs_the_same_for_one_and_for_many(who, request, community, ana, bos, django_assert_num_queries):
    client = request.getfixturevalue(who)
    client.get(url("members"))
    with django_assert_num_queries(8) as captured:
        client.get(url("members"))
    for number in range(3):
        make.role(make.membership(community, make.person(f"Fay {number}")), "chair")
    with django_assert_num_queries(len(captured)):
        client.get(url("members"))


def test_members_see_who_belongs_and_facilitators_everybody(as_ana, as_bo, community):
    make.membership(community, make.person("Ed Invited"), standing=Standing.INVITED)
    left = make.membership(community, make.person("Lou Left"), standing=Standing.LEFT, left_on="2026-01-01")
    assert "Ed Invited" in words(as_ana.get(url("members")))
    page = words(as_bo.get(url("members")))
    assert "Ana Alvarez" in page
    assert "Ed Invited" not in page
    assert as_bo.get(url("member", pk=left.pk)).status_code == 404


def test_what_the_list_shows_the_gate_opens(as_bo, community, anas):
    page = as_bo.get(url("members")).content.decode()
    addresses = re.findall(r'href="(/communities/hips/people/\d+/)"', page)
    assert addresses
    assert {as_bo.get(address).status_code for address in addresses} == {200}


def test_searching_narrowing_and_sorting(as_ana, community, bos):
    clinicians = community.constituencies.get(name="Clinicians")
    make.membership(community, make.person("Zoe Ash", email="zoe@example.org"), constituency=clinicians)
    assert "Bo Berg" not in words(as_ana.get(url("members"), {"words": "zoe"}))
    assert "Zoe Ash" in words(as_ana.get(url("members"), {"words": "zoe@example.org"}))
    assert "Bo Berg" not in words(as_ana.get(url("members"), {"constituency": clinicians.pk, "standing": "active"}))
    assert "Zoe Ash" in words(as_ana.get(url("members"), {"order": "newest", "constituency": "nonsense", "page": "99"}))
    assert "Nobody found" in words(as_ana.get(url("members"), {"words": "nobody at all"}))


def test_only_facilitators_and_the_member_see_how_to_reach_somebody(as_ana, as_bo, bos, community):
    fay = make.membership(community, make.person("Fay Field", phone="01298 5"), note="Ring twice")
    AccessNeed.objects.create(person=fay.person, need="breaks")
    assert "01298 5" in words(as_ana.get(url("member", pk=fay.pk)))
    assert "Breaks every 45 minutes" in words(as_ana.get(url("member", pk=fay.pk)))
    assert "01298 5" not in words(as_bo.get(url("member", pk=fay.pk)))
    assert "bo@example.org" in words(as_bo.get(url("member", pk=bos.pk)))


def test_nothing_leaks_of_somebody_who_has_not_said_yes(as_ana, community, chi):
    chi.phone = "07700 900 900"
    chi.save()
    AccessNeed.objects.create(person=chi, need="bsl")
    asked = make.membership(community, chi, standing=Standing.INVITED, called="Ms Chan")
    for address in (
        url("member", pk=asked.pk),
        url("members"),
        url("member_edit", pk=asked.pk),
        url("members_file", kind="csv"),
    ):
        page = as_ana.get(address).content.decode()
        assert "Ms Chan" in page
        assert not [secret for secret in ("Chi Chan", "07700", "Sign Language") if secret in page]


def test_somebody_like_a_member_is_asked_about_before_they_are_added(as_ana, community, bos):
    form = {"name": "Berg, Bo", "constituency": bos.constituency_id, "standing": "active"}
    page = as_ana.post(url("add"), form)
    assert "Is this the same person?" in words(page)
    assert community.memberships.count() == 2
    as_ana.post(url("add"), {**form, "is_somebody_else": "on"})
    assert community.memberships.count() == 3
    same = as_ana.post(url("add"), {**form, "name": "Xu Yu", "email": "BO@example.org", "is_somebody_else": "on"})
    assert "already on the list" in words(same)


def test_somebody_known_elsewhere_gets_an_invitation_at_once(as_ana, community, chi, bos, mailoutbox):
    form = {"name": "Ms Chan", "email": "chi@example.org", "constituency": bos.constituency_id, "standing": "active"}
    page = as_ana.post(url("add"), form, follow=True)
    assert "asked them by mail" in words(page)
    assert [mail.to for mail in mailoutbox] == [["chi@example.org"]]
    assert Membership.objects.get(community=community, person=chi).invitations.get().way == InvitationWay.MAIL


def test_members_are_changed_on_their_page(as_ana, bos, community):
    form = {"name": "Bo B", "constituency": bos.constituency_id, "address": "1 Hill"}
    assert as_ana.post(url("member_edit", pk=bos.pk), form).status_code == 302
    bos.refresh_from_db()
    assert (bos.person.name, bos.person.reach_by) == ("Bo B", "post")


def test_the_exported_list_cannot_act(as_ana, community, bos):
    Constituency.objects.filter(pk=bos.constituency_id).update(name="=1+1")
    bos.person.phone = "+44 1298 5"
    bos.person.save()
    text = as_ana.get(url("members_file", kind="csv")).content.decode("utf-8-sig")
    assert "'=1+1" in text
    assert "'+44 1298 5" in text
    sheet = load_workbook(io.BytesIO(as_ana.get(url("members_file", kind="xlsx")).content)).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == "=1+1"]
    assert [(cell.data_type, cell.quotePrefix) for cell in cells] == [("s", True)]
    assert as_ana.get(url("members_file", kind="exe")).status_code == 404


def test_a_member_leaves_by_themselves(as_bo, bos):
    assert "Do you want to leave" in words(as_bo.get(url("member_leave")))
    as_bo.post(url("member_leave"))
    assert as_bo.get(url("overview")).status_code == 404
