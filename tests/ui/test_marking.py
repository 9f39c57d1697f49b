"""Words are explained where they stand, and nothing else of the page changes."""

import re
from html import escape, unescape
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mindlines.ui.marking import Explained, Marks, Matcher, plural

PROM = Explained(1, "PROM", "A form with questions about how you are.", also=("patient reported outcome measure",))
ACUTE = Explained(2, "acute", "Sudden, or for a short time.")
RECORD = Explained(3, "record", "What is written down.")
HEALTH_RECORD = Explained(4, "health record", "What is written down about your health & care.")
EMERGENCY = Explained(5, "A&E", "Where you go when it cannot wait.")
WORDS = (PROM, ACUTE, RECORD, HEALTH_RECORD, EMERGENCY)
POPOVER = re.compile(r'<span popover.*?</span>|<button type="button" class="ml-word".*?>(.*?)</button>')


def marks(*words: Explained) -> Marks:
    return Marks(lambda: Matcher(words or WORDS), address=lambda word: f"/words/{word.key}/")


def found(text: str, *words: Explained) -> list[str]:
    return [text[hit.start : hit.end] for hit in Matcher(words or WORDS).found(text)]


def marked(html: str) -> list[str]:
    """The words of the text that became buttons."""
    return [unescape(words) for words in re.findall(r'data-word="\d+">(.*?)</button>', marks().mark(html))]


def bare(html: str) -> str:
    """What stood there before anything was marked."""
    return POPOVER.sub(lambda match: match[1] or "", html)


def test_the_first_of_each_word_becomes_a_button_that_opens_its_meaning():
    shown = marks().mark("<p>A PROM and another PROM.</p>")
    number = re.search(r'popovertarget="([\w-]+)"', shown)[1]
    assert shown == (
        f'<p>A <button type="button" class="ml-word" popovertarget="{number}" data-word="1">PROM</button>'
        f'<span popover class="ml-word__meaning" id="{number}" role="note"> <strong>PROM</strong>: A form with questions '
        'about how you are. <a href="/words/1/">About this word</a></span> and another PROM.</p>'
    )


def test_the_same_text_twice_on_a_page_has_two_names():
    page = marks()
    names = re.findall(r' id="([\w-]+)"', page.mark("A PROM") + page.mark("A PROM"))
    assert len(set(names)) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Acute, ACUTE and acute", ["Acute", "ACUTE", "acute"]),
        ("a prom is no PROM", ["PROM"]),
        ("two PROMs", ["PROMs"]),
        ("the GP's record", ["record"]),
        ("post-acute, acute-on-chronic, acutely, subacute", []),
        ("your health record and your record", ["health record", "record"]),
        ("a health\n  record", ["health\n  record"]),
        ("A Patient  Reported outcome measure", ["Patient  Reported outcome measure"]),
        ("go to A&E today", ["A&E"]),
        ("see https://example.org/acute/record or ask acute@record.org, www.acute.org", []),
        ("(acute)", ["acute"]),
        ("", []),
    ],
)
def test_whole_words_are_found_and_acronyms_as_they_are_written(text, words):
    assert found(text) == words


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("randomised trial", "randomised trials"),
        ("biopsy", "biopsies"),
        ("X-ray", "X-rays"),
        ("illness", "illnesses"),
        ("touch", "touches"),
        ("Trial", "Trials"),
        ("diagnosis", ""),
        ("clinicians", ""),
        ("mean", ""),
        ("the mean", ""),
        ("follow-up", ""),
        ("vitamin B12", ""),
        ("", ""),
    ],
)
def test_more_than_one_of_a_word_is_guessed_only_where_english_is_plain(one, many):
    assert plural(one) == many


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Randomised trials, and one trial", ["Randomised trials"]),
        ("two biopsies", ["biopsies"]),
        ("the biopsy's result", ["biopsy"]),
        ("trialsome, retrials, randomised trials-only, biopsys", []),
        ("the mean of all means", ["mean"]),
    ],
)
def test_plain_plurals_of_a_word_are_found_too(text, words):
    known = [Explained(number, word, "…") for number, word in enumerate(("randomised trial", "biopsy", "mean"))]
    assert found(text, *known) == words


def test_a_word_of_its_own_comes_before_more_than_one_of_another():
    one, many = Explained(1, "symptom", "…"), Explained(2, "symptoms", "…")
    assert [hit.word for hit in Matcher((one, many)).found("symptoms of a symptom")] == [many, one]


def test_a_words_own_name_comes_before_the_other_name_of_another():
    poo, stool = Explained(1, "poo", "Poo.", also=("stool",)), Explained(2, "stool", "A seat.")
    assert [hit.word for hit in Matcher((poo, stool)).found("a stool")] == [stool]


def test_a_curly_apostrophe_is_an_apostrophe():
    word = Explained(1, "Down's syndrome", "A condition that people are born with.")
    assert found("living with Down’s syndrome", word) == ["Down’s syndrome"]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/x/">acute</a>',
        "<h3>acute</h3>",
        "<pre><code>acute</code></pre>",
        "<label>acute <b>care</b></label>",
        "<button>acute</button>",
        '<b title="acute > acute">x</b>',
        "<!-- acute -->",
        "<svg><title>acute</title><text>acute</text></svg>",
        "<b>x",
    ],
)
def test_links_headings_code_and_tags_are_left_alone(html):
    assert marks().mark(html) == html


def test_what_follows_something_left_alone_is_marked():
    assert marked('<p><a href="#">an <b>acute</b></a> acute <code>PROM</code> PROM</p>') == ["acute", "PROM"]


def test_what_is_dangerous_in_a_text_or_a_meaning_stays_harmless():
    word = Explained(9, "acute", '<script>alert("x")</script>')
    shown = marks(word).mark(f"<p>{escape('<img onerror=x> acute & so on')}</p>")
    assert "<script>" not in shown
    assert "<img" not in shown
    assert "&amp; so on" in shown
    assert "&lt;script&gt;" in shown


def test_an_entity_is_a_letter_of_the_text():
    assert marked("<p>to A&amp;E, a health&nbsp;record</p>") == ["A&E", "health\xa0record"]


def test_without_words_a_text_stays_as_it_is_and_nobody_asks_twice():
    asked = []
    page = Marks(lambda: asked.append(1) or Matcher(()), address=str)
    assert asked == []
    assert [page.mark("acute"), page.mark("acute")] == ["acute", "acute"]
    assert asked == [1]


TAGS = ("b", "p", "a", "code", "h3", "em")
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(["acute ", "PROM, ", "health record ", "record. ", "A&amp;E ", "&lt;b&gt; ", "-", "’s ", "@"]),
        st.text(max_size=8).map(escape),
    ),
    max_size=8,
).map("".join)
PAGES = st.recursive(
    TEXTS,
    lambda inner: st.tuples(st.sampled_from(TAGS), st.lists(inner, max_size=3)).map(
        lambda pair: f'<{pair[0]} title="acute > 1">{"".join(pair[1])}</{pair[0]}>'
    ),
    max_leaves=8,
)


class Outline(HTMLParser):
    """The tags of a page, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[object, ...]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, *attrs))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}",))


@given(PAGES)
def test_whatever_the_text_only_explanations_are_added(html):
    shown = bare(marks().mark(html))
    assert Outline(shown).tags == Outline(html).tags
    assert unescape(shown) == unescape(html)


@given(PAGES)
def test_marking_again_changes_nothing(html):
    once = marks().mark(html)
    assert marks().mark(once) == once


LETTERS = st.text("abestyhx’'", max_size=3)


@given(st.sampled_from(["test", "body", "box", "stress", "X-ray", "health record"]), LETTERS, LETTERS)
def test_nothing_is_ever_marked_inside_another_word(word, before, after):
    text = f"{before}{word}{after}"
    whole = {each.lower() for each in (word, plural(word)) if each}
    for hit in Matcher([Explained(1, word, "…")]).found(text):
        assert text[hit.start : hit.end].lower() in whole
        assert not text[: hit.start][-1:].isalnum()
        assert not text[hit.end :][:1].isalnum()


@given(st.sampled_from(["test", "body", "box", "stress", "X-ray", "health record"]))
def test_more_than_one_of_a_word_is_found_whole_and_no_other_form(word):
    many = plural(word)
    assert found(f"({many.upper()})", Explained(1, word, "…")) == [many.upper()]
    assert found(f"{many}s", Explained(1, word, "…")) == []


@given(TEXTS.map(unescape))
def test_places_do_not_overlap_and_the_longest_word_wins(text):
    hits = list(Matcher(WORDS).found(text))
    assert all(first.end <= second.start for first, second in pairwise(hits))
    assert not [
        hit
        for hit in hits
        if hit.word is RECORD and re.search(r"(?<![\w.@-])health\s+$", text[: hit.start], re.IGNORECASE)
    ]
