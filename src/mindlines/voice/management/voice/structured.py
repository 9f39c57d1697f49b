"""All figures of a meeting as plain values, with the reason for each that cannot be had."""

from collections.abc import Iterator, Sequence
from typing import Any

from mindlines.voice.management.voice.measuring import Measured
from mindlines_analysis.voice import Equality, Figure, GroupVoice

Plain = dict[str, Any]


def document(meetings: Sequence[Measured]) -> Plain:
    """One meeting as it is; several as a list."""
    if len(meetings) == 1:
        return meeting(meetings[0])
    return {"meetings": [meeting(each) for each in meetings]}


def meeting(found: Measured) -> Plain:
    """One meeting. What is null has its reason under `not_available`, by its path."""
    return {
        "meeting": found.title,
        "file": found.name,
        "format": found.transcript.format,
        "unit": found.unit,
        "people": len(found.people) if found.cast.attended else None,
        "speakers": [_speaker(each) for each in found.speakers],
        "groups": [_group(found, place) for place in range(len(found.headline.groups))],
        **_sharing(found.headline),
        "gini_uncorrected": _number(found.uncorrected),
        "by_unit": {unit: _sharing(each) for unit, each in found.equalities.items()},
        "length_seconds": _number(found.time.length),
        "speech_seconds": _number(found.time.any_speech),
        "overlap_seconds": _number(found.time.overlap_seconds),
        "silence_seconds": _number(found.time.silence_seconds),
        "unplaced_share": _number(found.unplaced),
        "not_available": dict(_missing(found)),
        "review": [
            {"shown": each.shown, "where": each.where, "reason": each.reason, "candidates": list(each.candidates)}
            for each in found.cast.doubts
        ],
        "skipped": [{"line": each.line, "text": each.text, "reason": each.reason} for each in found.transcript.skipped],
        "notes": list(found.notes),
    }


def _speaker(each: Any) -> Plain:
    return {
        "label": each.label,
        "person": each.person or None,
        "group": each.group or None,
        "seconds": each.seconds,
        "turns": each.turns,
        "words": each.words,
        "share": _short(each.share),
    }


def _group(found: Measured, place: int) -> Plain:
    group = found.headline.groups[place]
    return {
        "name": group.name,
        "people": group.people if found.cast.attended else None,
        "seconds": group.seconds,
        "turns": group.turns,
        "words": group.words,
        "questions": group.questions,
        "share": _number(group.share),
        "parity": _number(group.parity),
        "band": group.band.value if group.band else None,
        "breadth": _number(group.breadth),
        "first_seconds": _number(group.first),
        "question_share": _number(group.question_share),
        "by_unit": {
            unit: {"share": _number(each.groups[place].share), "parity": _number(each.groups[place].parity)}
            for unit, each in found.equalities.items()
        },
    }


def _sharing(found: Equality) -> Plain:
    return {name: _number(getattr(found, name)) for name in ("gini", "entropy", "dominance")}


def _missing(found: Measured) -> Iterator[tuple[str, str]]:
    figures = {
        **{name: getattr(found.headline, name) for name in ("gini", "entropy", "dominance")},
        "length_seconds": found.time.length,
        "speech_seconds": found.time.any_speech,
        "overlap_seconds": found.time.overlap_seconds,
        "silence_seconds": found.time.silence_seconds,
    }
    for unit, each in found.equalities.items():
        figures |= {f"by_unit.{unit}": each.gini}
    for group in found.headline.groups:
        figures |= {f"groups.{group.name}.{name}": figure for name, figure in _figures(group).items()}
    for name, figure in figures.items():
        if not figure.is_known:
            yield name, figure.reason


def _figures(group: GroupVoice) -> dict[str, Figure]:
    return {
        "share": group.share,
        "parity": group.parity,
        "breadth": group.breadth,
        "first_seconds": group.first,
        "question_share": group.question_share,
    }


def _number(figure: Figure) -> float | None:
    return _short(figure.value)


def _short(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
