"""Times of a recording: 1:02:03.456, 02:03,456, and the milliseconds that Teams writes without noughts."""

import re
from collections.abc import Iterable

CLOCK = r"\d{1,4}:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,9})?"

_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2})(?:[.,](\d{1,9}))?")


def seconds_of(clock: str, *, whole_milliseconds: bool = False) -> float | None:
    """Read a time as seconds; nothing where it is no time.

    Parameters
    ----------
    clock
        Hours (perhaps), minutes and seconds, with or without a fraction.
    whole_milliseconds
        Whether a fraction counts milliseconds, as in Teams: 6.90 is 6 seconds and 90 milliseconds.

    Returns
    -------
    float or None
        Seconds from the beginning.

    Examples
    --------
    >>> seconds_of("1:02:03.5"), seconds_of("75:00"), seconds_of("0:0:6.90", whole_milliseconds=True)
    (3723.5, 4500.0, 6.09)
    >>> seconds_of("0:75:00") is None
    True
    """
    match = _CLOCK.fullmatch(clock.strip())
    if not match:
        return None
    hours, minutes, seconds, fraction = match.groups()
    if int(seconds) > 59 or (hours and int(minutes) > 59):
        return None
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    part = int(fraction) / 1000 if fraction and whole_milliseconds else float(f"0.{fraction or 0}")
    return round(whole + part, 6)


def counts_milliseconds(clocks: Iterable[str]) -> bool:
    """Whether fractions in a file are milliseconds without noughts in front, by the evidence of all its times.

    Milliseconds that lost the noughts in front never begin with one, and decimals that lost the noughts behind them
    never end in one. Beside that, whoever writes 0:0:6 for the clock writes its milliseconds in the same way.

    Parameters
    ----------
    clocks
        All times of a file.

    Returns
    -------
    bool
        Whether 6.90 is 6.09 seconds.

    Examples
    --------
    >>> counts_milliseconds(["0:0:6.90", "0:0:6.500"]), counts_milliseconds(["0:00:06.90", "0:00:07.05"])
    (True, False)
    """
    every = tuple(clocks)
    fractions = [part for _, mark, part in map(_cut, every) if mark]
    if any(len(part) > 3 or (len(part) > 1 and part[0] == "0") for part in fractions):
        return False
    shortened = any(len(part) < 3 for part in fractions)
    return shortened and (_bare(every) or any(len(part) == 3 and part[-1] == "0" for part in fractions))


def _cut(clock: str) -> tuple[str, str, str]:
    return clock.replace(",", ".").partition(".")


def _bare(clocks: Iterable[str]) -> bool:
    """Whether minutes or seconds lost a nought: 0:0:6 instead of 0:00:06."""
    return any(re.search(r":\d(?=[:.,]|$)", clock) for clock in clocks)
