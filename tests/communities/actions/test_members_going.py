import pytest
from django.urls import reverse
from django.utils import timezone

from mindlines.communities.actions import invitations
from mindlines.communities.actions import members as actions
from mindlines.communities.choices import InvitationOutcome, InvitationWay, Standing
from mindlines.communities.models import Membership
from mindlines.kernel.errors import Refused
from mindlines.meetings.models import Attendance
from mindlines.people.models import Person
from tests import make


def test_the_only_facilitator_stays_until_there_is_another(community, ana, anas, bos):
    make.role(bos, "chair")
    with pytest.raises(Refused, match="only facilitator"):
        actions.leave(anas, by=ana)
    make.role(bos)
    actions.leave(anas, by=ana)
    anas.refresh_from_db()
    assert anas.standing == Standing.LEFT


def test_a_yes_by_phone_is_passed_on(ana, bos):
    Membership.objects.filter(pk=bos.pk).update(standing=Standing.INVITED)
    actions.say_yes_for(bos, by=ana)
    actions.say_yes_for(bos, by=ana)
    bos.refresh_from_db()
    assert bos.standing == Standing.ACTIVE
    assert [line.verb for line in bos.community.record.all()] == ["said-yes-for"]


def test_a_yes_by_phone_answers_the_letter(ana, bos):
    Membership.objects.filter(pk=bos.pk).update(standing=Standing.INVITED)
    [letter] = invitations.ask([bos], by=ana, way=InvitationWay.LETTER)
    actions.say_yes_for(bos, by=ana)
    letter.refresh_from_db()
    assert letter.outcome == InvitationOutcome.ACCEPTED


def test_nobody_says_yes_for_those_who_answer_themselves(ana, bos):
    Membership.objects.filter(pk=bos.pk).update(standing=Standing.INVITED)
    Person.objects.filter(pk=bos.person.pk).update(last_login=timezone.now())
    with pytest.raises(Refused, match="answers for themselves"):
        actions.say_yes_for(bos, by=ana)


def test_a_mistaken_entry_goes_with_the_person(ana, bos):
    actions.remove(bos, by=ana)
    assert not Person.objects.filter(name="Bo Berg").exists()


def test_a_person_who_signs_in_outlives_the_entry(ana, bos):
    Person.objects.filter(pk=bos.person.pk).update(last_login=timezone.now())
    actions.remove(bos, by=ana)
    assert Person.objects.filter(name="Bo Berg").exists()


def test_who_took_part_cannot_be_removed(ana, bos, meeting):
    Attendance.objects.create(meeting=meeting, membership=bos)
    with pytest.raises(Refused, match="stay in the history"):
        actions.remove(bos, by=ana)


def test_ways_to_reach_somebody_who_left_are_not_shown_any_more(as_ana, community, bo, bos, ana):
    Person.objects.filter(pk=bo.pk).update(phone="01632 960 001")
    url = reverse("communities:members_file", args=[community.slug, "csv"])
    assert "01632 960 001" in as_ana.get(url).content.decode()
    actions.leave(bos, by=ana)
    assert "01632 960 001" not in as_ana.get(url).content.decode()
    assert "01632 960 001" not in as_ana.get(bos.get_absolute_url()).content.decode()
