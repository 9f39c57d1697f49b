"""One field at a time: dates, pages, numbers and names of works as programs write them, made alike."""

import html
import re
import unicodedata
from typing import Any
from urllib.parse import unquote

_TAG = re.compile(
    r"</?(?:jats:)?(p|b|i|u|em|strong|sub|sup|br|div|span|h[1-6]|ul|ol|li|title|sec|italic|bold|scp)\b[^<>]*>",
    re.IGNORECASE,
)
_BLOCKS = {"p", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "title", "sec"}
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b-\u200f\u2060\ufeff]")
_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>]+", re.IGNORECASE)
_DOI_LABEL = re.compile(r"^\s*(https?://(dx\.)?doi\.org/|doi\s*:?\s*)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d|2100)(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_WORD = re.compile(r"\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b", re.IGNORECASE)
_SLASHED = re.compile(r"^\s*(\d{4})\s*[/-]\s*(\d{1,2})?\s*(?:[/-]\s*(\d{1,2})?)?(?:[/-].*)?(?:T.*)?$")
_DAY_BESIDE = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)")
_LANGUAGES = {
    "english": "en", "eng": "en", "german": "de", "ger": "de", "deu": "de", "french": "fr", "fre": "fr", "fra": "fr",
    "spanish": "es", "spa": "es", "dutch": "nl", "dut": "nl", "nld": "nl", "italian": "it", "ita": "it",
    "portuguese": "pt", "por": "pt", "chinese": "zh", "chi": "zh", "zho": "zh", "japanese": "ja", "jpn": "ja",
    "polish": "pl", "pol": "pl", "russian": "ru", "rus": "ru", "swedish": "sv", "swe": "sv", "danish": "da",
    "dan": "da", "norwegian": "no", "nor": "no", "welsh": "cy", "wel": "cy", "cym": "cy", "korean": "ko", "kor": "ko",
}  # fmt: skip
_CODE = re.compile(r"[a-z]{2}(-[A-Za-z]{2,4})?")


def tidy(text: str) -> str:
    """Take mark-up, unseen letters and double blanks out of a text.

    Parameters
    ----------
    text
        As it stands in the file.

    Returns
    -------
    str
        One line of plain words.

    Examples
    --------
    >>> tidy("<p>XHTML</p>tags &amp;  <i>P</i> < 0.05")
    'XHTML tags & P < 0.05'
    """
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub(lambda found: " " if found[1].lower() in _BLOCKS else "", text)
    return " ".join(unicodedata.normalize("NFC", _UNSEEN.sub("", text)).split())


def clean_doi(text: str) -> tuple[str, str]:
    """Find the DOI in what a field holds.

    Parameters
    ----------
    text
        A DOI, an address that holds one, or something odd.

    Returns
    -------
    tuple of str
        The DOI in small letters, and a note. Without a DOI the first is empty, and the note keeps what was there.

    Examples
    --------
    >>> clean_doi("https://doi.org/10.1002/JTS.22387")
    ('10.1002/jts.22387', '')
    >>> clean_doi("10.1")
    ('', 'What stands as its DOI, “10.1”, is none.')
    """
    written = tidy(unquote(text))
    if not written:
        return "", ""
    found = _DOI.search(written)
    if found is None or len(found[0]) > 200:
        return "", f"What stands as its DOI, “{written[:80]}”, is none."
    doi = _unclosed(found[0])
    rest = _DOI_LABEL.sub("", written).strip()
    note = "" if rest.lower() == doi.lower() else f"Its DOI was read from “{written[:80]}”."
    return doi.lower(), note


def doi_in(text: str) -> str:
    """Find the DOI within an address; empty where there is none.

    Examples
    --------
    >>> doi_in("http://x.org/?id=doi:10.4103%2F2303-9027.138783&title=Cysts")
    '10.4103/2303-9027.138783'
    """
    found = _DOI.search(unquote(text).split("&")[0] if "doi.org" in text else _parameter(text))
    return _unclosed(found[0]).lower() if found and len(found[0]) <= 200 else ""


def clean_date(text: str) -> dict[str, Any]:
    """Turn a date into that of CSL. An odd one is kept as it is written, under `literal`.

    Parameters
    ----------
    text
        Such as ``2019/10//undefined``, ``4-8 Aug. 2020`` or ``2014``.

    Returns
    -------
    dict
        With `date-parts`, or with `literal`, or empty.

    Examples
    --------
    >>> clean_date("2019/07/24/"), clean_date("Mar. 2017"), clean_date("10 15")
    ({'date-parts': [[2019, 7, 24]]}, {'date-parts': [[2017, 3]]}, {'literal': '10 15'})
    """
    written = tidy(text)
    if not written.strip("/- "):
        return {}
    year = _YEAR.search(written)
    if year is None:
        return {"literal": written[:60]}
    slashed = _SLASHED.match(written)
    if slashed and slashed[1] == year[1]:
        return {"date-parts": [_parts(int(year[1]), slashed[2], slashed[3])]}
    word = _MONTH_WORD.search(written)
    if word is None:
        return {"date-parts": [[int(year[1])]]}
    month = _MONTHS.index(word[1].lower()[:3]) + 1
    days = _DAY_BESIDE.findall(written.replace(year[1], " "))
    return {"date-parts": [_parts(int(year[1]), str(month), days[0] if len(days) == 1 else None)]}


def month_of(text: str) -> int | None:
    """Read a month, written as a word or a number.

    Examples
    --------
    >>> month_of("February"), month_of("6"), month_of("spring")
    (2, 6, None)
    """
    word = _MONTH_WORD.search(text)
    if word:
        return _MONTHS.index(word[1].lower()[:3]) + 1
    number = text.strip()
    return int(number) if number.isdecimal() and 1 <= int(number) <= 12 else None


def clean_pages(first: str, *, last: str = "") -> str:
    """Write pages as CSL does, with one hyphen.

    Examples
    --------
    >>> clean_pages("1 -- 10"), clean_pages("152", last="160"), clean_pages("83-86", last="86"), clean_pages("e15")
    ('1-10', '152-160', '83-86', 'e15')
    """
    start = re.sub(r"\s*[-–—‐‑]+\s*", "-", tidy(first)).strip("- ")
    end = tidy(last).strip("- ")
    if not start:
        return end[:40]
    whole = start if not end or end == start or "-" in start else f"{start}-{end}"
    return whole[:40]


def clean_language(text: str) -> str:
    """Write a language as its code where we know it.

    Examples
    --------
    >>> clean_language("English"), clean_language("eng"), clean_language("de-DE"), clean_language("Elvish")
    ('en', 'en', 'de-DE', '')
    """
    written = tidy(text).strip(" .")
    if _CODE.fullmatch(written):
        return written
    return _LANGUAGES.get(re.split(r"[;,/ ]", written.lower())[0], "")


def clean_issn(text: str) -> str:
    """Take the numbers of a series or a book out of a field, each once.

    Examples
    --------
    >>> clean_issn("1895-5770 1895-5770"), clean_issn("03064530 (ISSN)")
    ('1895-5770', '03064530')
    """
    return ", ".join(dict.fromkeys(re.findall(r"\d[\d-]{6,16}[\dXx]", text)))


def clean_pubmed(text: str) -> str:
    """Find a PubMed number: one to nine digits, alone or after `PMID`.

    Examples
    --------
    >>> clean_pubmed("PMID: 15368318 [pii]"), clean_pubmed("L39097156")
    ('15368318', '')
    """
    found = re.fullmatch(r"\s*(?:pmid|pubmed)?\s*:?\s*(\d{1,9})(?:\s*\[.*)?\s*", text, re.IGNORECASE)
    return found[1].lstrip("0") if found else ""


def _unclosed(doi: str) -> str:
    """Without what follows a DOI in a sentence, and with its own brackets."""
    shorter = doi.rstrip(".,;:'’”*")
    while shorter.endswith((")", "]", "}")) and shorter.count(")") + shorter.count("]") + shorter.count("}") > sum(
        map(shorter.count, "([{")
    ):
        shorter = shorter[:-1].rstrip(".,;:")
    return shorter


def _parameter(text: str) -> str:
    """The part of an address that may hold a DOI, with nothing that follows it."""
    place = re.search(r"10\.\d{4,9}(/|%2f)", text, re.IGNORECASE)
    return unquote(re.split(r"[&#]", text[place.start() :])[0]) if place else ""


def _parts(year: int, month: str | None, day: str | None) -> list[int]:
    parts = [year]
    if month and month.isdecimal() and 1 <= int(month) <= 12:
        parts.append(int(month))
        if day and day.isdecimal() and 1 <= int(day) <= 31:
            parts.append(int(day))
    return parts
