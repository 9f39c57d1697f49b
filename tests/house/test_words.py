"""What is public is documented, and the house keeps its words."""

import ast
import importlib
import inspect
import re

import pytest

from tests.house import plan

SETTING = re.compile(r"MINDLINES_[A-Z_]+")
EMPTY_NAMES = {"utils", "helpers", "common", "manager", "service", "data", "info", "process", "handle"}
# Written in pieces, so that this file may stand in the tree that it reads.
NOT_IN_THE_TREE = ["/wo" + "rk/", "/r" + "oot/", "/ho" + "me/", "/Us" + "ers/", "pypi" + ".org", "python" + "hosted",
                   "registry." + "npmjs", "TO" + "DO", "FIX" + "ME"]  # fmt: skip
WORDS_OF_OTHERS = {"LICENSE"}


def public_functions() -> list[str]:
    if not (plan.LIBRARY / "__init__.py").exists():
        return []
    library = importlib.import_module("mindlines_analysis")
    names = []
    for name in library.__all__:
        thing = getattr(library, name)
        if inspect.isfunction(thing):
            names.append(name)
        elif inspect.ismodule(thing):
            names += [f"{name}.{inner}" for inner in thing.__all__ if inspect.isfunction(getattr(thing, inner))]
    return names


@pytest.mark.parametrize("name", public_functions())
def test_each_library_function_says_what_it_means_and_shows_it(name):
    thing = importlib.import_module("mindlines_analysis")
    for part in name.split("."):
        thing = getattr(thing, part)
    words = inspect.getdoc(thing) or ""
    assert words, f"{name} has no docstring"
    assert ">>>" in words, f"{name} has no example"


def test_each_setting_is_documented_and_each_documented_setting_exists():
    source = (plan.PLATFORM / "settings.py").read_text()
    read = {f"MINDLINES_{name}" for name in re.findall(r"""_(?:text|yes|number|list)\(\s*["']([A-Z_]+)["']""", source)}
    documented = set(SETTING.findall((plan.ROOT / "docs/reference/settings.md").read_text()))
    assert documented == read


def test_names_say_something():
    empty = []
    for path in [*plan.python_files(plan.SOURCE), *plan.python_files(plan.ROOT / "tests")]:
        if path.stem in EMPTY_NAMES:
            empty.append(plan.place(path))
        for node in plan.syntax(path).body:
            named = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            if named and re.split(r"_", node.name.lower())[0] in EMPTY_NAMES:
                empty.append(f"{plan.place(path, node.lineno)} {node.name}")
    assert empty == []


def test_the_tree_names_no_machine_and_no_registry_and_leaves_no_loose_ends():
    found = []
    for path in plan.tracked_files():
        if path.name in WORDS_OF_OTHERS or path == plan.ROOT / "tests/house/test_words.py":
            continue
        try:
            words = path.read_text()
        except UnicodeDecodeError:
            continue
        found += [f"{plan.place(path)} {word}" for word in NOT_IN_THE_TREE if word in words]
    assert found == []
