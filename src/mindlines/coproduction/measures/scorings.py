"""What came of a round of scoring: every group counts the same, small groups are not told apart."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from mindlines.coproduction.models import Candidate, Scoring
from mindlines.coproduction.queries import scorings as queries
from mindlines_analysis.disclosure import may_show_inside
from mindlines_analysis.prioritising import Scored, Weight, weigh

Words = str | Promise
LEAST = 3
# From this distance between groups on, on a scale from 0 to 3, a matter is worth talking about.
APART, MANY = 1.5, 0.34
MET = 2


@dataclass(frozen=True)
class Opinion:
    """How one group scored, in words."""

    group: str
    words: str


@dataclass(frozen=True)
class Told:
    """One candidate by one criterion."""

    pk: int
    criterion: str
    words: str
    width: int
    groups: tuple[Opinion, ...]
    is_apart: bool
    is_unknown: bool
    is_met: bool


@dataclass(frozen=True)
class Weighted:
    """One candidate with what everybody thinks of it."""

    candidate: Candidate
    place: int | None
    told: tuple[Told, ...]
    groups: tuple[Opinion, ...]

    @property
    def met(self) -> tuple[int, ...]:
        """The criteria that most think it meets."""
        return tuple(each.pk for each in self.told if each.is_met)


@dataclass(frozen=True)
class Result:
    people: int
    rows: tuple[Weighted, ...]
    talk_about: tuple[str, ...]
    is_enough: bool


def result(scoring: Scoring) -> Result:
    """The round as everybody may see it; of fewer than three people nothing is shown."""
    people = queries.people_who_scored(scoring)
    candidates = {str(each.pk): each for each in queries.candidates(scoring)}
    criteria = {str(each.pk): each.words for each in queries.yardsticks(scoring)}
    if not may_show_inside(people):
        return Result(people, tuple(Weighted(each, None, (), ()) for each in candidates.values()), (), is_enough=False)
    scores = [Scored(str(one), str(by), group, value) for one, by, group, value in queries.all_scores(scoring)]
    weighed = weigh(scores, candidates=list(candidates), criteria=list(criteria), least=LEAST)
    rows = tuple(
        Weighted(
            candidates[each.candidate],
            each.place,
            tuple(_told(weight, words=criteria[weight.criterion]) for weight in each.weights),
            tuple(
                Opinion(group or _("Smaller groups together"), _in_words(value))
                for group, value in each.by_group.items()
            ),
        )
        for each in weighed
    )
    return Result(people, rows, _talk_about(rows), is_enough=True)


def _told(weight: Weight, *, words: str) -> Told:
    return Told(
        int(weight.criterion),
        words,
        _in_words(weight.median),
        round(100 * (weight.median or 0) / max(queries.VALUES)),
        tuple(
            Opinion(group or _("Smaller groups together"), _in_words(value)) for group, value in weight.by_group.items()
        ),
        is_apart=weight.spread is not None and weight.spread >= APART,
        is_unknown=weight.unknown >= MANY,
        is_met=weight.median is not None and weight.median >= MET,
    )


def _in_words(value: float | None) -> str:
    """The nearest of the answers that people could give."""
    if value is None:
        return _("Too few people know")
    return str(queries.VALUES[int(value + 0.5)])


def _talk_about(rows: tuple[Weighted, ...]) -> tuple[str, ...]:
    found = []
    for row in rows:
        for each in row.told:
            if each.is_apart:
                found.append(
                    _("The groups see this differently: %(candidate)s – %(criterion)s")
                    % {"candidate": row.candidate, "criterion": each.criterion}
                )
            if each.is_unknown:
                found.append(
                    _("Many do not know: %(candidate)s – %(criterion)s")
                    % {"candidate": row.candidate, "criterion": each.criterion}
                )
    return tuple(found)
