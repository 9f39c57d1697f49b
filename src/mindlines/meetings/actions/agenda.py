"""Writing and ordering an agenda."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import record
from mindlines.communities.models import Membership, Priority, RecordLine
from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import link_secret
from mindlines.kernel.times import now
from mindlines.meetings.actions.upkeep import locked, make_findable
from mindlines.meetings.choices import ItemKind
from mindlines.meetings.models import Action, AgendaItem, Meeting, Point, RemovedItem
from mindlines.meetings.queries import agenda as queries
from mindlines.people.models import Person


@dataclass(frozen=True)
class Words:
    """What an item says."""

    title: str
    minutes: int
    kind: str
    lead: Membership | None = None
    words: str = ""
    knowledge: Sequence[str] = field(default=())
    priority: Priority | None = None
    # Nothing leaves the method of the item as it is; an empty word takes it off.
    method: str | None = None


@transaction.atomic
def add(meeting: Meeting, *, by: Person, words: Words, key: str = "") -> AgendaItem:
    """Put an item at the end, but before the close; the same form sent twice adds one."""
    meeting = _shapeable(meeting)
    made = meeting.items.filter(key=key).first() if key else None
    if made:
        return made
    item = AgendaItem(meeting=meeting, key=_free(key))
    _fill(item, words)
    _put_in(meeting, [item])
    _noted(meeting, by=by)
    return item


@transaction.atomic
def change(item: AgendaItem, *, by: Person, words: Words, version: int) -> None:
    """Change what an item says, unless somebody else did so meanwhile."""
    meeting = _shapeable(item.meeting)
    item = _still_there(meeting, item)
    before = queries.as_values(item)
    stale = item.version != version
    _fill(item, words)
    if queries.as_values(item) == before:
        return
    if stale:
        raise Refused(
            _(
                "Somebody else changed this item while you were writing. Go back, load the page again and make your change once more."
            )
        )
    item.version += 1
    item.save()
    _noted(meeting, by=by)


@transaction.atomic
def give_minutes(item: AgendaItem, *, by: Person, minutes: int) -> None:
    """Make an item shorter or longer; the same click twice gives the same minutes."""
    meeting = _shapeable(item.meeting)
    item = _still_there(meeting, item)
    if item.minutes != minutes:
        item.minutes, item.version = minutes, item.version + 1
        item.save(update_fields=["minutes", "version"])
        _noted(meeting, by=by)


@transaction.atomic
def use_method(item: AgendaItem, *, by: Person, method: str) -> None:
    """Say by which method an item is led, or that it is led without one; the same click twice says it once."""
    meeting = _shapeable(item.meeting)
    item = _still_there(meeting, item)
    if item.method != method:
        item.method, item.version = method, item.version + 1
        item.save(update_fields=["method", "version"])
        _noted(meeting, by=by)


@transaction.atomic
def duplicate(item: AgendaItem, *, by: Person, key: str) -> AgendaItem:
    """The same item once more, right after it."""
    meeting = _shapeable(item.meeting)
    made = meeting.items.filter(key=key).first() if key else None
    if made:
        return made
    item = _still_there(meeting, item)
    values = {name: getattr(item, name) for name in queries.COPIED}
    fresh = AgendaItem(meeting=meeting, key=_free(key), **values)
    fresh.save()
    items = _in_order(meeting)
    items.remove(fresh)
    items.insert(items.index(item) + 1, fresh)
    _number(items)
    _noted(meeting, by=by)
    return fresh


@transaction.atomic
def remove(item: AgendaItem, *, by: Person) -> RemovedItem:
    """Take an item out; it can be put back for a day. What was written about it in the meeting keeps it in."""
    meeting = _shapeable(item.meeting)
    item = _still_there(meeting, item)
    if _has_notes(item):
        raise Refused(_("There are notes on this item, so it stays. You can change its title instead."))
    kept = RemovedItem.objects.create(meeting=meeting, by=by, item=queries.as_values(item))
    item.delete()
    _number(_in_order(meeting))
    _noted(meeting, by=by)
    return kept


@transaction.atomic
def restore(removed: RemovedItem, *, by: Person) -> AgendaItem:
    """Put a removed item back where it was; a second click finds it there."""
    meeting = _shapeable(removed.meeting)
    values = dict(removed.item)
    there = meeting.items.filter(key=values["key"]).first()
    if there:
        return there
    lead = Membership.objects.present().filter(pk=values["lead_id"]).first()
    priority = Priority.objects.filter(pk=values["priority_id"]).first()
    came_from = {name: values.pop(name) for name in list(values) if name.startswith("came_from_")}
    values |= {"lead_id": lead and lead.pk, "priority_id": priority and priority.pk}
    item = AgendaItem(meeting=meeting, **values, **_still_known(came_from))
    items = _in_order(meeting)
    item.save()
    items.insert(min(item.position, len(items)), item)
    _number(items)
    _noted(meeting, by=by)
    return item


@transaction.atomic
def move(item: AgendaItem, *, by: Person, steps: int) -> None:
    """One step up (-1) or down (1); beyond the end nothing happens."""
    meeting = _shapeable(item.meeting)
    item = _still_there(meeting, item)
    _place(meeting, item, place=[other.pk for other in _in_order(meeting)].index(item.pk) + steps, by=by)


@transaction.atomic
def place(item: AgendaItem, *, by: Person, at: int) -> None:
    """Put an item at a place counted from 0."""
    meeting = _shapeable(item.meeting)
    _place(meeting, _still_there(meeting, item), place=at, by=by)


@transaction.atomic
def bring(meeting: Meeting, *, by: Person, other: Meeting) -> int:
    """Add the items of another agenda that are not here yet; says how many came."""
    meeting = _shapeable(meeting)
    here = set(meeting.items.values_list("title", "minutes", "kind"))
    fresh = [item for item in queries.copies(other) if (item.title, item.minutes, item.kind) not in here]
    _put_in(meeting, fresh)
    if fresh:
        _noted(meeting, by=by)
    return len(fresh)


def forget_removed() -> None:
    """What was taken out more than a day ago is gone for good."""
    RemovedItem.objects.filter(at__lt=now() - timedelta(days=1)).delete()


def _free(key: str) -> str:
    """The form's own key; a new one when there is none, or when an item of another meeting has it."""
    return key if key and not AgendaItem.objects.filter(key=key).exists() else link_secret()


def _shapeable(meeting: Meeting) -> Meeting:
    meeting = locked(meeting)
    if not meeting.is_open_for_planning:
        raise Refused(_("This meeting is over or cancelled, so its agenda stays as it was."))
    return meeting


def _still_there(meeting: Meeting, item: AgendaItem) -> AgendaItem:
    found = meeting.items.filter(pk=item.pk).first()
    if found is None:
        raise Refused(_("Somebody has removed this item. Go back to the agenda to see it as it is now."))
    return found


def _fill(item: AgendaItem, words: Words) -> None:
    item.title, item.minutes, item.kind, item.words = words.title, words.minutes, words.kind, words.words
    item.lead, item.priority, item.knowledge = words.lead, words.priority, list(words.knowledge)
    item.method = item.method if words.method is None else words.method


def _in_order(meeting: Meeting) -> list[AgendaItem]:
    return list(meeting.items.order_by("position", "pk"))


def _number(items: list[AgendaItem]) -> None:
    moved = []
    for position, item in enumerate(items):
        if item.position != position:
            item.position = position
            moved.append(item)
    AgendaItem.objects.bulk_update(moved, ["position"])


def _put_in(meeting: Meeting, fresh: list[AgendaItem]) -> None:
    items = _in_order(meeting)
    at = len(items) - 1 if items and items[-1].kind == ItemKind.CLOSE else len(items)
    for item in fresh:
        item.meeting = meeting
        item.save()
    _number([*items[:at], *fresh, *items[at:]])


def _place(meeting: Meeting, item: AgendaItem, *, place: int, by: Person) -> None:
    items = _in_order(meeting)
    before = items.index(item)
    items.remove(item)
    items.insert(max(0, min(place, len(items))), item)
    if items.index(item) != before:
        _number(items)
        _noted(meeting, by=by)


def _has_notes(item: AgendaItem) -> bool:
    written = hasattr(item, "note") and bool(item.note.words.strip())
    return written or item.points.exists() or item.actions.exists()


def _still_known(came_from: dict[str, int | None]) -> dict[str, int | None]:
    """What the item came from, as far as it is still there."""
    origins = {
        "came_from_item_id": AgendaItem.objects.all(),
        "came_from_point_id": Point.objects.all(),
        "came_from_action_id": Action.objects.all(),
    }
    return {name: value for name, value in came_from.items() if origins[name].filter(pk=value).exists()}


def _noted(meeting: Meeting, *, by: Person) -> None:
    """One line an hour in the record: an agenda is drawn in many small strokes."""
    lately = RecordLine.objects.filter(
        community=meeting.community,
        verb="changed-agenda",
        words=meeting.title,
        actor=by,
        at__gt=now() - timedelta(hours=1),
    )
    if not lately.exists():
        record.note(meeting.community, by=by, verb="changed-agenda", words=meeting.title)
    make_findable(meeting)
