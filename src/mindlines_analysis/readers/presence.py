"""From comings and goings to stays, and to the time somebody was there."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from mindlines_analysis.readers.blocks import Entry


@dataclass(frozen=True)
class Session:
    """One stay, from joining to leaving, in local time."""

    joined: dt.datetime
    left: dt.datetime


def union_seconds(sessions: Sequence[Session]) -> int:
    """Seconds that at least one of the stays covers: two devices at once count once.

    Parameters
    ----------
    sessions
        Stays in any order.

    Returns
    -------
    int
        Never more than from the first joining to the last leaving.

    Examples
    --------
    >>> at = [dt.datetime(2026, 12, 9, 10, minute) for minute in (0, 20, 30)]
    >>> union_seconds([Session(at[0], at[1]), Session(at[0], at[2])])
    1800
    """
    total, covered = dt.timedelta(), None
    for session in sorted(sessions, key=lambda one: one.joined):
        start = session.joined if covered is None else max(session.joined, covered)
        if session.left > start:
            total += session.left - start
        covered = session.left if covered is None else max(covered, session.left)
    return round(total.total_seconds())


def sessions_of(
    entries: Sequence[Entry], *, since: dt.datetime | None, until: dt.datetime | None
) -> tuple[tuple[Session, ...], list[str]]:
    """Join comings and goings into stays; who never left stayed until the end, who never came was there from the start.

    Parameters
    ----------
    entries
        Rows of one person, in the order of the report.
    since, until
        When the meeting began and ended.

    Returns
    -------
    tuple
        The stays by time, and in words what had to be supposed.

    Examples
    --------
    >>> sessions_of([], since=None, until=None)
    ((), [])
    """
    if since is None or until is None:
        return (), []
    sessions: list[Session] = []
    remarks: list[str] = []
    waiting: dt.datetime | None = None
    events = sorted(
        ((at, entry) for entry in entries if (at := entry.joined or entry.left)), key=lambda event: event[0]
    )
    for at, entry in events:
        if entry.before:
            remarks.append("was there before the list begins, so perhaps for longer.")
        if entry.shape != "actions":
            sessions += _whole_stay(entry, since=since, until=until, remarks=remarks)
        elif entry.joined:
            waiting = waiting or entry.joined
        else:
            sessions.append(Session(waiting or min(since, at), at))
            if waiting is None:
                remarks.append("left without having joined; counted from the start.")
            waiting = None
    if waiting:
        sessions.append(Session(waiting, max(waiting, until)))
        remarks.append("has no time of leaving; counted until the end.")
    return tuple(sorted(sessions, key=lambda one: one.joined)), remarks


def _whole_stay(entry: Entry, *, since: dt.datetime, until: dt.datetime, remarks: list[str]) -> list[Session]:
    joined, left = entry.joined, entry.left
    if joined is None:
        joined = min(since, left or since)
        remarks.append("has no time of joining; counted from the start.")
    if left is None and entry.duration is not None:
        left = joined + dt.timedelta(seconds=entry.duration)
    elif left is None:
        left = max(joined, until)
        remarks.append("has no time of leaving; counted until the end.")
    if left < joined:
        remarks.append("left before joining; that stay was not counted.")
        return []
    return [Session(joined, left)]
