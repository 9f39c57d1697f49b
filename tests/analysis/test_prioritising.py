import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindlines_analysis.prioritising import Scored, weigh

CANDIDATES, CRITERIA = ("class", "letter", "hotline"), ("it works", "patients ask for it")
rows = st.lists(
    st.builds(
        Scored,
        st.sampled_from(CANDIDATES),
        st.sampled_from(CRITERIA),
        st.sampled_from(("lay", "clinical", "managers")),
        st.none() | st.integers(0, 3),
    ),
    max_size=60,
)


def many(count, candidate, group, value, criterion="it works"):
    return [Scored(candidate, criterion, group, value)] * count


def test_three_lay_members_count_as_much_as_twelve_clinicians():
    scores = many(3, "class", "lay", 3) + many(12, "class", "clinical", 1) + many(3, "letter", "lay", 1)
    scores += many(12, "letter", "clinical", 2)
    first, second, _nobody = weigh(scores, candidates=CANDIDATES, criteria=CRITERIA)
    assert (first.candidate, first.together, first.place) == ("class", 2.0, 1)
    assert (second.candidate, second.together, second.place) == ("letter", 1.5, 2)
    assert first.weights[0].spread == 2


def test_what_nobody_could_score_comes_last_and_has_no_place():
    *_others, last = weigh(many(3, "letter", "lay", 0), candidates=CANDIDATES, criteria=CRITERIA)
    assert last.place is None and last.together is None


def test_what_weighs_the_same_shares_a_place():
    scores = many(3, "class", "lay", 2) + many(3, "hotline", "lay", 2) + many(3, "letter", "lay", 1)
    assert [each.place for each in weigh(scores, candidates=CANDIDATES, criteria=CRITERIA)] == [1, 1, 3]


def test_small_groups_count_together_where_they_are_enough():
    scores = many(2, "class", "managers", 3) + many(1, "class", "academics", 0)
    (weight, _other) = weigh(scores, candidates=CANDIDATES, criteria=CRITERIA)[0].weights
    assert weight.by_group == {"": 3.0}


def test_of_too_few_people_nothing_is_told():
    scores = many(2, "class", "managers", 3)
    first = weigh(scores, candidates=CANDIDATES, criteria=CRITERIA)[0]
    assert first.by_group == {} and first.together is None and first.weights[0].spread is None


def test_groups_too_small_to_be_told_apart_count_in_the_whole():
    scores = many(2, "class", "managers", 3) + many(3, "class", "lay", 1)
    first = weigh(scores, candidates=CANDIDATES, criteria=CRITERIA)[0]
    assert (first.by_group, first.weights[0].median) == ({"lay": 1.0}, 1.0)


def test_who_alone_knows_in_a_group_is_not_found_by_it():
    scores = many(2, "class", "lay", None) + many(1, "class", "lay", 0) + many(3, "class", "clinical", 3)
    weight = weigh(scores, candidates=CANDIDATES, criteria=CRITERIA)[0].weights[0]
    assert (weight.by_group, weight.median) == ({"clinical": 3.0}, 3.0)
    alone = weigh(scores[:3], candidates=CANDIDATES, criteria=CRITERIA)[0].weights[0]
    assert (alone.by_group, alone.median) == ({}, None)


def test_not_knowing_is_no_score_and_is_counted():
    scores = many(9, "class", "lay", None) + many(3, "class", "clinical", 2)
    weight = weigh(scores, candidates=CANDIDATES, criteria=CRITERIA)[0].weights[0]
    assert (weight.median, weight.unknown, weight.answers) == (2.0, 0.75, 12)


@pytest.mark.parametrize(
    ("score", "words"),
    [(Scored("car", "it works", "lay", 1), "candidate"), (Scored("class", "it is new", "lay", 1), "criterion")],
)
def test_a_score_for_something_else_is_refused(score, words):
    with pytest.raises(ValueError, match=words):
        weigh([score], candidates=CANDIDATES, criteria=CRITERIA)


def test_a_group_has_at_least_one_person():
    with pytest.raises(ValueError, match="least"):
        weigh([], candidates=CANDIDATES, criteria=CRITERIA, least=0)


@given(rows, st.randoms(use_true_random=False))
def test_the_order_of_scores_does_not_matter(scores, chance: random.Random):
    weighed = weigh(scores, candidates=CANDIDATES, criteria=CRITERIA)
    shuffled = list(scores)
    chance.shuffle(shuffled)
    assert weigh(shuffled, candidates=CANDIDATES, criteria=CRITERIA) == weighed
    assert sorted(each.candidate for each in weighed) == sorted(CANDIDATES)


@given(rows)
def test_no_group_below_three_is_told_apart(scores):
    for each in weigh(scores, candidates=CANDIDATES, criteria=CRITERIA):
        for weight in each.weights:
            for group in filter(None, weight.by_group):
                counts = [
                    sum(row.group == group and row.candidate == c and row.criterion == k for row in scores)
                    for c in CANDIDATES
                    for k in CRITERIA
                ]
                assert max(counts) >= 3
