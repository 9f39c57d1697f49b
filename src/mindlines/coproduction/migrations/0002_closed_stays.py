"""What was decided stays: the database itself refuses to change it, whoever asks.

Refused are changes of a record, of the words of a dissent, of the rule once people were asked, and of what was decided once
it is closed. Rows can be deleted, because a whole community can be erased. On SQLite a later migration that draws one of
these tables anew takes its triggers away, and has to put them back: `tests/coproduction/test_closed_stays.py` tells.
"""

from collections.abc import Iterator
from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

MESSAGE = "What was decided stays as it is. A new decision can take its place."

RULE = ("rule", "threshold", "level", "most_against", "is_paired", "secrecy", "question", "words", "opened_at")
DECIDED = (*RULE, "community_id", "stage", "result", "closed_at", "why_rule", "made_at", "closes_on")
PROPOSAL = ("decision_id", "words", "first_words", "result", "position")
DISSENT = ("decision_id", "words", "is_anonymous", "made_on")

DECISION_TABLE, PROPOSAL_TABLE = "coproduction_decision", "coproduction_proposal"
CLOSED_PARENT = (
    "EXISTS (SELECT 1 FROM coproduction_decision d WHERE d.id = OLD.decision_id AND d.closed_at IS NOT NULL)"
)

# Name, table, and when a change of a row is refused. A condition of None means always.
TRIGGERS = (
    ("a_record_stays", "coproduction_decisionrecord", None, ()),
    ("a_rule_stays", DECISION_TABLE, "OLD.opened_at IS NOT NULL", RULE),
    ("a_closed_decision_stays", DECISION_TABLE, "OLD.closed_at IS NOT NULL", DECIDED),
    ("a_closed_proposal_stays", PROPOSAL_TABLE, CLOSED_PARENT, PROPOSAL),
    ("a_dissent_stays", "coproduction_dissent", "1 = 1", DISSENT),
)


def put(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    dialect = schema_editor.connection.vendor
    for name, table, condition, columns in TRIGGERS:
        for statement in _WRITTEN[dialect](name, table, condition, columns):
            schema_editor.execute(statement)


def take_away(apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    for name, table, _condition, _columns in TRIGGERS:
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}" + (f" ON {table}" if is_postgresql else ""))
        if is_postgresql:
            schema_editor.execute(f"DROP FUNCTION IF EXISTS coproduction_{name}()")


def _on_sqlite(name: str, table: str, condition: str | None, columns: tuple[str, ...]) -> Iterator[str]:
    changed = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in columns)
    when = f"WHEN {condition} AND ({changed})" if condition else ""
    refuse = f"SELECT RAISE(ABORT, '{MESSAGE}')"
    yield f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} FOR EACH ROW {when} BEGIN {refuse}; END"


def _on_postgresql(name: str, table: str, condition: str | None, columns: tuple[str, ...]) -> Iterator[str]:
    changed = " OR ".join(f"NEW.{column} IS DISTINCT FROM OLD.{column}" for column in columns)
    asked = f"{condition} AND ({changed})" if condition else "TRUE"
    refuse = f"RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = '23000'"
    body = f"BEGIN IF {asked} THEN {refuse}; END IF; RETURN NEW; END"
    yield f"CREATE FUNCTION coproduction_{name}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$"
    yield f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION coproduction_{name}()"


_WRITTEN = {"sqlite": _on_sqlite, "postgresql": _on_postgresql}


class Migration(migrations.Migration):
    dependencies = [("coproduction", "0001_initial")]
    operations = [migrations.RunPython(put, take_away)]
