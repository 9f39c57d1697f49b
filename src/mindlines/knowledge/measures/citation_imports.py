"""A list of citations on its way in: what each of its records would do here."""

import hashlib
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise

from mindlines.knowledge.measures.citations import REASONS, pairs
from mindlines.knowledge.models import CitationImport
from mindlines.knowledge.queries.citations import KnownWork, known_works
from mindlines_analysis.citations import Reason
from mindlines_analysis.readers.citations import CitationFile, CitationRecord

NEW, SAME, ALIKE = "new", "same", "alike"
OUT, FILL, ADD = "out", "fill", "add"
CHOICES = (OUT, FILL, ADD)
SURE = (Reason.DOI, Reason.PUBMED)
MOST_SHOWN = 3


@dataclass(frozen=True)
class Beside:
    """A work that a record may be: one of ours, with its address, or one that stands before it in the file."""

    pk: int | None
    position: int | None
    title: str
    url: str
    line: int | None
    why: str | Promise


@dataclass(frozen=True)
class Incoming:
    """One record and what would become of it."""

    position: int
    kind: str
    record: CitationRecord
    beside: tuple[Beside, ...] = ()
    choice: str = ""

    @property
    def outcome(self) -> str:
        """Added, left out, or used to fill gaps; empty while somebody must still say."""
        return self.choice or {NEW: ADD, SAME: OUT, ALIKE: ""}[self.kind]

    @property
    def is_open(self) -> bool:
        return not self.outcome

    @property
    def authors(self) -> str:
        """The first author, and whether there are others."""
        people = self.record.csl.get("author", [])
        first = str(people[0].get("family") or people[0].get("literal") or "") if people else ""
        return f"{first} et al." if len(people) > 1 else first


@dataclass(frozen=True)
class Refusal:
    """A record that could not be read."""

    line: int | None
    begins: str
    reason: str


@dataclass(frozen=True)
class Preview:
    """Every record in the order of the file; `digest` changes as soon as anything would come out differently."""

    rows: tuple[Incoming, ...]
    refused: tuple[Refusal, ...]
    digest: str

    @property
    def counts(self) -> dict[str, int]:
        """How many are added, left out, and fill gaps."""
        return dict(Counter(row.outcome for row in self.rows))

    @property
    def open_rows(self) -> list[Incoming]:
        return [row for row in self.rows if row.is_open]

    @property
    def matched(self) -> list[Incoming]:
        """Records that may be one of ours, or one of the same file, decided or not."""
        return [row for row in self.rows if row.kind != NEW]


def stored(found: CitationFile) -> dict[str, Any]:
    """What was read, as plain values, to be kept with the import."""
    return {
        "records": [asdict(record) for record in found.records],
        "refused": [asdict(no) for no in found.refused],
    }


def records_of(citation_import: CitationImport) -> list[CitationRecord]:
    return [CitationRecord(**{**row, "notes": tuple(row["notes"])}) for row in citation_import.records]


def preview(citation_import: CitationImport) -> Preview:
    """What would happen now; nothing is written, and nothing is left out silently."""
    records = records_of(citation_import)
    known = known_works(citation_import.community)
    likes = _likes(records, known=known)
    choices = citation_import.choices.get("rows", {})
    rows = tuple(
        _incoming(position, record, likes=likes.get(position, []), choice=choices.get(str(position), ""))
        for position, record in enumerate(records)
    )
    refused = tuple(Refusal(**no) for no in citation_import.refused)
    said = repr([(row.position, row.outcome, [(other.pk, other.position) for other in row.beside]) for row in rows])
    return Preview(rows, refused, hashlib.sha256(said.encode()).hexdigest()[:24])


def undecided(citation_import: CitationImport, *, choice: str) -> dict[int, str]:
    """The same choice for every record that still waits for one."""
    return {row.position: choice for row in preview(citation_import).open_rows}


def _likes(records: list[CitationRecord], *, known: list[KnownWork]) -> dict[int, list[tuple[Beside, Reason]]]:
    found: dict[int, list[tuple[Beside, Reason]]] = defaultdict(list)
    for position, other, is_known, reason in pairs([record.csl for record in records], known=known):
        if len(found[position]) < MOST_SHOWN:
            beside = _ours(known[other], reason) if is_known else _before(other, records[other], reason)
            found[position].append((beside, reason))
    return found


def _ours(work: KnownWork, reason: Reason) -> Beside:
    url = reverse("knowledge:item", kwargs={"pk": work.pk})
    return Beside(work.pk, None, work.title, url, None, REASONS[reason])


def _before(position: int, record: CitationRecord, reason: Reason) -> Beside:
    return Beside(None, position, record.title, "", record.line, REASONS[reason])


def _incoming(position: int, record: CitationRecord, *, likes: list[tuple[Beside, Reason]], choice: str) -> Incoming:
    beside = tuple(each for each, _reason in likes)
    kind = NEW if not likes else SAME if likes[0][1] in SURE else ALIKE
    allowed = choice if choice in ((OUT, ADD) if kind == NEW else CHOICES) else ""
    return Incoming(position, kind, record, beside, allowed)
