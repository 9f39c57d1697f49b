import pytest

from mindlines.communities.actions import community as actions
from mindlines.communities.actions import founding, role_cards
from mindlines.communities.choices import ConstituencyKind, Stage
from mindlines.communities.models import SearchEntry
from mindlines.kernel.errors import Refused


def names(community):
    return list(community.constituencies.values_list("name", flat=True))


def verbs(community):
    return [line.verb for line in community.record.all()]


def test_a_change_of_stage_and_a_change_of_words_leave_lines_in_the_record(community, ana):
    actions.change(community, by=ana, values={"stage": Stage.MATURING, "about": "Hips together"})
    community.refresh_from_db()
    assert (community.stage, community.about) == (Stage.MATURING, "Hips together")
    assert sorted(verbs(community)) == ["changed-settings", "changed-stage"]


def test_saving_the_same_again_leaves_no_line(community, ana):
    actions.change(community, by=ana, values={"about": community.about})
    assert verbs(community) == []


def test_a_new_group_stands_last_and_has_a_role_card(community, ana):
    values = {"name": "Charities", "kind": ConstituencyKind.VOLUNTARY, "target": 2}
    made = actions.add_constituency(community, by=ana, values=values)
    assert names(community)[-1] == "Charities"
    assert made.role_card.asked


def test_two_groups_cannot_have_one_name(community, ana):
    with pytest.raises(Refused, match="already a group"):
        actions.add_constituency(community, by=ana, values={"name": "lay MEMBERS", "kind": "lay"})
    clinicians = community.constituencies.get(name="Clinicians")
    with pytest.raises(Refused, match="already a group"):
        actions.change_constituency(clinicians, by=ana, values={"name": "Lay members"})


def test_renaming_a_group_is_in_the_record_and_saving_it_unchanged_is_not(community, ana):
    group = community.constituencies.get(name="Clinicians")
    actions.change_constituency(group, by=ana, values={"name": "Clinicians", "target": 6})
    actions.change_constituency(group, by=ana, values={"name": "Clinical staff"})
    actions.change_constituency(group, by=ana, values={"target": 9})
    words = [line.words for line in community.record.order_by("pk")]
    assert words == ["Clinicians → Clinical staff", "Clinical staff"]


def test_groups_are_put_in_order(community):
    support = community.constituencies.get(name="Support team")
    actions.place_constituency(support, at=0)
    assert names(community) == ["Support team", "Lay members", "Clinicians"]
    actions.place_constituency(support, at=99)
    assert names(community)[-1] == "Support team"


def test_a_group_with_people_stays(community, ana, bos):
    with pytest.raises(Refused, match="Move them to another group"):
        actions.delete_constituency(bos.constituency, by=ana)


def test_the_role_card_of_a_deleted_group_is_found_no_more(community, ana):
    card = founding.first_card(community.constituencies.get(name="Clinicians"))
    role_cards.make_findable(card)
    actions.delete_constituency(card.constituency, by=ana)
    assert not SearchEntry.objects.filter(community=community).exists()


def test_an_empty_group_goes_once_and_twice_is_no_harm(community, ana):
    group = community.constituencies.get(name="Clinicians")
    actions.delete_constituency(group, by=ana)
    actions.delete_constituency(group, by=ana)
    assert "Clinicians" not in names(community)


def test_the_last_group_stays(neighbours, ana):
    with pytest.raises(Refused, match="at least one group"):
        actions.delete_constituency(neighbours.constituencies.get(), by=ana)
