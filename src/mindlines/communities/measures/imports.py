"""A member list on its way in: what each of its rows would do here."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from typing import Any

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from mindlines.communities.choices import ConstituencyKind
from mindlines.communities.measures.members import REASONS, known_people
from mindlines.communities.models import Constituency, MemberImport
from mindlines_analysis.names import Level, Named, find_duplicates, plain
from mindlines_analysis.readers.columns import guess_columns
from mindlines_analysis.readers.members import MemberRow, RefusedRow, read_members
from mindlines_analysis.readers.tables import Row, Table

NEW, HERE, ALIKE, REFUSED, LEFT_OUT = "new", "here", "alike", "refused", "left-out"
# A column with more different words than this does not name groups.
MOST_GROUPS = 60
AN_HOUR = 60 * 60
Hit = tuple[int, Level]
SURE = (Level.SAME_MAIL, Level.SAME_NAME_AND_ORGANISATION)
LONGEST = {"phone": 40, "address": 500, "organisation": 150, "access_needs": 300, "note": 300, "email": 254}
KINDS = {
    ConstituencyKind.LAY: "lay patient carer public service user lived experience parent expert by experience ppi family",
    ConstituencyKind.CLINICAL: "clinician clinical gp doctor nurse physio physiotherapist therapist consultant pharmacist surgeon practitioner",
    ConstituencyKind.COMMISSIONING: "commissioner commissioning icb ccg funder payer",
    ConstituencyKind.ACADEMIC: "academic researcher research professor university lecturer phd student",
    ConstituencyKind.VOLUNTARY: "voluntary charity third sector ngo vcse community organisation",
    ConstituencyKind.SUPPORT: "support team facilitator broker administrator project team",
    ConstituencyKind.PROFESSIONAL: "manager management director lead administrator planner officer professional",
}


@dataclass(frozen=True)
class Known:
    """Somebody on the list whom a row may be."""

    pk: int
    name: str
    organisation: str
    why: str | Promise
    is_sure: bool


@dataclass
class Incoming:
    """One row and what would become of it."""

    line: int
    kind: str
    name: str = ""
    email: str = ""
    group: str = ""
    organisation: str = ""
    why: str = ""
    remedy: str = ""
    known: tuple[Known, ...] = ()
    choice: str = ""
    row: MemberRow | None = field(default=None, compare=False)
    cells: dict[str, str] = field(default_factory=dict, compare=False)

    # A form to mend a refused row; the view gives it.
    form: Any = None

    @property
    def is_open(self) -> bool:
        """Whether somebody must still say what to do with it."""
        return self.kind == REFUSED or (self.kind == ALIKE and not self.choice)

    @property
    def is_coming(self) -> bool:
        return self.kind == NEW or (self.kind == ALIKE and self.choice == NEW)


@dataclass(frozen=True)
class Preview:
    """Every row in the order of the file; `digest` changes as soon as anything would come out differently."""

    rows: tuple[Incoming, ...]
    notes: tuple[str, ...]
    digest: str

    @property
    def counts(self) -> dict[str, int]:
        return dict(Counter(row.kind for row in self.rows))

    @property
    def coming(self) -> list[Incoming]:
        return [row for row in self.rows if row.is_coming]

    @property
    def left_out(self) -> int:
        return sum(row.kind == LEFT_OUT for row in self.rows)

    @property
    def undecided(self) -> int:
        """How many rows look like somebody, and nobody has said whether they are."""
        return sum(row.kind == ALIKE and not row.choice for row in self.rows)

    @property
    def open_rows(self) -> list[Incoming]:
        return [row for row in self.rows if row.is_open]


def kept(table: Table) -> dict[str, Any]:
    """The table as plain values, to be stored with the import."""
    return {
        "columns": list(table.columns),
        "rows": [[row.line, list(row.cells)] for row in table.rows],
        "notes": list(table.notes),
    }


def table_of(member_import: MemberImport) -> Table:
    """The stored table, with the rows as they were mended."""
    stored = member_import.table
    mended = member_import.choices.get("mended", {})
    rows = tuple(
        Row(line, tuple(_mended(cells, mended[str(line)], member_import) if str(line) in mended else cells))
        for line, cells in stored["rows"]
    )
    return Table(tuple(stored["columns"]), rows, tuple(stored["notes"]))


def guessed_columns(member_import: MemberImport) -> dict[str, str]:
    return guess_columns(table_of(member_import))


def samples(member_import: MemberImport) -> dict[str, str]:
    """What stands in each column, so that people recognise it: the first few different values."""
    table = table_of(member_import)
    found = {}
    for place, column in enumerate(table.columns):
        values = dict.fromkeys(row.cells[place] for row in table.rows[:200] if row.cells[place])
        found[column] = ", ".join(list(values)[:3])[:80]
    return found


def group_words(member_import: MemberImport) -> dict[str, int]:
    """The words for groups in the file, each with its number of rows; the empty word stands for rows without one."""
    column = member_import.columns.get("constituency")
    table = table_of(member_import)
    if column is None:
        return {"": len(table.rows)}
    return dict(Counter(" ".join(word.split()) for word in table.values(column)).most_common())


def guessed_groups(words: Iterable[str], *, groups: Iterable[Constituency]) -> dict[str, str]:
    """For each word of the file the group it probably means, as its number; unknown words make a new group of a guessed kind."""
    known = list(groups)
    return {word: _guessed_group(word, known) for word in words if word}


def preview(member_import: MemberImport, *, groups: Iterable[Constituency]) -> Preview:
    """What would happen now; nothing is written, and nothing decided here is left out silently."""
    table = table_of(member_import)
    read = read_members(table, columns=member_import.columns)
    known = known_people(member_import.community)
    left_out = set(member_import.choices.get("left_out", []))
    names = {group.pk: group.name for group in groups}
    hits = _known_of([_named(row) for row in read.members], known)
    rows = [
        _incoming(row, hits.get(place, ()), member_import=member_import, groups=names)
        for place, row in enumerate(read.members)
    ]
    cells = {row.line: row.cells for row in table.rows}
    rows += [_refused(no, _cells(cells[no.line], member_import)) for no in read.refused]
    rows = [
        replace(row, kind=LEFT_OUT, why=str(_("You left this row out."))) if row.line in left_out else row
        for row in rows
    ]
    rows.sort(key=lambda row: row.line)
    said = repr(
        [
            (row.line, row.kind, row.choice, row.name, row.email, row.group, [other.pk for other in row.known])
            for row in rows
        ]
    )
    return Preview(tuple(rows), (*table.notes, *read.notes), hashlib.sha256(said.encode()).hexdigest()[:24])


def group_for(row: MemberRow, *, member_import: MemberImport) -> str:
    """The number of the group, or `new:KIND` with the word of the file as its name."""
    chosen = member_import.constituencies
    return str(chosen.get("words", {}).get(" ".join(row.constituency.split())) or chosen.get("default", ""))


def note_of(row: MemberRow) -> str:
    """What the list says and we have no place of its own for."""
    return "; ".join(filter(None, (row.note, row.role)))


def _named(row: MemberRow) -> Named:
    return Named(row.name, row.email, row.organisation)


def _known_of(people: list[Named], known: list[Named]) -> dict[int, tuple[Known, ...]]:
    here = {int(person.key): person for person in known}
    return {
        position: tuple(
            Known(pk, here[pk].name, here[pk].organisation, REASONS[level], is_sure=level in SURE)
            for pk, level in hits[:5]
        )
        for position, hits in _hits(people, known).items()
    }


def _hits(people: list[Named], known: list[Named]) -> dict[int, list[Hit]]:
    """Who on the list each of `people` may be, the nearest first.

    A whole page of the preview needs this, so it is remembered for a while: numbers and levels, never names.
    """
    key = f"communities.import.{hashlib.sha256(repr((people, known)).encode()).hexdigest()}"
    found: dict[int, list[Hit]] | None = cache.get(key)
    if found is None:
        found = _compared(people, known)
        cache.set(key, found, AN_HOUR)
    return found


def _compared(people: list[Named], known: list[Named]) -> dict[int, list[Hit]]:
    """The library compares only those who share a word of their name or address with somebody known."""
    by_mail = {person.email.lower(): person for person in known if person.email}
    words = {word for person in known for word in _words(person)}
    found: dict[int, list[Hit]] = {}
    rest: list[int] = []
    for position, person in enumerate(people):
        same = by_mail.get(person.email.lower())
        if same:
            found[position] = [(int(same.key), Level.SAME_MAIL)]
        elif words & _words(person):
            rest.append(position)
    for hit in find_duplicates([people[position] for position in rest], known=known):
        if hit.other_position is None:
            found.setdefault(rest[hit.position], []).append((int(hit.other.key), hit.likeness.level))
    return found


def _words(person: Named) -> set[str]:
    return {word for word in plain(f"{person.name} {person.email.partition('@')[0]}").split() if len(word) > 1}


def _incoming(
    row: MemberRow, known: tuple[Known, ...], *, member_import: MemberImport, groups: dict[int, str]
) -> Incoming:
    chosen = group_for(row, member_import=member_import)
    group = groups.get(int(chosen), "") if chosen.isdigit() else " ".join(row.constituency.split())
    shown = Incoming(row.line, NEW, name=row.name, email=row.email, group=group, organisation=row.organisation, row=row)
    why = _too_long(row)
    if why:
        cells = {"name": row.name, "email": row.email, "organisation": row.organisation}
        return replace(shown, kind=REFUSED, why=why, remedy=str(_("Shorten it, or leave the row out.")), cells=cells)
    if not known:
        return shown
    if known[0].is_sure:
        return replace(shown, kind=HERE, known=known[:1], why=str(known[0].why))
    choice = str(member_import.choices.get("same", {}).get(str(row.line), ""))
    return replace(shown, kind=ALIKE, known=known, choice=choice, why=str(known[0].why))


def _too_long(row: MemberRow) -> str:
    """What the database could not keep whole."""
    if row.email:
        try:
            validate_email(row.email)
        except ValidationError:
            return str(
                _("Row %(line)d: “%(email)s” is not an e-mail address that works.")
                % {"line": row.line, "email": row.email}
            )
    for name, most in LONGEST.items():
        value = note_of(row) if name == "note" else getattr(row, name)
        if len(value) > most:
            words = _("Row %(line)d: the %(field)s is longer than %(most)d letters.")
            return str(words % {"line": row.line, "field": name.replace("_", " "), "most": most})
    return ""


def _refused(no: RefusedRow, cells: dict[str, str]) -> Incoming:
    name = cells.get("name") or " ".join(filter(None, (cells.get("first_name"), cells.get("last_name"))))
    shown = {"name": name, "email": cells.get("email", ""), "organisation": cells.get("organisation", "")}
    return Incoming(no.line, REFUSED, name=name, email=shown["email"], why=no.words, remedy=no.remedy, cells=shown)


def _cells(cells: tuple[str, ...], member_import: MemberImport) -> dict[str, str]:
    columns = member_import.table["columns"]
    return {name: cells[columns.index(column)] for name, column in member_import.columns.items()}


def _mended(cells: list[str], values: dict[str, str], member_import: MemberImport) -> list[str]:
    """The cells with what was typed in the preview; a whole name goes where the names are."""
    columns, chosen = member_import.table["columns"], dict(member_import.columns)
    own = dict(values)
    if "name" not in chosen:
        place = "first_name" if "first_name" in chosen else "last_name"
        own[place] = own.pop("name", "")
        own |= {"last_name": ""} if place == "first_name" and "last_name" in chosen else {}
    mended = list(cells)
    for name, value in own.items():
        if name in chosen:
            mended[columns.index(chosen[name])] = value
    return mended


def _guessed_group(word: str, groups: list[Constituency]) -> str:
    asked = plain(word)
    best = max(groups, key=lambda group: SequenceMatcher(None, asked, plain(group.name)).ratio(), default=None)
    if best and (SequenceMatcher(None, asked, plain(best.name)).ratio() >= 0.72 or plain(best.name) in asked):
        return str(best.pk)
    kind = _guessed_kind(asked)
    if kind:
        of_kind = [group for group in groups if group.kind == kind]
        return str(of_kind[0].pk) if of_kind else f"new:{kind}"
    return f"new:{ConstituencyKind.PROFESSIONAL}"


def _guessed_kind(asked: str) -> str:
    words = {word.removesuffix("s") for word in asked.split()} | set(asked.split())
    return next((str(kind) for kind, known in KINDS.items() if words & set(known.split())), "")


def undecided(member_import: MemberImport, *, groups: Iterable[Constituency], choice: str) -> dict[int, str]:
    """The same choice for every row that still looks like somebody."""
    return {row.line: choice for row in preview(member_import, groups=groups).open_rows if row.kind == ALIKE}
