"""The index of words behind the site search: FTS5 on SQLite, a generated column on PostgreSQL."""

from typing import Any

from django.db import migrations

SQLITE = (
    (
        "CREATE VIRTUAL TABLE communities_search_words USING fts5("
        "title, words, content='communities_searchentry', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2')"
    ),
    (
        "CREATE TRIGGER communities_search_put AFTER INSERT ON communities_searchentry BEGIN "
        "INSERT INTO communities_search_words(rowid, title, words) VALUES (new.id, new.title, new.words); END"
    ),
    (
        "CREATE TRIGGER communities_search_drop AFTER DELETE ON communities_searchentry BEGIN "
        "INSERT INTO communities_search_words(communities_search_words, rowid, title, words) "
        "VALUES ('delete', old.id, old.title, old.words); END"
    ),
    (
        "CREATE TRIGGER communities_search_change AFTER UPDATE ON communities_searchentry BEGIN "
        "INSERT INTO communities_search_words(communities_search_words, rowid, title, words) "
        "VALUES ('delete', old.id, old.title, old.words); "
        "INSERT INTO communities_search_words(rowid, title, words) VALUES (new.id, new.title, new.words); END"
    ),
)
SQLITE_BACK = (
    "DROP TRIGGER communities_search_put",
    "DROP TRIGGER communities_search_drop",
    "DROP TRIGGER communities_search_change",
    "DROP TABLE communities_search_words",
)
POSTGRESQL = (
    (
        "ALTER TABLE communities_searchentry ADD COLUMN found_by tsvector GENERATED ALWAYS AS ("
        "setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', left(words, 100000)), 'D')) STORED"
    ),
    "CREATE INDEX communities_found_by ON communities_searchentry USING gin (found_by)",
)
POSTGRESQL_BACK = (
    "DROP INDEX communities_found_by",
    "ALTER TABLE communities_searchentry DROP COLUMN found_by",
)


def _run(editor: Any, statements: tuple[str, ...]) -> None:
    for statement in statements:
        editor.execute(statement, params=None)


def forwards(apps: Any, editor: Any) -> None:
    _run(editor, POSTGRESQL if editor.connection.vendor == "postgresql" else SQLITE)


def backwards(apps: Any, editor: Any) -> None:
    _run(editor, POSTGRESQL_BACK if editor.connection.vendor == "postgresql" else SQLITE_BACK)


class Migration(migrations.Migration):
    dependencies = (("communities", "0001_initial"),)
    operations = (migrations.RunPython(forwards, backwards),)
