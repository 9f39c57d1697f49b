"""Each command and each of its options stands in the reference."""

from collections.abc import Iterator

import click
import pytest

from mindlines.cli import main
from tests.house import plan

WORDS = (plan.ROOT / "docs/reference/commands.md").read_text()


def commands(group: click.Group, *, path: str) -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, path=f"{path} {name}")
        else:
            yield f"{path} {name}", command


COMMANDS = list(commands(main, path="mindlines"))


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_each_command_is_documented_with_its_options(name, command):
    section = WORDS.partition(f"## `{name}")[2].partition("\n## ")[0]
    assert section, f"{name} has no section"
    options = [option for part in command.params if isinstance(part, click.Option) for option in part.opts]
    assert [option for option in options if option not in section] == []


@pytest.mark.parametrize("heading", [line for line in WORDS.splitlines() if line.startswith("## ")])
def test_each_documented_command_exists(heading):
    assert any(heading.startswith(f"## `{name}") for name, _ in COMMANDS)


@pytest.mark.parametrize(("name", "command"), COMMANDS)
def test_each_command_explains_itself(name, command):
    assert command.help
    assert all(part.help for part in command.params if isinstance(part, click.Option)), name
