"""Ana sees how ready the groups are, and never a person."""

import pytest
from django.urls import reverse

from mindlines.communication.models import Message
from mindlines.kernel.errors import Refused
from mindlines.meetings.models import Reply
from mindlines.preparation.actions.reminding import remind
from mindlines.preparation.queries import readiness
from tests import make, make_preparation


@pytest.fixture
def path(community):
    return make_preparation.path(community)


def group(community, name, *, people, ready=0, path=None):
    made = community.constituencies.filter(name=name).first() or make.constituency(community, name, kind="clinical")
    members = [make.membership(community, constituency=made) for _ in range(people)]
    for member in members[:ready]:
        make_preparation.did_all(member, path)
    return members


def bands(community, meeting=None):
    return {str(one.name): one.band for one in readiness.by_group(community, meeting=meeting)}


def test_each_group_of_three_or_more_has_a_band_and_clinicians_are_asked_like_lay_members(community, path):
    group(community, "Clinicians", people=4, ready=4, path=path)
    group(community, "Lay members", people=6, ready=3, path=path)
    group(community, "Managers", people=3, path=path)
    assert bands(community) == {"Clinicians": "most", "Lay members": "half", "Managers": "few"}


def test_groups_of_one_or_two_are_told_only_together_and_not_at_all_where_they_are_too_few(community, path):
    group(community, "Commissioners", people=1, ready=1, path=path)
    group(community, "Clinicians", people=5, ready=5, path=path)
    group(community, "Managers", people=4, path=path)
    # One left over could be found by subtracting, so the smallest group joins her.
    assert bands(community) == {"Clinicians": "most", "Smaller groups together": "few"}


def test_two_people_in_all_say_nothing(community, path):
    group(community, "Commissioners", people=2, ready=2, path=path)
    (only,) = readiness.by_group(community, meeting=None)
    assert only.band == ""
    assert "Too few people" in str(only.words)


def test_a_step_of_another_group_or_of_a_hidden_path_is_not_waited_for(community, path):
    clinicians = group(community, "Clinicians", people=3, ready=3, path=path)
    lay = group(community, "Lay members", people=3, ready=3, path=path)
    make_preparation.path(community, "Half written", is_shown=False)
    own = make_preparation.path(community, "For lay members", constituency=lay[0].constituency)
    assert bands(community) == {"Clinicians": "most", "Lay members": "few"}
    # A clinician who reads the steps of others is no readier for it.
    make_preparation.did_all(clinicians[0], own)
    assert bands(community)["Lay members"] == "few"


def test_who_cannot_come_is_not_waited_for(community, path, meeting):
    members = group(community, "Clinicians", people=6, ready=3, path=path)
    assert bands(community, meeting) == {"Clinicians": "half"}
    for member in members[3:]:
        Reply.objects.create(meeting=meeting, membership=member, mode="cannot")
    assert bands(community, meeting) == {"Clinicians": "most"}


def test_nobody_is_ready_where_there_is_nothing_to_do(community):
    group(community, "Clinicians", people=3)
    assert bands(community) == {"Clinicians": "few"}


def test_the_reminder_goes_to_everybody_in_the_same_words_and_not_again_for_three_days(
    as_ana, ana, anas, bos, community, path
):
    make_preparation.did_all(bos, path)
    page = reverse("preparation:remind", kwargs={"slug": community.slug})
    assert "Warm wishes" in as_ana.get(page).content.decode()
    as_ana.post(page, {"words": "Dear all"})
    sent = Message.objects.filter(subject="Getting ready")
    assert {message.person_id for message in sent} == {anas.person_id, bos.person_id}
    assert len({message.words for message in sent}) == 1
    with pytest.raises(Refused):
        remind(community, meeting=None, words="Again", by=ana)
    readied = as_ana.get(reverse("preparation:readiness", kwargs={"slug": community.slug})).content.decode()
    assert "The last reminder went to 2 people" in " ".join(readied.split())


@pytest.mark.parametrize("people", [3, 30])
def test_many_people_take_as_few_questions_as_three(community, path, people, django_assert_num_queries):
    group(community, "Clinicians", people=people, ready=2, path=path)
    with django_assert_num_queries(5):
        bands(community)
