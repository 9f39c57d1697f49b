"""Rows of secrets are written among others, in no order.

PostgreSQL remembers of each row which transaction wrote it, and both databases keep rows near those that were written
with them. So a secret row is never written alone: others are written anew with it, and all of them anew when a poll closes.
Whoever calls these holds the poll or the box still.
"""

from random import SystemRandom
from typing import TypeVar

from django.db.models import Model, QuerySet

# How many rows are written anew together with a fresh one.
COMPANY = 12

Row = TypeVar("Row", bound=Model)
_chance = SystemRandom()


def put_among(row: Row, *, rows: QuerySet[Row]) -> None:
    """Write a row, new or changed, together with some of `rows`, in a random order."""
    others = list(rows.exclude(pk=row.pk).order_by("?")[:COMPANY])
    _write_anew([row, *others], rows=rows)


def mix(rows: QuerySet[Row]) -> None:
    """Write all of `rows` anew in a random order."""
    _write_anew(list(rows.select_for_update()), rows=rows)


def _write_anew(together: list[Row], *, rows: QuerySet[Row]) -> None:
    _chance.shuffle(together)
    rows.filter(pk__in=[row.pk for row in together]).delete()
    rows.bulk_create(together, batch_size=500)
