"""Foreign keys, addresses and template names point downwards, like imports."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps

from tests.house import plan

TEMPLATE_WORDS = re.compile(r"""{%-?\s*(extends|include|url)\s+["']([^"']+)["']""")
ROUTE = re.compile(r"([a-z_]+):[a-z_0-9-]+")
TEMPLATE = re.compile(r"[a-z_]+/[\w/.-]+\.(html|txt)")
# Names that allauth gives to its addresses; signing in lives in `people`.
SIGN_IN = re.compile(r"(account|mfa|socialaccount|usersessions|openid_connect)_")
PRIVATE = {"exports", "forms", "middleware", "urls", "views"}


def test_foreign_keys_point_downwards():
    upwards = []
    for model in apps.get_models():
        if not model.__module__.startswith("mindlines."):
            continue
        for field in model._meta.get_fields():
            target = field.related_model if field.is_relation and not field.auto_created else None
            if target is None or not target.__module__.startswith("mindlines."):
                continue
            source, below = model._meta.app_label, target._meta.app_label
            if not plan.points_down(source=source, target=below):
                upwards.append(f"{model.__name__}.{field.name} -> {target.__name__}")
    assert upwards == []


@pytest.mark.parametrize("context", plan.contexts())
def test_templates_name_only_what_lies_below(context):
    upwards = []
    for path in plan.templates():
        if plan.context_of(path) != context:
            continue
        for number, line in enumerate(path.read_text().splitlines(), start=1):
            for word, name in TEMPLATE_WORDS.findall(line):
                owners = route_owners(name) if word == "url" else template_owners(name)
                if not any(plan.points_down(source=context, target=owner) for owner in owners or {context}):
                    upwards.append(f"{plan.place(path, number)} {word} {name}")
    assert upwards == []


@pytest.mark.parametrize("context", plan.contexts())
def test_code_names_only_addresses_and_templates_that_lie_below(context):
    upwards = []
    for path in plan.python_files(plan.PLATFORM / context):
        for node in ast.walk(plan.syntax(path)):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
                continue
            owners = set()
            if ROUTE.fullmatch(node.value):
                owners = route_owners(node.value)
            elif TEMPLATE.fullmatch(node.value):
                owners = template_owners(node.value)
            if owners and not any(plan.points_down(source=context, target=owner) for owner in owners):
                upwards.append(f"{plan.place(path, node.lineno)} {node.value}")
    assert upwards == []


@pytest.mark.parametrize("context", plan.contexts())
def test_views_and_forms_of_another_context_are_left_alone(context):
    trespasses = [
        f"{plan.place(path, line)} {name}"
        for path in plan.python_files(plan.PLATFORM / context)
        for line, name in imports(path)
        if trespasses_in(name, context=context)
    ]
    assert trespasses == []


def test_every_context_has_its_modules_ordered():
    ordered = set(plan.contract("modules")["containers"])
    assert ordered == {f"mindlines.{context}" for context in plan.contexts() if context not in {"kernel", "ui"}}


def route_owners(name: str) -> set[str]:
    namespace = name.partition(":")[0]
    if namespace in plan.floors():
        return {namespace}
    return {"people"} if SIGN_IN.match(name) else set()


def template_owners(name: str) -> set[str]:
    """Contexts that have a template of that name; none when it comes from a package."""
    return {path.relative_to(plan.PLATFORM).parts[0] for path in plan.PLATFORM.glob(f"*/templates/{name}")}


def imports(path: Path) -> list[tuple[int, str]]:
    found = []
    for node in ast.walk(plan.syntax(path)):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
    return found


def trespasses_in(name: str, *, context: str) -> bool:
    parts = name.split(".")
    elsewhere = parts[0] == "mindlines" and not {context, "ui", "kernel"} & set(parts[1:2])
    return elsewhere and bool(PRIVATE & set(parts[2:3]))
