"""Rounds in which candidates are scored, prepared for pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mindlines.communities.models import Community, Criterion, Membership
from mindlines.coproduction.choices import ScoringStage
from mindlines.coproduction.models import Candidate, Score, Scoring, Yardstick
from mindlines.people.holdings import Row
from mindlines.people.models import Person

VALUES: dict[int, str | Promise] = {
    3: gettext_lazy("Fully"),
    2: gettext_lazy("Mostly"),
    1: gettext_lazy("A little"),
    0: gettext_lazy("Not at all"),
}
TONES = {ScoringStage.PRIVATE: "warm", ScoringStage.SHOWN: "info", ScoringStage.CLOSED: "good"}


@dataclass(frozen=True)
class Line:
    """One round in the list."""

    scoring: Scoring
    tone: str
    waits_for_me: bool


def of(viewer: Membership) -> QuerySet[Scoring]:
    """Rounds of the community, the newest first; each knows whether the viewer has scored."""
    mine = Score.objects.filter(candidate__scoring=OuterRef("pk"), membership=viewer)
    return viewer.community.scorings.annotate(scored=Exists(mine), count=Count("candidates")).order_by(
        "-made_at", "-pk"
    )


def lines(rounds: Iterable[Scoring]) -> list[Line]:
    return [
        Line(each, TONES[ScoringStage(each.stage)], each.stage == ScoringStage.PRIVATE and not getattr(each, "scored"))  # noqa: B009 - an annotation
        for each in rounds
    ]


def criteria(community: Community) -> QuerySet[Criterion]:
    return community.criteria.order_by("position", "pk")


def candidates(scoring: Scoring) -> list[Candidate]:
    return list(scoring.candidates.select_related("priority"))


def yardsticks(scoring: Scoring) -> list[Yardstick]:
    return list(scoring.yardsticks.all())


def given_by(scoring: Scoring, *, member: Membership) -> dict[tuple[int, int], int | None]:
    """What this member scored so far, by candidate and criterion."""
    mine = Score.objects.filter(candidate__scoring=scoring, membership=member)
    return {
        (candidate, yardstick): value
        for candidate, yardstick, value in mine.values_list("candidate", "yardstick", "value")
    }


def people_who_scored(scoring: Scoring) -> int:
    """How many people have scored, whoever they are."""
    found = Score.objects.filter(candidate__scoring=scoring, membership__isnull=False)
    return found.values("membership").distinct().count()


def all_scores(scoring: Scoring) -> list[tuple[int, int, str, int | None]]:
    """Every score: candidate, criterion, group and value."""
    rows = Score.objects.filter(candidate__scoring=scoring).order_by("pk")
    return [
        (candidate, yardstick, group or "", value)
        for candidate, yardstick, group, value in rows.values_list(
            "candidate", "yardstick", "constituency__name", "value"
        )
    ]


def score_rows(person: Person) -> Iterable[Row]:
    """What is held of a person's scores, for their own page and file."""
    rows = Score.objects.filter(membership__person=person).select_related("candidate__scoring__community", "yardstick")
    return [
        {
            _("Community"): one.candidate.scoring.community.name,
            _("What you scored"): one.candidate.words,
            _("By what"): one.yardstick.words,
            _("Your score"): VALUES[one.value] if one.value is not None else _("I don’t know"),
        }
        for one in rows.order_by("-given_at", "pk")
    ]
