"""From files to figures, and from figures to words, JSON and a report."""

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from mindlines.voice.management.voice import showing, structured
from mindlines.voice.management.voice.asking import Asked, check
from mindlines.voice.management.voice.lists import Attendance, Members, read_crosswalk, read_people, read_presence
from mindlines.voice.management.voice.measuring import Measured, measure
from mindlines.voice.management.voice.report import page
from mindlines.voice.management.voice.resolving import resolve
from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.transcripts import read_transcript

DONE, PARTLY, WRONG = 0, 1, 2


def run(asked: Asked) -> int:
    """The exit code: 0 when all was measured, 1 when some transcripts could not be read, 2 when nothing could."""
    try:
        check(asked)
        members = read_people(asked.members, by=asked.by) if asked.members else None
        crosswalk = read_crosswalk(asked.names) if asked.names else {}
        lists = {path: read_presence(path) for path in dict.fromkeys(asked.attendance)}
        for words in showing.notes([*(members.notes if members else ()), *_first_notes(lists)]):
            click.echo(words)
        found, refused = _measured(asked, members=members, lists=lists, crosswalk=crosswalk)
    except BrokenPipeError:
        raise  # whoever read what we say has gone; click knows what to do
    except (ValueError, OSError) as problem:
        click.echo(f"Error: {_sentence(problem)}", err=True)
        return WRONG
    for sentence in refused:
        click.echo(f"Error: {sentence}", err=True)
    if not found:
        return WRONG
    _tell(found)
    _write(asked, found, by=members.column if members else "")
    return PARTLY if refused else DONE


def _measured(
    asked: Asked, *, members: Members | None, lists: Mapping[Path, Attendance], crosswalk: Mapping[str, str]
) -> tuple[list[Measured], list[str]]:
    found, refused = [], []
    for place, path in enumerate(asked.transcripts):
        try:
            transcript = read_transcript(path.read_bytes(), name=path.name, uem=_companion(path))
        except Unreadable as problem:
            refused.append(str(problem))
            continue
        attendance = asked.attendance_of(place)
        labels = list(dict.fromkeys(each.speaker for each in transcript.utterances))
        cast = resolve(
            labels, attendance=lists[attendance] if attendance else None, members=members, crosswalk=crosswalk
        )
        found.append(
            measure(
                transcript, name=_name(path, asked), cast=cast, members=members, pause=asked.pause, length=asked.length
            )
        )
    return found, refused


def _companion(path: Path) -> bytes:
    """The length of a recording lies beside its RTTM file, under the same name."""
    beside = path.with_suffix(".uem")
    return beside.read_bytes() if path.suffix.lower() == ".rttm" and beside.is_file() else b""


def _name(path: Path, asked: Asked) -> str:
    """The name of the file; with its folder where several files have the same name."""
    same = [each for each in asked.transcripts if each.name == path.name]
    return path.name if len(same) == 1 else f"{path.absolute().parent.name}/{path.name}"


def _first_notes(lists: Mapping[Path, Attendance]) -> list[str]:
    return [f"{path.name}: {note}" for path, each in lists.items() for note in each.notes]


def _tell(found: Sequence[Measured]) -> None:
    for place, each in enumerate(found):
        if place:
            click.echo("")
        for words in showing.meeting(each):
            click.echo(words)
    if len(found) > 1:
        click.echo("")
        for words in showing.series(found):
            click.echo(words)


def _write(asked: Asked, found: Sequence[Measured], *, by: str) -> None:
    if asked.json:
        told = json.dumps(structured.document(found), ensure_ascii=False, indent=1)
        asked.json.write_text(told + "\n", encoding="utf-8")
        click.echo(f"All figures are in {asked.json}. The file names people.")
    if asked.html:
        asked.html.write_text(page.report(found, by=by, pause=asked.pause), encoding="utf-8")
        click.echo(f"The report is in {asked.html}.")
    if asked.review:
        from mindlines.ui.cells import safe  # noqa: PLC0415 -- slow to load, and seldom wanted

        doubts = {each.shown: each for one in found for each in one.cast.doubts}
        with asked.review.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["shown", "person", "perhaps", "why"])
            writer.writerows(
                [safe(shown), "", "; ".join(map(safe, doubt.candidates)), doubt.reason]
                for shown, doubt in doubts.items()
            )
        click.echo(f"Names to look at are in {asked.review}: fill in the column “person”, and give it with --names.")


def _sentence(problem: Exception) -> str:
    if isinstance(problem, OSError):
        return f"“{problem.filename}” cannot be used: {problem.strerror}."
    return str(problem)
