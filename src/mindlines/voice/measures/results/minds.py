"""Many short statements: which of them all groups can live with, and who votes alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mindlines.voice.choices import Showing
from mindlines.voice.measures.results.groups import names
from mindlines.voice.models import Ballot, Poll
from mindlines.voice.queries import answers
from mindlines.voice.queries.apart import FEWEST
from mindlines_analysis.opinion import GroupAgreement, OpinionGroups, StatementAgreement, agreement, opinion_groups

# The side of the map, and the room left free around it.
SIDE, EDGE = 400, 30
TWO_THIRDS, HALF = 2 / 3, 0.5


@dataclass(frozen=True)
class Side:
    """How one group sees a statement, in words."""

    group: str
    words: str
    is_below: bool


@dataclass(frozen=True)
class Statement:
    number: int
    words: str
    votes: int
    agree: int
    passes: int
    disagree: int
    sides: tuple[Side, ...]
    is_agreed: bool
    divides: bool


@dataclass(frozen=True)
class Dot:
    """A voter, or a statement with its number, on the map."""

    x: float
    y: float
    number: int = 0


@dataclass(frozen=True)
class Camp:
    """People who vote alike; `letter` names them, `tells` are the statements that set them apart."""

    letter: str
    tone: int
    people: int
    tells: tuple[str, ...]
    dots: tuple[Dot, ...]


@dataclass(frozen=True)
class Minds:
    """Statements, those that all groups agree with first; then who votes alike, or why that cannot be told."""

    statements: tuple[Statement, ...]
    groups: tuple[str, ...]
    camps: tuple[Camp, ...]
    dots: tuple[Dot, ...]
    why_not: str
    side: int = SIDE

    @property
    def agreed(self) -> tuple[Statement, ...]:
        return tuple(each for each in self.statements if each.is_agreed)


def minds(poll: Poll, *, ballots: Sequence[Ballot]) -> Minds:
    """Agreement by declared group, and opinion groups where there are about thirty voters or more."""
    listed = poll.options.exclude(position=answers.LINE)
    words = {str(option.pk): option.words for option in listed.filter(showing=Showing.SHOWN)}
    votes = {str(ballot.pk): dict(ballot.before or {}) for ballot in ballots}
    seen = {voter: {key: vote for key, vote in theirs.items() if key in words} for voter, theirs in votes.items()}
    groups = {str(pk): name for pk, name in names(ballots).items()}
    agreed = agreement(seen, groups=groups, statements=list(words))
    statements = _statements(agreed, words=words, is_divided=len(set(groups.values())) > 1)
    numbers = {key: number for number, key in enumerate(words, 1)}
    withdrawn = {key for theirs in votes.values() for key in theirs} - words.keys()
    found = opinion_groups(votes, withdrawn=withdrawn)
    return Minds(
        statements=statements,
        groups=tuple(dict.fromkeys(groups.values())),
        camps=_camps(found, words=words),
        dots=_statement_dots(found, numbers=numbers),
        why_not=_why_not(found.reason),
    )


def _statements(
    found: Sequence[StatementAgreement], *, words: Mapping[str, str], is_divided: bool
) -> tuple[Statement, ...]:
    rows = [
        Statement(
            number=number,
            words=words[each.statement],
            votes=each.votes,
            agree=each.agree,
            passes=each.passes,
            disagree=each.disagree,
            sides=tuple(_side(name, group) for name, group in each.by_group.items()) if is_divided else (),
            is_agreed=each.agreed,
            divides=bool(each.below) and any(group.p > TWO_THIRDS for group in each.by_group.values()),
        )
        for number, each in enumerate(found, 1)
    ]
    together = {row.number: each.together.value or 0 for row, each in zip(rows, found, strict=True)}
    return tuple(sorted(rows, key=lambda row: (not row.is_agreed, -together[row.number], row.number)))


def _side(name: str, group: GroupAgreement) -> Side:
    if group.votes < FEWEST:
        return Side(name, _("too few answers"), is_below=False)
    if group.p >= TWO_THIRDS:
        return Side(name, _("most agree"), is_below=False)
    if group.p >= HALF:
        return Side(name, _("about half agree"), is_below=False)
    words = _("most disagree") if (group.disagree + 1) / (group.votes + 2) >= TWO_THIRDS else _("fewer than half agree")
    return Side(name, words, is_below=True)


def _camps(found: OpinionGroups, *, words: Mapping[str, str]) -> tuple[Camp, ...]:
    scale = _Scale(found)
    return tuple(
        Camp(
            letter="ABCDE"[number],
            tone=number + 1,
            people=len(voters),
            tells=tuple(_tell(words.get(each.statement, ""), each.direction) for each in found.told_by[number]),
            dots=tuple(sorted((scale.dot(found.places[voter]) for voter in voters), key=lambda dot: (dot.x, dot.y))),
        )
        for number, voters in enumerate(found.groups)
    )


def _tell(words: str, direction: str) -> str:
    said = _("agree more than others: %(words)s") if direction == "agree" else _("disagree more than others: %(words)s")
    return said % {"words": words}


def _statement_dots(found: OpinionGroups, *, numbers: Mapping[str, int]) -> tuple[Dot, ...]:
    if not found.groups:
        return ()
    scale = _Scale(found, places=found.statement_places)
    return tuple(
        scale.dot(place, number=numbers[key]) for key, place in found.statement_places.items() if key in numbers
    )


class _Scale:
    """From the plane of the library to a square, the middle in the middle."""

    def __init__(self, found: OpinionGroups, *, places: Mapping[str, tuple[float, float]] | None = None) -> None:
        reach = max((abs(each) for place in (places or found.places).values() for each in place), default=1) or 1
        self.factor = (SIDE / 2 - EDGE) / reach

    def dot(self, place: tuple[float, float], *, number: int = 0) -> Dot:
        return Dot(round(SIDE / 2 + place[0] * self.factor, 1), round(SIDE / 2 - place[1] * self.factor, 1), number)


def _why_not(reason: str) -> str:
    """Why no groups of people who vote alike are shown."""
    return str(_REASONS[reason]) if reason else ""


_REASONS = {
    "too few voters": gettext_lazy(
        "Fewer than 30 people answered enough statements to look for people who vote alike."
    ),
    "too few statements": gettext_lazy("There are too few statements to look for people who vote alike."),
    "everybody votes alike": gettext_lazy("Everybody votes alike."),
    "no more alike than by chance": gettext_lazy(
        "People’s answers go together no more than by chance, so there are no groups."
    ),
    "every division leaves a group too small": gettext_lazy(
        "Any group of people who vote alike would be too small to show."
    ),
}
