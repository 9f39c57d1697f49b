import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindlines_analysis.consensus import appropriate, consent, gradient, share

# A machine that has much else to do is no failure.
patiently = settings(deadline=None, max_examples=80)
GROUPS = {"Bo": "lay", "Cy": "lay", "Di": "clinicians", "Ed": "clinicians", "Fi": "clinicians", "Gus": "managers"}

RULES = {
    "consent": (lambda votes: consent(votes, open_objections=0, groups=GROUPS), -1, 1),
    "gradient": (lambda votes: gradient(votes, level=3, threshold=0.7, groups=GROUPS), 1, 5),
    "share": (lambda votes: share(votes, groups=GROUPS), 1, 9),
    "appropriate": (lambda votes: appropriate(votes, groups=GROUPS), 1, 9),
}


def numbered(*values):
    return {f"v{number}": value for number, value in enumerate(values)}


def test_consent_waits_for_an_open_objection():
    votes = {"Bo": 1, "Di": 1, "Gus": 0}
    assert consent(votes, open_objections=1, groups=GROUPS).result == "objected"
    found = consent(votes, open_objections=0, groups=GROUPS)
    assert (found.result, found.reason, found.share.value) == ("agreed", "", 1)


def test_consent_is_none_where_most_object_though_nobody_says_why():
    assert consent(numbered(-1, -1, 1), open_objections=0, groups={}).reason == "too few agree"
    assert consent({"Bo": -1, "Di": 1, "Ed": 1}, open_objections=0, groups=GROUPS).result == "not_by_all"


def test_a_group_below_one_half_stops_a_majority():
    found = gradient({"Bo": 2, "Cy": 1, "Di": 5, "Ed": 5, "Fi": 4, "Gus": 4}, level=3, threshold=0.6, groups=GROUPS)
    assert (found.result, found.below, found.by_group["lay"].p) == ("not_by_all", ("lay",), 1 / 4)
    assert (found.by_group["lay"].people, found.by_group["clinicians"].agree) == (2, 3)


def test_a_threshold_that_is_just_reached_is_reached():
    assert gradient(numbered(4, 4, 1), level=4, threshold=2 / 3, groups={}).result == "agreed"
    assert gradient(numbered(4, 1, 1), level=4, threshold=2 / 3, groups={}).reason == "too few agree"


def test_a_group_of_whom_nobody_voted_is_named_and_does_not_stop_it():
    found = gradient({"Bo": 5, "Di": 5}, level=3, threshold=0.5, groups=GROUPS)
    assert (found.result, found.unheard, found.by_group["managers"].p) == ("agreed", ("managers",), 1 / 2)


def test_whose_group_may_not_be_known_counts_in_the_whole():
    found = gradient({"somebody": 1, "Bo": 5}, level=3, threshold=0.5, groups=GROUPS)
    assert (found.people, found.share.value, found.result) == (2, 0.5, "agreed")


def test_nine_of_twelve_is_three_quarters_and_uncertain():
    found = share(numbered(*[8] * 9, *[5] * 3), threshold=0.75, groups={})
    assert found.result == "agreed"
    assert (round(found.interval.low, 2), round(found.interval.high, 2)) == (0.47, 0.91)


def test_a_few_who_are_strongly_against_stop_a_share():
    assert share(numbered(*[9] * 17, 1, 1, 1), groups={}).reason == "too many are against"
    assert share(numbered(*[9] * 18, 1, 1), groups={}).result == "agreed"
    assert share(numbered(*[9] * 18, 1, 1), most_against=0, groups={}).result == "not_agreed"
    assert share(numbered(*[9] * 9), most_against=0, groups={}).result == "agreed"
    assert share(numbered(9, 5), groups={}).reason == "too few agree"


@pytest.mark.parametrize(
    ("values", "result", "reason"),
    [
        ([4, 5, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 9, 9], "agreed", ""),
        ([9] * 6, "uncertain", "fewer than 7 people"),
        ([1, 1, 1, 1, 9, 9, 9, 9, 9], "uncertain", "the answers lie far apart"),
        ([5] * 7, "uncertain", "the median lies between 3 and 7"),
        ([2] * 7, "not_agreed", "the median is 3 or less"),
        ([], "not_agreed", "nobody voted"),
    ],
)
def test_numbers_are_read_by_their_median_and_their_distance(values, result, reason):
    found = appropriate(numbered(*values), groups={})
    assert (found.result, found.reason, found.ram.people) == (result, reason, len(values))


def test_a_high_median_does_not_speak_for_a_group_that_is_against():
    votes = {"a": 3, "b": 2, **numbered(*[8] * 8)}
    assert appropriate(votes, groups={"a": "lay", "b": "lay"}).result == "not_by_all"


@pytest.mark.parametrize("rule", RULES)
def test_without_votes_nothing_is_agreed(rule):
    found = RULES[rule][0]({})
    assert (found.result, found.reason, found.share.value) == ("not_agreed", "nobody voted", None)


@pytest.mark.parametrize(
    ("asking", "named"),
    [
        (lambda: consent({"Bo": 2}, open_objections=0, groups=GROUPS), "votes"),
        (lambda: consent({}, open_objections=-1, groups=GROUPS), "open_objections"),
        (lambda: gradient({"Bo": 6}, level=3, threshold=0.5, groups=GROUPS), "votes"),
        (lambda: gradient({}, level=6, threshold=0.5, groups=GROUPS), "level"),
        (lambda: gradient({}, level=3, threshold=1.5, groups=GROUPS), "threshold"),
        (lambda: share({"Bo": 5.5}, groups=GROUPS), "votes"),
        (lambda: share({}, level=3, groups=GROUPS), "level"),
        (lambda: share({}, most_against=-1, groups=GROUPS), "most_against"),
        (lambda: appropriate({"Bo": 0}, groups=GROUPS), "votes"),
    ],
)
def test_what_makes_no_sense_is_refused_by_name(asking, named):
    with pytest.raises(ValueError, match=named):
        asking()


@st.composite
def votes_of(draw, rule):
    _ask, lowest, highest = RULES[rule]
    voters = st.sampled_from([*sorted(GROUPS), *(f"v{number}" for number in range(8))])
    return draw(st.dictionaries(voters, st.integers(lowest, highest), min_size=1))


@pytest.mark.parametrize("rule", RULES)
@patiently
@given(st.data(), st.randoms())
def test_the_order_of_votes_does_not_matter(rule, data, chance):
    votes = data.draw(votes_of(rule))
    turned = list(votes.items())
    chance.shuffle(turned)
    assert RULES[rule][0](dict(turned)) == RULES[rule][0](votes)


@pytest.mark.parametrize("rule", ["consent", "gradient", "share"])
@patiently
@given(st.data())
def test_one_more_who_agrees_never_takes_an_agreement_away(rule, data):
    ask, lowest, highest = RULES[rule]
    likely = st.one_of(st.just(highest), st.integers(lowest, highest))
    votes = data.draw(st.dictionaries(st.sampled_from([*sorted(GROUPS), "x", "y"]), likely, max_size=7))
    newcomer = data.draw(st.sampled_from(sorted({*GROUPS, "newcomer"} - votes.keys())))
    assert ask(votes).result != "agreed" or ask({**votes, newcomer: highest}).result == "agreed"


@pytest.mark.parametrize("rule", RULES)
@patiently
@given(st.data())
def test_nothing_is_agreed_that_most_of_a_group_are_against(rule, data):
    found = RULES[rule][0](data.draw(votes_of(rule)))
    assert found.result != "agreed" or not found.below
    assert (found.result == "not_by_all") <= bool(found.below)
    assert all(2 * group.agree >= group.people for name, group in found.by_group.items() if name not in found.below)
