"""A negotiation: begun, its board filled, its judgements shown, settled, and looked at again."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import record
from mindlines.communities.models import Membership
from mindlines.kernel import news
from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import link_secret
from mindlines.kernel.times import now
from mindlines.knowledge.actions import negotiation_findable as findable
from mindlines.knowledge.choices import NegotiationStage, Outcome
from mindlines.knowledge.models import Adaptation, Attached, Negotiation, Statement, Step
from mindlines.knowledge.queries import things
from mindlines.knowledge.queries.negotiations import fingerprint
from mindlines.meetings.actions import action as meeting_actions
from mindlines.meetings.models import AgendaItem, Meeting
from mindlines.people.models import Person
from mindlines.ui.dates import day_words

PART = "negotiations"
MOST_ATTACHED = 100


class Stale(Exception):
    """Somebody else wrote in between; `saved` is what it says now."""

    def __init__(self, saved: str) -> None:
        super().__init__()
        self.saved = saved


@dataclass(frozen=True)
class Begun:
    """What a facilitator says about a new negotiation."""

    setting: str
    meeting: Meeting | None = None
    agenda_item: AgendaItem | None = None
    key: str = field(default_factory=link_secret)


@dataclass(frozen=True)
class Changed:
    """What is different from the research, why, what is lost by it, and how one will see that it still works."""

    changed: str
    because: str
    core_lost: str = ""
    still_works: str = ""


@dataclass(frozen=True)
class Settled:
    """What a community does with the statement."""

    outcome: str
    why: str
    review_on: date | None = None
    adaptation: Changed | None = None


@transaction.atomic
def begin(begun: Begun, *, of: Statement, follows: Negotiation | None = None, by: Person) -> Negotiation:
    """Lay a statement on a board of its own. The same form sent twice makes one."""
    again = Negotiation.objects.filter(key=begun.key, statement=of).first()
    if again is not None:
        return again
    held = Statement.objects.select_for_update(of=("self",)).select_related("item__community").get(pk=of.pk)
    if held.withdrawn_at is not None or held.item.is_withdrawn:
        raise Refused(_("This statement was withdrawn. It cannot be negotiated any more."))
    if follows is not None and Negotiation.objects.filter(follows=follows).exists():
        raise Refused(_("A new negotiation follows this one already. You find it on the page of the statement."))
    made = Negotiation.objects.create(
        statement=held,
        setting=begun.setting,
        meeting=begun.meeting,
        agenda_item=begun.agenda_item,
        follows=follows,
        opened_by=by,
        key=begun.key or link_secret(),
    )
    _told(made, by=by, verb="began-negotiation", words=begun.setting)
    return made


@transaction.atomic
def write(negotiation: Negotiation, *, side: str, words: str, seen: str) -> None:
    """What one side says from now on. `seen` is the fingerprint of what the writer had before them; see `Stale`."""
    held = _open(negotiation)
    before = getattr(held, side)
    if before == words:
        return
    if fingerprint(before) != seen:
        raise Stale(before)
    setattr(held, side, words)
    held.save(update_fields=[side])
    findable.put(held)
    news.changed(held.meeting_id, part=PART)


@transaction.atomic
def attach(negotiation: Negotiation, *, keys: Sequence[str], side: str, by: Person) -> None:
    """Lay things on one side; what lies on the board already moves there."""
    held = _open(negotiation)
    known = things.known(held.statement.item.community, keys=keys)
    if held.attached.count() + len(known) > MOST_ATTACHED:
        raise Refused(_("A board holds up to 100 things. Take some away first."))
    for key in known:
        named: dict[str, Any] = {name: number for name, number in things.fields_of(key).items() if number}
        values: dict[str, object] = {"side": side, "put_by": by}
        Attached.objects.update_or_create(defaults=values, negotiation=held, **named)
    news.changed(held.meeting_id, part=PART)


@transaction.atomic
def detach(negotiation: Negotiation, *, pk: int) -> None:
    """Take a thing off the board; gone already is as good."""
    held = _open(negotiation)
    held.attached.filter(pk=pk).delete()
    news.changed(held.meeting_id, part=PART)


@transaction.atomic
def show(negotiation: Negotiation, *, by: Person) -> None:
    """From now on everybody sees what each group thinks. Showing what is shown changes nothing."""
    held = _open(negotiation)
    if held.stage == NegotiationStage.SHOWN:
        return
    if not held.judgements.exists():
        raise Refused(_("Nobody has judged yet. Ask people to judge first, each alone."))
    held.stage, held.shown_at = NegotiationStage.SHOWN, now()
    held.save(update_fields=["stage", "shown_at"])
    _told(held, by=by, verb="showed-judgements", words=held.setting)


@transaction.atomic
def settle(negotiation: Negotiation, *, to: Settled, by: Person) -> None:
    """Write down what the community does, for good. Sending the same twice changes nothing."""
    held = locked(negotiation)
    if held.is_settled:
        if (held.outcome, held.why, held.settled_by_id) == (to.outcome, to.why, by.pk):
            return
        raise Refused(
            _("Somebody settled this while you were writing: %(outcome)s. What you wrote was not kept.")
            % {"outcome": held.get_outcome_display()}
        )
    if held.stage != NegotiationStage.SHOWN:
        raise Refused(_("Show the judgements first, so that people can talk about them."))
    if (to.outcome == Outcome.ADAPT) != (to.adaptation is not None):
        raise Refused(_("Write down what is different from the research, or choose another outcome."))
    held.outcome, held.why, held.review_on = to.outcome, to.why, to.review_on
    held.stage, held.settled_at, held.settled_by = NegotiationStage.SETTLED, now(), by
    held.save(update_fields=["outcome", "why", "review_on", "stage", "settled_at", "settled_by"])
    if to.adaptation is not None:
        Adaptation.objects.create(negotiation=held, made_by=by, **vars(to.adaptation))
    _told(held, by=by, verb="settled-negotiation", words=f"{held.get_outcome_display()} – {held.setting}")


@transaction.atomic
def review(negotiation: Negotiation, *, found: str, on: date, again_on: date | None, by: Person) -> None:
    """It was looked at again; what was found before stays above it. The same words of the same day change nothing."""
    held = locked(negotiation)
    if not held.is_settled:
        raise Refused(_("This is not settled yet, so there is nothing to look at again."))
    line = f"{day_words(on)}: {found}"
    if line in held.found:
        return
    held.found = "\n\n".join(filter(None, (held.found, line)))
    held.reviewed_on, held.review_on, held.reminded_at = on, again_on, None
    held.save(update_fields=["found", "reviewed_on", "review_on", "reminded_at"])
    held.adaptations.update(reviewed_on=on, found=found)
    _told(held, by=by, verb="reviewed-negotiation", words=held.setting)


@transaction.atomic
def agree_step(
    negotiation: Negotiation, *, words: str, owner: Membership | None, due_on: date | None, by: Person
) -> Step:
    """Somebody does something because of it. The same words for the same person are one action."""
    held = locked(negotiation)
    if not held.is_settled:
        raise Refused(_("Settle it first. Then agree who does what because of it."))
    same = held.steps.filter(action__words=words, action__owner=owner).first()
    if same is not None:
        return same
    community = held.statement.item.community
    made = meeting_actions.agree_between(community, words=words, owner=owner, due_on=due_on, by=by)
    step, _is_new = Step.objects.get_or_create(action=made, defaults={"negotiation": held})
    return step


def locked(negotiation: Negotiation) -> Negotiation:
    """The row as it is now, held until the transaction ends."""
    rows = Negotiation.objects.select_for_update(of=("self",)).select_related("statement__item__community")
    return rows.get(pk=negotiation.pk)


def _open(negotiation: Negotiation) -> Negotiation:
    held = locked(negotiation)
    if held.is_settled:
        raise Refused(_("This is settled, so its board stays as it is. Begin a new negotiation to think again."))
    return held


def _told(negotiation: Negotiation, *, by: Person, verb: str, words: str) -> None:
    record.note(negotiation.statement.item.community, by=by, verb=verb, words=words)
    findable.put(negotiation)
    news.changed(negotiation.meeting_id, part=PART)
