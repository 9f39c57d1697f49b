"""The options of `mindlines voice`. What it does is loaded when it is asked for, so that --help answers at once."""

from pathlib import Path
from typing import Any

import click

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
TARGET = click.Path(dir_okay=False, path_type=Path)
SECONDS = click.FloatRange(min=0)


@click.command()
@click.argument("transcripts", type=FILE, nargs=-1, required=True, metavar="TRANSCRIPT...")
@click.option(
    "--attendance",
    type=FILE,
    multiple=True,
    help="Who was there: a report of Teams, Zoom or Meet, or a list of names. One for all transcripts, or one for each.",
)
@click.option("--members", type=FILE, help="The people with their groups: CSV, Excel or OpenDocument.")
@click.option(
    "--by",
    default="constituency",
    show_default=True,
    metavar="COLUMN",
    help="The column of --members whose groups are compared.",
)
@click.option("--names", type=FILE, help="Who is behind a shown name: a table with the columns shown and person.")
@click.option("--review", type=TARGET, help="Write names that nobody was found for to this file, to be filled in.")
@click.option("--pause", type=SECONDS, help="A silence longer than so many seconds ends a turn.", metavar="SECONDS")
@click.option(
    "--length", type=SECONDS, help="How long the recording is, if the transcript does not say.", metavar="SECONDS"
)
@click.option("--json", type=TARGET, help="Write all figures to this file. It names people.")
@click.option("--html", type=TARGET, help="Write a report with charts to this file. It names nobody.")
def voice(**asked: Any) -> None:
    """Measure how voices were shared in a meeting, between groups and with the silent counted.

    Transcripts of Zoom, Teams, Meet and Otter, subtitles (VTT, SRT) and RTTM are read. The people who count are those
    who were there, not those who spoke. What cannot be known is called not available, with the reason.
    """
    from mindlines.voice.management.voice.asking import Asked  # noqa: PLC0415 -- --help answers at once
    from mindlines.voice.management.voice.running import run  # noqa: PLC0415 -- --help answers at once

    raise SystemExit(run(Asked(**asked)))
