import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindlines_analysis.consensus import ranking

OPTIONS = ["gym", "rest", "walk"]
orders_of_some = st.lists(
    st.permutations(OPTIONS).flatmap(lambda order: st.integers(1, 3).map(lambda n: order[:n])), min_size=1
)


def test_the_highest_mean_place_comes_first():
    found = ranking([["gym", "walk"], ["gym", "rest"], ["walk", "gym", "rest"]], options=OPTIONS)
    assert (found.result, found.order, found.winner, found.agrees) == (
        "ordered",
        (("gym",), ("walk",), ("rest",)),
        "gym",
        True,
    )


def test_a_tie_is_called_a_tie_and_no_lot_is_drawn():
    found = ranking([["gym", "walk", "rest"], ["walk", "gym", "rest"]], options=OPTIONS)
    assert (found.result, found.order, found.ties) == ("tied", (("gym", "walk"), ("rest",)), (("gym", "walk"),))
    assert (found.winner, found.agrees) == (None, None)


def test_a_tie_lower_down_is_named_too():
    found = ranking([["gym"], ["gym"]], options=OPTIONS)
    assert (found.result, found.ties, found.agrees) == ("ordered", (("rest", "walk"),), True)


def test_the_winner_of_every_pair_can_stand_second():
    orders = [["gym", "rest", "walk"]] * 3 + [["rest", "walk", "gym"]] * 2
    found = ranking(orders, options=OPTIONS)
    assert (found.order[0], found.winner, found.agrees) == (("rest",), "gym", False)


def test_round_and_round_there_is_no_winner_of_every_pair():
    found = ranking([["gym", "rest", "walk"], ["rest", "walk", "gym"], ["walk", "gym", "rest"]], options=OPTIONS)
    assert (found.result, found.winner) == ("tied", None)


def test_nobody_gives_no_order():
    assert (ranking([], options=OPTIONS).result, ranking([], options=OPTIONS).reason) == ("not_agreed", "nobody voted")


def test_what_could_not_be_chosen_is_refused():
    with pytest.raises(ValueError, match="answers"):
        ranking([["swim"]], options=OPTIONS)


@settings(deadline=None)
@given(orders_of_some, st.randoms())
def test_the_order_of_people_and_of_options_does_not_matter(orders, chance):
    people, options = list(orders), list(OPTIONS)
    chance.shuffle(people)
    chance.shuffle(options)
    found, turned = ranking(orders, options=OPTIONS), ranking(people, options=options)
    assert (turned.order, turned.winner, turned.result) == (found.order, found.winner, found.result)


@settings(deadline=None)
@given(orders_of_some)
def test_one_more_who_puts_the_first_first_keeps_it_first(orders):
    found = ranking(orders, options=OPTIONS)
    first = found.order[0][0]
    assert ranking([*orders, [first]], options=OPTIONS).order[0] == (first,)
