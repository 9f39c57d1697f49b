"""The options of `mindlines groups`. What it does is loaded when it is asked for, so that --help answers at once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
TARGET = click.Path(dir_okay=False, path_type=Path)


def _option(name: str, words: str, **more: Any) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(name, help=words, **more)


def _several(name: str, words: str, *, metavar: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(name, help=words, metavar=metavar, multiple=True)


@click.command()
@click.argument("people", type=FILE, required=False)
@_option("--size", "How many in each group: 5; or of each group: 6,6,5-7.", metavar="N", default="")
@_option("--groups", "How many groups, instead of a size.", type=click.IntRange(min=1))
@_option("--rounds", "How many rounds, each with new groups.", default=1, show_default=True, type=click.IntRange(min=1))
@_several(
    "--mix",
    "Spread the kinds in this column evenly; a number after a colon says how much it matters.",
    metavar="COLUMN[:WEIGHT]",
)
@_several(
    "--separate",
    "Rather not two people of one kind in a group; chosen by itself for kinds with few people.",
    metavar="COLUMN[:WEIGHT]",
)
@_several("--at-least", "In every group at least so many, as in lay=2.", metavar="[COLUMN:]VALUE=N")
@_several("--at-most", "In every group at most so many.", metavar="[COLUMN:]VALUE=N")
@_several("--one-each", "One or more of these in every group, as in facilitator.", metavar="[COLUMN:]VALUE")
@_several(
    "--not-alone",
    "In every group none of these, or at least two; a column means each of its kinds.",
    metavar="[COLUMN:]VALUE",
)
@_several("--apart", "People who are not in one group.", metavar="PERSON,PERSON")
@_several("--together", "People who are in one group.", metavar="PERSON,PERSON")
@_several("--pin", "Somebody who stays in this group; in one round only, as in Bo=2@3.", metavar="PERSON=GROUP[@ROUND]")
@_several(
    "--room",
    "What the room of a group has, as in 1=step-free; 4=online is for those online only.",
    metavar="GROUP=PROPERTY,…",
)
@_option("--history", "Who sat with whom before: round, group, person; or person, person, times.", type=FILE)
@_option(
    "--fading",
    "How much a meeting counts of the one after it.",
    default=0.8,
    show_default=True,
    type=click.FloatRange(0, 1),
)
@_option(
    "--history-weight",
    "How much it matters that people meet new people.",
    default=6.0,
    show_default=True,
    type=click.FloatRange(min=0),
)
@_option(
    "--distances", "How far people are from each other: a square table with names, or a benchmark instance.", type=FILE
)
@_option("--start", "Begin with these groups (round, group, person) and move as few people as needed.", type=FILE)
@_option("--judge", "Make no groups, and judge these (round, group, person).", type=FILE)
@_option(
    "--seconds", "How long to search.", default=1.0, show_default=True, type=click.FloatRange(min=0, min_open=True)
)
@_option("--steps", "How many steps to search, for the same result on every machine.", type=click.IntRange(min=1))
@_option("--seed", "Another number gives other groups; the same number the same groups.", default=0, show_default=True)
@_option("--name-column", "The heading of the column with the names, if it is not found.", default="", metavar="COLUMN")
@_option("--sheet", "Which sheet of a workbook to read.", metavar="NAME")
@_option("--out", "Write the groups to this file: round, group, person.", type=TARGET)
@_option("--json", "Write everything that is known about the groups to this file.", type=TARGET)
@click.option("--why", is_flag=True, help="Say for each person why they are where they are.")
def groups(**asked: Any) -> None:
    """Divide the people of a list (CSV, Excel, OpenDocument) into small groups that mix them well.

    Hard wishes are kept, or you are told which of them cannot hold together. Columns, kinds and people may be written
    in short, as long as it is clear who is meant.
    """
    from mindlines.meetings.management.groups.asking import Asked  # noqa: PLC0415 -- --help answers at once
    from mindlines.meetings.management.groups.running import run  # noqa: PLC0415 -- --help answers at once

    raise SystemExit(run(Asked(**asked)))
