"""Diagnoses prepared for pages: what waits, what was rated, and what followed from it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, F, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mindlines.communities.models import Community, Membership
from mindlines.knowledge.choices import RatingAnswer
from mindlines.knowledge.models import Diagnosis, Rating, Statement, Step
from mindlines.knowledge.queries.prompts import PARTS, PROMPTS, Part
from mindlines.people.holdings import Row
from mindlines.people.models import Person

Words = str | Promise
VALUES: dict[int, Words] = {
    2: gettext_lazy("Helps a lot"),
    1: gettext_lazy("Helps a little"),
    0: gettext_lazy("Neither"),
    -1: gettext_lazy("Hinders a little"),
    -2: gettext_lazy("Hinders a lot"),
}


@dataclass(frozen=True)
class Listed:
    """One diagnosis in a list, and whether it waits for the viewer."""

    diagnosis: Diagnosis
    waits_for_me: bool


@dataclass(frozen=True)
class Progress:
    """How far the viewer is with one part."""

    part: Part
    answered: int

    @property
    def asked(self) -> int:
        return len(self.part.prompts)

    @property
    def is_done(self) -> bool:
        return self.answered >= self.asked


def of_community(community: Community) -> QuerySet[Diagnosis]:
    """Open ones first, then the newest."""
    found = Diagnosis.objects.filter(statement__item__community=community).select_related("statement__item")
    return found.order_by(F("closed_at").desc(nulls_first=True), "-opened_at", "-pk")


def of_statement(statement: Statement) -> list[Listed]:
    """The diagnoses of a statement, the newest first, and what waits for the viewer of the statement. Two queries."""
    return waiting_for(statement.viewer, diagnoses=statement.diagnoses.all())


def waiting_for(viewer: Membership, *, diagnoses: Iterable[Diagnosis]) -> list[Listed]:
    """Which of these the viewer has not answered at all. One query, beside the one for the diagnoses."""
    rows = list(diagnoses)
    begun = set(Rating.objects.filter(diagnosis__in=rows, membership=viewer).values_list("diagnosis", flat=True))
    return [Listed(each, each.closed_at is None and each.pk not in begun) for each in rows]


def later(diagnosis: Diagnosis) -> Diagnosis | None:
    """The round that asked the same again."""
    return Diagnosis.objects.filter(follows=diagnosis).first()


def mine(diagnosis: Diagnosis, *, member: Membership) -> dict[str, Rating]:
    """What this member answered so far, by prompt."""
    return {rating.prompt: rating for rating in diagnosis.ratings.filter(membership=member)}


def progress(answered: Iterable[str]) -> list[Progress]:
    """How far somebody is, part by part."""
    known = set(answered)
    return [Progress(part, sum(prompt.key in known for prompt in part.prompts)) for part in PARTS]


def people(diagnosis: Diagnosis) -> int:
    """How many people have answered something; who was erased is not counted twice."""
    found = diagnosis.ratings.aggregate(known=Count("membership", distinct=True))
    return int(found["known"])


def answers(diagnosis: Diagnosis) -> list[tuple[str, str, str, int | None]]:
    """Every answer: prompt, group, kind of answer, value; prompts that are no longer asked are left out."""
    rows = diagnosis.ratings.filter(prompt__in=PROMPTS).order_by("pk")
    return [
        (prompt, group or "", answer, value)
        for prompt, group, answer, value in rows.values_list("prompt", "constituency__name", "answer", "value")
    ]


def remarks(diagnosis: Diagnosis) -> dict[str, list[str]]:
    """What people wrote, by prompt, in an order that tells nothing."""
    found: dict[str, list[str]] = {}
    for prompt, words in diagnosis.ratings.exclude(words="").order_by("words").values_list("prompt", "words"):
        found.setdefault(prompt, []).append(words)
    return found


def steps(diagnosis: Diagnosis) -> dict[str, list[Step]]:
    """Actions that follow, by prompt."""
    found: dict[str, list[Step]] = {}
    for step in diagnosis.steps.select_related("action__owner__person").order_by("pk"):
        found.setdefault(step.prompt, []).append(step)
    return found


def rating_rows(person: Person) -> Iterable[Row]:
    """What is held of a person's ratings, for their own page and file."""
    rows = Rating.objects.filter(membership__person=person).select_related("diagnosis__statement__item__community")
    return [
        {
            _("Community"): one.diagnosis.statement.item.community.name,
            _("Where"): one.diagnosis.setting,
            _("What you rated"): PROMPTS[one.prompt].construct if one.prompt in PROMPTS else one.prompt,
            _("Your answer"): VALUES[one.value] if one.value is not None else RatingAnswer(one.answer).label,
            _("In your words"): one.words,
        }
        for one in rows.order_by("-given_at", "pk")
    ]
