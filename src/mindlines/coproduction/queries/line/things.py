"""Things on the line in words: what they are, whose they are, and since when."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from django.db.models import Count, Model, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Constituency, Membership
from mindlines.coproduction.models import Output, PracticeChange
from mindlines.coproduction.queries.line import graph
from mindlines.coproduction.queries.line.telling import changed, decided, negotiated
from mindlines.knowledge.models import Diagnosis, Item, Negotiation, Statement
from mindlines.meetings.models import Action

Words = str | Promise
Row = TypeVar("Row", bound=Model)
A_LABEL, A_PIECE = 160, 5000
GONE: Words = _("Something was withdrawn here")

NAMES: dict[str, Words] = {
    graph.ITEM: _("Knowledge"),
    graph.SAID: _("What somebody said"),
    graph.STATEMENT: _("Statement"),
    graph.DIAGNOSIS: _("What helps and hinders"),
    graph.NEGOTIATION: _("Negotiation"),
    graph.DECISION: _("Decision"),
    graph.ACTION: _("Action"),
    graph.OUTPUT: _("What we made"),
    graph.CHANGE: _("Done differently"),
}


@dataclass(frozen=True)
class Thing:
    """One thing on the line. `sort` is its kind of knowledge, or what came of it; `group` whose it is, if that may be told.

    `says` are a few sentences for somebody who was not there: what was decided, what was changed and why, how it was before.
    """

    key: str
    kind: str
    words: Words
    url: str = ""
    sort: Words = ""
    sort_key: str = ""
    group: str = ""
    tone: int = 0
    is_lay: bool = False
    on: date | None = None
    is_gone: bool = False
    says: tuple[str, ...] = ()

    @property
    def name(self) -> Words:
        return NAMES[self.kind]


def things(viewer: Membership, *, keys: Collection[str]) -> dict[str, Thing]:
    """The things with these keys, as far as this member may see them; one query for each kind that is among them."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for each in keys:
        kind, number = graph.parted(each)
        numbers[kind].append(number)
    found: dict[str, Thing] = {}
    for kind, pks in numbers.items():
        found |= {thing.key: thing for thing in READERS[kind](viewer, pks)}
    return found


def _items(viewer: Membership, pks: Collection[int]) -> Iterable[Thing]:
    for item in _some(Item.objects.filter(community=viewer.community).select_related("constituency"), pks):
        if item.is_withdrawn:
            yield _gone(graph.ITEM, item.pk, url=item.get_absolute_url())
            continue
        yield Thing(
            graph.key(graph.ITEM, pk=item.pk),
            graph.ITEM,
            item.title,
            item.get_absolute_url(),
            sort=item.get_kind_display(),
            sort_key=item.kind,
            on=_day(item.made_at),
            **_whose(item.constituency),
        )


def _statements(viewer: Membership, pks: Collection[int]) -> Iterable[Thing]:
    rows = Statement.objects.filter(item__community=viewer.community).select_related("item__constituency")
    for statement in _some(rows, pks):
        if statement.withdrawn_at or statement.item.is_withdrawn:
            yield _gone(graph.STATEMENT, statement.pk, url=statement.get_absolute_url())
            continue
        yield Thing(
            graph.key(graph.STATEMENT, pk=statement.pk),
            graph.STATEMENT,
            _short(statement.words),
            statement.get_absolute_url(),
            sort=statement.item.get_kind_display(),
            sort_key=statement.item.kind,
            on=_day(statement.made_at),
            **_whose(statement.item.constituency),
        )


def _said(viewer: Membership, pks: Collection[int]) -> Iterable[Thing]:
    for said in _some(graph.readable_contributions(viewer).select_related("constituency"), pks):
        yield Thing(
            graph.key(graph.SAID, pk=said.pk),
            graph.SAID,
            _short(said.words),
            said.get_absolute_url(),
            sort=said.get_kind_display(),
            sort_key=said.kind,
            on=said.made_on,
            **_whose(said.constituency),
        )


def _negotiations(viewer: Membership, pks: Collection[int]) -> Iterable[Thing]:
    rows = Negotiation.objects.filter(statement__item__community=viewer.community).select_related("statement__item")
    for one in _some(rows.prefetch_related("adaptations"), pks):
        yield Thing(
            graph.key(graph.NEGOTIATION, pk=one.pk),
            graph.NEGOTIATION,
            one.setting,
            one.get_absolute_url(),
            sort=one.get_outcome_display() if one.outcome else one.get_stage_display(),
            sort_key=one.outcome,
            on=_day(one.settled_at or one.opened_at),
            says=negotiated(one),
        )


def _diagnoses(viewer: Membership, pks: Collection[int]) -> Iterable[Thing]:
    rows = Diagnosis.objects.filter(statement__item__community=viewer.community)
    for one in _some(rows, pks):
        on = _day(one.closed_at or one.opened_at)
        yield Thing(graph.key(graph.DIAGNOSIS, pk=one.pk), graph.DIAGNOSIS, one.setting, one.get_absolute_url(), on=on)


def _decisions(viewer: Membership, pks: Collection[int]) -> Iterable[Thing]:
    rows = graph.known_decisions(viewer).prefetch_related("proposals").annotate(against=Count("dissents"))
    for one in _some(rows, pks):
        yield Thing(
            graph.key(graph.DECISION, pk=one.pk),
            graph.DECISION,
            one.question,
            one.get_absolute_url(),
            sort=one.get_result_display() if one.result else one.get_stage_display(),
            sort_key=one.result,
            on=_day(one.closed_at or one.opened_at or one.made_at),
            says=decided(one, against=one.against),  # type: ignore[attr-defined]  # annotated above
        )


def _actions(viewer: Membership, pks: Collection[int]) -> Iterable[Thing]:
    rows = Action.objects.filter(community=viewer.community).select_related("owner__constituency")
    for one in _some(rows, pks):
        yield Thing(
            graph.key(graph.ACTION, pk=one.pk),
            graph.ACTION,
            one.words,
            one.get_absolute_url(),
            sort=one.get_state_display(),
            sort_key=one.state,
            on=_day(one.closed_at or one.made_at),
            **_whose(one.owner.constituency if one.owner else None),
        )


def _outputs(viewer: Membership, pks: Collection[int]) -> Iterable[Thing]:
    for one in _some(Output.objects.filter(community=viewer.community), pks):
        yield Thing(
            graph.key(graph.OUTPUT, pk=one.pk),
            graph.OUTPUT,
            one.title,
            one.get_absolute_url(),
            sort=one.get_state_display(),
            sort_key=one.state,
            on=_day(one.published_at or one.changed_at),
        )


def _changes(viewer: Membership, pks: Collection[int]) -> Iterable[Thing]:
    rows = PracticeChange.objects.filter(community=viewer.community).select_related("organisation")
    for one in _some(rows, pks):
        where = one.organisation.name if one.organisation else one.place
        yield Thing(
            graph.key(graph.CHANGE, pk=one.pk),
            graph.CHANGE,
            f"{where}: {one.what}" if where else one.what,
            one.get_absolute_url(),
            sort=one.get_grade_display(),
            sort_key=one.grade,
            on=one.since,
            says=changed(one),
        )


def _some(rows: QuerySet[Row], pks: Collection[int]) -> Iterable[Row]:
    """In pieces, because a database takes only so many numbers at once."""
    numbers = list(pks)
    for start in range(0, len(numbers), A_PIECE):
        yield from rows.filter(pk__in=numbers[start : start + A_PIECE])


def _gone(kind: str, pk: int, *, url: str) -> Thing:
    return Thing(graph.key(kind, pk=pk), kind, GONE, url, is_gone=True)


def _whose(group: Constituency | None) -> dict[str, Any]:
    return {"group": group.name, "tone": group.tone, "is_lay": group.is_lay} if group else {}


def _short(words: str) -> str:
    return words if len(words) <= A_LABEL else f"{words[: A_LABEL - 1].rstrip()}…"


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()


READERS: dict[str, Callable[[Membership, Collection[int]], Iterable[Thing]]] = {
    graph.ITEM: _items,
    graph.SAID: _said,
    graph.STATEMENT: _statements,
    graph.DIAGNOSIS: _diagnoses,
    graph.NEGOTIATION: _negotiations,
    graph.DECISION: _decisions,
    graph.ACTION: _actions,
    graph.OUTPUT: _outputs,
    graph.CHANGE: _changes,
}
