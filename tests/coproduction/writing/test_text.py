"""A text as words with marks, as blocks and as a shared document."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycrdt import Doc, XmlElement, XmlFragment, XmlText, get_update, merge_updates

from mindlines.coproduction.actions.rewriting import replaced, rewritten
from mindlines.coproduction.queries.text.blocks import Block, Run, level_of, safe_address, tidy_runs
from mindlines.coproduction.queries.text.marks import blocks_from, unmarked, words_of, written
from mindlines.coproduction.queries.text.merging import ADDED, REMOVED, compared, merged
from mindlines.coproduction.queries.text.reading import blocks_of, plain
from mindlines.coproduction.queries.writing import EMPTY, is_update, joined, packed

WHOLE = """## What we offer

Twelve **sessions** in *small* groups, see [the list](https://example.org/a_b%29).

### Where

- In the hall
- In the clinic
  - on the first floor
- With two paragraphs

  of which this is one

1. First
2. Second

> It took me a year.
>
> - and more

2\\. is no list, \\*this\\* is no mark, a_b neither

A line\\
and another 😀 é

\\# no heading"""


def document(words: str) -> bytes:
    return rewritten(b"", to=written(words))


def test_a_text_is_the_same_after_it_went_through_blocks_and_a_document():
    assert words_of(blocks_from(WHOLE)) == WHOLE
    assert words_of(blocks_of(document(WHOLE))) == WHOLE


def test_a_document_that_says_so_already_is_left_alone():
    assert rewritten(document(WHOLE), to=written(WHOLE)) == b""


def test_people_read_a_text_without_its_marks():
    assert unmarked("## Where\n\nIn **the** hall\n\n- one\n- two\n\n1. first\n\n> said") == (
        "Where\n\nIn the hall\n\n• one\n• two\n\n1. first\n\nsaid"
    )


def test_marks_that_we_do_not_know_are_words():
    words = "<b>x</b>\n\n```\ncode\n```\n\n![picture](https://x.org/a.png)\n\n[bad](javascript:alert)\n\n# Large"
    kinds = {block.kind for block in blocks_from(words)}
    assert kinds == {"paragraph", "heading"}
    assert "<b>x</b>" in plain(blocks_from(words))[0]
    assert not any(run.href.startswith("javascript") for block in blocks_from(words) for run in block.runs)


def test_marks_stand_close_to_words():
    runs = (Run("a "), Run(" b ", strong=True), Run("c", em=True), Run(" ", strong=True))
    assert words_of([Block("paragraph", runs=runs)]) == "a  **b** *c*"


def test_an_empty_point_of_a_list_stays_a_point():
    assert words_of(blocks_from("- one\n-\n- three")) == "- one\n-\n- three"
    assert words_of(blocks_of(document("- one\n-\n- three"))) == "- one\n-\n- three"


def test_only_addresses_that_people_may_follow_are_links():
    assert safe_address(" https://example.org ") == "https://example.org"
    assert [safe_address(bad) for bad in ("javascript:1", "//x", "http://[bad", None, 5)] == [""] * 5
    assert [level_of(number) for number in (1, 2.0, 3, 6, "x")] == [2, 2, 3, 3, 3]
    assert tidy_runs([Run("a"), Run(""), Run("b"), Run("\n"), Run("c")]) == (Run("ab"), Run("\n"), Run("c"))


def test_what_is_no_text_in_a_document_is_left_out_and_goes_when_it_is_written_anew():
    doc = Doc()
    root = doc.get("text", type=XmlFragment)
    for node in (
        XmlText("loose"),
        XmlElement("script", {}, [XmlText("x")]),
        XmlElement("bullet_list", {}, [XmlElement("paragraph", {}, [XmlText("no point")])]),
        XmlElement("blockquote", {}, [XmlElement("list_item")]),
        XmlElement("heading", {"level": 1}, [XmlText("Kept")]),
        XmlElement("paragraph", {}, [XmlElement("image"), XmlText("and\nthis")]),
    ):
        root.children.append(node)
    content = doc.get_update()
    assert words_of(blocks_of(content)) == "## Kept\n\nand this"
    after = merge_updates(content, rewritten(content, to=written("## Kept\n\nand this too")))
    assert str(_root(after)) == '<heading level="1">Kept</heading><paragraph>and this too</paragraph>'


def test_a_list_in_a_list_without_end_is_read_without_falling_over():
    doc = Doc()
    holder = doc.get("text", type=XmlFragment)
    for _depth in range(120):
        node = XmlElement("blockquote")
        holder.children.append(node)
        holder = node
    assert blocks_of(doc.get_update()) == ()


def _root(content: bytes):
    doc = Doc()
    doc.apply_update(content)
    return doc.get("text", type=XmlFragment)


def test_writing_anew_leaves_what_others_write_at_the_same_time():
    before = document("Twelve sessions.\n\nIn the hall.\n\n- one\n- two")
    mine = rewritten(before, to=written("Twelve weekly sessions.\n\nIn the hall.\n\n- one\n- two\n- three"))
    theirs = rewritten(before, to=written("Twelve sessions, at most.\n\nIn the new hall.\n\n- one!\n- two"))
    both = merge_updates(before, mine, theirs)
    assert words_of(blocks_of(both)) == (
        "Twelve weekly sessions, at most.\n\nIn the new hall.\n\n- one!\n- two\n- three"
    )


def test_paragraphs_come_go_and_change_their_kind():
    before = document("One\n\nTwo\n\nThree\n\nFour")
    for words in ("Two\n\nFour", "New\n\n## One\n\n- Two\n\n> Three\n\nFour\n\nFive", "One\n\nT\\\nwo", ""):
        after = merge_updates(before, rewritten(before, to=written(words)))
        assert words_of(blocks_of(after)) == words


def test_a_passage_is_replaced_where_it_stands_once_and_keeps_its_look():
    before = document("It took **a very long** time 😀 in a\\\nhall.\n\n- a year")
    assert replaced(before, passage="nowhere", by="x") == b""
    assert replaced(before, passage="a", by="x") == b""
    after = merge_updates(before, replaced(before, passage="very long", by="short"))
    again = merge_updates(after, replaced(after, passage="a year", by="two years"))
    assert words_of(blocks_of(again)) == "It took **a short** time 😀 in a\\\nhall.\n\n- two years"


@pytest.mark.parametrize(
    ("mine", "theirs", "both"),
    [
        ("a B c", "a b c", "a B c"),
        ("a b c", "a b C", "a b C"),
        ("a B c d", "a b c D", "a B c D d"),
        ("a M c", "a T c", "a T M c"),
        ("a X c", "a X c", "a X c"),
        ("a c", "a b c d", "a c d"),
        ("a b c\n\nmine", "a b c\n\ntheirs", "a b c\n\ntheirs\n\nmine"),
        ("", "a b c d", " d"),
    ],
    ids=["only-mine", "only-theirs", "both", "same-word", "agreed", "taken-out", "end", "emptied"],
)
def test_two_changes_of_the_same_words_are_both_kept(mine, theirs, both):
    assert merged("a b c", mine=mine, theirs=theirs) == both


def test_what_changed_between_versions_is_told_by_the_word():
    pieces = compared("In the hall.\n\nOne", new="In the new hall.\n\nTwo\n\nThree")
    assert [(piece.words, piece.state) for piece in pieces[0] if piece.state == ADDED] == [("new ", ADDED)]
    flat = [piece for paragraph in pieces for piece in paragraph]
    assert "".join(piece.words for piece in flat if piece.state == REMOVED) == "One"
    assert compared("", new="") == []


words = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=40)
blocks = st.one_of(words, words.map(lambda text: f"- {text}"), words.map(lambda text: f"## {text}"))


@settings(max_examples=150, deadline=None)
@given(st.lists(blocks, max_size=6).map("\n\n".join), st.lists(blocks, max_size=6).map("\n\n".join))
def test_whatever_is_written_a_document_can_be_made_to_say_it(first, second):
    before = document(first)
    wanted = words_of(blocks_from(second))
    after = merge_updates(before or EMPTY, rewritten(before, to=written(second)) or EMPTY)
    assert words_of(blocks_of(after)) == wanted


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 5))
def test_random_edits_of_several_in_any_order_come_to_the_same(seed, writers):
    chance = random.Random(seed)
    start = document("Twelve sessions.\n\nIn the hall.\n\n- one\n- two")
    pieces = [start, *(_edits(start, chance) for _writer in range(writers))]
    orders = [chance.sample(pieces, len(pieces)) for _reader in range(3)]
    read = {words_of(blocks_of(joined(order))) for order in orders}
    one_by_one = Doc()
    for piece in orders[0]:
        one_by_one.apply_update(piece)
    assert read == {words_of(blocks_of(one_by_one.get_update()))}
    assert words_of(blocks_of(packed(joined(pieces)))) in read


def _edits(start: bytes, chance: random.Random) -> bytes:
    """What one writer does while the others do not hear of it."""
    content, sent = start, []
    for _edit in range(chance.randint(1, 6)):
        paragraphs = words_of(blocks_of(content)).split("\n\n")
        place = chance.randrange(len(paragraphs))
        deed = chance.choice(("add", "change", "remove"))
        if deed == "add":
            paragraphs.insert(place, f"New {chance.random()}")
        elif deed == "change":
            paragraphs[place] += f" {chance.choice(('more', '😀', 'é'))}"
        elif len(paragraphs) > 1:
            del paragraphs[place]
        update = rewritten(content, to=written("\n\n".join(paragraphs)))
        if update:
            sent.append(update)
            content = merge_updates(content, update)
    return joined(sent)


def test_what_is_still_incomplete_is_not_packed_away():
    doc = Doc()
    text = doc.get("text", type=XmlFragment)
    text.children.append(XmlElement("paragraph", {}, [XmlText("one")]))
    state = doc.get_state()
    text.children.append(XmlElement("paragraph", {}, [XmlText("two")]))
    late = get_update(doc.get_update(), state)
    assert "two" in words_of(blocks_of(joined([packed(late), doc.get_update()])))


@pytest.mark.parametrize("content", [b"", b"\x00", b"words", b"\xff" * 40, b"\x01\x01\x01"], ids=range(5))
def test_what_is_no_change_of_a_document_is_told_apart(content):
    assert not is_update(content)
    assert is_update(EMPTY) and is_update(document("Words"))
