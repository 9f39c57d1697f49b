"""From files to groups, and from groups to files and words."""

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any

import click

from mindlines.meetings.management.groups import showing
from mindlines.meetings.management.groups.asking import (
    Asked,
    Size,
    columns_of,
    rooms_of,
    size_of,
    understood,
)
from mindlines_analysis.grouping import Distances, Division, History, Mix, Participant, Room, Wish, assess, divide
from mindlines_analysis.readers.distance_tables import read_distance_instance, read_distance_table
from mindlines_analysis.readers.past_groups import PastGroups, read_past_groups
from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.rosters import Roster, read_roster
from mindlines_analysis.readers.tables import Table, read_table

KEPT, CONFLICT, WRONG = 0, 1, 2


def run(asked: Asked) -> int:
    """The exit code: 0 with groups, 1 where the wishes cannot hold together, 2 where the input cannot be used."""
    try:
        _check_targets(asked)
        return _people(asked, asked.people) if asked.people else _instance(asked)
    except BrokenPipeError:
        raise  # whoever read what we say has gone; click knows what to do
    except (ValueError, OSError) as problem:
        click.echo(f"Error: {_sentence(problem)}", err=True)
        return WRONG


def _instance(asked: Asked) -> int:
    """A benchmark instance: people are numbers, and only distances count."""
    if asked.distances is None:
        raise Unreadable("Say which file holds the people, as in: mindlines groups people.csv --size 5")
    found = read_distance_instance(asked.distances.read_bytes(), name=asked.distances.name)
    sizes: Size = list(found.sizes)
    if asked.size or asked.groups not in {None, len(found.sizes)}:
        sizes = size_of(asked)
    division = divide(
        [Participant(name) for name in found.names],
        groups=asked.groups if sizes is None else None,
        size=sizes,
        mix=[Distances(found.values)],
        seconds=asked.seconds,
        steps=asked.steps,
        seed=asked.seed,
    )
    for words in showing.groups(division):
        click.echo(words)
    click.echo(f"Sum of the distances within groups: {found.within(division.rounds[0]):.3f}")
    _write(asked, division)
    return KEPT


def _people(asked: Asked, people: Path) -> int:
    roster = read_roster(_table(people, sheet=asked.sheet), name_column=asked.name_column)
    question = _question(asked, roster)
    if asked.judge:
        division = assess(
            question.people,
            rounds=_past(asked.judge, roster).rounds,
            mix=question.mix,
            wishes=question.wishes,
            rooms=question.rooms,
            history=question.history,
        )
    else:
        size = size_of(asked)
        division = divide(
            question.people,
            groups=asked.groups or (_how_many(roster, size) if question.rooms else None),
            size=None if isinstance(size, int) and question.rooms else size,
            rounds=asked.rounds,
            mix=question.mix,
            wishes=question.wishes,
            rooms=question.rooms,
            history=question.history,
            start=_past(asked.start, roster).rounds if asked.start else (),
            seconds=asked.seconds,
            steps=asked.steps,
            seed=asked.seed,
        )
    return _tell(asked, division, question)


@dataclass(frozen=True)
class Question:
    """What the library is asked, and in words how the files were read."""

    people: tuple[Participant, ...]
    mix: list[Mix]
    wishes: list[Wish]
    rooms: list[Room]
    history: History | None
    words: tuple[str, ...]


def _question(asked: Asked, roster: Roster) -> Question:
    found = understood(asked, roster)
    rooms = rooms_of(asked, groups=_rooms_needed(asked, roster)) if asked.room else []
    people = roster.participants(columns_of(found), properties=[each for room in rooms for each in room.has])
    history, notes = _history(asked, roster)
    words = (*roster.notes, *found.words, *_about_needs(people, rooms), *notes)
    return Question(people, [*found.mix, *_distances(asked, roster)], found.wishes, rooms, history, words)


def _tell(asked: Asked, division: Division, question: Question) -> int:
    for words in showing.notes(question.words):
        click.echo(words)
    if division.conflict:
        for words in ("These wishes cannot all hold:", *division.conflict.sentences, "Nothing was written."):
            click.echo(words, err=True)
        return CONFLICT
    if division.broken and not asked.judge:
        for words in ("No groups were found that keep every wish:", *(each.words for each in division.broken)):
            click.echo(words, err=True)
        click.echo("Nothing was written. Give more --seconds, or fewer wishes.", err=True)
        return CONFLICT
    for words in (*showing.groups(division), *showing.explained(division, question.people, question.wishes)):
        click.echo(words)
    if asked.why:
        for words in showing.reasons(division):
            click.echo(words)
    if asked.steps and division.cut_short:
        click.echo(
            "Time ran out before all steps were done. With more --seconds the groups come out the same each time."
        )
    _write(asked, division)
    return CONFLICT if division.broken else KEPT


def _table(path: Path, *, sheet: str | None = None) -> Table:
    return read_table(path.read_bytes(), name=path.name, sheet=sheet)


def _past(path: Path, roster: Roster) -> PastGroups:
    """Groups with everybody's place, as somebody wants them to begin with."""
    past = read_past_groups(_table(path), people=roster.names)
    if not past.rounds:
        raise Unreadable(f"“{path.name}” holds pairs and no groups. Use the columns round, group, person.")
    return past


def _history(asked: Asked, roster: Roster) -> tuple[History | None, tuple[str, ...]]:
    if asked.history is None:
        return (History(weight=asked.history_weight) if asked.rounds > 1 else None), ()
    past = read_past_groups(_table(asked.history), people=roster.names)
    return past.history(fading=asked.fading, weight=asked.history_weight), past.notes


def _distances(asked: Asked, roster: Roster) -> list[Mix]:
    """The table in the order of the people; it may hold more people than these."""
    if asked.distances is None:
        return []
    found = read_distance_table(_table(asked.distances), name=asked.distances.name)
    places = {roster.person(name): place for place, name in enumerate(found.names) if name in set(roster.names)}
    missing = [name for name in roster.names if name not in places]
    if missing:
        raise Unreadable(f"“{asked.distances.name}” has no distances of {missing[0]}.")
    order = [places[name] for name in roster.names]
    return [Distances([[found.values[one][other] for other in order] for one in order])]


def _rooms_needed(asked: Asked, roster: Roster) -> int:
    if asked.judge:
        return max(map(len, _past(asked.judge, roster).rounds))
    return asked.groups or _how_many(roster, size_of(asked))


def _how_many(roster: Roster, size: Size) -> int:
    """The whole number of groups nearest to what the size asks for."""
    if size is None:
        raise Unreadable("Say how many groups with --groups, or how many people in each with --size.")
    return max(1, (2 * len(roster.names) + size) // (2 * size)) if isinstance(size, int) else len(size)


def _about_needs(people: tuple[Participant, ...], rooms: list[Room]) -> list[str]:
    """Which option sees to what people need, where none did."""
    needs = sorted({need for person in people for need in person.needs}) if not rooms else []
    return [f"Nobody is placed by {need} yet. Say which groups have it, as in: --room 1={need}" for need in needs]


def _check_targets(asked: Asked) -> None:
    """What was read is never written over."""
    targets = [path for path in (asked.out, asked.json) if path]
    for target in targets:
        if any(target.exists() and target.samefile(source) for source in asked.sources):
            raise Unreadable(f"“{target}” is read, and would be lost. Choose another name to write to.")
        if not target.absolute().parent.is_dir():
            raise Unreadable(f"There is no folder “{target.parent}” to write to. Make it first.")
    if len({path.absolute() for path in targets}) < len(targets):
        raise Unreadable("--out and --json are the same file. Choose two names.")


def _write(asked: Asked, division: Division) -> None:
    if asked.out:
        with asked.out.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["round", "group", "person"])
            for number, made in enumerate(division.rounds, start=1):
                writer.writerows([number, group, name] for group, names in enumerate(made, start=1) for name in names)
        click.echo(f"The groups are in {asked.out}.")
    if asked.json:
        asked.json.write_text(json.dumps(_plain(division), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        click.echo(f"Everything about them is in {asked.json}.")


def _plain(value: Any) -> Any:
    """Dataclasses as objects, with their words and, for wishes, with what they are."""
    if is_dataclass(value) and not isinstance(value, type):
        told = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        named = {"wish": type(value).__name__} if isinstance(value, Wish) else {}
        words = {"words": value.words} if hasattr(value, "words") else {}
        return {**named, **told, **words}
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


def _sentence(problem: Exception) -> str:
    if isinstance(problem, OSError):
        return f"“{problem.filename}” cannot be used: {problem.strerror}."
    return str(problem).replace("groups, size: ", "--groups, --size: ")
