"""Files in which each line begins with a tag: cut into records, so that nothing of them is lost."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

Line = tuple[int, str]


@dataclass
class Tagged:
    """One record as it is written: tags with their values, in order. `has_end` says whether it was closed."""

    line: int
    pieces: list[tuple[str, list[str]]] = field(default_factory=list)
    has_end: bool = False

    @property
    def begins(self) -> str:
        """Its first lines."""
        return " ".join(f"{tag} - {' '.join(words[:3])}" for tag, words in self.pieces[:3])

    def first(self, *tags: str) -> str:
        """The first value that says something, looked for tag by tag."""
        return next((value for tag in tags for value in self.all(tag) if value.strip()), "")

    def all(self, *tags: str) -> list[str]:
        """All values of these tags, in the order of the file."""
        return [" ".join(filter(None, words)) for tag, words in self.pieces if tag in tags]


@dataclass
class Cut:
    """The records of a file, and the lines that belong to none."""

    records: list[Tagged] = field(default_factory=list)
    outside: list[Line] = field(default_factory=list)


def cut(
    lines: Iterator[Line], *, pattern: re.Pattern[str], starts: Callable[[str, Tagged | None], bool], end: str = ""
) -> Cut:
    """Cut a file into records.

    Parameters
    ----------
    lines
        Its lines with their numbers.
    pattern
        Finds the tag and the value of a line.
    starts
        Whether a tag opens a new record, given the record that is open.
    end
        The tag that closes a record, where there is one; otherwise a blank line does.

    Returns
    -------
    Cut
        Records and the lines outside of them.

    Examples
    --------
    >>> rule = re.compile(r"(TY|TI|ER)  - ?(.*)")
    >>> found = cut(
    ...     iter([(1, "hello"), (2, "TY  - JOUR"), (3, "TI  - It"), (4, "goes on")]),
    ...     pattern=rule,
    ...     starts=lambda tag, open_record: tag == "TY",
    ...     end="ER",
    ... )
    >>> found.records[0].all("TI"), found.outside
    (['It goes on'], [(1, 'hello')])
    """
    found = Cut()
    here: Tagged | None = None
    for number, text in lines:
        tagged = pattern.match(text)
        if tagged is None:
            if not text.strip():
                here = here if end else None
            elif here:
                here.pieces[-1][1].append(text.strip())
            else:
                found.outside.append((number, text.strip()))
            continue
        tag, value = tagged[1], tagged[2].strip()
        if end and tag == end:
            if here:
                here.has_end = True
            here = None
            continue
        if here is None or starts(tag, here):
            here = Tagged(number)
            found.records.append(here)
        here.pieces.append((tag, [value]))
    return found


def outside_note(outside: list[Line]) -> list[str]:
    """Say which lines stand outside of every record.

    Examples
    --------
    >>> outside_note([(1, "Provider: JSTOR"), (2, "Database: JSTOR")])
    ['2 lines stand outside of the records and were left out: “Provider: JSTOR” on line 1, and others.']
    """
    if not outside:
        return []
    first, words = outside[0]
    if len(outside) == 1:
        return [f"Line {first} stands outside of the records and was left out: “{words[:60]}”."]
    return [
        f"{len(outside)} lines stand outside of the records and were left out: “{words[:60]}” on line {first}, and others."
    ]
