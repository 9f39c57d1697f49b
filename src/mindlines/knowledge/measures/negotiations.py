"""What everybody judged, once it is shown: each group together, never a person, and what to talk about first."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from mindlines.knowledge.choices import Question
from mindlines.knowledge.models import Judgement, Negotiation
from mindlines.knowledge.queries import judgements
from mindlines.voice.queries import apart
from mindlines_analysis.consensus import Ram, ram
from mindlines_analysis.disclosure import LEAST_INSIDE, CountBand, count_band

# From so far apart on, two groups should talk; from this share on, too many do not know.
FAR, MANY = 3, 1 / 3
MOST_FIRST = 5
PEOPLE = {
    CountBand.ONE_OR_TWO: gettext_lazy("1 or 2 people"),
    CountBand.THREE_TO_FIVE: gettext_lazy("3 to 5 people"),
    CountBand.SIX_TO_TEN: gettext_lazy("6 to 10 people"),
    CountBand.ELEVEN_TO_TWENTY: gettext_lazy("11 to 20 people"),
    CountBand.MORE_THAN_TWENTY: gettext_lazy("more than 20 people"),
}
Values = Sequence[int | None]


@dataclass(frozen=True)
class Lot:
    """What some people judged together. `median` is nothing where nobody of them knows.

    `place`, `start` and `width` say in percent where the dot and the bar of the picture lie; there is a bar from seven people on.
    """

    name: str
    words: str
    median: float | None
    place: float = 0
    start: float = 0
    width: float = 0


@dataclass(frozen=True)
class Asked:
    """One question: everybody together, each group that is large enough, and the names of those that are not.

    `whys` are lines that people wrote, in the order of the alphabet and without names.
    """

    question: str
    label: str
    everyone: Lot
    groups: tuple[Lot, ...]
    too_small: tuple[str, ...]
    whys: tuple[str, ...]
    apart: str
    reasons: tuple[str, ...]
    weight: float

    @property
    def short(self) -> str:
        """The line above the details."""
        return self.apart or self.everyone.words


@dataclass(frozen=True)
class Shown:
    """All that may be shown of the judgements of a negotiation."""

    is_enough: bool
    people: str
    questions: tuple[Asked, ...]

    @property
    def first(self) -> list[Asked]:
        """What to talk about first, the farthest apart before the rest."""
        marked = [asked for asked in self.questions if asked.reasons]
        return sorted(marked, key=lambda asked: -asked.weight)[:MOST_FIRST]

    @property
    def none_apart(self) -> bool:
        return self.is_enough and not any(asked.groups for asked in self.questions)


def shown(negotiation: Negotiation) -> Shown:
    """What everybody sees once a facilitator shows it. Three queries."""
    count = judgements.people(negotiation)
    rows = judgements.all_of(negotiation)
    lay = apart.lay_groups(negotiation.statement.item.community)
    by_question: dict[str, list[Judgement]] = {question: [] for question in Question}
    for row in rows:
        by_question[row.question].append(row)
    asked = tuple(_asked(Question(question), given, lay=lay) for question, given in by_question.items() if given)
    return Shown(
        is_enough=any(len(given) >= LEAST_INSIDE for given in by_question.values()),
        people=people_words(count),
        questions=asked,
    )


def people_words(count: int) -> str:
    """Roughly how many people."""
    band = count_band(count)
    return _("nobody") if band == CountBand.NOBODY else str(PEOPLE[band])


def _asked(question: Question, given: Sequence[Judgement], *, lay: frozenset[int]) -> Asked:
    names = {one.constituency.pk: one.constituency.name for one in given if one.constituency is not None}
    counts = {key: sum(one.constituency_id == key for one in given) for key in names}
    told = apart.large_enough(counts, outside=len(given) - sum(counts.values()), first=lay, fewest=LEAST_INSIDE)
    is_enough = len(given) >= LEAST_INSIDE
    values = [one.value for one in given]
    groups = {names[key]: [one.value for one in given if one.constituency_id == key] for key in names if key in told}
    lots = tuple(_lot(name, theirs) for name, theirs in sorted(groups.items()))
    judged = ram([value for value in values if value is not None])
    gap, words = _gap(lots)
    unknown = values.count(None) / len(values)
    return Asked(
        question=question.value,
        label=str(question.label),
        everyone=_lot(_("Everybody"), values) if is_enough else _too_few(),
        groups=lots,
        too_small=tuple(sorted(names[key] for key in names if key not in told)),
        whys=tuple(sorted({one.why for one in given if one.why})) if is_enough else (),
        apart=words,
        reasons=_reasons(judged, apart_words=words, unknown=unknown) if is_enough else (),
        weight=max(gap / 8, unknown, 0.6 if judged.disagreement else 0),
    )


def _too_few() -> Lot:
    return Lot(_("Everybody"), _("Fewer than three people judged this, so nothing is shown."), None)


def _lot(name: str, values: Values) -> Lot:
    known = [value for value in values if value is not None]
    said = [_median_words(statistics.median(known)) if known else _("Nobody knows"), people_words(len(values))]
    unknown = len(values) - len(known)
    if known and unknown:
        said.append(_("of them, %(people)s do not know") % {"people": people_words(unknown)})
    if not known:
        return Lot(name, "; ".join(said), None)
    found = ram(known)
    has_bar = found.reading is not None and found.iprcp is not None and found.ipr is not None
    start = (found.iprcp or 0) - (found.ipr or 0) / 2
    return Lot(
        name=name,
        words="; ".join(said),
        median=found.median,
        place=_place(found.median or 0),
        start=_place(start) if has_bar else 0,
        width=round(100 * (found.ipr or 0) / 8, 2) if has_bar else 0,
    )


def _place(value: float) -> float:
    """Where a number from 1 to 9 lies, in percent."""
    return round(100 * (value - 1) / 8, 2)


def _median_words(median: float) -> str:
    number = f"{median:g}"
    if median >= 7:
        return _("Speaks for it: %(number)s in the middle") % {"number": number}
    if median <= 3:
        return _("Speaks against it: %(number)s in the middle") % {"number": number}
    return _("Neither for nor against: %(number)s in the middle") % {"number": number}


def _gap(lots: Sequence[Lot]) -> tuple[float, str]:
    """How far the two groups that differ most are apart, and who they are."""
    known = sorted((lot for lot in lots if lot.median is not None), key=lambda lot: lot.median or 0)
    if len(known) < 2:
        return 0, ""
    low, high = known[0], known[-1]
    gap = (high.median or 0) - (low.median or 0)
    if gap < FAR:
        return gap, ""
    steps = ngettext("%(count)g step", "%(count)g steps", round(gap)) % {"count": gap}
    return gap, _("%(low)s and %(high)s are %(steps)s apart") % {"low": low.name, "high": high.name, "steps": steps}


def _reasons(judged: Ram, *, apart_words: str, unknown: float) -> tuple[str, ...]:
    """Why to talk about it first."""
    found = [apart_words] if apart_words else []
    if judged.disagreement:
        found.append(_("The answers of everybody lie far apart"))
    if unknown >= MANY:
        found.append(_("Many do not know"))
    return tuple(found)
