"""Saying who is there for a round of small groups."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _lazy

from mindlines.communities.models import Membership
from mindlines.kernel.errors import Refused
from mindlines.meetings.actions.upkeep import held
from mindlines.meetings.choices import ParticipantSource
from mindlines.meetings.models import Participant, Round
from mindlines.meetings.queries import participants as queries

GONE = _lazy("This person is no longer in this round.")
MARKS = ("is_present", "is_facilitator", "is_online", "needs_step_free", "is_late", "leaves_early")


@dataclass(frozen=True)
class Ticks:
    """What was ticked on one page, as numbers of memberships; `shown` are all on that page."""

    shown: Collection[int]
    is_present: Collection[int] = ()
    is_facilitator: Collection[int] = ()
    is_online: Collection[int] = ()
    needs_step_free: Collection[int] = ()
    is_late: Collection[int] = ()
    leaves_early: Collection[int] = ()


@transaction.atomic
def tick(work: Round, *, ticks: Ticks) -> None:
    """Take over what was ticked. Whoever is not there and was never on the list stays off it."""
    work = held(work)
    known = {one.membership_id: one for one in work.participants.filter(membership__in=ticks.shown)}
    people = list(queries.everybody(work).filter(pk__in=ticks.shown))
    fresh, changed = [], []
    for membership in people:
        marks = {mark: membership.pk in getattr(ticks, mark) for mark in MARKS}
        one = known.get(membership.pk)
        if one is None and marks["is_present"]:
            fresh.append(Participant(round=work, membership=membership, **marks))
        elif one is not None and marks != {mark: getattr(one, mark) for mark in MARKS}:
            for mark, value in marks.items():
                setattr(one, mark, value)
            changed.append(one)
    Participant.objects.bulk_create(fresh, ignore_conflicts=True)
    Participant.objects.bulk_update(changed, MARKS)


@transaction.atomic
def bring_expected(work: Round) -> int:
    """Put everybody on the list who should be there by replies or attendance; says how many came new.

    Who was taken off by hand stays off, and what was marked by hand stays as it is.
    """
    work = held(work)
    known = set(work.participants.values_list("membership", flat=True))
    fresh = [
        Participant(
            round=work,
            membership=one.membership,
            source=one.source,
            is_online=one.is_online,
            is_facilitator=one.is_facilitator,
            needs_step_free=one.needs_step_free,
        )
        for one in queries.expected(work)
        if one.membership.pk not in known
    ]
    Participant.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(fresh)


@transaction.atomic
def begin_again(work: Round) -> None:
    """The list as replies or attendance have it, nothing else: whoever is not among them is not there."""
    work = held(work)
    expected = {one.membership.pk for one in queries.expected(work)}
    bring_expected(work)
    work.participants.exclude(membership__in=expected).update(is_present=False)
    work.participants.filter(membership__in=expected).update(is_present=True)


@transaction.atomic
def tick_nobody(work: Round) -> None:
    """Nobody is there; what was noted of them stays."""
    held(work).participants.update(is_present=False)


@transaction.atomic
def tick_everybody(work: Round) -> None:
    """Every member is there."""
    work = held(work)
    known = set(work.participants.values_list("membership", flat=True))
    people = [one for one in queries.everybody(work) if one.is_present and one.pk not in known]
    needed = queries.step_free_people(people)
    Participant.objects.bulk_create(
        (
            Participant(
                round=work, membership=one, source=ParticipantSource.HAND, needs_step_free=one.person_id in needed
            )
            for one in people
        ),
        ignore_conflicts=True,
    )
    work.participants.filter(membership__in=Membership.objects.present()).update(is_present=True)


@transaction.atomic
def leave(work: Round, *, participant: int) -> None:
    """Somebody goes; their seats wait, in case they come back."""
    _note_presence(work, participant=participant, is_present=False)


@transaction.atomic
def come_back(work: Round, *, participant: int) -> None:
    """Somebody who left is there again."""
    _note_presence(work, participant=participant, is_present=True)


def _note_presence(work: Round, *, participant: int, is_present: bool) -> None:
    if not held(work).participants.filter(pk=participant).update(is_present=is_present):
        raise Refused(GONE)
