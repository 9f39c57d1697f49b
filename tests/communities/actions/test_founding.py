import pytest

from mindlines.communities import rules, starts
from mindlines.communities.actions import founding
from mindlines.communities.choices import ConstituencyKind, RoleName, Standing
from mindlines.communities.models import Community
from tests import make


@pytest.fixture
def founded(dee) -> Community:
    return founding.found("Hips & knees", by=dee, start="health")


def test_a_start_brings_groups_with_kinds_and_targets(founded):
    groups = list(founded.constituencies.values_list("name", "kind", "target"))
    assert groups[0] == ("Lay members", ConstituencyKind.LAY, 6)
    assert groups[-1] == ("Support team", ConstituencyKind.SUPPORT, None)


def test_each_group_has_a_role_card_with_first_words(founded):
    cards = {card.constituency.kind: card for card in founded.role_cards.select_related("constituency")}
    assert cards[ConstituencyKind.LAY].knowledge == ["lived", "story"]
    assert "long words" in cards[ConstituencyKind.LAY].not_expected
    assert len(cards) == founded.constituencies.count()


def test_the_first_charter_says_that_the_purpose_may_change(founded):
    charter = founded.charter_versions.get()
    assert "We expect this purpose to change" in charter.purpose
    assert "Nobody has agreed on it yet" in charter.how_agreed


def test_the_founder_facilitates_from_the_support_team(founded, dee):
    membership = founded.memberships.get()
    assert (membership.person, membership.standing, membership.constituency.name) == (
        dee,
        Standing.ACTIVE,
        "Support team",
    )
    assert [role.name for role in membership.roles.all()] == [RoleName.FACILITATOR]
    assert [line.verb for line in founded.record.all()] == ["founded"]


@pytest.mark.parametrize("start", starts.STARTS)
def test_every_start_can_be_taken(start, dee):
    assert founding.found("Any", by=dee, start=start).constituencies.count() == len(starts.STARTS[start].groups) + 1


def test_addresses_are_made_from_names_and_never_taken_twice(dee):
    names = ["Hips & knees", "Hips and Knees!", "HIPS knees", "New", "Join", "東京", "Ärzte"]
    slugs = [founding.found(name, by=dee, start="blank").slug for name in names]
    assert slugs == ["hips-knees", "hips-and-knees", "hips-knees-2", "new-2", "join-2", "community", "arzte"]


def test_a_second_click_founds_nothing(founded, dee):
    assert founding.found("Hips & knees", by=dee, start="health") == founded
    assert Community.objects.count() == 1


def test_a_site_can_leave_founding_to_its_operators(dee, settings):
    assert rules.found(dee)
    settings.MINDLINES_FOUNDERS = "operators"
    assert not rules.found(dee)
    assert rules.found(make.person("Op", is_operator=True))
