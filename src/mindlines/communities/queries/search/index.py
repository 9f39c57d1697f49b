"""Asking the database's own index of words. Only the best candidates are ranked, so that a common word costs no more than a rare one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from django.db import connection

from .asked import Unit

# How many of the newest entries that hold the words are ranked, and how many are shown.
CANDIDATES = 1000
MOST = 200

SQLITE = """
    SELECT rowid FROM (
        SELECT rowid, bm25(communities_search_words, 4.0, 1.0, 0.0) AS weight FROM communities_search_words
        WHERE communities_search_words MATCH %s ORDER BY rowid DESC LIMIT %s)
    ORDER BY weight, rowid DESC LIMIT %s
"""
POSTGRESQL = """
    WITH asked AS (SELECT ARRAY(SELECT to_tsquery('english', each) FROM unnest(%s::text[]) AS each) AS units),
    hits AS MATERIALIZED (
        SELECT id, found_by FROM communities_searchentry
        WHERE {column} @@ (to_tsquery('english', %s) && %s::tsquery) AND numnode(to_tsquery('english', %s)) > 0
        ORDER BY id DESC LIMIT %s)
    SELECT id FROM hits, asked
    ORDER BY (SELECT count(*) FROM unnest(units) AS each WHERE found_by @@ each) DESC,
             ts_rank(found_by, to_tsquery('english', %s)) DESC, ts_rank(found_by, to_tsquery('english', %s)) DESC, id DESC
    LIMIT %s
"""


@dataclass(frozen=True)
class Level:
    """How strictly to look: how many of the units, in which ways of saying them."""

    name: str
    least: int
    in_title: bool = False
    by_meaning: bool = False
    by_beginning: bool = False


@dataclass(frozen=True)
class Place:
    """Where to look: one of each set of marks that entries carry in the index, such as `c24`."""

    marks: tuple[tuple[str, ...], ...]


def keys(units: Sequence[Unit], *, level: Level, place: Place, most: int = MOST) -> list[int]:
    """Keys of the entries that hold `level.least` of the units, best first."""
    postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        if postgresql:
            text = POSTGRESQL.format(column="titled_by" if level.in_title else "found_by")
            cursor.execute(text, _asked_of_postgresql(units, level=level, place=place, most=most))
        else:
            cursor.execute(SQLITE, [_asked_of_sqlite(units, level=level, place=place), CANDIDATES, most])
        return [key for (key,) in cursor.fetchall()]


def _asked_of_sqlite(units: Sequence[Unit], *, level: Level, place: Place) -> str:
    each = [" OR ".join(f'"{words}"{"*" if begins else ""}' for words, begins in _ways(unit, level)) for unit in units]
    whole = _at_least(level.least, [f"({words})" for words in each], every=" AND ", some=" OR ")
    where = " AND ".join("place : (" + " OR ".join(f'"{mark}"' for mark in marks) + ")" for marks in place.marks)
    return f"{{{'title' if level.in_title else 'title words'}}} : ({whole}) AND {where}"


def _asked_of_postgresql(
    units: Sequence[Unit], *, level: Level, place: Place, most: int
) -> list[str | int | list[str]]:
    each = [" | ".join(f"'{words}'{':*' if begins else ''}" for words, begins in _ways(unit, level)) for unit in units]
    whole = _at_least(level.least, [f"({words})" for words in each], every=" & ", some=" | ")
    typed = " | ".join(f"'{words}'" for unit in units for words in unit.as_typed)
    where = " & ".join("(" + " | ".join(f"'§{mark}'" for mark in marks) + ")" for marks in place.marks)
    # Where every unit must be there, counting them would only take time.
    counted = each if level.least < len(units) else []
    return [counted, whole, where, whole, CANDIDATES, typed, whole, most]


def _ways(unit: Unit, level: Level) -> Iterable[tuple[str, bool]]:
    """The ways to say a unit, and whether a word may go on after it."""
    begins = level.by_beginning and not unit.is_phrase and len(unit.typed) > 2
    yield unit.typed, begins
    for words in unit.spellings:
        yield words, False
    if level.by_meaning:
        for words in unit.in_other_words:
            yield words, False


def _at_least(least: int, each: Sequence[str], *, every: str, some: str) -> str:
    if least == 1:
        return some.join(each)
    return some.join("(" + every.join(chosen) + ")" for chosen in combinations(each, least))
