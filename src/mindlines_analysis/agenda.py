"""How the lead of an agenda is shared between groups."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = ["Balance", "Finding", "Share", "Slot", "balance"]

LATE = 60
MUCH = 0.5
FAR = 0.2
ENOUGH = 30


@dataclass(frozen=True)
class Slot:
    """A timed item in its place on the agenda.

    `group` is the group of whoever leads it, or None when nobody is named. An item that nobody can lead, such as a
    break, or that everybody leads, such as work in small groups, has `is_led` false.
    """

    minutes: int
    group: str | None = None
    is_led: bool = True


@dataclass(frozen=True)
class Share:
    """What one group leads; `first_minute` counts from the start of the meeting."""

    group: str
    minutes: int
    items: int
    members: int
    first_minute: int | None


@dataclass(frozen=True)
class Finding:
    """Something to notice before the agenda is sent.

    `absent`: the group leads nothing. `late`: it leads nothing in the first hour, and first at `minute`.
    `leads_most`: it leads at least half of the led time, far more than its part of the members.
    `unnamed`: `items` items have nobody to lead them.
    """

    kind: Literal["absent", "late", "leads_most", "unnamed"]
    group: str | None = None
    minute: int = 0
    items: int = 0


@dataclass(frozen=True)
class Balance:
    """Shares in the order in which the groups were given; the three kinds of minutes add up to `total`."""

    shares: tuple[Share, ...]
    led_minutes: int
    unnamed_minutes: int
    open_minutes: int
    findings: tuple[Finding, ...]

    @property
    def total(self) -> int:
        """All minutes of the agenda."""
        return self.led_minutes + self.unnamed_minutes + self.open_minutes

    @property
    def members(self) -> int:
        """All members counted."""
        return sum(share.members for share in self.shares)


def balance(slots: Sequence[Slot], *, members: Mapping[str, int], aside: Collection[str] = ()) -> Balance:
    """How the lead of an agenda is shared between groups, and what deserves a second look.

    Parameters
    ----------
    slots
        The items in their order.
    members
        How many members each group has; its order is the order of the result.
    aside
        Groups that are not expected to lead, such as the support team. They are counted but never missed.

    Returns
    -------
    Balance
        Shares for every group, and findings. No finding is a fault: an agenda may have good reasons.

    Raises
    ------
    ValueError
        If `slots` name a group that `members` does not, or hold negative minutes.

    Notes
    -----
    That a variety of speakers, planned before the meeting, keeps a community from serving one profession alone is
    a finding of the study of a county's musculoskeletal community of practice from which Mindlines began.

    Examples
    --------
    >>> found = balance(
    ...     [Slot(10, "clinicians"), Slot(60, "clinicians"), Slot(15, is_led=False), Slot(20, "lay")],
    ...     members={"lay": 6, "clinicians": 4},
    ... )
    >>> [(share.group, share.minutes, share.first_minute) for share in found.shares]
    [('lay', 20, 85), ('clinicians', 70, 0)]
    >>> [finding.kind for finding in found.findings]
    ['late', 'leads_most']
    """
    _check(slots, members)
    shares = tuple(_share(slots, group=group, members=count) for group, count in members.items())
    unnamed = [slot for slot in slots if slot.is_led and slot.group is None]
    led_minutes = sum(share.minutes for share in shares)
    return Balance(
        shares=shares,
        led_minutes=led_minutes,
        unnamed_minutes=sum(slot.minutes for slot in unnamed),
        open_minutes=sum(slot.minutes for slot in slots if not slot.is_led),
        findings=(*_missed(shares, aside), *_heavy(shares, led_minutes), *_unnamed(len(unnamed))),
    )


def _check(slots: Sequence[Slot], members: Mapping[str, int]) -> None:
    if any(slot.minutes < 0 for slot in slots):
        raise ValueError("slots: minutes cannot be negative")
    strangers = {slot.group for slot in slots if slot.group is not None and slot.is_led} - members.keys()
    if strangers:
        raise ValueError(f"members: no count for {sorted(strangers)}")


def _share(slots: Sequence[Slot], *, group: str, members: int) -> Share:
    minute, minutes, items, first = 0, 0, 0, None
    for slot in slots:
        if slot.is_led and slot.group == group:
            minutes, items = minutes + slot.minutes, items + 1
            first = minute if first is None else first
        minute += slot.minutes
    return Share(group=group, minutes=minutes, items=items, members=members, first_minute=first)


def _missed(shares: Sequence[Share], aside: Collection[str]) -> list[Finding]:
    if not any(share.items for share in shares):
        return []
    found = []
    for share in shares:
        if share.group in aside or not share.members:
            continue
        if share.first_minute is None:
            found.append(Finding("absent", share.group))
        elif share.first_minute >= LATE:
            found.append(Finding("late", share.group, minute=share.first_minute))
    return found


def _heavy(shares: Sequence[Share], led_minutes: int) -> list[Finding]:
    everybody = sum(share.members for share in shares)
    if led_minutes < ENOUGH or not everybody:
        return []
    return [
        Finding("leads_most", share.group)
        for share in shares
        if (part := share.minutes / led_minutes) >= MUCH and part - share.members / everybody >= FAR
    ]


def _unnamed(items: int) -> list[Finding]:
    return [Finding("unnamed", items=items)] if items else []
