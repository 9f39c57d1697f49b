from datetime import timedelta

import pytest

from mindlines.communities.choices import KnowledgeKind
from mindlines.communities.models import SearchEntry
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.knowledge.actions import citation_imports as actions
from mindlines.knowledge.actions import items, statements
from mindlines.knowledge.actions.statements import Claim
from mindlines.knowledge.measures import citation_imports as measures
from mindlines.knowledge.models import Citation, CitationImport, Item
from mindlines.knowledge.queries import citations as queries
from mindlines.knowledge.tasks import forget_lists
from mindlines_analysis.readers.citations import read_citations

FILE = """TY  - JOUR
TI  - Exercise for people with painful hips
AU  - Smith, Ann
PY  - 2019
DO  - 10.1000/1
AB  - Exercise helps.
ER  -
TY  - JOUR
TI  - Mats on the floor, and how to get up again
AU  - Lee, Bo
PY  - 2020
ER  -
TY  - JOUR
AU  - Nobody, N.
ER  -
"""
AGAIN = """TY  - JOUR
TI  - Mats on the floor, and how to get up again.
AU  - Lee, Bo
PY  - 2020
DO  - 10.1000/2
AB  - Some could.
JF  - Knees Today
ER  -
"""


@pytest.fixture
def bring(community, bo):
    """A file brought in by Bo."""

    def brought(text: str = FILE) -> CitationImport:
        found = read_citations(text.encode(), name="review.ris")
        return actions.take_in(found, to=community, by=bo, kind=KnowledgeKind.RESEARCH, file_name="review.ris")

    return brought


def confirm(brought: CitationImport, by) -> CitationImport:
    brought.refresh_from_db()
    return actions.confirm(brought, by=by, seen=measures.preview(brought).digest)


def decided(brought: CitationImport, **rows: str) -> CitationImport:
    actions.decide(brought, rows={int(name.removeprefix("row")): choice for name, choice in rows.items()})
    return brought


def titles() -> list[str]:
    return sorted(Item.objects.values_list("title", flat=True))


def test_a_file_comes_in_whole(bring, community, bos):
    result = confirm(bring(), bos).result
    first = Item.objects.select_related("citation").get(title="Exercise for people with painful hips")
    assert (result["added"], result["filled"], result["left_out"]) == (2, 0, 0)
    assert [no["line"] for no in result["refused"]] == [13]
    assert (first.kind, first.form, first.words, first.year) == ("research", "citation", "Exercise helps.", 2019)
    assert (first.brought_by, first.constituency) == (bos, bos.constituency)
    assert (first.citation.doi, first.citation.came_from) == ("10.1000/1", "review.ris")
    assert first.citation.likeness == "exercise for people with painful hips|2019"
    assert [(line.verb, line.words) for line in community.record.all()] == [("brought-in-a-list", "2")]
    entry = SearchEntry.objects.get(ref=f"knowledge.item:{first.pk}")
    assert "Exercise helps." in entry.words and "Smith" in entry.words and entry.year == 2019


def test_of_the_file_nothing_is_kept(bring, bos):
    kept = confirm(bring(), bos)
    kept.refresh_from_db()
    assert (kept.records, kept.refused, kept.choices) == ([], [], {})


def test_a_second_click_gives_back_the_first_result(bring, bos):
    brought = bring()
    first = confirm(brought, bos)
    again = actions.confirm(brought, by=bos, seen="anything")
    assert again.confirmed_at == first.confirmed_at and Item.objects.count() == 2


def test_the_same_file_again_adds_nothing_but_what_is_sure(bring, bos):
    confirm(bring(), bos)
    shown = measures.preview(bring())
    assert [(row.kind, row.outcome) for row in shown.rows] == [("same", "out"), ("alike", "")]
    assert [str(other.why) for row in shown.rows for other in row.beside] == [
        "same DOI",
        "same title, year and first author",
    ]
    assert [row.position for row in shown.matched] == [0, 1]


def test_what_looks_the_same_waits_for_a_decision(bring, bos):
    confirm(bring(), bos)
    with pytest.raises(Refused, match="still need a decision"):
        confirm(bring(AGAIN), bos)


def test_what_is_missing_in_ours_can_be_filled(bring, bos):
    confirm(bring(), bos)
    result = confirm(decided(bring(AGAIN), row0="fill"), bos).result
    filled = Item.objects.select_related("citation").get(title__startswith="Mats")
    assert (result["added"], result["filled"]) == (0, 1)
    assert filled.title == "Mats on the floor, and how to get up again"
    assert (filled.words, filled.citation.doi) == ("Some could.", "10.1000/2")
    assert filled.citation.csl["container-title"] == "Knees Today"
    assert "Some could." in SearchEntry.objects.get(ref=f"knowledge.item:{filled.pk}").words


def test_another_work_can_be_added_all_the_same(bring, bos):
    confirm(bring(), bos)
    assert confirm(decided(bring(AGAIN), row0="add"), bos).result["added"] == 1
    assert Item.objects.count() == 3


def test_records_of_one_file_may_be_the_same_as_each_other(bring, bos):
    mats = FILE.split("ER  -\n")[1] + "ER  -\n"
    result = confirm(decided(bring(mats + AGAIN), row1="fill"), bos).result
    assert (result["added"], result["filled"]) == (1, 1)
    assert Citation.objects.get().doi == "10.1000/2"


def test_a_record_of_the_file_may_be_left_out_and_with_it_what_would_fill_it(bring, bos):
    mats = FILE.split("ER  -\n")[1] + "ER  -\n"
    result = confirm(decided(bring(mats + AGAIN), row0="out", row1="fill"), bos).result
    assert (result["added"], result["filled"], result["left_out"]) == (0, 0, 2)
    assert titles() == [] and bos.community.record.count() == 0


def test_a_chain_of_the_same_leads_to_one_of_ours(bring, bos):
    confirm(bring(AGAIN), bos)
    result = confirm(decided(bring(AGAIN + AGAIN.replace("AB  - Some could.\n", "VL  - 7\n")), row1="fill"), bos).result
    assert (result["added"], result["filled"], result["left_out"]) == (0, 1, 1)
    assert Citation.objects.get().csl["volume"] == "7"


def test_nothing_is_written_when_somebody_else_was_quicker(bring, bos):
    brought = bring()
    seen = measures.preview(brought).digest
    confirm(bring(), bos)
    with pytest.raises(Refused, match="has changed since you looked"):
        actions.confirm(brought, by=bos, seen=seen)
    assert Item.objects.count() == 2


def test_what_was_withdrawn_is_no_longer_the_same(bring, bos):
    confirm(bring(), bos)
    items.withdraw(Item.objects.get(title__startswith="Mats"), by=bos)
    assert measures.preview(bring(AGAIN)).rows[0].kind == "new"


def test_a_list_that_is_dropped_or_confirmed_takes_no_more_decisions(bring, bos):
    brought = bring()
    confirm(brought, bos)
    with pytest.raises(Refused, match="brought in already"):
        decided(brought, row0="out")
    actions.drop(brought)
    assert CitationImport.objects.count() == 1
    other = bring()
    actions.drop(other)
    for deed in (lambda: decided(other, row0="out"), lambda: actions.confirm(other, by=bos, seen="x")):
        with pytest.raises(Refused, match="forgotten"):
            deed()


def test_a_list_is_forgotten_after_a_day(bring):
    bring()
    CitationImport.objects.update(uploaded_at=now() - timedelta(days=1, minutes=1))
    bring()
    forget_lists()
    assert CitationImport.objects.count() == 1


def test_a_list_taken_back_is_gone_also_from_the_search_and_the_record_says_so(bring, bos):
    brought = confirm(bring(), bos)
    assert SearchEntry.objects.filter(ref__startswith="knowledge.item:").count() == 2
    taken = actions.take_back(brought, by=bos)
    assert (taken.result["taken_back"], taken.result["stayed"], taken.result["items"]) == (2, [], [])
    assert not Item.objects.exists()
    assert not SearchEntry.objects.filter(ref__startswith="knowledge.item:").exists()
    assert bos.community.record.filter(verb="took-back-a-list", words="2").exists()
    actions.take_back(brought, by=bos)
    assert bos.community.record.filter(verb="took-back-a-list").count() == 1


def test_a_reference_that_somebody_has_worked_with_stays_and_is_named(bring, bos):
    brought = confirm(bring(), bos)
    worked_with, other = Item.objects.order_by("pk")
    statements.write(Claim(words="Exercise helps."), of=worked_with, by=bos.person)
    taken = actions.take_back(brought, by=bos)
    assert (taken.result["taken_back"], list(queries.stayed(taken))) == (1, [worked_with])
    assert not Item.objects.filter(pk=other.pk).exists()


def test_a_reference_whose_quality_was_noted_stays_too_and_then_there_is_nothing_to_tell(bring, bos):
    brought = confirm(bring(), bos)
    for item in Item.objects.all():
        items.judge_quality(item, by=bos, quality="Good")
    assert actions.take_back(brought, by=bos).result["taken_back"] == 0
    assert not bos.community.record.filter(verb="took-back-a-list").exists()


def test_after_a_week_it_is_too_late_and_nothing_of_the_list_is_kept(bring, bos):
    brought = confirm(bring(), bos)
    CitationImport.objects.update(confirmed_at=now() - timedelta(days=7, minutes=1))
    with pytest.raises(Refused, match="one by one"):
        actions.take_back(brought, by=bos)
    forget_lists()
    assert not CitationImport.objects.exists()
    with pytest.raises(Refused, match="one by one"):
        actions.take_back(brought, by=bos)
    assert Item.objects.count() == 2


def test_long_titles_and_abstracts_still_fit(bring, bos):
    confirm(bring(f"TY  - JOUR\nTI  - {'long ' * 200}\nAB  - {'words ' * 20_000}\nUR  - https://x.org/1\nER  -\n"), bos)
    made = Item.objects.select_related("citation").get()
    assert (len(made.title), len(made.words), made.link) == (300, 60_000, "https://x.org/1")
    assert len(made.citation.csl["title"]) == 999 and len(made.citation.likeness) <= 200
