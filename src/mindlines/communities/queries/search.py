"""Finding what a person may see, by words. SQLite and PostgreSQL each use their own index of words."""

import re
from dataclasses import dataclass

from django.db import connection
from django.db.models import Q, QuerySet

from mindlines.communities.models import Membership
from mindlines.people.models import Person

START, END = "\x02", "\x03"
MOST = 200


@dataclass(frozen=True)
class Piece:
    """A stretch of a snippet; `is_hit` when it is one of the words looked for."""

    words: str
    is_hit: bool


@dataclass(frozen=True)
class Found:
    kind: str
    title: str
    url: str
    community: str
    snippet: tuple[Piece, ...]


SQLITE = """
    SELECT e.kind, e.title, e.url, c.name, snippet(communities_search_words, -1, char(2), char(3), '…', 18)
    FROM communities_search_words AS w
    JOIN communities_searchentry AS e ON e.id = w.rowid
    JOIN communities_community AS c ON c.id = e.community_id
    WHERE communities_search_words MATCH %s
      AND ((e.community_id IN ({here}) AND NOT e.for_facilitators) OR e.community_id IN ({facilitated}))
    ORDER BY bm25(communities_search_words, 4.0, 1.0), e.changed_at DESC LIMIT %s
"""
POSTGRESQL = """
    SELECT e.kind, e.title, e.url, c.name,
           ts_headline('english', left(e.title || ' … ' || e.words, 20000), q, 'StartSel="' || chr(2) || '", StopSel="' || chr(3) || '", MaxWords=24, MinWords=8')
    FROM communities_searchentry AS e
    JOIN communities_community AS c ON c.id = e.community_id, to_tsquery('english', %s) AS q
    WHERE e.found_by @@ q
      AND ((e.community_id IN ({here}) AND NOT e.for_facilitators) OR e.community_id IN ({facilitated}))
    ORDER BY ts_rank(e.found_by, q) DESC, e.changed_at DESC LIMIT %s
"""


def found(person: Person, *, typed: str) -> list[Found]:
    """What `person` may see that holds all the words; if nothing does, what holds any of them. Best first, at most 200."""
    words = re.findall(r"\w+", typed.casefold())[:12]
    memberships = list(Membership.objects.present().with_roles().filter(person=person))
    if not words or not memberships:
        return []
    here = [membership.community_id for membership in memberships]
    facilitated = [membership.community_id for membership in memberships if membership.facilitates]
    return _ask(words, "all", here, facilitated) or _ask(words, "any", here, facilitated)


def people_found(person: Person, *, typed: str) -> QuerySet[Membership]:
    """Fellow members whose name holds what was typed."""
    mine = Membership.objects.present().filter(person=person).values("community_id")
    names = (
        Membership.objects.present()
        .filter(community__in=mine)
        .select_related("person", "community", "constituency", "organisation")
    )
    wanted = Q()
    for word in typed.split()[:6]:
        wanted &= Q(person__name__icontains=word) | Q(organisation__name__icontains=word)
    return names.filter(wanted).order_by("person__name", "pk") if typed.strip() else names.none()


def _ask(words: list[str], which: str, here: list[int], facilitated: list[int]) -> list[Found]:
    postgresql = connection.vendor == "postgresql"
    if postgresql:
        asked = (" & " if which == "all" else " | ").join(f"{word}:*" for word in words)
    else:
        asked = (" AND " if which == "all" else " OR ").join(f'"{word}"*' for word in words)
    places = {
        "here": ",".join(["%s"] * len(here)),
        "facilitated": ",".join(["%s"] * len(facilitated)) if facilitated else "NULL",
    }
    # Only the number of placeholders is put into the text; every value goes beside it.
    text = (POSTGRESQL if postgresql else SQLITE).format(**places)
    with connection.cursor() as cursor:
        cursor.execute(text, [asked, *here, *facilitated, MOST])
        rows = cursor.fetchall()
    return [
        Found(kind=kind, title=title, url=url, community=name, snippet=_pieces(snippet))
        for kind, title, url, name, snippet in rows
    ]


def _pieces(snippet: str) -> tuple[Piece, ...]:
    parts = re.split(f"({START}.*?{END})", snippet, flags=re.DOTALL)
    return tuple(Piece(words=part.strip(START + END), is_hit=part.startswith(START)) for part in parts if part)
