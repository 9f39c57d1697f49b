import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindlines_analysis.citations import format_citation, format_many

SMITH = {"author": [{"family": "Smith", "given": "Ann B."}], "issued": {"date-parts": [[2019, 3, 1]]}}


@pytest.mark.parametrize(
    ("csl", "words"),
    [
        (
            {**SMITH, "type": "article-journal", "title": "Hips", "container-title": "BMJ", "volume": "3", "issue": "2",
             "page": "1-10", "DOI": "10.1000/x"},
            "Smith, A.B. (2019) ‘Hips’, BMJ, 3(2), pp. 1–10. Available at: https://doi.org/10.1000/x.",
        ),
        (
            {**SMITH, "type": "book", "title": "Hips", "publisher": "Keele", "publisher-place": "Leek", "edition": "2"},
            "Smith, A.B. (2019) Hips. 2nd edn. Leek: Keele.",
        ),
        (
            {**SMITH, "type": "chapter", "title": "Hips", "container-title": "Joints",
             "editor": [{"family": "Lee", "given": "Bo"}], "publisher": "Keele"},
            "Smith, A.B. (2019) ‘Hips’, in B. Lee (ed.) Joints. Keele.",
        ),
        ({"type": "report", "title": "Falls"}, "Falls (no date)."),
        ({"type": "webpage", "title": "Falls", "URL": "https://x.org/?a=1&b=2"}, "Falls (no date). Available at: https://x.org/?a=1&b=2."),
        ({"title": "Falls", "author": [{"literal": "NICE"}], "issued": {"literal": "10 15"}}, "NICE (10 15) ‘Falls’."),
        ({"title": "Falls", "author": [{"family": "凯", "given": "撒"}], "issued": {"date-parts": [[888]]}}, "凯撒 (888) ‘Falls’."),
        ({"title": "Falls", "author": [{"given": "Bo"}, {}, "x"], "issued": 7, "volume": ["a"]}, "Bo (no date) ‘Falls’."),
        ({"type": "odd-kind", "title": "Falls", "issued": {"date-parts": [["2019"]]}}, "‘Falls’ (2019)."),
        ({"title": ""}, ""),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_reference_is_printed_with_what_is_known(csl, words):
    assert format_citation(csl).text == words


def test_many_authors_are_shortened_and_html_holds_only_italics():
    csl = {
        "type": "article-journal",
        "title": "<script>alert(1)</script> & 'more'",
        "author": [{"family": f"<b>{name}", "given": "A"} for name in "NOPQR"],
        "container-title": "J <i>",
    }
    made = format_citation(csl)
    assert "et al." in made.text
    assert set(re.findall(r"</?[a-z]+>", made.html)) == {"<i>", "</i>"}
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in made.html


def test_an_unknown_style_is_an_error():
    with pytest.raises(ValueError, match="style"):
        format_many([], style="vancouver")


TEXT = st.text(max_size=12)
CSL = st.fixed_dictionaries(
    {"title": TEXT},
    optional={
        "type": st.sampled_from(["article-journal", "book", "chapter", "thesis", "webpage", "", "x"]),
        "author": st.lists(
            st.fixed_dictionaries({}, optional={"family": TEXT, "given": TEXT, "literal": TEXT, "suffix": TEXT}),
            max_size=3,
        ),
        "issued": st.fixed_dictionaries(
            {},
            optional={"date-parts": st.lists(st.lists(st.integers(-5, 9999), max_size=3), max_size=2), "literal": TEXT},
        ),
        "page": TEXT,
        "volume": TEXT,
        "edition": TEXT,
        "container-title": TEXT,
        "DOI": TEXT,
    },
)


@settings(max_examples=100, deadline=None)
@given(CSL)
def test_whatever_is_in_a_record_it_is_printed_safely(csl):
    made = format_citation(csl)
    assert bool(made.text) == bool(csl["title"])
    assert html.unescape(re.sub(r"</?i>", "", made.html)) == html.unescape(html.escape(made.text, quote=False))
    assert made.html.count("<") == made.html.count("<i>") + made.html.count("</i>")
