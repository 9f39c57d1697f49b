import json

import pytest
from django.urls import reverse

from mindlines.communities.actions import record
from mindlines.communities.choices import Answer, InvitationWay, RoleName, Standing
from mindlines.communities.models import Community, Invitation, MemberImport, Membership, RoleCard
from mindlines.kernel.errors import Refused
from mindlines.people.actions.erasing import erase
from tests import make


@pytest.fixture
def involved(bos, ana, community):
    """Bo was invited, holds a role, is spoken of in the record, and brings in a list."""
    Membership.objects.filter(pk=bos.pk).update(note="Prefers mornings")
    make.role(bos, RoleName.CHAIR, words="You would be a good chair", offered_by=ana)
    Invitation.objects.create(
        membership=bos, way=InvitationWay.MAIL, code="x", words="Do come", expires_at=make.A_WEDNESDAY, sent_by=ana
    )
    record.note(community, by=ana, about=bos.person, verb="added-member", words="Lay members")
    MemberImport.objects.create(community=community, by=bos.person, file_name="members.csv", table={})
    return bos.person


def test_the_file_tells_bo_what_communities_hold(as_bo, involved):
    held = as_bo.get(reverse("people:held_file")).content.decode()
    for words in ("Hips and knees", "Prefers mornings", "You would be a good chair", "Do come", "members.csv"):
        assert words in held
    assert json.loads(held)


def test_bo_leaves_and_the_record_stays_whole(involved, community, bos):
    lines = community.record.count()
    erase(involved)
    bos.refresh_from_db()
    assert (bos.standing, bos.note, str(bos.person)) == (Standing.LEFT, "", "Someone who left")
    assert community.record.count() == lines + 1
    assert not Invitation.objects.exists()
    assert not MemberImport.objects.exists()
    assert [(role.answer, role.words) for role in bos.roles.all()] == [(Answer.ENDED, "")]


def test_the_last_facilitator_hands_over_first(ana, anas, bos):
    with pytest.raises(Refused, match="only facilitator of Hips and knees"):
        erase(ana)
    make.role(bos)
    erase(ana)
    ana.refresh_from_db()
    assert ana.is_erased


def test_who_is_alone_in_a_community_may_go(chi):
    erase(chi)
    chi.refresh_from_db()
    assert chi.is_erased


def test_bo_finds_the_page_for_leaving_on_his_own_page(as_bo, community):
    page = as_bo.get(reverse("people:me")).content.decode()
    assert reverse("communities:member_leave", kwargs={"slug": "hips"}) in page


def test_nobody_is_told_any_more_to_turn_to_who_was_erased(bo, bos, community):
    Community.objects.filter(pk=community.pk).update(contact="Bo Berg, 01632 960 001")
    card = RoleCard.objects.create(community=community, constituency=bos.constituency, contact="Bo Berg")
    erase(bo)
    community.refresh_from_db()
    card.refresh_from_db()
    assert (community.contact, card.contact) == ("01632 960 001", "")
