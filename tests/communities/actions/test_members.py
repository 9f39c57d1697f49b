import pytest
from django.utils import timezone

from mindlines.communities.actions import members as actions
from mindlines.communities.actions.members import Details
from mindlines.communities.choices import Answer, InvitationWay, Standing
from mindlines.communities.models import Membership
from mindlines.kernel.errors import Refused
from mindlines.people.models import Person
from tests import make


@pytest.fixture
def lay(community):
    return community.constituencies.get(name="Lay members")


def fay(lay, **more) -> Details:
    return Details("Fay Field", lay, **{"email": "Fay@Example.org", "organisation": "Carers Club", **more})


def test_a_new_member_is_told_by_mail(community, ana, lay, mailoutbox):
    made = actions.add(fay(lay), to=community, by=ana)
    assert (made.standing, made.person.email, str(made.organisation)) == (
        Standing.ACTIVE,
        "fay@example.org",
        "Carers Club",
    )
    assert [mail.to for mail in mailoutbox] == [["fay@example.org"]]
    assert "Ana Alvarez wrote you down as a member of Hips and knees" in mailoutbox[0].body
    assert [(line.verb, line.about) for line in community.record.all()] == [("added-member", made.person)]


def test_somebody_to_be_invited_is_not_told_yet(community, ana, lay, mailoutbox):
    assert actions.add(fay(lay), to=community, by=ana, standing=Standing.INVITED).standing == Standing.INVITED
    assert mailoutbox == []


def test_one_address_stands_on_a_list_once(community, ana, lay, bo):
    with pytest.raises(Refused, match="already on the list"):
        actions.add(Details("Bob", lay, email="bo@example.org"), to=community, by=ana)


def test_somebody_known_elsewhere_is_asked_and_keeps_their_own_name_to_themselves(community, ana, lay, chi):
    Person.objects.filter(pk=chi.pk).update(phone="01298 555 777")
    made = actions.add(Details("Ms Chan", lay, email="CHI@example.org", phone="1"), to=community, by=ana)
    assert (made.person, made.standing, made.name) == (chi, Standing.INVITED, "Ms Chan")
    assert not made.shows_ways_to_reach
    chi.refresh_from_db()
    assert (chi.name, chi.phone) == ("Chi Chan", "01298 555 777")


def test_organisations_are_known_whatever_their_capitals(community, ana, lay):
    first = actions.add(fay(lay), to=community, by=ana)
    second = actions.add(fay(lay, email="gil@example.org", organisation="carers  CLUB"), to=community, by=ana)
    assert first.organisation == second.organisation


def test_a_facilitator_writes_down_the_details_of_somebody_who_never_signed_in(community, ana, bos):
    clinicians = community.constituencies.get(name="Clinicians")
    details = Details("Bo Bergman", clinicians, phone="01298 1", address="1 Hill", reach_by="phone", note="Ring twice")
    actions.change(bos, by=ana, details=details)
    bos.refresh_from_db()
    assert (bos.name, bos.person.email, bos.person.phone, bos.note) == ("Bo Bergman", None, "01298 1", "Ring twice")
    assert [line.words for line in community.record.all()] == ["Lay members → Clinicians"]


def test_who_signs_in_looks_after_their_own_details(ana, bos, lay):
    Person.objects.filter(pk=bos.person.pk).update(last_login=timezone.now())
    actions.change(bos, by=ana, details=Details("Hacked", lay, email="evil@example.org"))
    bos.refresh_from_db()
    assert (bos.person.name, bos.person.email) == ("Bo Berg", "bo@example.org")


def test_the_name_as_invited_can_be_mended(community, ana, lay, chi):
    made = actions.add(Details("Ms Cahn", lay, email="chi@example.org"), to=community, by=ana)
    actions.change(made, by=ana, details=Details("Ms Chan", lay, email="other@example.org"))
    made.refresh_from_db()
    assert (made.name, made.person.email) == ("Ms Chan", "chi@example.org")


def test_an_address_of_somebody_else_cannot_be_written_down(ana, bos, lay, dee):
    with pytest.raises(Refused, match="belongs to another entry"):
        actions.change(bos, by=ana, details=Details("Bo", lay, email="dee@example.org"))


def test_a_pause_and_coming_back(ana, bos):
    actions.pause(bos, by=bos.person)
    actions.pause(bos, by=bos.person)
    bos.refresh_from_db()
    assert bos.standing == Standing.PAUSED
    actions.bring_back(bos, by=bos.person)
    bos.refresh_from_db()
    assert bos.standing == Standing.ACTIVE
    assert [line.verb for line in bos.community.record.order_by("pk")] == ["paused", "came-back"]


def test_only_active_members_pause(ana, bos):
    Membership.objects.filter(pk=bos.pk).update(standing=Standing.INVITED)
    with pytest.raises(Refused, match="Only an active member"):
        actions.pause(bos, by=ana)


def test_leaving_ends_roles_codes_and_notes(ana, bos):
    make.role(bos, "chair")
    make.role(bos, "buddy", answer=Answer.OFFERED)
    bos.invitations.create(way=InvitationWay.MAIL, code="open", expires_at=make.A_WEDNESDAY)
    Membership.objects.filter(pk=bos.pk).update(note="Rings at noon")
    actions.leave(bos, by=bos.person)
    actions.leave(bos, by=bos.person)
    bos.refresh_from_db()
    assert (bos.standing, bos.left_on, bos.note) == (Standing.LEFT, timezone.localdate(), "")
    assert {role.name: role.answer for role in bos.roles.all()} == {"chair": "ended", "buddy": "withdrawn"}
    assert not bos.invitations.exists()


def test_who_left_is_asked_before_they_are_back(ana, bos):
    actions.leave(bos, by=ana)
    actions.bring_back(bos, by=ana)
    bos.refresh_from_db()
    assert bos.standing == Standing.INVITED
    actions.bring_back(bos, by=ana)
    assert [line.verb for line in bos.community.record.order_by("pk")] == ["left", "asked-back"]
