"""From bytes to letters, whatever program wrote them."""

import codecs
import re

from charset_normalizer import from_bytes

from mindlines_analysis.readers.refusal import Unreadable

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_JUNK = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LETTERS = re.compile(r"[^\W\d_]+")
_WESTERN_MARKS = set("‘’‚“”„–—…€£§©®°·«»¿¡ºª²³½´\xa0")
_CAPITAL_INSIDE = re.compile(r"[a-z][^\x00-\x7f]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_SAMPLE = 200_000


def decode(content: bytes, *, name: str) -> tuple[str, str]:
    """Turn the bytes of a text file into letters, and say in words when that was a guess.

    The order is: a mark at the start of the file, strict UTF-8, UTF-16 without a mark, Western European (as Excel
    writes it on Windows), and last what `charset-normalizer` thinks.

    Parameters
    ----------
    content
        The bytes of the file.
    name
        What the file is called, for the sentence of a refusal.

    Returns
    -------
    tuple of str
        The text, and a note for the reader that is empty when nothing was guessed.

    Raises
    ------
    Unreadable
        The bytes are no text in any encoding.

    Examples
    --------
    >>> decode("Zoë".encode("cp1252"), name="members.csv")[0]
    'Zoë'
    """
    text, note = _decoded(content, name=name)
    if _JUNK.search(text):
        raise _no_text(name)
    return text, note


def _decoded(content: bytes, *, name: str) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding=encoding, name=name), ""
    wide = _wide(content)
    if wide:
        return _strictly(content, encoding=wide, name=name), ""
    if b"\x00" in content:
        raise _no_text(name)
    try:
        return content.decode("utf-8"), ""
    except UnicodeDecodeError:
        return _guessed(content, name=name)


def _strictly(content: bytes, *, encoding: str, name: str) -> str:
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise Unreadable(f"“{name}” is damaged: some of its letters cannot be read. Save it again as CSV.") from error


def _wide(content: bytes) -> str:
    """Name UTF-16 without a mark: for Western text every other byte is nought."""
    sample = content[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return ""


def _guessed(content: bytes, *, name: str) -> tuple[str, str]:
    text = content.decode("cp1252", errors="replace")
    if _reads_as_western(text):
        return text, "The accented letters were read as Western European (Windows). Check one name with an accent."
    lines = b"\n".join(line for line in content.splitlines() if not line.isascii())
    best = from_bytes(lines[:_SAMPLE]).best()
    if best is None:
        raise _no_text(name)
    encoding = _chinese_instead(content, guessed=best.encoding)
    text = content.decode(encoding, errors="replace")
    return text, f"The accented letters were read as {encoding}. Check one name with an accent."


def _chinese_instead(content: bytes, *, guessed: str) -> str:
    """Korean is hardly written with Chinese letters today: a guess that mixes both is Chinese read as Korean."""
    if guessed not in ("cp949", "johab", "euc_kr") or not _HAN.search(content.decode(guessed, errors="replace")):
        return guessed
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return guessed
    return "gb18030"


def _reads_as_western(text: str) -> bool:
    """Whether accented letters stand singly among plain ones, as they do in Western European languages."""
    if any(not (char.isascii() or char.isalpha() or char in _WESTERN_MARKS) for char in text):
        return False
    words = [word for word in _LETTERS.findall(text) if not word.isascii()]
    if any(pair[1].isupper() for word in words for pair in _CAPITAL_INSIDE.findall(word)):
        return False
    mostly_plain = sum(1 for word in words if 2 * sum(not char.isascii() for char in word) <= len(word))
    return mostly_plain >= 0.7 * len(words)


def _no_text(name: str) -> Unreadable:
    return Unreadable(
        f"“{name}” does not hold readable text. It may be damaged, or not a table at all. "
        "Save the list again as CSV (UTF-8) or Excel (.xlsx)."
    )
