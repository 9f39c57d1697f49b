"""What is done differently, prepared for pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import KnowledgeKind
from mindlines.communities.models import Community, Membership, Organisation
from mindlines.coproduction.choices import Grade
from mindlines.coproduction.models import Decision, Output, PracticeChange
from mindlines.coproduction.queries.line.graph import known_decisions
from mindlines.knowledge.choices import Form
from mindlines.knowledge.models import Item
from mindlines.meetings.choices import ActionState
from mindlines.meetings.models import Action

TONES = {Grade.SAID: "", Grade.CONFIRMED: "info", Grade.SHOWN: "good"}


@dataclass(frozen=True)
class GradeChoice:
    grade: str
    label: str | Promise
    count: int


@dataclass(frozen=True)
class Row:
    """One change with the tone of its grade of proof."""

    change: PracticeChange

    @property
    def tone(self) -> str:
        return TONES[Grade(self.change.grade)]


def of(community: Community, *, grade: str = "") -> QuerySet[PracticeChange]:
    """Changes by place; what has ended comes last within a place."""
    found = community.practice_changes.select_related("organisation")
    found = found.filter(grade=grade) if grade in Grade.values else found
    return found.order_by(Lower("organisation__name").asc(nulls_last=True), "ended_on", "-since", "pk")


def rows(changes: Iterable[PracticeChange]) -> list[Row]:
    return [Row(each) for each in changes]


def grades(community: Community) -> list[GradeChoice]:
    """How many changes there are of each grade of proof. One query."""
    counts: dict[str, int] = {}
    for grade in community.practice_changes.order_by().values_list("grade", flat=True):
        counts[grade] = counts.get(grade, 0) + 1
    return [GradeChoice(grade, grade.label, counts[grade]) for grade in Grade if grade in counts]


def organisations(community: Community) -> QuerySet[Organisation]:
    return community.organisations.all()


def decisions_offered(viewer: Membership) -> QuerySet[Decision]:
    """What it can come from: closed decisions, the newest first."""
    return known_decisions(viewer).filter(closed_at__isnull=False).order_by("-closed_at", "-pk")


def outputs_offered(viewer: Membership) -> QuerySet[Output]:
    return viewer.community.outputs.order_by("-changed_at", "-pk")


def actions_offered(viewer: Membership) -> QuerySet[Action]:
    """Actions that are done, the newest first."""
    return viewer.community.actions.filter(state=ActionState.DONE).order_by("-closed_at", "-pk")


def proofs_offered(viewer: Membership) -> QuerySet[Item]:
    """What can show it: numbers that were counted here, and files."""
    items = Item.objects.present().filter(community=viewer.community)
    return items.filter(form__in=(Form.TABLE, Form.FILE)) | items.filter(kind=KnowledgeKind.AUDIT)


def ends(change: PracticeChange) -> dict[str, object]:
    """What it came from, for the page of one change. Three queries."""
    return {
        "decisions": list(change.decisions.all()),
        "outputs": list(change.outputs.all()),
        "done": list(change.actions.all()),
        "tone": TONES[Grade(change.grade)],
        "how": HOW[Grade(change.grade)],
    }


HOW: dict[str, str | Promise] = {
    Grade.SAID: _("One person has told us so far. It counts for more when a second person confirms it."),
    Grade.CONFIRMED: _("Two people say so. It counts for most when a document or numbers show it."),
    Grade.SHOWN: _("A document or numbers show it."),
}


def written(change: PracticeChange) -> dict[str, object]:
    """What was told, as the form takes it."""
    fields = ("what", "before", "organisation", "place", "since", "proof", "proof_item", "proof_link")
    found: dict[str, object] = {name: getattr(change, name) for name in fields}
    return found | {name: list(getattr(change, name).all()) for name in ("decisions", "outputs", "actions")}
