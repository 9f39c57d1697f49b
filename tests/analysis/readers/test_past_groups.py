import pytest

from mindlines_analysis.readers.past_groups import read_past_groups
from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.tables import read_table


def past(*lines, header, people=()):
    return read_past_groups(read_table("\n".join([header, *lines]).encode(), name="past.csv"), people=people)


def test_rows_become_rounds_and_groups_in_the_order_of_their_numbers():
    found = past("2,2,Ana", "2,1,Bo", "1,1,Ana", "1,1,Bo", "1,3,Chi", header="round,group,person")
    assert found.rounds == ((("Bo",), ("Ana",)), (("Ana", "Bo"), (), ("Chi",)))


def test_groups_with_names_stand_as_they_come():
    assert past("Oak,Ana", "Ash,Bo", "Oak,Chi", header="Group,Name").rounds == ((("Ana", "Chi"), ("Bo",)),)


def test_groups_with_wild_numbers_stand_as_they_come():
    assert past("900,Ana", "7,Bo", header="Table,Who").rounds == ((("Ana",), ("Bo",)),)


def test_meetings_with_dates_are_put_in_their_order():
    lines = ["05/03/2026,1,A,New", "2025-11-20,2,A,Older", "2025-11-20,1,A,Oldest"]
    found = past(*lines, header="date,round,group,person")
    assert [made[0][0] for made in found.rounds] == ["Oldest", "Older", "New"]


def test_meetings_with_other_words_are_taken_in_the_order_of_the_file():
    found = past("Spring,A,Ana", "Autumn,A,Bo", header="meeting,group,person")
    assert [made[0][0] for made in found.rounds] == ["Ana", "Bo"]


def test_names_are_spelled_as_the_people_are_today():
    found = past("1,a,LEE BO", "1,a,Chí Wu", "1,a,Zoe", header="round,group,person", people=["Bo Lee", "Chi Wu"])
    assert found.rounds == ((("Bo Lee", "Chi Wu", "Zoe"),),)


def test_newer_meetings_count_more():
    history = past("1,a,Ana", "1,a,Bo", "2,a,Ana", "2,a,Bo", header="round,group,person").history(fading=0.5)
    assert history.met == {("Ana", "Bo"): 1.5}


def test_pairs_are_added_up_and_keep_their_count():
    found = past("Bo,Ana,2", "Ana,Bo,1", "Ana,Chi,1", header="person,person,times")
    history = found.history(fading=0.1, weight=3)
    assert history.met == {("Ana", "Bo"): 3.0, ("Ana", "Chi"): 1.0} and history.weight == 3


def test_pairs_without_a_count_met_once():
    assert past("Bo,Ana", header="one,other").met == (("Ana", "Bo", 1.0),)


@pytest.mark.parametrize(
    ("header", "lines", "words"),
    [
        ("town,colour", ["Ely,red"], "cannot be read from the columns town, colour"),
        ("round,group,person", ["1,1,Bo", "1,2,bo"], "Row 3: bo sits in a group of this round already, in row 2"),
        ("round,group,person", ["1,,Bo"], "Row 2 lacks a group"),
        ("round,group,person", ["1,2,"], "Row 2 lacks a person"),
        ("person,person,times", ["Bo,Bo,1"], "Row 2 does not name two people"),
        ("person,person,times", ["Bo,,1"], "Row 2 does not name two people"),
        ("person,person,times", ["Bo,Ana,often"], "Row 2: “often” does not say how often they met"),
        ("person,person,times", ["Bo,Ana,-1"], "Row 2: “-1” does not say how often they met"),
    ],
)
def test_what_cannot_be_history_is_refused_in_words(header, lines, words):
    with pytest.raises(Unreadable, match=words):
        past(*lines, header=header)
