"""How the lead of an agenda is shared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindlines_analysis.agenda import Balance, Slot, balance

GROUPS = ("lay", "clinicians", "managers")
slots = st.lists(
    st.builds(Slot, st.integers(0, 90), st.sampled_from([*GROUPS, None]), is_led=st.booleans()), max_size=25
)
sizes = st.fixed_dictionaries({group: st.integers(0, 40) for group in GROUPS})


def kinds(found: Balance) -> list[str]:
    return [finding.kind for finding in found.findings]


@given(slots, sizes)
def test_the_minutes_add_up(agenda, members):
    found = balance(agenda, members=members)
    assert found.total == sum(slot.minutes for slot in agenda)
    assert found.led_minutes == sum(share.minutes for share in found.shares)


@given(slots, sizes, st.randoms(use_true_random=False))
def test_the_order_of_items_changes_no_share(agenda, members, chance):
    mixed = list(agenda)
    chance.shuffle(mixed)
    before, after = balance(agenda, members=members), balance(mixed, members=members)
    assert [(share.group, share.minutes, share.items) for share in before.shares] == [
        (share.group, share.minutes, share.items) for share in after.shares
    ]
    assert (before.unnamed_minutes, before.open_minutes) == (after.unnamed_minutes, after.open_minutes)


@given(slots, sizes)
def test_groups_keep_the_order_in_which_they_were_given(agenda, members):
    assert [share.group for share in balance(agenda, members=members).shares] == list(members)


def test_a_group_that_leads_nothing_is_missed():
    found = balance([Slot(20, "clinicians")], members={"lay": 3, "clinicians": 3})
    assert [(finding.kind, finding.group) for finding in found.findings] == [("absent", "lay")]


def test_nobody_is_missed_while_nobody_leads():
    assert kinds(balance([Slot(20)], members={"lay": 3})) == ["unnamed"]


def test_a_group_without_members_and_the_support_team_are_not_missed():
    found = balance([Slot(20, "lay")], members={"lay": 3, "managers": 0, "support": 2}, aside=["support"])
    assert kinds(found) == []


def test_leading_only_after_the_first_hour_is_late():
    found = balance([Slot(60, "clinicians"), Slot(60, "lay")], members={"clinicians": 5, "lay": 5})
    assert [(finding.kind, finding.minute) for finding in found.findings] == [("late", 60)]


def test_leading_most_of_the_time_counts_beside_the_part_of_the_members():
    agenda = [Slot(10, "lay"), Slot(40, "clinicians")]
    assert kinds(balance(agenda, members={"lay": 6, "clinicians": 4})) == ["leads_most"]
    assert kinds(balance(agenda, members={"lay": 2, "clinicians": 8})) == []


def test_breaks_and_small_groups_are_led_by_nobody():
    found = balance([Slot(15, "lay", is_led=False), Slot(15)], members={"lay": 2})
    assert (found.led_minutes, found.open_minutes, found.unnamed_minutes, found.members) == (0, 15, 15, 2)


def test_a_group_of_which_nothing_is_known_is_an_error():
    with pytest.raises(ValueError, match="members"):
        balance([Slot(5, "strangers")], members={"lay": 1})


def test_negative_minutes_are_an_error():
    with pytest.raises(ValueError, match="slots"):
        balance([Slot(-5)], members={})
