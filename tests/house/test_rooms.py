"""Rooms stay small, and what faces the reader leaves the database alone."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house import plan

FUNCTION, VIEW, MODULE, TEMPLATE, ARGUMENTS, TEST = 50, 25, 400, 150, 6, 40
# Whoever calls these decides how: Django, a server, a template, a command line.
CALLED_FROM_OUTSIDE = {
    "admin", "apps", "asgi", "cli", "consumers", "exports", "management", "middleware", "templatetags", "views",
}  # fmt: skip
FACES = {"views", "forms", "templatetags"}
WRITES_AND_QUERIES = {
    "aggregate", "annotate", "bulk_create", "bulk_update", "create", "delete", "exclude", "filter", "get_or_create",
    "prefetch_related", "save", "select_for_update", "select_related", "update_or_create",
}  # fmt: skip

Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_functions_fit_on_a_screen():
    assert too_long(plan.python_files(plan.SOURCE), most=FUNCTION) == []


def test_views_only_point():
    views = [path for path in plan.python_files(plan.PLATFORM) if plan.kind_of(path) == "views"]
    assert too_long(views, most=VIEW) == []


def test_tests_tell_short_stories():
    assert too_long(plan.python_files(plan.ROOT / "tests"), most=TEST) == []


def test_modules_have_one_topic():
    modules = [*plan.python_files(plan.SOURCE), *plan.python_files(plan.ROOT / "tests")]
    assert [plan.place(path) for path in modules if lines(path) > MODULE] == []


def test_templates_are_cut_into_fragments():
    assert [plan.place(path) for path in plan.templates() if lines(path) > TEMPLATE] == []


def test_functions_take_few_arguments():
    crowded = [
        plan.place(path, function.lineno)
        for path in plan.python_files(plan.SOURCE)
        for function in functions(path)
        if len(arguments(function)) > ARGUMENTS and not has_reason(path, function)
    ]
    assert crowded == []


def test_all_but_the_first_argument_are_named_by_the_caller():
    unnamed = []
    for path in plan.python_files(plan.SOURCE):
        for function in plan.syntax(path).body:
            if isinstance(function, Function) and not function.name.startswith("_"):
                by_place = [argument.arg for argument in function.args.posonlyargs + function.args.args]
                if len(by_place) - (by_place[:1] == ["request"]) > positions_allowed(path):
                    unnamed.append(f"{plan.place(path, function.lineno)} {function.name}({', '.join(by_place)})")
    assert unnamed == []


def test_what_faces_the_reader_leaves_the_database_alone():
    found = []
    for path in plan.python_files(plan.PLATFORM):
        if not FACES & set(path.relative_to(plan.PLATFORM).with_suffix("").parts):
            continue
        tree = list(ast.walk(plan.syntax(path)))
        managers = [node for node in tree if isinstance(node, ast.Attribute) and node.attr == "objects"]
        calls = [node.func for node in tree if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
        asking = [node for node in calls if node.attr in WRITES_AND_QUERIES and not excused(node)]
        found += [f"{plan.place(path, node.lineno)} .{node.attr}" for node in managers + asking]
    assert found == []


def functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(plan.syntax(path)) if isinstance(node, Function))


def lines(path: Path) -> int:
    return len(path.read_text().splitlines())


def too_long(paths: Iterator[Path] | list[Path], *, most: int) -> list[str]:
    return [
        f"{plan.place(path, function.lineno)} {function.name}: {length} lines"
        for path in paths
        for function in functions(path)
        if (length := size(function)) > most
    ]


def size(function: Function) -> int:
    """Lines of a function without its docstring, which in the library holds an example."""
    length = (function.end_lineno or function.lineno) - function.lineno + 1
    docstring = function.body[0] if ast.get_docstring(function) is not None else None
    return length - ((docstring.end_lineno or docstring.lineno) - docstring.lineno + 1 if docstring else 0)


def arguments(function: Function) -> list[str]:
    named = function.args.posonlyargs + function.args.args + function.args.kwonlyargs
    return [argument.arg for argument in named if argument.arg not in {"self", "cls"}]


def has_reason(path: Path, function: Function) -> bool:
    """Whether the line says why the function takes many arguments."""
    line = path.read_text(encoding="utf-8").splitlines()[function.lineno - 1]
    return re.search(r"# noqa: PLR0913 -- \w+ ", line) is not None


def positions_allowed(path: Path) -> int:
    """A gate takes the person and the address, a rule what it is asked about, a measure what it compares."""
    if not path.is_relative_to(plan.PLATFORM):
        return 2
    if CALLED_FROM_OUTSIDE & set(path.relative_to(plan.PLATFORM).with_suffix("").parts):
        return ARGUMENTS
    return {"access": 2, "rules": 2}.get(plan.kind_of(path), 1)


def excused(called: ast.Attribute) -> bool:
    """`super().clean()` and its kin, and a tag library's `register.filter`."""
    if isinstance(called.value, ast.Name):
        return called.value.id == "register"
    return (
        isinstance(called.value, ast.Call)
        and isinstance(called.value.func, ast.Name)
        and called.value.func.id == "super"
    )
