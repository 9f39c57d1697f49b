from mindlines.meetings.measures import load
from mindlines.meetings.queries.load import Counted

LAY, CLINICAL, SUPPORT = Counted("Lay members", 4, 12), Counted("Clinicians", 6, 8), Counted("Support team", 1, 1)


def test_one_sentence_says_which_group_has_how_many():
    assert load.sentence([CLINICAL, LAY]) == (
        "20 open actions have an owner. By group: Lay members 12 (4 people); Clinicians 8 (6 people)."
    )


def test_a_group_too_small_is_told_with_the_smallest_that_is_large_enough():
    assert load.apart([LAY, CLINICAL, SUPPORT]) == [CLINICAL, Counted("", 5, 13)]
    assert "smaller groups together 13 (5 people)" in load.sentence([LAY, CLINICAL, SUPPORT])


def test_small_groups_that_are_enough_together_leave_the_others_alone():
    assert load.apart([CLINICAL, Counted("A", 2, 1), Counted("B", 1, 0)]) == [CLINICAL, Counted("", 3, 1)]


def test_where_all_are_few_nobody_is_told_apart():
    assert load.apart([Counted("A", 1, 4), Counted("B", 1, 0)]) == [Counted("", 2, 4)]
    assert load.heavy([Counted("A", 1, 4), Counted("B", 1, 0)]) == ""


def test_with_nothing_open_nothing_is_said():
    nothing = [Counted("Lay members", 4, 0)]
    assert (load.sentence(nothing), load.heavy(nothing), load.sentence([]), load.heavy([])) == ("", "", "", "")


def test_a_group_that_carries_more_than_its_number_is_asked_about():
    assert load.heavy([LAY, Counted("Clinicians", 16, 3)]).startswith("Lay members carry more of the work")
    assert load.heavy([LAY, CLINICAL]) == ""
    assert load.heavy([Counted("Lay members", 4, 3), Counted("Clinicians", 16, 0)]) == ""


def test_where_there_is_one_group_it_carries_what_there_is():
    assert load.heavy([LAY]) == ""
