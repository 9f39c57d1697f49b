"""What is found in a file of citations."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from mindlines_analysis.readers.citations.cleaning import clean_date, clean_doi, tidy

MAX_BYTES = 50_000_000
MAX_RECORDS = 20_000


@dataclass(frozen=True)
class CitationRecord:
    """One work, in the words of CSL-JSON; `abstract` is kept beside it. `line` is where it begins in the file.

    `doi` is in small letters and without an address before it; what was odd or mended stands in `notes`.
    """

    csl: dict[str, Any]
    doi: str = ""
    pubmed_id: str = ""
    abstract: str = ""
    line: int | None = None
    notes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Its title, which no record lacks."""
        return str(self.csl["title"])

    @property
    def year(self) -> int | None:
        """The year it came out, where that is a number."""
        parts = self.csl.get("issued", {}).get("date-parts", [])
        return int(parts[0][0]) if parts and parts[0] else None


@dataclass(frozen=True)
class RefusedRecord:
    """A record that could not be taken: where it begins, its first words, and why."""

    line: int | None
    begins: str
    reason: str


@dataclass(frozen=True)
class CitationFile:
    """Everything in the file: what was taken, what was refused, and remarks about the file as a whole."""

    format: str
    records: tuple[CitationRecord, ...]
    refused: tuple[RefusedRecord, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass
class Draft:
    """A record while it is being put together."""

    line: int | None
    begins: str
    csl: dict[str, Any] = field(default_factory=dict)
    doi: str = ""
    pubmed_id: str = ""
    abstract: str = ""
    notes: list[str] = field(default_factory=list)

    def put(self, name: str, value: object) -> None:
        """Set a variable that is not set yet; nothing is set to nothing."""
        if value and name not in self.csl:
            self.csl[name] = value

    def put_title(self, text: str) -> None:
        """Set the title, without the full stop that some programs end it with."""
        title = tidy(text)
        self.put("title", title[:-1] if title.endswith(".") and not title.endswith("..") else title)

    def put_doi(self, text: str) -> None:
        """Set the DOI; what is none is named."""
        doi, note = clean_doi(text)
        self.doi = self.doi or doi
        if note:
            self.note(note)

    def put_date(self, texts: Iterable[str]) -> None:
        """Set when it came out: the year of the first date, and the day of any other that names the same year."""
        dates = [date for date in map(clean_date, texts) if date]
        whole = [date["date-parts"][0] for date in dates if "date-parts" in date]
        if whole:
            same = [parts for parts in whole if parts[0] == whole[0][0]]
            self.put("issued", {"date-parts": [max(same, key=len)]})
        elif dates:
            self.put("issued", dates[0])
            self.note(f"Its year, “{dates[0]['literal']}”, is odd. It was kept as it is written.")

    def note(self, words: str) -> None:
        """Say something about this record, once."""
        if words not in self.notes:
            self.notes.append(words)

    def finished(self) -> CitationRecord | RefusedRecord:
        """The record; or why it is none, which is when it lacks a title."""
        if not self.csl.get("title"):
            known = f" Its DOI is {self.doi}." if self.doi else ""
            return RefusedRecord(self.line, begin(self.begins), f"it has no title.{known}")
        self.csl.setdefault("type", "document")
        if self.doi:
            self.csl["DOI"] = self.doi
        if self.pubmed_id:
            self.csl["PMID"] = self.pubmed_id
        return CitationRecord(self.csl, self.doi, self.pubmed_id, self.abstract, self.line, tuple(self.notes))


def begin(text: str) -> str:
    """The first words of something, on one line.

    Examples
    --------
    >>> begin("TY  - JOUR" + chr(10) + "AU  - Smith")
    'TY - JOUR AU - Smith'
    """
    words = " ".join(text[:400].split())
    return words if len(words) <= 80 else f"{words[:79].rstrip()}…"
