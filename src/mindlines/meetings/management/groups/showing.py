"""A division as a table of at most eighty columns, and as sentences."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean

from mindlines_analysis.grouping import Division, NotAlone, Participant, Wish

WIDTH = 80
MOST = 8

# The number of a group, how many of each kind it has, and its people.
_Counted = tuple[int, Counter[str], tuple[str, ...]]

_PARTS = {"separate": "two of one {by} in a group", "spread": "{by}", "distances": "distances", "met": "meeting again"}


def groups(division: Division) -> Iterator[str]:
    """Groups side by side, as many as the width holds."""
    for number, made in enumerate(division.rounds, start=1):
        if len(division.rounds) > 1:
            yield f"\nRound {number}"
        columns = [[f"Group {at} ({len(names)})", *names] for at, names in enumerate(made, start=1)]
        width = min(max((len(cell) for column in columns for cell in column), default=0), WIDTH // 2 - 2) + 2
        beside = max(1, WIDTH // width)
        for first in range(0, len(columns), beside):
            yield ""
            block = columns[first : first + beside]
            for line in range(max(map(len, block))):
                cells = [column[line] if line < len(column) else "" for column in block]
                yield "".join(
                    textwrap.shorten(cell, width - 2, placeholder="…").ljust(width) for cell in cells
                ).rstrip()
    yield ""


def explained(division: Division, people: Sequence[Participant], wishes: Sequence[Wish]) -> Iterator[str]:
    """What is kept, what it costs, who meets whom, and who is alone."""
    yield from notes(division.notes)
    broken = {each.wish for each in division.broken}
    kept = [wish.words for wish in wishes if wish not in broken]
    if division.broken:
        yield from _listed("Not kept", [each.words for each in division.broken])
    if kept:
        yield from _listed("Kept", kept)
    yield from _costs(division)
    yield from _met(division)
    yield from _mixed(division, people, wishes)
    if division.steps:
        yield f"Seed {division.seed}, {division.steps:,} steps, {division.seconds:.1f} seconds."


def notes(words: Sequence[str]) -> Iterator[str]:
    """Sentences, each on lines of its own."""
    for sentence in words:
        yield from _wrapped(sentence)


def reasons(division: Division) -> Iterator[str]:
    """For each person why they are where they are."""
    for number, told in enumerate(division.reasons, start=1):
        yield f"\nWhy here, in round {number}" if len(division.reasons) > 1 else "\nWhy here"
        for name, why in told.items():
            yield from _wrapped(f"{name}: {' '.join(reason.words for reason in why)}")


def _costs(division: Division) -> Iterator[str]:
    told = [part for part in division.parts if part.cost or part.by_lot]
    if told:
        parts = "; ".join(
            f"{_PARTS[part.kind].format(by=part.by)} {part.cost:,.0f} ({part.by_lot:,.0f})" for part in told
        )
        lot = sum(part.by_lot for part in division.parts)
        yield from _wrapped(f"Cost {division.cost:,.0f}; if lots were drawn about {lot:,.0f}. In parts: {parts}.")
    dear = sorted((each for each in division.prices if each.saving >= 0.5), key=lambda price: -price.saving)
    if dear:
        yield from _listed(
            "What wishes cost", [f"{each.wish.words} Without it {each.saving:,.0f} less." for each in dear]
        )


def _met(division: Division) -> Iterator[str]:
    if not division.encounters:
        return
    again = division.repeats
    yield f"{len(division.first_meetings):,} pairs meet for the first time, {len(again):,} have met before."
    often = sorted(again, key=lambda each: -each.before)[:3]
    if often:
        yield from _wrapped(f"Most often before: {', '.join(f'{each.one} and {each.other}' for each in often)}.")


def _mixed(division: Division, people: Sequence[Participant], wishes: Sequence[Wish]) -> Iterator[str]:
    """How many of each kind a group has, and who is the only one of a kind that others share."""
    by_name = {person.name: person for person in people}
    columns = [part.by for part in division.parts if part.kind == "spread"]
    columns += [wish.by for wish in wishes if isinstance(wish, NotAlone)]
    for column in dict.fromkeys(columns):
        if not any(column in person.kinds for person in people):
            yield from _averages(column, division, by_name)
            continue
        everybody = Counter(person.kinds[column] for person in people if column in person.kinds)
        counted = [
            (at, Counter(by_name[name].kinds.get(column, "") for name in names), names)
            for made in division.rounds
            for at, names in enumerate(made, start=1)
        ]
        spans = [_span(kind, [count[kind] for _, count, _ in counted]) for kind in everybody]
        yield from _wrapped(f"{column} in each group: {', '.join(spans)}.")
        yield from _alone(column, everybody, counted, by_name)


def _averages(column: str, division: Division, by_name: Mapping[str, Participant]) -> Iterator[str]:
    """From what to what the groups' averages of a number go."""
    known = [
        [by_name[name].numbers[column] for name in names if column in by_name[name].numbers]
        for made in division.rounds
        for names in made
    ]
    averages = [fmean(values) for values in known if values]
    yield from _wrapped(f"{column} on average in each group: {min(averages):,.1f} to {max(averages):,.1f}.")


def _alone(
    column: str, everybody: Counter[str], counted: Sequence[_Counted], by_name: Mapping[str, Participant]
) -> Iterator[str]:
    """Kinds of which no group has two; and people who are alone although others of their kind are not."""
    most = {kind: max(count[kind] for _, count, _ in counted) for kind, many in everybody.items() if many > 1}
    single = [kind for kind, many in most.items() if many == 1]
    if single:
        yield from _wrapped(f"No group has two of: {_first(single)}.")
    alone = [
        f"{name} ({kind}, group {at})"
        for at, count, names in counted
        for name in names
        if count[kind := by_name[name].kinds.get(column, "")] == 1 and most.get(kind, 0) > 1
    ]
    if alone:
        yield from _wrapped(f"The only one of their {column} in the group: {_first(alone)}.")


def _span(kind: str, counts: Sequence[int]) -> str:
    least, most = min(counts), max(counts)
    return f"{kind} {least}" if least == most else f"{kind} {least} to {most}"


def _listed(heading: str, sentences: Sequence[str]) -> Iterator[str]:
    yield f"{heading}:"
    for sentence in sentences[:MOST]:
        yield textwrap.fill(sentence, WIDTH, initial_indent="- ", subsequent_indent="  ", break_on_hyphens=False)
    if len(sentences) > MOST:
        yield f"- and {len(sentences) - MOST} more"


def _wrapped(text: str) -> Iterator[str]:
    yield textwrap.fill(text, WIDTH, subsequent_indent="  ", break_on_hyphens=False)


def _first(words: Sequence[str]) -> str:
    return ", ".join(words) if len(words) <= MOST else f"{', '.join(words[:MOST])} and {len(words) - MOST} more"
