"""Where a sentence ends, and what a word is."""

import re

# A point after these never ends a sentence.
_ALWAYS_GO_ON_WORDS = (
    "dr mr mrs ms mx prof rev st vs v e.g i.e eg ie cf viz approx fig figs ref refs no nos vol pp ed eds dept tel"
)
_ALWAYS_GO_ON = frozenset(_ALWAYS_GO_ON_WORDS.split())
# A point after these ends one only before a word that often begins one; so does an initial, as in “J. Smith”.
_MAY_END_WORDS = (
    "etc al p a.m p.m am pm u.k u.s ltd inc co jan feb mar apr jun jul aug sep sept oct nov dec min max hr hrs wk wks"
)
_MAY_END = frozenset(_MAY_END_WORDS.split())
_BEGINNERS_WORDS = """
    a all an and as at but by each everyone for from he her his how i if in it its many more most my no not of on one or our
    people she so some that the their then there these they this those to we what when where which while who why with you
    your
"""
_BEGINNERS = frozenset(_BEGINNERS_WORDS.split())
_BULLET = re.compile(r"^\s*(?:[-*•‣◦–—·]|\(?(?:\d{1,2}|[a-zA-Z])[.)])\s+(?=\S)")
_MARKUP = re.compile(r"^\s{0,3}(?:#{1,6}|>)\s+")
_BLANK = re.compile(r"\n[ \t\f\v]*\n")
_MARK = re.compile(r"([.!?…]+)([\"'”’)\]»]*)(\s+)(?=[\"'“‘(\[«]*(\S+))")
_LAST = re.compile(r"\S*$")
_WORD = re.compile(r"[^\W_]+(?:['’.\-‐‑][^\W_]+)*")
_HAS_POINT = re.compile(r"[A-Za-z]+(?:\.[A-Za-z]+)+")
# A line this short without a point at its end is a heading, and what follows it begins anew.
_HEADING_WORDS = 8


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, in order, with their white space made single.

    A heading is a sentence of its own, and so is each point of a list. A point inside a number, an address or an
    abbreviation ends nothing.

    Parameters
    ----------
    text
        Plain text; paragraphs apart by an empty line. Marks of Markdown before headings and lists are passed over.

    Returns
    -------
    tuple of str
        Only what holds at least one word.

    Notes
    -----
    Rules of our own. No rule is right everywhere: “He takes vitamin C. She does not.” needs the word after the point.

    Examples
    --------
    >>> sentences("Dr. Bo walks 3.5 miles, e.g. to Leek. Does it help? Yes!")
    ('Dr. Bo walks 3.5 miles, e.g. to Leek.', 'Does it help?', 'Yes!')
    >>> sentences("What to bring\\n- your letter\\n- a friend")
    ('What to bring', 'your letter', 'a friend')
    """
    found = (sentence for block in _blocks(text) for sentence in _split(block))
    return tuple(sentence for sentence in found if _WORD.search(sentence))


def words(text: str) -> tuple[str, ...]:
    """The words of a text, in order. A word with a hyphen or an apostrophe is one, and so is a number.

    Parameters
    ----------
    text
        Plain text.

    Returns
    -------
    tuple of str
        As they are written.

    Examples
    --------
    >>> words("The follow-up doesn’t cost £3.50 (e.g. by bus).")
    ('The', 'follow-up', 'doesn’t', 'cost', '3.50', 'e.g', 'by', 'bus')
    """
    return tuple(piece for found in _WORD.findall(text) for piece in _apart(found))


def _apart(found: str) -> list[str]:
    """“here.There” is two words that lack a space; “3.50”, “e.g” and “nhs.uk” are one."""
    if _HAS_POINT.fullmatch(found) and all(len(piece) > 3 for piece in found.split(".")):
        return found.split(".")
    return [found]


def _blocks(text: str) -> list[str]:
    """Paragraphs, headings and points of lists, each on one line."""
    blocks: list[str] = []
    for paragraph in _BLANK.split(text.replace("\r\n", "\n").replace("\r", "\n")):
        is_new = True
        for line in paragraph.split("\n"):
            bare, marks = _BULLET.subn("", _MARKUP.sub("", line), count=1)
            if is_new or marks or _MARKUP.match(line):
                blocks.append(bare.strip())
            else:
                blocks[-1] = f"{blocks[-1]} {bare.strip()}".strip()
            is_new = _MARKUP.match(line) is not None or _is_heading(blocks[-1])
    return blocks


def _is_heading(block: str) -> bool:
    return bool(block) and block[-1] not in ",;-–" and len(block.split()) <= _HEADING_WORDS


def _split(block: str) -> list[str]:
    block = " ".join(block.split())
    parts, start = [], 0
    for mark in _MARK.finditer(block):
        if _ends(block[start : mark.start()], mark=mark[1], then=mark[4]):
            parts.append(block[start : mark.end(2)])
            start = mark.end(3)
    return [*parts, block[start:]]


def _ends(before: str, *, mark: str, then: str) -> bool:
    """Whether the mark after `before` ends a sentence, seen from the word that comes next."""
    found = _LAST.search(before)
    last = found[0].lstrip("\"'“‘([«") if found else ""
    goes_on = then[0].islower()
    if mark != ".":
        return not goes_on
    if goes_on or last.lower() in _ALWAYS_GO_ON:
        return False
    is_initial = len(last) == 1 and last.isupper() and last != "I"
    if is_initial or last.lower() in _MAY_END or _HAS_POINT.fullmatch(last):
        return re.sub(r"\W+$", "", then).lower() in _BEGINNERS
    return True
