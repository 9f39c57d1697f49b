"""The charts. Each is drawn beside its numbers, so that nobody needs the picture; lengths are parts of its width."""

import math
from collections.abc import Sequence

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from mindlines.voice.management.voice import wording
from mindlines.voice.management.voice.measuring import Measured
from mindlines_analysis.voice import GroupVoice

# A quarter and four times lie near the ends of the scale, and 1 in its middle.
_WIDEST = math.log(5.65)

_MARKS = {
    "turns": '<circle cx="{}" cy="{}" r="7" class="turns"/>',
    "words": '<rect x="{}" y="{}" width="12" height="12" transform="translate(-6 -6)" class="words"/>',
    "seconds": '<svg x="{}" y="{}" width="1" height="1"><path d="M0 -9 9 0 0 9 -9 0Z" class="seconds"/></svg>',
}
_LANES = {"turns": 10, "words": 22, "seconds": 34}
_BAR = '<svg height="16" aria-hidden="true" focusable="false"><rect width="100%" height="16" rx="4" class="track"/>'


def shares(found: Measured) -> SafeString:
    """For each group, its part of the people above its part of what was said."""
    there = len(found.people)
    rows = format_html_join(
        "",
        '<div class="group"><p>{}</p>{}{}</div>',
        (
            (
                group.name,
                _bar("of people", group.people / there if found.cast.attended and there else None, kind="there"),
                _bar(f"of {_short(found.unit)}", group.share.value, kind="said"),
            )
            for group in found.headline.groups
        ),
    )
    return format_html("<div>{}</div>", rows)


def parities(found: Measured) -> SafeString:
    """For each group, how its part of turns, words and time compares with its part of the people."""
    known = [unit for unit, each in found.equalities.items() if any(group.parity.is_known for group in each.groups)]
    key = format_html_join(
        "",
        "<li>{} {}</li>",
        (
            (
                format_html('<svg viewBox="0 0 20 20" aria-hidden="true">{}</svg>', _mark(unit, "10", "10")),
                wording.UNITS[unit],
            )
            for unit in known
        ),
    )
    rows = format_html_join(
        "",
        '<div class="group"><p>{}</p>{}</div>',
        ((group.name, _line(found, place, known)) for place, group in enumerate(found.headline.groups)),
    )
    return format_html('<ul class="key">{}</ul>{}<div>{}</div>', key, _scale(), rows)


def everybody(found: Measured) -> SafeString:
    """One bar for each person who was there, without names, from the most to the least."""
    amounts = sorted((getattr(each, found.unit) or 0 for each in found.people), reverse=True)
    most, width = max(amounts), 100 / len(amounts)
    bars = format_html_join("", "{}", ((_person(place, amount / most, width),) for place, amount in enumerate(amounts)))
    return format_html(
        '<svg role="img" aria-label="{}" preserveAspectRatio="none">{}'
        '<line x1="0" x2="100%" y1="100%" y2="100%" class="axis"/></svg>',
        spoken(found),
        bars,
    )


def spoken(found: Measured) -> str:
    """The same as a sentence: how many were silent, and how much those who spoke most had."""
    amounts = sorted((getattr(each, found.unit) or 0 for each in found.people), reverse=True)
    total, silent = sum(amounts), sum(not each.contributed for each in found.people)
    busiest = max(1, round(len(amounts) / 5))
    had = sum(amounts[:busiest]) / total
    who = "The person who spoke most" if busiest == 1 else f"The {busiest} people who spoke most"
    return (
        f"{who} had {had:.0%} of the {wording.UNITS[found.unit]}; "
        f"{silent} of {wording.people(len(amounts))} did not speak."
    )


def _person(place: int, part: float, width: float) -> SafeString:
    left, wide = f"{(place + 0.12) * width:.3f}%", f"{width * 0.76:.3f}%"
    if not part:
        return format_html('<rect x="{}" width="{}" y="93%" height="7%" class="silent"/>', left, wide)
    tall = max(part * 100, 1.5)
    return format_html(
        '<rect x="{}" width="{}" y="{}" height="{}" class="said"/>', left, wide, f"{100 - tall:.2f}%", f"{tall:.2f}%"
    )


def _bar(label: str, part: float | None, *, kind: str) -> SafeString:
    if part is None:
        return format_html('<div class="bar"><span>{}</span><span>not available</span><span></span></div>', label)
    return format_html(
        '<div class="bar"><span>{}</span>'
        + _BAR
        + '<rect width="{}" height="16" rx="4" class="{}"/></svg><span>{}</span></div>',
        label,
        f"{part:.2%}",
        kind,
        f"{part:.0%}",
    )


def _short(unit: str) -> str:
    return {"turns": "turns", "words": "words", "seconds": "time"}[unit]


def _line(found: Measured, place: int, known: Sequence[str]) -> SafeString:
    groups: list[tuple[str, GroupVoice]] = [(unit, found.equalities[unit].groups[place]) for unit in known]
    marks = [
        _mark(unit, f"{_place(group.parity.value):.2f}%", str(_LANES[unit]))
        for unit, group in groups
        if group.parity.value is not None
    ]
    words = ", ".join(f"{wording.UNITS[unit]} {wording.ratio(group.parity)}" for unit, group in groups)
    if not marks:
        reason = found.headline.groups[place].parity.reason
        return format_html('<span class="soft">not available: {}</span>', reason)
    return format_html(
        '<svg height="44" role="img" aria-label="{}">{}{}<line x1="50%" x2="50%" y1="0" y2="44" class="fair"/>{}</svg>',
        words,
        _zone("0%", "100%", ""),
        _zone("43.56%", "12.88%", "about"),
        format_html_join("", "{}", ((mark,) for mark in marks)),
    )


def _zone(left: str, width: str, kind: str) -> SafeString:
    return format_html('<rect x="{}" width="{}" y="0" height="44" rx="4" class="zone {}"/>', left, width, kind)


def _scale() -> SafeString:
    marks = [("low", "a third"), ("fair-at", "its share"), ("high", "three times")]
    return format_html(
        '<div class="scale" aria-hidden="true">{}</div>',
        format_html_join("", '<span class="{}">{}</span>', marks),
    )


def _mark(unit: str, x: str, y: str) -> SafeString:
    return format_html(_MARKS[unit], x, y)


def _place(parity: float) -> float:
    """Where a ratio lies between 2 and 98 per cent of the width: equal steps for equal factors."""
    if not parity:
        return 2.0
    return min(98.0, max(2.0, 50 + 50 * math.log(parity) / _WIDEST))
