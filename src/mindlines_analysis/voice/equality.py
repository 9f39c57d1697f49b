"""How voices are shared between groups and among people, with the silent counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from mindlines_analysis.voice.figures import Figure, ratio
from mindlines_analysis.voice.parity import NOBODY_THERE, Band, band_of, parity
from mindlines_analysis.voice.sharing import NOBODY, dominance, entropy, gini

Unit = Literal["turns", "words", "seconds"]


@dataclass(frozen=True)
class Voice:
    """One person who was there, or one anonymous voice of a group. Whoever was silent has no turns.

    `words`, `seconds` and `questions` are `None` where they are not known; so is `turns`. `first` says when the person first
    spoke, in seconds from the beginning.
    """

    person: str
    group: str
    turns: int | None = 0
    words: int | None = None
    seconds: float | None = None
    questions: int | None = None
    first: float | None = None

    @property
    def is_silent(self) -> bool:
        """Whether the person surely said nothing."""
        return self.turns == 0 and not self.words and not self.seconds

    @property
    def contributed(self) -> bool:
        """Whether the person surely said something."""
        return bool(self.turns or self.words or self.seconds)


@dataclass(frozen=True)
class GroupVoice:
    """The voice of one group.

    `share` is its part of all turns, words or seconds, and `parity` that part over its part of the people. `breadth` is the
    part of its people who contributed at all, `first` when the first of them did, in seconds, and `question_share` the part of its
    turns that hold a question.
    """

    name: str
    people: int
    turns: int | None
    words: int | None
    seconds: float | None
    questions: int | None
    share: Figure
    parity: Figure
    band: Band | None
    breadth: Figure
    first: Figure
    question_share: Figure


@dataclass(frozen=True)
class Equality:
    """How voices are shared, counted in `unit`: between groups, and among all people who were there."""

    unit: Unit
    groups: tuple[GroupVoice, ...]
    gini: Figure
    entropy: Figure
    dominance: Figure


def equality(voices: Sequence[Voice], *, unit: Unit = "turns", groups: Sequence[str] = ()) -> Equality:
    """How voices are shared between groups and among people, with the silent counted.

    Parameters
    ----------
    voices
        One for everybody who was there. The list of who was there comes from attendance, never from who spoke.
    unit
        What is counted. Measures disagree with each other, so show turns and words, and never one number alone.
    groups
        Groups to name even if nobody of them was there. They come first, in this order.

    Returns
    -------
    Equality
        For each group and for all; what cannot be had says why.

    Raises
    ------
    ValueError
        If `unit` is none of the three, or `voices` holds a person twice.

    Notes
    -----
    That measures of sharing disagree by unit and index is shown by Reinig and Mejias 2014; why equal turns matter, by
    Woolley et al. 2010, https://doi.org/10.1126/science.1193147.

    Examples
    --------
    >>> found = equality([Voice("Bo", "lay", turns=2), Voice("Di", "lay"), Voice("Ana", "clinicians", turns=6)])
    >>> [(group.name, group.people, group.share.value, group.parity.value) for group in found.groups]
    [('lay', 2, 0.25, 0.375), ('clinicians', 1, 0.75, 2.25)]
    >>> found.groups[0].band.value, found.groups[0].breadth.value, found.gini.value
    ('far below', 0.5, 0.75)
    """
    if unit not in get_args(Unit):
        raise ValueError(f"unit: one of {', '.join(get_args(Unit))}")
    named = [voice.person for voice in voices]
    if len(set(named)) < len(named):
        raise ValueError("voices: a person stands in them twice")
    names = list(dict.fromkeys([*groups, *(voice.group for voice in voices)]))
    by_group = {name: [voice for voice in voices if voice.group == name] for name in names}
    amounts = [_amount(voice, unit) for voice in voices]
    known = [amount for amount in amounts if amount is not None]
    if len(known) < len(amounts):
        none = Figure(None, _unknown(len(amounts) - len(known), of=len(amounts), unit=unit))
        return Equality(unit, tuple(_group(name, its, none, none) for name, its in by_group.items()), none, none, none)
    sums = {name: sum(_amount(voice, unit) or 0 for voice in its) for name, its in by_group.items()}
    ratios = parity(sums, people={name: len(its) for name, its in by_group.items()})
    total = sum(known)
    told = tuple(
        _group(name, its, ratio(sums[name], total, otherwise=NOBODY), ratios[name]) for name, its in by_group.items()
    )
    return Equality(unit, told, gini(known), entropy(known), dominance(known))


def _amount(voice: Voice, unit: Unit) -> float | None:
    amount: float | None = getattr(voice, unit)
    return 0 if amount is None and voice.is_silent else amount


def _unknown(count: int, *, of: int, unit: Unit) -> str:
    if count == of:
        return f"{unit} are not known"
    return f"{unit} are not known for {count} of {of} people"


def _group(name: str, voices: Sequence[Voice], share: Figure, ratio_of: Figure) -> GroupVoice:
    return GroupVoice(
        name=name,
        people=len(voices),
        turns=_whole([voice.turns for voice in voices]),
        words=_whole([0 if voice.is_silent else voice.words for voice in voices]),
        seconds=_sum([0.0 if voice.is_silent else voice.seconds for voice in voices]),
        questions=_whole([0 if voice.is_silent else voice.questions for voice in voices]),
        share=share,
        parity=ratio_of,
        band=None if ratio_of.value is None else band_of(ratio_of.value),
        breadth=_breadth(voices),
        first=_first(voices),
        question_share=_questions(voices),
    )


def _whole(numbers: Sequence[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _sum(numbers: Sequence[float | None]) -> float | None:
    known = [number for number in numbers if number is not None]
    return round(sum(known), 6) if len(known) == len(numbers) else None


def _breadth(voices: Sequence[Voice]) -> Figure:
    if any(not voice.contributed and not voice.is_silent for voice in voices):
        return Figure(None, "for some people it is not known whether they contributed")
    return ratio(sum(voice.contributed for voice in voices), len(voices), otherwise=NOBODY_THERE)


def _first(voices: Sequence[Voice]) -> Figure:
    if not voices:
        return Figure(None, NOBODY_THERE)
    spoke = [voice for voice in voices if voice.contributed]
    if not spoke:
        return Figure(None, "nobody of this group contributed")
    moments = [voice.first for voice in spoke if voice.first is not None]
    return Figure(min(moments)) if len(moments) == len(spoke) else Figure(None, "times are not known")


def _questions(voices: Sequence[Voice]) -> Figure:
    turns = _whole([voice.turns for voice in voices])
    asked = _whole([0 if voice.is_silent else voice.questions for voice in voices])
    if turns is None or asked is None:
        return Figure(None, "questions are not known")
    return ratio(asked, turns, otherwise="nobody of this group contributed" if voices else NOBODY_THERE)
