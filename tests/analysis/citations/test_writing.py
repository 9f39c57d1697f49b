import json

from hypothesis import given, settings
from hypothesis import strategies as st

from mindlines_analysis.citations import as_csl_json, as_ris
from mindlines_analysis.readers.citations import read_citations

WHOLE = {
    "type": "article-journal",
    "title": "Hips & knees",
    "author": [{"family": "Smith", "given": "Ann", "suffix": "Jr"}, {"literal": "World Health Organization"}],
    "container-title": "BMJ",
    "issued": {"date-parts": [[2019, 5, 3]]},
    "volume": "3",
    "issue": "2",
    "page": "1-10",
    "publisher": "BMA",
    "ISSN": "0959-8138",
    "language": "en",
    "keyword": "hips, knees",
    "URL": "https://x.org/?a=1;b=2",
    "note": "Read this",
    "DOI": "10.1000/1",
    "PMID": "77",
}


def again(text: str) -> list[dict]:
    found = read_citations(text.encode(), name="out")
    assert found.refused == ()
    return [{**record.csl, **({"abstract": record.abstract} if record.abstract else {})} for record in found.records]


def test_what_is_given_out_as_ris_can_be_read_again():
    (found,) = again(as_ris([{**WHOLE, "abstract": "Words.\nMore."}]))
    assert found.pop("abstract") == "Words. More."
    assert found.pop("URL") == "https://x.org/?a=1"
    assert found == {name: value for name, value in WHOLE.items() if name != "URL"}


def test_what_is_given_out_as_csl_json_can_be_read_again():
    assert again(as_csl_json([WHOLE, {"type": "book", "title": "Two"}])) == [WHOLE, {"type": "book", "title": "Two"}]
    assert [record["id"] for record in json.loads(as_csl_json([WHOLE, WHOLE]))] == ["1", "2"]


def test_little_is_given_out_as_little():
    assert as_ris([]) == ""
    lines = as_ris([{"title": "A", "issued": {"literal": "10 15"}}, {"title": "B", "issued": {}}]).split("\n")
    assert lines[:4] == ["TY  - GEN", "T1  - A", "PY  - 10 15", "ER  -"]


NAME = st.from_regex(r"[A-Z][a-z]{2,8}", fullmatch=True)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(NAME, NAME, st.integers(1500, 2099)), min_size=1, max_size=5))
def test_title_author_and_year_survive_the_way_out_and_in(works):
    records = [
        {
            "type": "book",
            "title": title,
            "author": [{"family": family, "given": "A."}],
            "issued": {"date-parts": [[year]]},
        }
        for title, family, year in works
    ]
    assert again(as_ris(records)) == records
    assert again(as_csl_json(records)) == records
