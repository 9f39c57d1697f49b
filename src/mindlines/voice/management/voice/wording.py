"""Figures in the words of a reader; what is not known is said so."""

from mindlines_analysis.voice import Band, Equality, Figure, GroupVoice

UNITS = {"turns": "turns", "words": "words", "seconds": "speaking time"}
UNKNOWN = "–"
NOBODY_THERE = "nobody of this group was there"

_BANDS = {
    Band.FAR_BELOW: "far below its share",
    Band.BELOW: "below its share",
    Band.ABOUT: "about its share",
    Band.ABOVE: "above its share",
    Band.FAR_ABOVE: "far above its share",
}


def percent(figure: Figure) -> str:
    """A share as a whole number of per cent."""
    return UNKNOWN if figure.value is None else f"{figure.value:.0%}"


def ratio(figure: Figure) -> str:
    """A ratio or an index with two decimals."""
    return UNKNOWN if figure.value is None else f"{figure.value:.2f}"


def clock(seconds: float | None) -> str:
    """A time as minutes and seconds, or with hours."""
    if seconds is None:
        return UNKNOWN
    whole = round(seconds)
    hours, rest = divmod(whole, 3600)
    minutes = f"{rest // 60:02}" if hours else f"{rest // 60}"
    return f"{f'{hours}:' if hours else ''}{minutes}:{rest % 60:02}"


def lasting(seconds: float | None) -> str:
    """How long something took, in hours, minutes and seconds."""
    if seconds is None:
        return UNKNOWN
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def count(number: int | None) -> str:
    """A whole number with thin groups of three."""
    return UNKNOWN if number is None else f"{number:,}"


def people(number: int) -> str:
    """How many people."""
    return "1 person" if number == 1 else f"{number} people"


def were_there(number: int) -> str:
    """How many people were there."""
    return f"{people(number)} {'was' if number == 1 else 'were'} there"


def spoke(group: GroupVoice) -> str:
    """How many of a group said anything."""
    return UNKNOWN if group.breadth.value is None else f"{round(group.breadth.value * group.people)}"


def sentence(group: GroupVoice, *, found: Equality, everybody: int) -> str:
    """One group in one sentence: its part of the people beside its part of what was said."""
    what = UNITS[found.unit]
    had = "none" if group.share.value == 0 else percent(group.share)
    if group.parity.value is None or group.band is None:
        known = group.share.is_known and group.parity.reason != NOBODY_THERE
        return f"{group.name}: {had} of the {what}." if known else f"{group.name}: {group.parity.reason}."
    there = f"{group.people} of {people(everybody)} ({group.people / everybody:.0%})"
    return f"{group.name}: {there}, {had} of the {what}. That is {_BANDS[group.band]}."
