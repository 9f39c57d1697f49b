"""Who changed their mind between two votes: from where to where, in bands and words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mindlines.voice.choices import PollKind
from mindlines.voice.measures.results.groups import names as group_names
from mindlines.voice.measures.results.wording import band_size, band_words
from mindlines.voice.models import Ballot, Poll
from mindlines.voice.queries.apart import FEWEST
from mindlines_analysis.opinion import Flow, Moved, Pair, Test, moved

THIRDS = {
    "low": gettext_lazy("low (1 to 3)"),
    "middle": gettext_lazy("in the middle (4 to 6)"),
    "high": gettext_lazy("high (7 to 9)"),
}
GRADES = {
    "low": gettext_lazy("doubts, or against it"),
    "middle": gettext_lazy("does not mind"),
    "high": gettext_lazy("agrees"),
}
# The picture: where the first line stands, and how far one is from the next.
TOP, HEIGHT = 52, 62


@dataclass(frozen=True)
class Way:
    """People who went from one answer to another, or stayed. `y1` and `y2` place the line in the picture."""

    before: str
    after: str
    words: str
    size: int
    y1: int
    y2: int

    @property
    def stays(self) -> bool:
        return self.before == self.after


@dataclass(frozen=True)
class Stop:
    """One answer at either end of the picture."""

    words: str
    y: int


@dataclass(frozen=True)
class GroupShift:
    group: str
    changed: str
    test: str


@dataclass(frozen=True)
class Shift:
    """The same people before and after."""

    people: int
    changed: str
    ways: tuple[Way, ...]
    stops: tuple[Stop, ...]
    height: int
    test: str
    surer: str
    less_sure: str
    asked_sure: bool
    only_before: str
    only_after: str
    groups: tuple[GroupShift, ...]


def shift(poll: Poll, *, ballots: Sequence[Ballot], words: Mapping[Any, str]) -> Shift | None:
    """What changed; None where nobody answered both times or people could tick several answers."""
    if poll.kind == PollKind.CHOICE and poll.most > 1:
        return None
    kind: Literal["choice", "scale"] = "choice" if poll.kind == PollKind.CHOICE else "scale"
    twice = [ballot for ballot in ballots if ballot.before is not None and ballot.after is not None]
    groups = group_names(twice)
    pairs = [_pair(ballot, group=groups.get(ballot.pk, "")) for ballot in ballots]
    found = moved(pairs, kind=kind, options=list(words))
    if not found.people:
        return None
    names = {str(key): label for key, label in words.items()} if kind == "choice" else _thirds(poll)
    stops = tuple(Stop(label, TOP + HEIGHT * number) for number, label in enumerate(names.values()))
    return Shift(
        people=found.people,
        changed=band_words(found.changed),
        ways=_ways(found.flows, names=names),
        stops=stops,
        height=TOP + HEIGHT * len(stops) - HEIGHT // 2,
        test=_test_words(found.test),
        groups=_groups(found, order=list(dict.fromkeys(groups.values()))),
        **_rest(found, poll=poll),
    )


def _rest(found: Moved, *, poll: Poll) -> dict[str, Any]:
    return {
        "surer": band_words(found.surer),
        "less_sure": band_words(found.less_sure),
        "asked_sure": poll.asks_sure and found.surer + found.less_sure + found.as_sure > 0,
        "only_before": band_words(found.only_before) if found.only_before else "",
        "only_after": band_words(found.only_after) if found.only_after else "",
    }


def _pair(ballot: Ballot, *, group: str) -> Pair:
    before, after = (each[0] if isinstance(each, list) else each for each in (ballot.before, ballot.after))
    return Pair(before, after, group, ballot.before_sure, ballot.after_sure)


def _thirds(poll: Poll) -> dict[str, str]:
    return {key: str(words) for key, words in (THIRDS if poll.kind == PollKind.SCALE else GRADES).items()}


def _ways(flows: Sequence[Flow], *, names: Mapping[str, str]) -> tuple[Way, ...]:
    place = {key: TOP + HEIGHT * number for number, key in enumerate(names)}
    return tuple(
        Way(
            before=names[flow.before],
            after=names[flow.after],
            words=band_words(flow.count),
            size=band_size(flow.count),
            y1=place[flow.before],
            y2=place[flow.after],
        )
        for flow in flows
    )


def _test_words(test: Test) -> str:
    """What may be said about chance; where nothing may, the reason."""
    if test.p.value is None:
        return str(_REASONS.get(test.p.reason, _REASONS[""]))
    name = {"McNemar exact": _("exact McNemar test"), "Wilcoxon signed-rank": _("Wilcoxon signed-rank test")}[test.name]
    p = "< 0.001" if test.p.value < 0.001 else f"= {test.p.value:.3f}"
    return _(
        "If people changed their minds by chance, they would go one way as much as this with p %(p)s (%(name)s)."
    ) % {
        "p": p,
        "name": name,
    }


_REASONS = {
    "fewer than six people changed": gettext_lazy(
        "Fewer than six people changed their answer. That is too few to tell it from chance."
    ),
    "fewer than eight people": gettext_lazy(
        "Fewer than eight people answered twice. That is too few to tell anything from chance."
    ),
    "more than two options": gettext_lazy("With more than two answers, no test is made."),
    "": gettext_lazy("No test is made."),
}


def _groups(found: Moved, *, order: Sequence[str]) -> tuple[GroupShift, ...]:
    """Groups of which at least five answered both times, where there are two or more of them."""
    large = {name: found.by_group[name] for name in order if found.by_group[name].people >= FEWEST}
    if len(large) < 2:
        return ()
    return tuple(
        GroupShift(name, band_words(move.changed), _test_words(move.test) if move.test.p.value is not None else "")
        for name, move in large.items()
    )
