"""Priorities and the criteria by which they are chosen."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import record, search
from mindlines.communities.choices import FoundKind, PriorityState
from mindlines.communities.models import Community, Criterion, Priority
from mindlines.kernel.errors import Refused
from mindlines.people.models import Person


@transaction.atomic
def add(title: str, *, to: Community, by: Person, why: str = "", meets: Iterable[Criterion] = ()) -> Priority:
    """A new priority, last in the order; the same title twice is one priority."""
    lock(to)
    again = to.priorities.filter(title__iexact=title).first()
    if again:
        return again
    priority = Priority.objects.create(community=to, title=title, why=why, position=to.priorities.count())
    priority.meets.set(meets)
    record.note(to, by=by, verb="chose-priority", words=title)
    make_findable(priority)
    return priority


@transaction.atomic
def change(priority: Priority, *, title: str, why: str, meets: Iterable[Criterion], by: Person) -> None:
    """Other words or other criteria; what we do with it is changed by a review."""
    lock(priority.community)
    if priority.community.priorities.filter(title__iexact=title).exclude(pk=priority.pk).exists():
        raise Refused(_("There is already a priority with this title. Choose another title."))
    priority.title, priority.why = title, why
    priority.save(update_fields=["title", "why"])
    priority.meets.set(meets)
    record.note(priority.community, by=by, verb="changed-priority", words=title)
    make_findable(priority)


@transaction.atomic
def reach(priority: Priority, *, by: Person) -> None:
    """What we set out to do is done."""
    lock(priority.community)
    priority.refresh_from_db(fields=["state"])
    if priority.state == PriorityState.REACHED:
        return
    if not priority.is_open:
        raise Refused(_("This priority was stopped. Review it and keep it before you note that it is reached."))
    priority.state = PriorityState.REACHED
    priority.save(update_fields=["state"])
    record.note(priority.community, by=by, verb="reached-priority", words=priority.title)


@transaction.atomic
def move(community: Community, *, pk: int, steps: int) -> None:
    """Put the priority so many places further down, or up when `steps` is negative."""
    order = _open_order(community)
    found = next((place for place, each in enumerate(order) if each.pk == pk), None)
    if found is not None:
        _arrange(order, taken=found, at=found + steps)


@transaction.atomic
def place(community: Community, *, pk: int, at: int) -> None:
    """Put the priority at this place; the first is 0."""
    order = _open_order(community)
    found = next((number for number, each in enumerate(order) if each.pk == pk), None)
    if found is not None:
        _arrange(order, taken=found, at=at)


@transaction.atomic
def add_criterion(words: str, *, to: Community, by: Person) -> Criterion:
    """A reason by which this community chooses; the same words twice are one criterion."""
    lock(to)
    again = to.criteria.filter(words__iexact=words).first()
    if again:
        return again
    criterion = Criterion.objects.create(community=to, words=words, position=to.criteria.count())
    record.note(to, by=by, verb="added-criterion", words=words)
    return criterion


@transaction.atomic
def change_criterion(criterion: Criterion, *, words: str, by: Person) -> None:
    lock(criterion.community)
    if criterion.community.criteria.filter(words__iexact=words).exclude(pk=criterion.pk).exists():
        raise Refused(_("There is already a criterion with these words."))
    criterion.words = words
    criterion.save(update_fields=["words"])
    record.note(criterion.community, by=by, verb="changed-criterion", words=words)


@transaction.atomic
def remove_criterion(criterion: Criterion, *, by: Person) -> None:
    """Priorities that met it stay; they only lose the tick."""
    record.note(criterion.community, by=by, verb="removed-criterion", words=criterion.words)
    criterion.delete()


def make_findable(priority: Priority) -> None:
    """Keep the search entry of a priority current."""
    search.put(
        f"communities.priority:{priority.pk}",
        community=priority.community,
        kind=FoundKind.PRIORITY,
        title=priority.title,
        words=priority.why,
        url=priority.get_absolute_url(),
    )


def lock(community: Community) -> None:
    """The direction of one community changes in one step at a time."""
    Community.objects.select_for_update().get(pk=community.pk)


def _open_order(community: Community) -> list[Priority]:
    """What is worked on or paused, in order; everything laid down comes after it."""
    lock(community)
    return [each for each in community.priorities.order_by("position", "pk") if each.is_open]


def _arrange(order: list[Priority], *, taken: int, at: int) -> None:
    moved = order.pop(taken)
    order.insert(max(0, min(at, len(order))), moved)
    for position, each in enumerate(order):
        each.position = position
    Priority.objects.bulk_update(order, ["position"])
