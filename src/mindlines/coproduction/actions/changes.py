"""What is done differently: written down, confirmed by a second person, shown by a document, ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import record, search
from mindlines.communities.choices import FoundKind
from mindlines.communities.models import Community, Membership, Organisation
from mindlines.coproduction.choices import Grade
from mindlines.coproduction.models import Decision, Output, PracticeChange
from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import link_secret
from mindlines.kernel.times import now
from mindlines.knowledge.models import Item
from mindlines.meetings.models import Action
from mindlines.people.models import Person


@dataclass(frozen=True)
class Told:
    """What somebody tells about a change of practice."""

    what: str
    since: date
    organisation: Organisation | None = None
    place: str = ""
    before: str = ""
    proof: str = ""
    proof_link: str = ""
    proof_item: Item | None = None
    decisions: Sequence[Decision] = ()
    outputs: Sequence[Output] = ()
    actions: Sequence[Action] = ()
    key: str = ""


@transaction.atomic
def tell(told: Told, *, to: Community, by: Membership) -> PracticeChange:
    """Write down a change; the same form sent twice makes one."""
    made = PracticeChange.objects.filter(key=told.key, community=to).first() if told.key else None
    if made:
        return made
    free = told.key if told.key and not PracticeChange.objects.filter(key=told.key).exists() else link_secret()
    change = PracticeChange(community=to, said_by=by, written_by=by.person, key=free)
    _fill(change, told)
    record.note(to, by=by.person, verb="told-change", words=change.what)
    return change


@transaction.atomic
def correct(change: PracticeChange, *, told: Told) -> None:
    """Say it otherwise. A confirmation was of the words as they were, so it is asked for again when they change."""
    found = _held(change)
    if found.confirmed_on and (found.what, found.since, found.organisation) != (
        told.what,
        told.since,
        told.organisation,
    ):
        found.confirmed_by, found.confirmed_on = None, None
    _fill(found, told)


@transaction.atomic
def confirm(change: PracticeChange, *, by: Membership) -> None:
    """A second person says that it is so."""
    found = _held(change)
    if found.confirmed_on:
        return
    if by.pk == found.said_by_id:
        raise Refused(_("You told us this yourself. Somebody else has to confirm it."))
    found.confirmed_by, found.confirmed_on = by, now().date()
    _graded(found)
    record.note(found.community, by=by.person, verb="confirmed-change", words=found.what)


@transaction.atomic
def end(change: PracticeChange, *, on: date, why: str, by: Person) -> None:
    """It is done the old way again, or in another way."""
    found = _held(change)
    if on < found.since:
        raise Refused(_("It began after that day. Choose a later day."))
    found.ended_on, found.why_ended = on, why
    found.save(update_fields=["ended_on", "why_ended"])
    record.note(found.community, by=by, verb="ended-change", words=found.what)


@transaction.atomic
def go_on(change: PracticeChange) -> None:
    """It had not ended after all."""
    found = _held(change)
    found.ended_on, found.why_ended = None, ""
    found.save(update_fields=["ended_on", "why_ended"])


@transaction.atomic
def remove(change: PracticeChange, *, by: Person) -> None:
    """It was written down by mistake; gone already is as good."""
    found = PracticeChange.objects.select_for_update().filter(pk=change.pk).first()
    if found is None:
        return
    search.drop(_ref(found))
    record.note(found.community, by=by, verb="removed-change", words=found.what)
    found.delete()


def forget(person: Person) -> None:
    """Take a person's name off what they told and confirmed; that it is so stays."""
    PracticeChange.objects.filter(said_by__person=person).update(said_by=None)
    PracticeChange.objects.filter(confirmed_by__person=person).update(confirmed_by=None)
    PracticeChange.objects.filter(written_by=person).update(written_by=None)


def _held(change: PracticeChange) -> PracticeChange:
    found = PracticeChange.objects.select_for_update(of=("self",)).select_related("community", "organisation")
    there = found.filter(pk=change.pk).first()
    if there is None:
        raise Refused(_("Somebody has removed this. Go back to the list to see what is there."))
    return there


def _fill(change: PracticeChange, told: Told) -> None:
    for name in ("what", "since", "organisation", "place", "before", "proof", "proof_link", "proof_item"):
        setattr(change, name, getattr(told, name))
    _graded(change)
    change.decisions.set(told.decisions)
    change.outputs.set(told.outputs)
    change.actions.set(told.actions)
    search.put(
        _ref(change),
        community=change.community,
        kind=FoundKind.CHANGE,
        title=change.what,
        words="\n".join(filter(None, (change.before, str(change.organisation or ""), change.place, change.proof))),
        url=change.get_absolute_url(),
    )


def _graded(change: PracticeChange) -> None:
    """The best proof there is. A name that was taken out leaves the day of the confirmation."""
    if change.proof_link or change.proof_item:
        change.grade = Grade.SHOWN
    else:
        change.grade = Grade.CONFIRMED if change.confirmed_on else Grade.SAID
    change.save()


def _ref(change: PracticeChange) -> str:
    return f"coproduction.change:{change.pk}"
