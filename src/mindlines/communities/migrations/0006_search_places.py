"""The index of words also holds who may read an entry and by what it is filed, so that the index alone answers a search.

On SQLite it holds no copy of the text any more. On PostgreSQL titles have an index of their own, since what stands in a title comes first.
"""

from importlib import import_module
from typing import Any

from django.db import migrations

before = import_module("mindlines.communities.migrations.0002_search_words")

AWAY_ON_SQLITE = (
    "DROP TRIGGER communities_search_put",
    "DROP TRIGGER communities_search_drop",
    "DROP TRIGGER communities_search_change",
    "DROP TABLE communities_search_words",
)


def place_on_sqlite(row: str) -> str:
    return (
        f"'c' || ({row}.community_id * 2 + {row}.for_facilitators) || ' k' || {row}.kind"
        f" || coalesce(' y' || {row}.year, '') || coalesce(' g' || {row}.constituency_id, '')"
        f" || coalesce(' p' || {row}.priority_id, '') || ' n' || {row}.knowledge_kind"
    )


def put_on_sqlite(row: str) -> str:
    return (
        "INSERT INTO communities_search_words(rowid, title, words, place) "  # noqa: S608 -- names of our own rows, no value
        f"VALUES ({row}.id, {row}.title, {row}.words, {place_on_sqlite(row)});"
    )


def drop_on_sqlite(row: str) -> str:
    return (
        "INSERT INTO communities_search_words(communities_search_words, rowid, title, words, place) "  # noqa: S608 -- names of our own rows, no value
        f"VALUES ('delete', {row}.id, {row}.title, {row}.words, {place_on_sqlite(row)});"
    )


SQLITE = (
    *AWAY_ON_SQLITE,
    (
        "CREATE VIRTUAL TABLE communities_search_words USING fts5("
        "title, words, place, content='', tokenize='porter unicode61 remove_diacritics 2')"
    ),
    (
        "INSERT INTO communities_search_words(rowid, title, words, place) "  # noqa: S608 -- names of our own rows, no value
        f"SELECT e.id, e.title, e.words, {place_on_sqlite('e')} FROM communities_searchentry AS e"
    ),
    f"CREATE TRIGGER communities_search_put AFTER INSERT ON communities_searchentry BEGIN {put_on_sqlite('new')} END",
    f"CREATE TRIGGER communities_search_drop AFTER DELETE ON communities_searchentry BEGIN {drop_on_sqlite('old')} END",
    (
        "CREATE TRIGGER communities_search_change AFTER UPDATE ON communities_searchentry BEGIN "
        f"{drop_on_sqlite('old')} {put_on_sqlite('new')} END"
    ),
)

# Accents are folded as SQLite folds them; a stroke or hyphen would make one word of two.
FOLDED = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝ/_-"
PLAIN = "aaaaaaceeeeiiiinooooouuuuyyAAAAAACEEEEIIIINOOOOOUUUUY   "


def words_on_postgresql(text: str) -> str:
    return f"to_tsvector('english', translate({text}, '{FOLDED}', '{PLAIN}'))"


PLACE = (
    "array_to_tsvector(ARRAY["
    "'§c' || (community_id * 2 + for_facilitators::int)::text, '§k' || kind, '§y' || coalesce(year::text, ''), "
    "'§g' || coalesce(constituency_id::text, ''), '§p' || coalesce(priority_id::text, ''), '§n' || knowledge_kind])"
)
TITLE, WORDS = words_on_postgresql("title"), words_on_postgresql("left(words, 100000)")
AWAY_ON_POSTGRESQL = ("DROP INDEX communities_found_by", "ALTER TABLE communities_searchentry DROP COLUMN found_by")
POSTGRESQL = (
    *AWAY_ON_POSTGRESQL,
    (
        "ALTER TABLE communities_searchentry"
        f" ADD COLUMN found_by tsvector GENERATED ALWAYS AS (setweight({TITLE}, 'A') || setweight({WORDS}, 'D') || {PLACE}) STORED,"
        f" ADD COLUMN titled_by tsvector GENERATED ALWAYS AS ({TITLE} || {PLACE}) STORED"
    ),
    "CREATE INDEX communities_found_by ON communities_searchentry USING gin (found_by)",
    "CREATE INDEX communities_titled_by ON communities_searchentry USING gin (titled_by)",
)
POSTGRESQL_BACK = (
    *AWAY_ON_POSTGRESQL,
    "DROP INDEX communities_titled_by",
    "ALTER TABLE communities_searchentry DROP COLUMN titled_by",
    *before.POSTGRESQL,
)


SQLITE_BACK = (
    *AWAY_ON_SQLITE,
    *before.SQLITE,
    "INSERT INTO communities_search_words(communities_search_words) VALUES ('rebuild')",
)


def _run(editor: Any, statements: tuple[str, ...]) -> None:
    for statement in statements:
        editor.execute(statement, params=None)


def forwards(apps: Any, editor: Any) -> None:
    _run(editor, POSTGRESQL if editor.connection.vendor == "postgresql" else SQLITE)


def backwards(apps: Any, editor: Any) -> None:
    _run(editor, POSTGRESQL_BACK if editor.connection.vendor == "postgresql" else SQLITE_BACK)


class Migration(migrations.Migration):
    dependencies = (("communities", "0005_words_version"),)
    operations = (migrations.RunPython(forwards, backwards),)
