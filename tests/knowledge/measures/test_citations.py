from mindlines.knowledge.choices import Form
from mindlines.knowledge.measures import citations as measures
from mindlines.knowledge.models import Citation
from mindlines_analysis.readers.citations import CitationRecord
from tests import make_knowledge


def test_a_reference_names_where_it_can_be_read(community, bos):
    made = make_knowledge.item(community, "Hips", by=bos, form=Form.CITATION)
    made.citation.csl |= {"URL": "javascript:alert(1)", "title": "<b>Hips</b>"}
    made.citation.doi, made.citation.pubmed_id = "10.1000/1", "77"
    found = measures.reference(made)
    assert found is not None
    assert (found.doi_url, found.pubmed_url) == ("https://doi.org/10.1000/1", "https://pubmed.ncbi.nlm.nih.gov/77/")
    assert found.url == "" and "<b>" not in found.html and "&lt;b&gt;" in found.html
    made.citation.csl["URL"] = "https://x.org/"
    assert measures.reference(made).url == "https://x.org/"


def test_what_is_no_citation_has_no_reference(community, bos):
    assert measures.reference(make_knowledge.item(community, "A note", by=bos)) is None
    made = make_knowledge.item(community, "Hips", by=bos, form=Form.CITATION)
    made.citation.csl = ["odd"]
    assert measures.reference(made) is None


def test_gaps_are_filled_and_nothing_else_changes():
    ours = Citation(csl={"title": "Hips", "volume": "", "type": "book"}, doi="10.1000/1")
    other = CitationRecord({"title": "Hips!", "volume": "3", "type": "report"}, doi="10.1000/2", pubmed_id="7")
    assert measures.completed(ours, by=other) == {
        "csl": {"title": "Hips", "volume": "3", "type": "book"},
        "doi": "10.1000/1",
        "pubmed_id": "7",
        "likeness": "hips|",
    }


def test_ours_are_found_by_likeness_and_not_by_themselves(community, bos):
    made = make_knowledge.item(community, "Hips in the community hall", by=bos, form=Form.CITATION)
    csl = {"title": "Hips in the Community Hall."}
    assert [work.pk for work in measures.ours_like(csl, community=community)] == [made.pk]
    assert measures.ours_like(csl, community=community, but=made.pk) == []
