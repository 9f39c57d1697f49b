"""One meeting as text of at most eighty columns."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

from mindlines.voice.management.voice import wording
from mindlines.voice.management.voice.measuring import Measured

WIDTH = 80
MOST = 12

_NAME = 22
_LONGEST = 40


def meeting(found: Measured) -> Iterator[str]:
    """What was read, the tables of groups and of sharing, and what is to be looked at."""
    yield found.title if found.title == found.name else f"{found.title} ({found.name})"
    yield from _wrapped(_summary(found))
    yield ""
    yield from _groups(found) if found.headline.groups else _speakers(found)
    yield ""
    yield from _sharing(found)
    yield from _missing(found)
    yield from notes(found.notes)
    yield from _skipped(found)
    yield from _review(found)


def series(meetings: Sequence[Measured]) -> Iterator[str]:
    """Several meetings, one line for each."""
    yield f"{'Meeting':<40}{'People':>8}{'Spoke':>8}{'Gini':>8}  counted in"
    for found in meetings:
        there = str(len(found.people)) if found.cast.attended else wording.UNKNOWN
        spoke = sum(each.contributed for each in found.people) if found.cast.attended else found.heard
        gini = wording.ratio(found.headline.gini)
        yield f"{textwrap.shorten(found.title, 39, placeholder='…'):<40}{there:>8}{wording.count(spoke):>8}{gini:>8}  {found.unit}"


def notes(words: Sequence[str]) -> Iterator[str]:
    """Sentences, each on lines of its own."""
    for each in words:
        yield from _wrapped(each)


def _summary(found: Measured) -> str:
    there, time = _who(found), found.time
    if time.any_speech.value is None:
        return f"{there} Times are not available: {time.any_speech.reason}."
    parts = [f"{wording.lasting(time.any_speech.value)} of speech"]
    if time.overlap_seconds.value is not None:
        parts.append(f"{wording.lasting(time.overlap_seconds.value)} of it by several at once")
    parts.append(f"{wording.lasting(time.silence_seconds.value)} of silence")
    return f"{there} {', '.join(parts)}."


def _who(found: Measured) -> str:
    there = wording.were_there(len(found.people)) if found.cast.attended else "Who was there is not known"
    if found.heard is None:
        return f"{there}; who speaks is not known."
    spoke = sum(each.contributed for each in found.people) if found.cast.attended else found.heard
    return (
        f"{there}, {spoke} spoke."
        if found.cast.attended
        else f"{wording.people(spoke)} spoke; {there[0].lower()}{there[1:]}."
    )


def _groups(found: Measured) -> Iterator[str]:
    head = found.headline
    yield f"{'Group':<{_NAME}}{'People':>7}{'Spoke':>7}{'Turns':>8}{'Words':>9}{'Time':>9}{'First':>9}"
    for group in head.groups:
        yield (
            f"{_short(group.name)}{group.people if found.cast.attended else wording.UNKNOWN:>7}"
            f"{wording.spoke(group):>7}{wording.count(group.turns):>8}{wording.count(group.words):>9}"
            f"{wording.clock(group.seconds):>9}{wording.clock(group.first.value):>9}"
        )
    yield ""
    yield f"{'Share; 1.00 is fair':<{_NAME}}{'Turns':>13}{'Words':>13}{'Time':>13}   in {wording.UNITS[head.unit]}"
    for place, group in enumerate(head.groups):
        cells = [each.groups[place] for each in found.equalities.values()]
        both = "".join(f"{wording.percent(cell.share):>6} {wording.ratio(cell.parity):>6}" for cell in cells)
        band = group.band.value if group.band else wording.UNKNOWN
        yield f"{_short(group.name)}{both}   {band}"


def _speakers(found: Measured) -> Iterator[str]:
    """Shown names, where there are no groups to compare."""
    yield f"{'Shown name':<{_NAME}}{'Turns':>8}{'Words':>9}{'Time':>9}{'Share':>8}"
    for each in found.speakers[:_LONGEST]:
        share = wording.UNKNOWN if each.share is None else f"{each.share:.0%}"
        yield (
            f"{_short(each.label or 'nobody named')}{wording.count(each.turns):>8}{wording.count(each.words):>9}"
            f"{wording.clock(each.seconds):>9}{share:>8}"
        )
    if len(found.speakers) > _LONGEST:
        yield f"and {len(found.speakers) - _LONGEST} more"


def _sharing(found: Measured) -> Iterator[str]:
    yield f"{'Among all people':<{_NAME}}{'Turns':>13}{'Words':>13}{'Time':>13}"
    for name, words in (
        ("gini", "Gini (0 is equal)"),
        ("entropy", "Entropy (1 is equal)"),
        ("dominance", "Dominance (0 is none)"),
    ):
        cells = "".join(f"{wording.ratio(getattr(each, name)):>13}" for each in found.equalities.values())
        yield f"{words:<{_NAME}}{cells}"


def _missing(found: Measured) -> Iterator[str]:
    """Each reason once, for what it takes away."""
    reasons: dict[str, list[str]] = {}
    for unit, each in found.equalities.items():
        if not each.gini.is_known:
            reasons.setdefault(each.gini.reason, []).append(wording.UNITS[unit])
    for reason, units in reasons.items():
        yield from _wrapped(f"Not available among people, counted in {' and '.join(units)}: {reason}.")
    if not found.headline.groups:
        yield from _wrapped("Groups are not available: give the list of members with --members.")


def _skipped(found: Measured) -> Iterator[str]:
    if found.transcript.skipped:
        counted = Counter(each.reason for each in found.transcript.skipped)
        yield f"Left out of the transcript, {len(found.transcript.skipped):,} in all:"
        for reason, count in counted.most_common(MOST):
            yield from _bullet(f"{count:,} × {reason}")


def _review(found: Measured) -> Iterator[str]:
    if not found.cast.doubts:
        return
    yield "Names to look at. Say who they are with --names; --review writes the file to fill in:"
    for each in found.cast.doubts[:MOST]:
        maybe = f"; perhaps {', '.join(each.candidates)}" if each.candidates else ""
        yield from _bullet(f"{each.shown} (in the {each.where}): {each.reason}{maybe}")
    if len(found.cast.doubts) > MOST:
        yield f"- and {len(found.cast.doubts) - MOST} more"
    if found.unplaced.value and found.headline.groups:
        unit = wording.UNITS[found.unit]
        yield from _wrapped(f"{found.unplaced.value:.0%} of the {unit} is theirs, and belongs to no group so far.")


def _short(name: str) -> str:
    return textwrap.shorten(name, _NAME - 1, placeholder="…").ljust(_NAME)


def _bullet(text: str) -> Iterator[str]:
    yield textwrap.fill(text, WIDTH, initial_indent="- ", subsequent_indent="  ", break_on_hyphens=False)


def _wrapped(text: str) -> Iterator[str]:
    yield textwrap.fill(text, WIDTH, subsequent_indent="  ", break_on_hyphens=False)
