"""Whether a group has its share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindlines_analysis.voice import Band, band_of, parity

GROUPS = ("lay", "clinicians", "managers", "commissioners")
people = st.fixed_dictionaries({group: st.integers(0, 30) for group in GROUPS})
amounts = st.fixed_dictionaries({group: st.integers(0, 300) for group in GROUPS})


def test_a_worked_example_by_hand():
    found = parity({"lay": 6, "clinicians": 30}, people={"lay": 4, "clinicians": 6, "managers": 2})
    # lay members: 6 of 36 turns, 4 of 12 people
    assert {group: figure.value for group, figure in found.items()} == {"lay": 0.5, "clinicians": pytest.approx(5 / 3), "managers": 0}  # fmt: skip


@given(amounts, people)
def test_weighted_by_people_the_ratios_average_to_one(said, there):
    found = {group: figure.value for group, figure in parity(said, people=there).items()}
    everybody = sum(there.values())
    if any(said[group] and there[group] for group in GROUPS):
        assert sum((found[group] or 0) * there[group] for group in GROUPS) / everybody == pytest.approx(1)
    for group in GROUPS:
        assert found[group] is not None or not there[group] or not any(said[name] for name in GROUPS if there[name])


@given(amounts, people, st.permutations(GROUPS))
def test_the_order_of_groups_does_not_matter(said, there, order):
    other = parity({group: said[group] for group in order}, people={group: there[group] for group in order})
    assert other == parity(said, people=there)


def test_a_group_that_was_not_there_has_no_ratio_and_moves_nobody_elses():
    found = parity({"lay": 5, "managers": 100}, people={"lay": 1, "clinicians": 1, "managers": 0})
    assert found["managers"].reason == "nobody of this group was there"
    assert found["lay"].value == 2


def test_silence_of_all_is_said_so():
    assert parity({}, people={"lay": 3})["lay"].reason == "nobody contributed"


def test_wrong_input_names_the_argument():
    with pytest.raises(ValueError, match=r"people: no count for \['guests'\]"):
        parity({"guests": 1}, people={"lay": 1})
    with pytest.raises(ValueError, match="amounts"):
        parity({"lay": -1}, people={"lay": 1})
    with pytest.raises(ValueError, match="people"):
        parity({}, people={"lay": -1})
    with pytest.raises(ValueError, match="ratio"):
        band_of(-0.1)


@pytest.mark.parametrize(
    ("ratio", "band"),
    [
        (0, Band.FAR_BELOW),
        (0.499, Band.FAR_BELOW),
        (0.5, Band.BELOW),
        (0.799, Band.BELOW),
        (0.1 / 0.125, Band.ABOUT),
        (1.25, Band.ABOUT),
        (1.251, Band.ABOVE),
        (2, Band.ABOVE),
        (2.01, Band.FAR_ABOVE),
    ],
)
def test_bands_have_the_limits_that_are_written_down(ratio, band):
    assert band_of(ratio) is band


@given(st.floats(0.01, 100))
def test_bands_mirror_each_other(ratio):
    order = list(Band)
    assert order.index(band_of(ratio)) + order.index(band_of(1 / ratio)) == len(order) - 1
