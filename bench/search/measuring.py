"""Fills a database with entries and measures searches over them. Started by `bench.search`, which names the database."""

import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from statistics import median
from typing import Any
from unittest.mock import patch

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from bench.search import pairs  # noqa: E402
from bench.search.texts import COMMUNITIES, MINE, Texts  # noqa: E402
from mindlines.communities.models import Community, SearchEntry  # noqa: E402
from mindlines.communities.queries import search  # noqa: E402
from mindlines.communities.queries.search import meaning  # noqa: E402
from tests import make  # noqa: E402

TIMES_BARE, MILLISECONDS = 2.0, 100.0
AMONG = 10_000
TIMES = 3
BARE = {
    "postgresql": (
        "SELECT id FROM communities_searchentry, plainto_tsquery('english', %s) AS q WHERE found_by @@ q"
        " ORDER BY ts_rank(found_by, q) DESC LIMIT 20"
    ),
    "sqlite": (
        "SELECT rowid FROM communities_search_words WHERE communities_search_words MATCH %s"
        " ORDER BY bm25(communities_search_words, 4.0, 1.0) LIMIT 20"
    ),
}
LIKE = "SELECT id FROM communities_searchentry WHERE {where} ORDER BY id DESC LIMIT 20"


def main() -> int:
    call_command("migrate", verbosity=0, skip_checks=True)
    reader, communities = furnish()
    texts, parts = Texts(seed=5), []
    for size in map(int, sys.argv[1:]):
        fill(texts, communities, size)
        parts.append(time_all(reader, texts.queries(), size))
    recall(reader, communities, texts)
    print(
        f"To reach, at the median: {MILLISECONDS:g} ms, or {TIMES_BARE:g} times the bare full text where that is more. ",
        end="",
    )
    print("Reached." if max(parts) <= 1 else "Not reached.")
    return 0 if max(parts) <= 1 else 1


def furnish() -> tuple[Any, list[Community]]:
    communities = [make.community(name=f"Community {number}") for number in range(COMMUNITIES)]
    reader = make.person(name="Reader Example", email="reader@example.org")
    for community in communities[:MINE]:
        make.membership(community, who=reader)
    return reader, communities


def fill(texts: Texts, communities: list[Community], size: int) -> None:
    """As many entries as that, newly made."""
    SearchEntry.objects.all().delete()
    start = time.perf_counter()
    rows = (
        (communities[place % COMMUNITIES].pk, f"bench:{place}", title, words, 2000 + place % 26)
        for place, (title, words) in enumerate(texts.entries(size))
    )
    if connection.vendor == "postgresql":
        copy(rows)
    else:
        insert(rows)
    taken = time.perf_counter() - start
    tidy()
    print(
        f"\n{size:,} entries on {connection.vendor}: entered and indexed in {taken:.1f} s, index {index_megabytes():.0f} MB",
        flush=True,
    )


def insert(rows: Iterator[tuple[int, str, str, str, int]]) -> None:
    while part := list(islice(rows, 5000)):
        SearchEntry.objects.bulk_create(
            SearchEntry(community_id=pk, ref=ref, kind="knowledge", title=title, words=words, url="/", year=year)
            for pk, ref, title, words, year in part
        )


def copy(rows: Iterator[tuple[int, str, str, str, int]]) -> None:
    """All at once, and the index after it, as a large store is brought in."""
    columns = "community_id, ref, title, words, year, kind, url, knowledge_kind, for_facilitators, changed_at"
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX communities_found_by, communities_titled_by")
        with cursor.copy(f"COPY communities_searchentry ({columns}) FROM STDIN") as entering:
            for row in rows:
                entering.write_row((*row, "knowledge", "/", "", False, "2026-01-01"))
        for column in ("found_by", "titled_by"):
            cursor.execute(f"CREATE INDEX communities_{column} ON communities_searchentry USING gin ({column})")


def tidy() -> None:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE communities_searchentry" if connection.vendor == "postgresql" else "ANALYZE")


def index_megabytes() -> float:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT pg_relation_size('communities_found_by') + pg_relation_size('communities_titled_by')"
            )
        else:
            cursor.execute("SELECT sum(length(block)) FROM communities_search_words_data")
        return int(cursor.fetchone()[0]) / 1e6


def time_all(reader: Any, queries: dict[str, list[str]], size: int) -> float:
    """The largest part of what may be used that was used."""
    print(f"{'':24}{'ours':>16}{'bare':>16}{'LIKE':>18}{'ours / bare':>13}   (p50, p95 in ms)")
    worst = 0.0
    for name, typed in queries.items():
        ours = times(typed, lambda words: first_page(reader, words))
        bare = times(typed, bare_full_text)
        # LIKE reads everything; over a million entries three searches tell enough.
        like = times(typed[:3] if size > 100_000 else typed, plain_like, repeated=1)
        ratio = ours[0] / bare[0]
        worst = max(worst, ours[0] / max(TIMES_BARE * bare[0], MILLISECONDS))
        figures = "".join(f"{each[0]:>9.1f}{each[1]:>8.1f}" for each in (ours, bare, like))
        print(f"{name:22}{figures}{ratio:>11.2f}", flush=True)
    return worst


def times(typed: list[str], ask: Callable[[str], object], repeated: int = TIMES) -> tuple[float, float]:
    taken = sorted(duration(ask, words) for _ in range(repeated) for words in typed)
    return median(taken) * 1000, taken[int(len(taken) * 0.95)] * 1000


def duration(ask: Callable[[str], object], words: str) -> float:
    start = time.perf_counter()
    ask(words)
    return time.perf_counter() - start


def first_page(reader: Any, words: str) -> list[search.Found]:
    """All that the page of the search does, but for drawing it."""
    results = search.look(reader, typed=words)
    return search.rows(results.hits[:20], units=results.units)


def bare_full_text(words: str) -> list[Any]:
    asked = words if connection.vendor == "postgresql" else " AND ".join(f'"{word}"' for word in words.split())
    with connection.cursor() as cursor:
        cursor.execute(BARE[connection.vendor], [asked])
        return cursor.fetchall()


def plain_like(words: str) -> list[Any]:
    asked = [f"%{word}%" for word in words.split()]
    like = "ILIKE" if connection.vendor == "postgresql" else "LIKE"
    where = " AND ".join(f"(title {like} %s OR words {like} %s)" for _word in asked)
    with connection.cursor() as cursor:
        cursor.execute(LIKE.format(where=where), [each for word in asked for each in (word, word)])
        return cursor.fetchall()


def recall(reader: Any, communities: list[Community], texts: Texts) -> None:
    """How many searches show the twin among their first ten."""
    SearchEntry.objects.all().delete()
    others = [
        SearchEntry(community=communities[0], ref=f"other:{place}", kind="knowledge", title=title, words=words, url="/")
        for place, (title, words) in enumerate(texts.entries(AMONG))
    ]
    SearchEntry.objects.bulk_create(others, batch_size=5000)
    print(f"\nPlain words that find their technical twin among the first ten of {AMONG:,} on {connection.vendor}")
    for name, listed in (("real pairs", pairs.real()), ("our own", pairs.own())):
        if listed:
            found = {how: recalled(reader, communities[0], listed, ask) for how, ask in ways().items()}
            total = sum(len(pair.typed) for pair in listed)
            print(f"{name:12}" + "".join(f"{how} {count}/{total}   " for how, count in found.items()), flush=True)


def ways() -> dict[str, Callable[[Any, str], list[str]]]:
    return {"bare full text": bare_titles, "ours without the thesaurus": without_thesaurus, "ours": our_titles}


def recalled(reader: Any, community: Community, listed: list[pairs.Pair], ask: Callable[[Any, str], list[str]]) -> int:
    for place, pair in enumerate(listed):
        SearchEntry.objects.update_or_create(
            ref=f"pair:{place}",
            defaults={
                "community": community,
                "kind": "knowledge",
                "title": pair.title[:250],
                "words": pair.words,
                "url": "/",
            },
        )
    count = sum(pair.title[:250] in ask(reader, typed)[:10] for pair in listed for typed in pair.typed)
    SearchEntry.objects.filter(ref__startswith="pair:").delete()
    return count


def our_titles(reader: Any, typed: str) -> list[str]:
    return [found.title for found in first_page(reader, typed)]


def without_thesaurus(reader: Any, typed: str) -> list[str]:
    with patch.object(meaning, "thesaurus", dict):
        return our_titles(reader, typed)


def bare_titles(_reader: Any, typed: str) -> list[str]:
    keys = [key for (key,) in bare_full_text(" ".join(words_alone(typed)))]
    titles = SearchEntry.objects.in_bulk(keys)
    return [titles[key].title for key in keys]


def words_alone(typed: str) -> Iterator[str]:
    return (word for word in typed.replace("&", " ").replace("-", " ").split())


if __name__ == "__main__":
    raise SystemExit(main())
