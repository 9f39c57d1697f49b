"""Somebody who has copies of everything, knows who was there and watched who sent something when, and wants names."""

import hashlib
import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.contrib.sessions.models import Session
from django.db import connection

from mindlines.communities.models import Membership
from mindlines.voice.models import Poll
from mindlines.voice.queries import slips

SECRET_TABLES = ("voice_ballot", "voice_slip", "voice_handed", "voice_support", "voice_contribution", "voice_option")


@dataclass
class Evening:
    """What happened, in order: what the attacker saw, and beside it the truth that the attacker wants to know."""

    poll: Poll
    voters: list[Membership]
    secrets: dict[int, str] = field(default_factory=dict)
    words: dict[int, str] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)
    sessions: list[dict[str, Any]] = field(default_factory=list)

    @property
    def locks(self) -> list[str]:
        """The true lock of each voter's ballot, in the order in which they voted."""
        return [slips.lock(self.secrets[one.pk], of=f"ballot:{self.poll.pk}") for one in self.voters]

    @property
    def marks(self) -> list[str]:
        return [slips.mark(self.secrets[one.pk]) for one in self.voters]

    @property
    def said(self) -> list[str]:
        return [self.words[one.pk] for one in self.voters if one.pk in self.words]


def hits(guessed: Sequence[str], *, truth: Sequence[str]) -> int:
    """How many are named rightly when the guesses stand in the order in which people were seen to press."""
    assert Counter(guessed) == Counter(truth), "the attacker has not even found the rows"
    return sum(guess == true for guess, true in zip(guessed, truth, strict=True))


def rows(table: str) -> list[dict[str, Any]]:
    """All rows as a dump writes them: in the order in which the database keeps them."""
    order = {"postgresql": "ctid", "sqlite": "rowid"}[connection.vendor]
    extra = ", xmin::text::bigint AS written_by" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT *{extra} FROM {table} ORDER BY {order}")  # noqa: S608 - our own names
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def orders(table: str, *, column: str) -> dict[str, list[str]]:
    """Every order of the rows of a table that its columns, and the database itself, suggest."""
    found = rows(table)
    ways: dict[str, Callable[[dict[str, Any]], Any]] = {"as it stands in the dump": lambda row: 0}
    for name in found[0]:
        ways[f"by {name}"] = lambda row, name=name: json.dumps(row[name], default=str).rjust(40)
    return {way: [row[column] for row in sorted(found, key=key)] for way, key in ways.items()}


def dump() -> str:
    """Everything in the database as text."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        return "\n".join(connection.connection.iterdump())
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    return "\n".join(str(row) for table in tables for row in everything(table))


def everything(table: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - our own names
        return cursor.fetchall()


def image() -> bytes:
    """The file of a SQLite database, byte for byte: what a plain copy of the file holds."""
    return connection.connection.serialize()


def backup(path: Path) -> bytes:
    """The copy that the page about backing up makes."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(path)])
    assert sqlite3.connect(path).execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return path.read_bytes()


def order_in(file: bytes, *, of: Iterable[str]) -> list[str]:
    """Things by where they first lie in a file, last first: SQLite fills a page from its end."""
    return sorted(of, key=lambda each: -file.find(each.encode()))


def traces(text: str, *, evening: Evening) -> list[str]:
    """What of the secrets, or made from them alone, stands somewhere."""
    telling = [
        *evening.secrets.values(),
        *(secret.replace("-", "") for secret in evening.secrets.values()),
    ]
    return [each for each in telling if each in text]


def derived(mark: str, *, poll: Poll) -> list[str]:
    """What a lock could be if it were made from what the database knows."""
    words = f"ballot:{poll.pk}"
    return [
        mark,
        slips.lock(mark, of=words),
        slips.lock(words, of=mark),
        hashlib.sha256(f"{mark}{words}".encode()).hexdigest(),
        hashlib.sha256(f"{words}{mark}".encode()).hexdigest(),
    ]


def sessions() -> list[dict[str, Any]]:
    """What the sessions of all browsers hold, unpacked."""
    return [{**session.get_decoded(), "until": session.expire_date} for session in Session.objects.order_by("pk")]
