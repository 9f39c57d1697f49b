"""Doing a step, and asking for a call."""

from django.db import transaction

from mindlines.communities.models import Membership
from mindlines.kernel.times import now
from mindlines.people.models import Person
from mindlines.preparation.models import CallWish, PathStep, StepDone


def done(step: PathStep, *, by: Membership) -> None:
    """It is done; saying so twice is saying it once."""
    StepDone.objects.get_or_create(step=step, membership=by)


def not_done(step: PathStep, *, by: Membership) -> None:
    StepDone.objects.filter(step=step, membership=by).delete()


@transaction.atomic
def ask_for_a_call(*, by: Membership, when: str) -> CallWish:
    """Would like to be called; asking again only changes when."""
    Membership.objects.select_for_update(of=("self",)).get(pk=by.pk)
    wish, is_new = CallWish.objects.get_or_create(membership=by, called_at=None, defaults={"when": when})
    if not is_new:
        wish.when = when
        wish.save(update_fields=["when"])
    return wish


def need_no_call(*, by: Membership) -> None:
    """Take the wish back."""
    CallWish.objects.filter(membership=by, called_at=None).delete()


def called(wish: CallWish, *, by: Person) -> None:
    """Somebody rang; the first who says so stays."""
    CallWish.objects.filter(pk=wish.pk, called_at=None).update(called_at=now(), called_by=by)
