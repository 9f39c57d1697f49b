"""From a table to people: each row is taken, or refused with its reason and how to mend it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from mindlines_analysis.names import plain, set_apart
from mindlines_analysis.readers.addresses import says_nothing, split_addresses
from mindlines_analysis.readers.columns import check_columns
from mindlines_analysis.readers.tables import Row, Table

LONGEST_NAME = 150

_TOGETHER = re.compile(r"\s(?:and|und|et|en)\s|[&;/+\n]", re.IGNORECASE)
_COUPLE = re.compile(r"\s*(?:\s(?:and|und|et|en)\s|[&;/+\n])\s*", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{1,}")


@dataclass(frozen=True)
class MemberRow:
    """Somebody as the list has them; what it does not say is empty."""

    line: int
    name: str
    email: str = ""
    phone: str = ""
    constituency: str = ""
    organisation: str = ""
    role: str = ""
    address: str = ""
    access_needs: str = ""
    note: str = ""


@dataclass(frozen=True)
class RefusedRow:
    """A row that cannot be taken: what is wrong with it, and how to mend it."""

    line: int
    words: str
    remedy: str

    @property
    def sentence(self) -> str:
        """Both in one."""
        return f"{self.words} {self.remedy}"


@dataclass(frozen=True)
class MemberRows:
    """The rows that can be taken, those that cannot, and what was changed on the way."""

    members: tuple[MemberRow, ...]
    refused: tuple[RefusedRow, ...]
    notes: tuple[str, ...] = ()


class _RefusedError(Exception):
    def __init__(self, words: str, remedy: str) -> None:
        super().__init__(words)
        self.words, self.remedy = words, remedy


def read_members(table: Table, *, columns: Mapping[str, str]) -> MemberRows:
    """Turn the rows of a table into people.

    "Surname, First" becomes "First Surname"; what stands behind a bar or in brackets becomes the organisation; an
    address in the name's cell is found. Two people in one cell, half an address, and anyone who stands in the file
    twice are refused.

    Parameters
    ----------
    table
        A table as `read_table` gives it.
    columns
        From our fields to the table's columns, as `guess_columns` gives them. A name, or a first or last name, is needed.

    Returns
    -------
    MemberRows
        Every row that is not blank is either among the members or among the refused.

    Raises
    ------
    ValueError
        A field or a column is unknown, or no column holds names.

    Examples
    --------
    >>> from mindlines_analysis.readers.tables import read_table
    >>> table = read_table(b"Name;Mail\\nLee, Bo | Carers UK;Bo@X.ORG\\nChi;chi@\\n", name="list.csv")
    >>> rows = read_members(table, columns={"name": "Name", "email": "Mail"})
    >>> rows.members[0].name, rows.members[0].organisation, rows.members[0].email
    ('Bo Lee', 'Carers UK', 'Bo@x.org')
    >>> rows.refused[0].sentence
    'Row 3: “chi@” is not a whole e-mail address. Add what is missing or leave the cell empty.'
    """
    check_columns(table, columns)
    places = {field: table.columns.index(column) for field, column in columns.items()}
    surname_first = _surname_first(table, columns)
    members: list[MemberRow] = []
    refused: list[RefusedRow] = []
    notes: list[str] = []
    known = _Known()
    for row in table.rows:
        cells = {field: row.cells[place] for field, place in places.items()}
        if not any(cells.values()):
            notes.append(f"Row {row.line} has nothing in the chosen columns and was left out.")
            continue
        try:
            member, remarks = _member(row, cells, surname_first=surname_first)
            known.check(member)
        except _RefusedError as no:
            refused.append(RefusedRow(row.line, f"Row {row.line}: {no.words}", no.remedy))
        else:
            members.append(member)
            notes += [f"Row {row.line}: {remark}" for remark in remarks]
    return MemberRows(tuple(members), tuple(refused), tuple(notes))


def _surname_first(table: Table, columns: Mapping[str, str]) -> bool:
    """Where most names have one comma, "García Simón, Pedro Luis" is a habit and not two people."""
    names = [cell for cell in table.values(columns["name"]) if cell] if "name" in columns else []
    return sum(cell.count(",") == 1 for cell in names) >= 0.5 * max(1, len(names)) and len(names) > 1


def _member(row: Row, cells: Mapping[str, str], *, surname_first: bool) -> tuple[MemberRow, list[str]]:
    remarks: list[str] = []
    beside, addresses = _addresses(cells)
    shown = " ".join(filter(None, (cells.get("first_name", ""), cells.get("last_name", ""))))
    shown = (cells.get("name", "") if not says_nothing(cells.get("name", "")) else shown) or beside
    if "@" in shown:
        shown, more, _ = split_addresses(shown)
        addresses = addresses or more
    name, organisation, marks = set_apart(" ".join(shown.split(" ")))
    name = _one_person(name, surname_first=surname_first)
    given = "" if says_nothing(cells.get("organisation", "")) else _line(cells.get("organisation", ""))
    if organisation and given and plain(organisation) != plain(given):
        remarks.append(f"the name says “{organisation}” and the organisation is “{given}”; the latter was taken.")
    if len(addresses) > 1:
        remarks.append(f"{len(addresses)} e-mail addresses; “{addresses[0]}” was taken, the others are in the note.")
    extra = [*marks, *addresses[1:]]
    plain_cells = {
        field: "" if says_nothing(cells.get(field, "")) else cells.get(field, "")
        for field in ("phone", "constituency", "role", "address", "access_needs", "note")
    }
    member = MemberRow(
        row.line, name, addresses[0] if addresses else "", organisation=given or organisation, **plain_cells
    )
    return (replace(member, note="; ".join(filter(None, (member.note, *extra)))) if extra else member), remarks


def _addresses(cells: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    beside, whole, broken = split_addresses(cells.get("email", ""))
    if broken and (not whole or any("@" in piece for piece in broken)):
        piece = next((piece for piece in broken if "@" in piece), "") if whole else cells["email"]
        raise _RefusedError(f"“{piece}” is not a whole e-mail address.", "Add what is missing or leave the cell empty.")
    return beside or " ".join(broken), whole


def _one_person(shown: str, *, surname_first: bool) -> str:
    if _TOGETHER.search(shown) and len(_COUPLE.split(shown.strip())) > 1:
        raise _RefusedError(
            f"“{_line(shown)}” looks like more than one person.", "Give each person a row of their own."
        )
    name = _line(shown).strip(" ,;")
    if not _LETTERS.search(name):
        what = f"“{name}” is not a name." if name else "there is no name."
        raise _RefusedError(what, "Write the person's name, or take the row out.")
    if len(name) > LONGEST_NAME:
        raise _RefusedError(f"the name is longer than {LONGEST_NAME} letters.", "Write only the name into this cell.")
    return _in_order(name, surname_first=surname_first)


def _in_order(name: str, *, surname_first: bool) -> str:
    parts = [part.strip() for part in name.split(",")]
    if len(parts) == 1 or all(part.replace(".", "").isupper() or _is_title(part) for part in parts[1:]):
        return name
    crowded = len(parts) == 2 and all(len(part.split()) > 1 for part in parts) and not surname_first
    if len(parts) > 2 or crowded:
        raise _RefusedError(
            f"“{name}” may be more than one person.",
            "Write one person as “First Surname”, or give each person a row of their own.",
        )
    return f"{parts[1]} {parts[0]}"


def _is_title(part: str) -> bool:
    return plain(part.replace(".", "")) in {"phd", "md", "msc", "bsc", "jr", "sr", "dphil", "dr", "prof", "mbchb"}


def _line(text: str) -> str:
    return " ".join(text.split())


class _Known:
    """Who stood in the rows above."""

    def __init__(self) -> None:
        self._by_mail: dict[str, MemberRow] = {}
        self._by_name: dict[str, list[MemberRow]] = {}

    def check(self, member: MemberRow) -> None:
        """Remember `member`, or refuse the row because its person stood above."""
        mail = member.email.casefold()
        if mail and (first := self._by_mail.get(mail)):
            raise _RefusedError(
                f"{member.name} has the same e-mail address as {first.name} in row {first.line}.",
                "Take one of the rows out; if they are two people, leave the address empty in one.",
            )
        alike = self._by_name.setdefault(" ".join(sorted(plain(member.name).split())), [])
        for first in alike:
            if _same(first, member):
                where = f" of {member.organisation}" if member.organisation else ""
                raise _RefusedError(
                    f"{member.name}{where} stands in row {first.line} already.",
                    "Take one of the rows out; if they are two people, tell their names apart.",
                )
        alike.append(member)
        if mail:
            self._by_mail[mail] = member


def _same(first: MemberRow, second: MemberRow) -> bool:
    if plain(first.organisation) != plain(second.organisation):
        return False
    return bool(first.organisation) or not (first.email and second.email)
