import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from mindlines_analysis.opinion import Pair, moved
from mindlines_analysis.opinion._testing import wilcoxon

# A machine that has much else to do is no failure.
patiently = settings(deadline=None, max_examples=60)

STAYED = [Pair("yes", "yes")] * 6


def choice(pairs, options=("no", "yes")):
    return moved(pairs, kind="choice", options=options)


def test_five_who_change_all_one_way_have_no_p():
    found = choice([*[Pair("no", "yes")] * 5, *STAYED])
    assert (found.test.name, found.test.p.value, found.test.p.reason) == ("", None, "fewer than six people changed")
    assert stats.binomtest(5, 5).pvalue == 0.0625


def test_six_who_change_all_one_way_have_one():
    found = choice([*[Pair("no", "yes")] * 6, *STAYED])
    assert (found.test.name, found.test.p.value) == ("McNemar exact", 0.03125)
    assert (found.people, found.changed, found.higher, found.lower) == (12, 6, 6, 0)


def test_the_same_six_on_a_scale():
    found = moved([*[Pair(3, 7)] * 6, Pair(5, 5), Pair(9, 9)], kind="scale")
    assert (found.test.name, found.test.p.value) == ("Wilcoxon signed-rank", 0.03125)
    assert [(flow.before, flow.after, flow.count) for flow in found.flows] == [
        ("low", "high", 6), ("middle", "middle", 1), ("high", "high", 1)
    ]  # fmt: skip


def test_a_group_of_seven_is_not_tested():
    found = choice([*[Pair("no", "yes", "lay")] * 7, *[Pair("yes", "no", "clinicians")] * 8])
    assert found.by_group["lay"].test.p.reason == "fewer than eight people"
    assert found.by_group["clinicians"].test.p.value == pytest.approx(2 / 2**8)
    assert (found.by_group["clinicians"].higher, found.by_group["clinicians"].lower) == (0, 8)


def test_more_than_two_options_show_who_went_where_without_a_test():
    found = choice([*[Pair("a", "c")] * 7, Pair("b", "b")], options=["a", "b", "c"])
    assert found.test.p.reason == "more than two options"
    assert [(flow.before, flow.after, flow.count) for flow in found.flows] == [("a", "c", 7), ("b", "b", 1)]


def test_who_answered_once_is_counted_apart():
    found = choice([Pair("yes", None), Pair(None, "no"), Pair(None, "no"), Pair(None, None), Pair("no", "no")])
    assert (found.people, found.only_before, found.only_after, found.changed) == (1, 1, 2, 0)


def test_confidence_moves_too():
    pairs = [
        Pair(5, 5, before_sure=2, after_sure=4),
        Pair(5, 6, before_sure=3, after_sure=1),
        Pair(5, 5, before_sure=3),
    ]
    found = moved([*pairs, Pair(1, 1, before_sure=1, after_sure=1)], kind="scale")
    assert (found.surer, found.less_sure, found.as_sure) == (1, 1, 1)


def test_of_five_steps_the_middle_one_stands_alone():
    found = moved([Pair(1, 2), Pair(2, 4), Pair(3, 5)], kind="scale", options=range(1, 6))
    assert [(flow.before, flow.after) for flow in found.flows] == [("low", "low"), ("low", "high"), ("middle", "high")]


@patiently
@given(st.lists(st.integers(1, 40), min_size=6, max_size=20, unique=True), st.data())
def test_ranks_without_ties_are_tested_as_scipy_does(sizes, data):
    shifts = [size * data.draw(st.sampled_from([-1, 1])) for size in sizes]
    assert wilcoxon(shifts) == pytest.approx(stats.wilcoxon(shifts, method="exact").pvalue)


@settings(deadline=None, max_examples=20)
@given(st.lists(st.sampled_from([-3, -2, -1, 1, 2, 3]), min_size=6, max_size=11))
def test_ranks_with_ties_are_tested_as_if_all_signs_were_tried(shifts):
    tried = stats.wilcoxon(shifts, method=stats.PermutationMethod(n_resamples=2**12)).pvalue
    assert wilcoxon(shifts) == pytest.approx(tried)


def test_many_changers_are_tested_by_approximation():
    shifts = [1, 2, 3, -1] * 15
    assert wilcoxon(shifts) == pytest.approx(stats.wilcoxon(shifts, method="asymptotic").pvalue)


@patiently
@given(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), max_size=30))
def test_time_turned_round_turns_the_moves_and_keeps_p(answers):
    there = moved([Pair(before, after) for before, after in answers], kind="scale")
    back = moved([Pair(after, before) for before, after in answers], kind="scale")
    assert (there.higher, there.lower) == (back.lower, back.higher)
    assert there.test.p.value == pytest.approx(back.test.p.value) if there.test.name else not back.test.name
    assert sum(flow.count for flow in there.flows) == there.people


@pytest.mark.parametrize(
    ("pairs", "kind", "options", "named"),
    [
        ([Pair("maybe", "yes")], "choice", ["no", "yes"], "pairs"),
        ([], "choice", ["yes"], "options"),
        ([], "choice", ["yes", "yes"], "options"),
        ([], "scale", ["1", "2"], "options"),
    ],
)
def test_what_cannot_be_meant_is_refused(pairs, kind, options, named):
    with pytest.raises(ValueError, match=named):
        moved(pairs, kind=kind, options=options)
