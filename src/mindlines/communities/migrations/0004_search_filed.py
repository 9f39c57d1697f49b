"""By what else a finding can be narrowed. SQLite makes the table anew for it, and its triggers with it."""

from collections.abc import Callable
from typing import Any

import django.db.models.deletion
from django.db import migrations, models

TRIGGERS = {
    "communities_search_put": (
        "AFTER INSERT ON communities_searchentry BEGIN "
        "INSERT INTO communities_search_words(rowid, title, words) VALUES (new.id, new.title, new.words); END"
    ),
    "communities_search_drop": (
        "AFTER DELETE ON communities_searchentry BEGIN "
        "INSERT INTO communities_search_words(communities_search_words, rowid, title, words) "
        "VALUES ('delete', old.id, old.title, old.words); END"
    ),
    "communities_search_change": (
        "AFTER UPDATE ON communities_searchentry BEGIN "
        "INSERT INTO communities_search_words(communities_search_words, rowid, title, words) "
        "VALUES ('delete', old.id, old.title, old.words); "
        "INSERT INTO communities_search_words(rowid, title, words) VALUES (new.id, new.title, new.words); END"
    ),
}
KINDS = (
    ("research", "Research"),
    ("training", "Clinical training"),
    ("practice", "Practice experience"),
    ("story", "Stories"),
    ("lived", "Patient and public knowledge"),
    ("audit", "Audit data"),
    ("system", "Service and system knowledge"),
    ("local", "What is so here"),
)


def on_sqlite(words: Callable[[str], str]) -> Callable[[Any, Any], None]:
    def run(apps: Any, editor: Any) -> None:
        if editor.connection.vendor == "sqlite":
            for name in TRIGGERS:
                editor.execute(words(name), params=None)

    return run


def away(name: str) -> str:
    return f"DROP TRIGGER IF EXISTS {name}"


def anew(name: str) -> str:
    return f"CREATE TRIGGER {name} {TRIGGERS[name]}"


class Migration(migrations.Migration):
    dependencies = (("communities", "0003_term"),)
    operations = (
        migrations.RunPython(on_sqlite(away), on_sqlite(anew)),
        migrations.AddField("searchentry", "year", models.PositiveSmallIntegerField(null=True, blank=True)),
        migrations.AddField(
            "searchentry",
            "constituency",
            models.ForeignKey(
                "communities.constituency",
                on_delete=django.db.models.deletion.SET_NULL,
                null=True,
                blank=True,
                related_name="+",
                help_text="Whose it is. Never of what was told without a name or a group.",
            ),
        ),
        migrations.AddField(
            "searchentry",
            "priority",
            models.ForeignKey(
                "communities.priority",
                on_delete=django.db.models.deletion.SET_NULL,
                null=True,
                blank=True,
                related_name="+",
            ),
        ),
        migrations.AddField(
            "searchentry", "knowledge_kind", models.CharField(max_length=10, choices=KINDS, blank=True)
        ),
        migrations.RunPython(on_sqlite(anew), on_sqlite(away)),
    )
