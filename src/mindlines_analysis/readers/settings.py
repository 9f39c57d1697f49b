"""Columns that tell where and when somebody can sit: step-free, online, late, which rounds."""

import re
from dataclasses import dataclass
from typing import Literal

from mindlines_analysis.names import plain
from mindlines_analysis.readers.columns import guess_columns
from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.tables import Row, Table

__all__ = ["Setting", "settings_of"]

Topic = Literal["step-free", "online", "partly", "rounds", "needs"]

_STEP_FREE = (
    r"step ?free|wheelchair|level access|ground floor|no stairs|rollstuhl|stufenlos|sans marche|silla de ruedas"
)
_HEADINGS: tuple[tuple[Topic, str], ...] = (
    ("rounds", r"^(there in |in )?rounds?( there)?$|^which rounds$"),
    ("step-free", _STEP_FREE),
    ("online", r"^online|^remote|^joins?\b(?! late)|^joining$|^attends?$|^attending|hybrid|^venue or online$"),
    (
        "partly",
        r"(comes?|coming|arriv\w*|joins?|joining) late|leav(es?|ing)\b|^late$|^late or|^early$|^part of the|^partly",
    ),
)
_YES = r"^(yes|y|true|x|1|ja|j|oui|si|wahr|needed)$"
_NO = r"^(no|n|false|0|nein|nee|non|none|na|n a|falsch|not\b.*|keine?)?$"
_VENUE = r"venue|person|room|site|face to face|there|vor ort|sur place"
_SAYS_SO = {
    "step-free": f"{_YES}|{_STEP_FREE}",
    "online": rf"{_YES}|\bonline\b|remote|zoom|teams|video|virtual|from home",
    "partly": r".",
}


@dataclass(frozen=True)
class Setting:
    """A column about where or when somebody can sit, and its place in the table."""

    topic: Topic
    column: str
    place: int

    def is_so(self, row: Row) -> bool:
        """Whether the row says so; `Unreadable` where it says neither yes nor no."""
        cell = plain(row.cells[self.place])
        if self.topic == "needs":
            return bool(re.search(_STEP_FREE, cell))
        if self.topic == "rounds" or re.search(_NO, cell):
            return False
        if re.search(_SAYS_SO[self.topic], cell):
            return True
        if self.topic == "online" and re.search(_VENUE, cell):
            return False
        raise Unreadable(
            f"Row {row.line}: “{row.cells[self.place]}” in “{self.column}” is neither yes nor no. Write yes or no."
        )

    def is_meant(self, table: Table) -> bool:
        """Whether most of what stands in the column can be read, so that it is about this."""
        filled = [row for row in table.rows if row.cells[self.place]]
        return sum(self._reads(row) for row in filled) >= 0.5 * len(filled)

    def _reads(self, row: Row) -> bool:
        try:
            self.is_so(row)
            self.rounds(row)
        except Unreadable:
            return False
        return True

    @property
    def need(self) -> str:
        """What a room must have for those of whom the column says so."""
        return {"step-free": "step-free", "needs": "step-free", "online": "online"}.get(self.topic, "")

    @property
    def seems(self) -> str:
        """What the column is taken for, in words."""
        return {
            "rounds": "which rounds somebody is there for",
            "step-free": "who needs a step-free way",
            "online": "who is online",
            "partly": "who is there for a part of the time",
            "needs": "who needs a step-free way, or another property of a room",
        }[self.topic]

    def rounds(self, row: Row) -> frozenset[int] | None:
        """Which rounds the row names, as in ``1, 3`` or ``2-4``; None for all of them."""
        cell = row.cells[self.place]
        if self.topic != "rounds" or plain(cell) in {"", "all", "yes", "alle", "tous", "todas"}:
            return None
        numbers: set[int] = set()
        for part in re.split(r"[,;/&+]|\band\b", cell):
            span = re.fullmatch(r"\s*(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?\s*", part)
            if span is None:
                raise Unreadable(
                    f"Row {row.line}: “{cell}” in “{self.column}” does not name rounds. Write numbers, as in “1, 3”."
                )
            numbers |= set(range(int(span[1]), int(span[2] or span[1]) + 1))
        return frozenset(numbers)


def settings_of(table: Table) -> tuple[Setting, ...]:
    """Columns of `table` that tell where and when somebody can sit, known by their headings.

    Parameters
    ----------
    table
        A table as `read_table` gives it.

    Returns
    -------
    tuple
        At most one column for each topic, in the order of the table.

    Examples
    --------
    >>> settings_of(Table(("Name", "Wheelchair?", "Joins"), ()))[0]
    Setting(topic='step-free', column='Wheelchair?', place=1)
    """
    found: dict[Topic, Setting] = {}
    for place, column in enumerate(table.columns):
        heading = plain(column)
        topic = next((topic for topic, words in _HEADINGS if re.search(words, heading)), None)
        if topic and (setting := Setting(topic, column, place)).is_meant(table):
            found.setdefault(topic, setting)
    needs = guess_columns(table).get("access_needs")
    if needs and needs not in {setting.column for setting in found.values()}:
        found["needs"] = Setting("needs", needs, table.columns.index(needs))
    return tuple(found.values())
