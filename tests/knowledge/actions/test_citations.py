import pytest

from mindlines.communities.models import SearchEntry
from mindlines.knowledge.actions import citations as actions
from mindlines.knowledge.actions.items import Changed, NewItem
from mindlines.knowledge.models import Item
from mindlines_analysis.readers.citations import CitationRecord

RECORD = CitationRecord(
    {"type": "article-journal", "title": "Hips", "DOI": "10.1000/1", "issued": {"date-parts": [[2019, 5]]}},
    doi="10.1000/1",
    abstract="Exercise helps.",
)


@pytest.fixture
def work(community, bos):
    new = NewItem(kind="research", form="", title="", key="a")
    return actions.add(RECORD, to=community, by=bos, new=new, came_from="typed")


def test_one_work_is_brought_in_once(work, community, bos):
    again = actions.add(RECORD, to=community, by=bos, new=NewItem(kind="research", form="", title="", key="a"))
    assert again == work and Item.objects.count() == 1
    assert (work.title, work.form, work.year, work.words) == ("Hips", "citation", 2019, "Exercise helps.")
    assert (work.citation.likeness, work.citation.came_from) == ("hips|2019", "typed")


def test_a_work_can_be_changed_and_keeps_what_it_said(work, bos):
    said = CitationRecord({"type": "book", "title": "Hips and knees", "author": [{"family": "Lee"}]}, abstract="More.")
    changed = Changed(title="", words="", kind="audit")
    actions.change(work, to=said, by=bos, changed=changed)
    found = Item.objects.select_related("citation").get()
    assert (found.title, found.words, found.kind, found.year) == ("Hips and knees", "More.", "audit", None)
    assert (found.citation.doi, found.citation.csl["type"]) == ("", "book")
    assert [version.title for version in found.versions.all()] == ["Hips"]
    assert "Lee" in SearchEntry.objects.get(ref=f"knowledge.item:{found.pk}").words
