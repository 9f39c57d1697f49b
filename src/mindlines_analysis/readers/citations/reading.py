"""Reading a file of citations, whichever program wrote it."""

import re

from mindlines_analysis.readers.citations.bibtex import is_bibtex, read_bibtex
from mindlines_analysis.readers.citations.endnote import is_endnote, read_endnote
from mindlines_analysis.readers.citations.found import MAX_BYTES, CitationFile
from mindlines_analysis.readers.citations.json_lists import is_json_list, read_json_list
from mindlines_analysis.readers.citations.listed import is_listed, read_listed
from mindlines_analysis.readers.citations.medline import is_medline, read_medline
from mindlines_analysis.readers.citations.ris import is_ris, read_ris
from mindlines_analysis.readers.kinds import foreign
from mindlines_analysis.readers.letters import decode
from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.tables import MAX_BYTES as MAX_TABLE

_NEWLINE = re.compile(r"\r\n|\r|\n")
_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_HOW = "Export your list from your reference program or database as RIS, BibTeX, NBIB or CSV, and choose that file."


def read_citations(content: bytes, *, name: str) -> CitationFile:
    """Read a list of published works: RIS, BibTeX, NBIB (MEDLINE), EndNote, CSL-JSON, or a table with titles.

    The file is known by what is in it. Each record becomes CSL-JSON. What cannot be taken is named with its line, its
    first words and the reason; what is odd is kept, with a note. Nothing is left out silently.

    Parameters
    ----------
    content
        The bytes of the file, in any encoding.
    name
        What the file is called.

    Returns
    -------
    CitationFile
        Records, refusals and remarks.

    Raises
    ------
    Unreadable
        With a sentence: it is too large, or no file of citations.

    Examples
    --------
    >>> found = read_citations(
    ...     b"TY  - JOUR\\nTI  - Exercise for hips\\nAU  - Smith, A.\\nPY  - 2020\\n"
    ...     b"DO  - https://doi.org/10.1000/ABC\\nER  - \\nTY  - JOUR\\nAU  - Lee, B.\\nER  - \\n",
    ...     name="review.ris",
    ... )
    >>> found.format, found.records[0].title, found.records[0].doi
    ('RIS', 'Exercise for hips', '10.1000/abc')
    >>> found.refused
    (RefusedRecord(line=7, begins='TY - JOUR AU - Lee, B.', reason='it has no title.'),)
    """
    _refuse_other_kinds(content, name=name)
    if content.startswith(_PACKED):
        return read_listed(content, name=name)
    text, guess = _decoded(content, name=name)
    if not text.strip(" \t\r\n\ufeff"):
        raise Unreadable(f"“{name}” is empty. {_HOW}")
    found = _read(text, content, name=name)
    if not found.records and not found.refused:
        raise Unreadable(f"“{name}” holds no record. {_HOW}")
    notes = (guess, *found.notes) if guess and guess not in found.notes else found.notes
    return CitationFile(found.format, found.records, found.refused, notes)


def _read(text: str, content: bytes, *, name: str) -> CitationFile:
    lines = list(enumerate(_NEWLINE.split(text), start=1))
    if is_json_list(text):
        return read_json_list(text, name=name)
    if is_ris(lines):
        return read_ris(lines)
    if is_medline(lines):
        return read_medline(lines)
    if is_endnote(lines):
        return read_endnote(lines)
    first = next(line for _, line in lines if line.strip(" \t\ufeff"))
    if is_listed(first):
        return read_listed(content, name=name)
    if is_bibtex(lines):
        return read_bibtex(lines)
    raise Unreadable(f"“{name}” is not a file of citations that we know. {_HOW}")


def _refuse_other_kinds(content: bytes, *, name: str) -> None:
    """By its first bytes and its size, before anything is opened."""
    kind = foreign(content)
    if kind:
        raise Unreadable(f"“{name}” is {kind}, not a file of citations. {_HOW}")
    most = MAX_TABLE if content.startswith(_PACKED) else MAX_BYTES
    if len(content) > most:
        raise Unreadable(
            f"“{name}” is larger than {most // 1_000_000} MB. Split the list, or export it without its full texts."
        )


def _decoded(content: bytes, *, name: str) -> tuple[str, str]:
    try:
        return decode(content, name=name)
    except Unreadable as error:
        raise Unreadable(f"“{name}” does not hold readable text, so it is not a file of citations. {_HOW}") from error
