"""What somebody agreed to do: agreed, done, moved, dropped, taken up again."""

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from mindlines.communication.actions import tell
from mindlines.communities.actions import record, search
from mindlines.communities.choices import FoundKind
from mindlines.communities.models import Community, Membership
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.meetings.choices import ActionState, Phase
from mindlines.meetings.models import Action, AgendaItem, Meeting
from mindlines.meetings.queries import action as queries
from mindlines.meetings.queries.links import absolute
from mindlines.people.models import Person
from mindlines.ui.dates import day_words


@transaction.atomic
def agree(
    meeting: Meeting, *, item: AgendaItem | None, words: str, owner: Membership | None, due_on: date | None, by: Person
) -> Action:
    """Somebody agreed to do something. The same words for the same person are one action, however often the button was pressed."""
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    if meeting.phase == Phase.CANCELLED:
        raise Refused(_("This meeting was cancelled, so there is nothing to write down."))
    same = meeting.actions.filter(item=item, words=words, owner=owner)
    return same.first() or _made(
        Action(community=meeting.community, meeting=meeting, item=item, words=words, owner=owner, due_on=due_on), by=by
    )


@transaction.atomic
def agree_between(
    community: Community, *, words: str, owner: Membership | None, due_on: date | None, by: Person
) -> Action:
    """Somebody agreed to do something between two meetings."""
    same = Action.objects.open().filter(community=community, meeting=None, words=words, owner=owner)
    return same.first() or _made(Action(community=community, words=words, owner=owner, due_on=due_on), by=by)


@transaction.atomic
def finish(action: Action, *, words: str = "", by: Person) -> None:
    """It is done; saying so twice changes nothing."""
    action = _locked(action)
    if action.state == ActionState.DONE:
        return
    _refuse_unless_open(action)
    _close(action, state=ActionState.DONE, reason=words, verb="finished-action", by=by)


@transaction.atomic
def drop(action: Action, *, because: str, by: Person) -> None:
    """It is not done any more, and the reason is kept."""
    action = _locked(action)
    if action.state == ActionState.DROPPED:
        return
    _refuse_unless_open(action)
    _close(action, state=ActionState.DROPPED, reason=because, verb="dropped-action", by=by)


@transaction.atomic
def move(action: Action, *, to: date, because: str, by: Person) -> None:
    """It is hoped for on another day; the owner is reminded before the new one."""
    action = _locked(action)
    _refuse_unless_open(action)
    if action.due_on == to:
        return
    action.due_on, action.reason, action.moves, action.reminded_at = to, because, action.moves + 1, None
    action.save()
    record.note(action.community, by=by, verb="moved-action", words=action.words)


@transaction.atomic
def reopen(action: Action, *, by: Person) -> None:
    """It turns out not to be finished; reopening what is open changes nothing."""
    action = _locked(action)
    if action.state == ActionState.OPEN:
        return
    action.state, action.closed_at, action.reason = ActionState.OPEN, None, ""
    action.save()
    record.note(action.community, by=by, verb="reopened-action", words=action.words)


@transaction.atomic
def change(action: Action, *, words: str, owner: Membership | None) -> None:
    """Put it into better words, or give it to somebody else, who is then reminded."""
    action = _locked(action)
    if action.owner_id != (owner.pk if owner else None):
        action.reminded_at = None
    action.words, action.owner = words, owner
    action.save()
    make_findable(action)


def remind_owners() -> int:
    """Tell each owner, once for each date, what is hoped for within two days. Returns how many were told."""
    return sum(_remind(action) for action in queries.to_remind(timezone.localdate()))


@transaction.atomic
def _remind(action: Action) -> bool:
    claimed = Action.objects.filter(pk=action.pk, state=ActionState.OPEN, reminded_at=None).update(reminded_at=now())
    if not claimed or action.owner is None or action.due_on is None:
        return False
    with override(action.owner.person.language):
        tell(
            action.owner.person,
            community=action.community,
            subject=_("A friendly reminder: %(words)s") % {"words": action.words},
            words=_reminder()
            % {
                "name": action.owner.person.name,
                "words": action.words,
                "day": day_words(action.due_on),
                "url": absolute(action.get_absolute_url()),
                "community": action.community.name,
            },
        )
    return True


def _reminder() -> str:
    return _(
        "Hello %(name)s,\n\n"
        "you kindly agreed to this:\n\n"
        "  %(words)s\n\n"
        "We hope for it by %(day)s. If that does not work, that is all right: choose another day, or tell us that it "
        "can be dropped. One click is enough, here:\n\n"
        "%(url)s\n\n"
        "Thank you.\n%(community)s"
    )


def _made(action: Action, *, by: Person) -> Action:
    action.made_by = by
    action.save()
    record.note(
        action.community,
        by=by,
        verb="agreed-action",
        words=action.words,
        about=action.owner.person if action.owner else None,
    )
    make_findable(action)
    return action


def _close(action: Action, *, state: str, reason: str, verb: str, by: Person) -> None:
    action.state, action.reason, action.closed_at = state, reason, now()
    action.save()
    record.note(action.community, by=by, verb=verb, words=action.words)


def _locked(action: Action) -> Action:
    return Action.objects.select_for_update(of=("self",)).select_related("community").get(pk=action.pk)


def _refuse_unless_open(action: Action) -> None:
    if action.state != ActionState.OPEN:
        raise Refused(_("This action is closed already. Open it again first."))


def make_findable(action: Action) -> None:
    """A meeting that only facilitators know of is not named in what everybody can find."""
    is_known = action.meeting is not None and action.meeting.phase != Phase.PLANNED
    search.put(
        f"meetings.action:{action.pk}",
        community=action.community,
        kind=FoundKind.ACTION,
        title=action.words,
        words=action.meeting.title if action.meeting and is_known else "",
        url=action.get_absolute_url(),
    )
