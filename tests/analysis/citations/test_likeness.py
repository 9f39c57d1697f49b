import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindlines_analysis.citations import Reason, likeness_key, same_work


def work(title: str, year: int | None = 2019, author: str = "Smith", **more):
    return {
        "title": title,
        "author": [{"family": author, "given": "A."}] if author else [],
        "issued": {"date-parts": [[year]]} if year else {},
        **more,
    }


TITLE = "Exercise for people with painful hips in the community"


def why(one, other) -> Reason | None:
    found = same_work([one, other])
    assert len(found) <= 1
    return found[0].reason if found else None


def test_the_same_number_is_the_same_work():
    assert (
        why(work(TITLE, DOI="10.1000/1"), work("Exercise for people with painful hips", DOI="10.1000/1")) == Reason.DOI
    )
    assert why(work(TITLE, PMID="7"), work(TITLE.upper(), PMID="7", DOI="10.1000/1")) == Reason.PUBMED
    assert same_work([work(TITLE, DOI="10.1000/1")], known=[work("", DOI="10.1000/1")])[0].is_sure


def test_the_same_title_year_and_first_author_is_the_same_work():
    assert why(work(TITLE), work(f"{TITLE}.")) == Reason.TITLE
    assert why(work(TITLE), work(TITLE, year=2020)) == Reason.TITLE
    assert why(work(TITLE), work(TITLE, year=None, author="")) == Reason.TITLE
    assert why(work(TITLE), work(TITLE.replace("painful", "painfull"))) == Reason.NEAR_TITLE
    assert why(work(TITLE), work(f"{TITLE}: a review of trials")) == Reason.NEAR_TITLE
    assert why(work("β-blockers & <i>falls</i> at home"), work("beta-blockers and falls at home")) == Reason.TITLE


@pytest.mark.parametrize(
    "other",
    [
        work(f"Erratum: {TITLE}"),
        work(f"{TITLE}: protocol for a trial"),
        work(f"{TITLE}, reply"),
        work(f"{TITLE}, part 2"),
        work(f"{TITLE} 2018"),
        work(TITLE, year=2015),
        work(TITLE, author="Lee"),
        work(TITLE, DOI="10.1000/2", PMID="8"),
        work(TITLE, volume="3", page="9-12"),
        work("Exercise for people with painful knees in the hospital"),
        work(""),
    ],
    ids=lambda other: other["title"] + str(other["issued"]) + other["author"][0]["family"] + str(other.get("DOI", "")),
)
def test_what_only_looks_alike_is_another_work(other):
    first = work(TITLE, DOI="10.1000/1") if "DOI" in other else work(TITLE, volume="1", page="1-8")
    assert why(first, other) is None


def test_parts_are_told_apart_by_number_and_by_letter():
    assert why(work(f"{TITLE}: part I"), work(f"{TITLE}: part II")) is None
    assert why(work(f"{TITLE}: part A"), work(f"{TITLE}: part B")) is None
    assert why(work(f"{TITLE}: part II"), work(f"{TITLE}: Part 2")) == Reason.TITLE


def test_a_title_of_few_words_needs_everything_else_too():
    place = {"container-title": "BMJ", "volume": "3", "page": "1"}
    assert why(work("Editorial"), work("Editorial", year=2020)) is None
    assert why(work("Editorial", **place), work("Editorial", **{**place, "page": "2"})) is None
    assert why(work("Editorial", author=""), work("Editorial", author="")) is None
    assert why(work("Editorial", **place), work("Editorial", **place)) == Reason.TITLE


def test_one_number_under_different_titles_has_to_be_looked_at():
    found = same_work([work(TITLE, DOI="10.1000/1"), work("Stairs and mats in old age", DOI="10.1000/1")])
    assert [(pair.reason, pair.is_sure) for pair in found] == [(Reason.OTHER_TITLE, False)]
    assert why(work(TITLE, PMID="7"), work("Stairs and mats in old age", PMID="7")) is None
    assert why(work(TITLE, DOI="10.1000/1"), work(f"Erratum for {TITLE} now", DOI="10.1000/1")) == Reason.DOI


def test_what_is_known_comes_first_and_known_works_are_not_compared_with_each_other():
    found = same_work([work(TITLE), work(TITLE)], known=[work(TITLE), work(TITLE)])
    assert [(pair.position, pair.other, pair.is_known) for pair in found] == [
        (0, 0, True), (0, 1, True), (1, 0, True), (1, 1, True), (1, 0, False),
    ]  # fmt: skip


def test_records_without_a_name_or_a_date_are_no_trouble():
    assert (
        same_work([{}, {"author": [], "issued": {"literal": "10 15"}, "title": "A"}, {"author": [{}], "title": "B"}])
        == ()
    )


def test_a_key_is_made_of_title_and_year():
    assert likeness_key(work("The Hip: a Review.")) == "the hip a review|2019"
    assert likeness_key({"title": "x" * 500}) == "x" * 190 + "|"
    assert likeness_key({}) == ""


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=6))
def test_every_record_is_the_same_as_itself_sent_twice(titles):
    records = [work(f"{title} {place} hips knees mats", DOI=f"10.1000/{place}") for place, title in enumerate(titles)]
    found = same_work(records, known=records)
    assert {pair.position for pair in found if pair.other == pair.position} == set(range(len(records)))


def test_in_a_long_list_each_record_is_found_again():
    records = [
        work(f"A systematic review of {place % 97} ways to walk {place * 79 % 503} stairs") for place in range(500)
    ]
    found = same_work(records, known=records)
    assert {pair.position for pair in found if pair.is_known and pair.other == pair.position} == set(range(500))
