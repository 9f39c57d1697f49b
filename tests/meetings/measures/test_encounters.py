import pytest

from mindlines.communities.choices import Standing
from mindlines.meetings.choices import Phase
from mindlines.meetings.measures.encounters import encounters
from mindlines.meetings.queries.encounters import sittings
from tests import make


@pytest.fixture
def trio(community, anas, bos):
    """Ana, Bo, and Cy who is a clinician."""
    clinicians = community.constituencies.get(name="Clinicians")
    return anas, bos, make.membership(community, make.person("Cy Cole"), constituency=clinicians)


@pytest.fixture
def met(community, trio, in_november):
    """A year ago Bo sat with Cy twice, and once with Ana; today's meeting has not begun."""
    ana, bo, cy = trio
    held = make.meeting(community, "Last year", starts_at=make.A_WEDNESDAY.replace(year=2025), phase=Phase.HELD)
    make.small_groups(held, [bo, cy], [ana])
    make.small_groups(held, [bo, cy, ana], [])
    make.small_groups(held, [ana, cy], [bo], chosen=False)
    make.small_groups(make.meeting(community), [ana, cy], [bo])
    return encounters(community)


def named(pairs):
    return [(each.other.name, each.times) for each in pairs]


def test_only_groups_that_were_chosen_and_have_been_count(met, trio):
    _, bo, _ = trio
    assert (met.rounds, met.meetings, met.met, met.pairs) == (2, 1, 3, 3)
    found, new = met.of(bo.pk)
    assert named(found) == [("Cy Cole", 2), ("Ana Alvarez", 1)] and new == []
    assert found[0].last.year == 2025


def test_a_cancelled_meeting_brought_nobody_together(community, trio, in_november):
    held = make.meeting(community, starts_at=make.A_WEDNESDAY.replace(year=2025), phase=Phase.CANCELLED)
    make.small_groups(held, list(trio))
    assert sittings(community) == []
    assert encounters(community).people == ()


def test_pairs_are_counted_between_constituencies(met):
    told = {(each.one.name, each.other.name): (each.met, each.pairs, each.percent) for each in met.pairings}
    assert told == {
        ("Lay members", "Clinicians"): (1, 1, 100),
        ("Lay members", "Support team"): (1, 1, 100),
        ("Clinicians", "Support team"): (1, 1, 100),
    }


def test_pairs_within_a_constituency_are_counted_once(community, bos, in_november):
    held = make.meeting(community, starts_at=make.A_WEDNESDAY.replace(year=2025), phase=Phase.HELD)
    others = [make.membership(community) for _ in range(3)]
    make.small_groups(held, [bos, others[0]], others[1:])
    found = encounters(community)
    assert [(each.met, each.pairs, each.percent) for each in found.pairings] == [(2, 6, 33)]
    assert [(row.met, row.others) for row in found.rows] == [(1, 3)] * 4


def test_whoever_left_is_in_nothing(met, trio, community):
    _, bo, cy = trio
    cy.standing, cy.left_on = Standing.LEFT, make.soon()
    cy.save()
    found = encounters(community)
    assert [one.name for one in found.people] == ["Bo Berg", "Ana Alvarez"]
    assert named(found.of(bo.pk)[0]) == [("Ana Alvarez", 1)]


def test_who_has_not_been_met_is_told(community, trio, in_november):
    ana, bo, cy = trio
    held = make.meeting(community, starts_at=make.A_WEDNESDAY.replace(year=2025), phase=Phase.HELD)
    make.small_groups(held, [bo, cy], [ana])
    found = encounters(community)
    assert found.of(ana.pk) == ([], [bo, cy])


def test_the_picture_has_a_larger_square_for_those_who_met_more_often(met):
    assert met.is_drawn and met.width == 42 and len(met.steps) == 3
    sides = {(round(square.x // 14), round(square.y // 14)): square.side for square in met.squares}
    assert sides[0, 1] > sides[0, 2] == sides[1, 2]


def test_a_picture_of_very_many_is_not_drawn(community, in_november):
    held = make.meeting(community, starts_at=make.A_WEDNESDAY.replace(year=2025), phase=Phase.HELD)
    make.small_groups(held, [make.membership(community) for _ in range(41)])
    assert not encounters(community).is_drawn


@pytest.mark.parametrize("people", [1, 3])
def test_it_costs_the_same_for_few_and_many(community, people, in_november, django_assert_num_queries):
    held = make.meeting(community, starts_at=make.A_WEDNESDAY.replace(year=2025), phase=Phase.HELD)
    make.small_groups(held, [make.membership(community) for _ in range(people)])
    with django_assert_num_queries(2):
        assert len(encounters(community).rows) == people
