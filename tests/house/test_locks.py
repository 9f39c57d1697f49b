"""Locks name versions and checksums; where packages come from is each machine's own business."""

import json
import re

import pytest

from tests.house import plan

REQUIREMENTS = sorted((plan.ROOT / "requirements").glob("*.txt"))


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_each_requirement_is_pinned_with_its_checksums_and_names_no_host(path):
    text = path.read_text()
    assert "://" not in text
    loose = [line for line in text.splitlines() if re.match(r"[A-Za-z0-9]", line) and "==" not in line]
    assert loose == []
    assert text.count("==") <= text.count("--hash=sha256:")


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_each_lock_has_what_its_list_asks_for(path):
    def names(lines: list[str]) -> set[str]:
        found = (re.match(r"[A-Za-z0-9][A-Za-z0-9._-]*", line) for line in lines)
        return {re.sub(r"[-_.]+", "-", match[0]).lower() for match in found if match}

    asked = names(path.with_suffix(".in").read_text().splitlines())
    assert asked <= names(path.read_text().splitlines())


def test_the_front_end_lock_is_pinned_with_checksums_and_names_no_host():
    text = (plan.ROOT / "frontend/package-lock.json").read_text()
    packages = json.loads(text)["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []
    assert "://" not in text
