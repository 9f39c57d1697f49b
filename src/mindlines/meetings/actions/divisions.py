"""Dividing the people of a round: by wishes, by lot, or by hand."""

from dataclasses import asdict

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django_tasks import task

from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import link_secret
from mindlines.kernel.times import now
from mindlines.meetings.actions import rounds
from mindlines.meetings.actions.upkeep import held
from mindlines.meetings.choices import DivisionOrigin
from mindlines.meetings.measures import groups as measures
from mindlines.meetings.models import Division, Participant, Round, Seat
from mindlines.meetings.queries import groups as queries
from mindlines.meetings.queries.rounds import MOST_AT_ONCE, is_dividing
from mindlines.people.models import Person

# Seconds of looking for a good division: while somebody waits, and in the workshop.
AT_ONCE, IN_THE_WORKSHOP = 0.5, 5.0
MOST_DIVISIONS = 26


def divide(work: Round, *, by: Person, key: str) -> Division | None:
    """A division that keeps every wish; None when the workshop is at it, or when the wishes cannot all hold.

    What prevents it then stands in `trouble` of the round. The same button pressed twice divides once.
    """
    return _made(work, by=by, key=key, origin=DivisionOrigin.DIVIDED)


def shuffle(work: Round, *, by: Person, key: str) -> Division | None:
    """A division by lot; only sizes and rooms count."""
    return _made(work, by=by, key=key, origin=DivisionOrigin.SHUFFLED)


@transaction.atomic
def begin_by_hand(work: Round, *, by: Person, key: str) -> Division:
    """Empty groups, and everybody still to be placed."""
    found = _twice(work, key=key)
    if found:
        return found
    work = held(work)
    people = _enough(work)
    rounds.fit_groups(work)
    division = _letter(work, by=by, key=key, origin=DivisionOrigin.BY_HAND, group_count=work.groups_for(people))
    Seat.objects.bulk_create(
        Seat(division=division, participant=one) for one in Participant.objects.there(work).order_by("pk")
    )
    return division


def make(work: Round, *, how: str, by: Person, key: str) -> Division | None:
    """A division that comes about in this way."""
    ways = {
        DivisionOrigin.DIVIDED: divide,
        DivisionOrigin.SHUFFLED: shuffle,
        DivisionOrigin.BY_HAND: begin_by_hand,
    }
    return ways[DivisionOrigin(how)](work, by=by, key=key)


@transaction.atomic
def remove(division: Division) -> None:
    """Take a division away; the one that is chosen stays."""
    work = held(division.round)
    if work.chosen_id == division.pk:
        raise Refused(_("These groups are in use. Choose another division first."))
    Division.objects.filter(pk=division.pk).delete()


@task()
def divide_many(work: int, *, by: int, key: str, origin: str) -> None:
    """Divide in the workshop; begun again after the worker was killed, it goes on unless this is done already."""
    found = Round.objects.select_related("meeting__community").filter(pk=work).first()
    if found is None or found.dividing_since is None:
        return
    try:
        person = Person.objects.filter(pk=by).first()
        if person is not None and _twice(found, key=key) is None:
            _found(found, by=person, key=key, origin=DivisionOrigin(origin), seconds=IN_THE_WORKSHOP)
    except Exception:
        # Whoever waits must hear of it; the workshop keeps the fault itself.
        nothing = measures.Trouble()
        Round.objects.filter(pk=work).update(trouble={**asdict(nothing), "groups": 0, "has_failed": True})
        raise
    finally:
        Round.objects.filter(pk=work).update(dividing_since=None)


def _made(work: Round, *, by: Person, key: str, origin: DivisionOrigin) -> Division | None:
    found = _twice(work, key=key)
    if found:
        return found
    if _prepared(work) <= MOST_AT_ONCE:
        return _found(work, by=by, key=key, origin=origin, seconds=AT_ONCE)
    if not is_dividing(work):
        Round.objects.filter(pk=work.pk).update(dividing_since=now())
        divide_many.enqueue(work.pk, by=by.pk, key=key, origin=origin.value)
    return None


@transaction.atomic
def _prepared(work: Round) -> int:
    """How many are to be divided, with groups made ready for them."""
    work = held(work)
    _not_too_many(work)
    people = _enough(work)
    rounds.fit_groups(work)
    return people


def _found(work: Round, *, by: Person, key: str, origin: DivisionOrigin, seconds: float) -> Division | None:
    """Look for groups without holding anything still, then write down what was found."""
    asked = queries.asked(work)
    look = measures.draw_lots if origin == DivisionOrigin.SHUFFLED else measures.divide
    # Each attempt has lots of its own, so that dividing again gives something to compare with.
    seed = work.divisions.aggregate(last=Max("number"))["last"] or 0
    count = asked.group_count
    outcome = look(asked, groups=count, effort=measures.Effort(seconds=seconds, seed=seed))
    if outcome.trouble:
        Round.objects.filter(pk=work.pk).update(trouble={**asdict(outcome.trouble), "groups": count})
        return None
    return _written(work, by=by, key=key, origin=origin, outcome=outcome)


@transaction.atomic
def _written(work: Round, *, by: Person, key: str, origin: DivisionOrigin, outcome: measures.Outcome) -> Division:
    work = held(work)
    found = _twice(work, key=key)
    if found:
        return found
    division = _letter(work, by=by, key=key, origin=origin, group_count=len(outcome.groups))
    division.seed, division.steps = outcome.seed, outcome.steps
    division.save(update_fields=["seed", "steps"])
    # People may have been added since the groups were made ready.
    groups = rounds.first_groups(work, count=len(outcome.groups))
    there = set(work.participants.values_list("pk", flat=True))
    Seat.objects.bulk_create(
        Seat(division=division, participant_id=person, group=group)
        for group, people in zip(groups, outcome.groups, strict=True)
        for person in people
        if person in there
    )
    return division


def _letter(work: Round, *, by: Person, key: str, origin: DivisionOrigin, group_count: int) -> Division:
    _not_too_many(work)
    last = work.divisions.aggregate(last=Max("number"))["last"] or 0
    free = key if key and not Division.objects.filter(key=key).exists() else link_secret()
    return Division.objects.create(
        round=work, number=last + 1, origin=origin, group_count=group_count, made_by=by, key=free
    )


def _not_too_many(work: Round) -> None:
    if work.divisions.count() >= MOST_DIVISIONS:
        raise Refused(_("There are many divisions already. Remove one that you do not need."))


def _twice(work: Round, *, key: str) -> Division | None:
    found = work.divisions.filter(key=key).first() if key else None
    if found:
        found.round = work
    return found


def _enough(work: Round) -> int:
    people = Participant.objects.there(work).count()
    if people < 2:
        raise Refused(_("Fewer than two people are there. Say who is there, then divide them."))
    if work.groups_for(people) > people:
        raise Refused(_("There are more groups than people. Ask for fewer groups, or add people."))
    return people
