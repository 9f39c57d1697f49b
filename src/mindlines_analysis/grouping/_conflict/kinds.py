"""Clashes of wishes about kinds: a count is enough to see them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import combinations

from mindlines_analysis.grouping._conflict.clash import Clash, Scene, in_words, people_in_words, starting
from mindlines_analysis.grouping._wishing import Kindly
from mindlines_analysis.grouping.wishes import AtLeast, AtMost, NotAlone, Wish

__all__ = ["kind_clashes"]


@dataclass(frozen=True)
class _Kind:
    """How many of one kind are there, and how many of them all the time."""

    by: str
    value: str
    everybody: int
    throughout: int

    @property
    def words(self) -> str:
        return f"of {self.by} “{self.value}”"


def kind_clashes(scene: Scene) -> Iterator[Clash]:
    """Each wish on its own, then those that are about the same people."""
    wishes = [wish for wish in scene.asked.wishes if isinstance(wish, (AtLeast, AtMost, NotAlone))]
    everybody = Counter(pair for person in scene.there for pair in person.kinds.items())
    throughout = Counter(pair for person in scene.there if not person.partly for pair in person.kinds.items())
    about: dict[_Kind, list[Kindly]] = {}
    for wish in wishes:
        pair = (wish.by, wish.value)
        kind = _Kind(*pair, everybody=everybody[pair], throughout=throughout[pair])
        about.setdefault(kind, []).append(wish)
        if isinstance(wish, AtLeast):
            yield from _too_few(scene, wish, kind)
        elif isinstance(wish, AtMost):
            yield from _too_many(scene, wish, kind)
        else:
            yield from _alone(scene, wish, kind)
    for kind, same in about.items():
        for one, other in combinations(same, 2):
            yield from _same_kind(scene, one, other, kind)
    yield from _too_much_for_a_group(scene, wishes)


def _too_few(scene: Scene, wish: AtLeast, kind: _Kind) -> Iterator[Clash]:
    many, groups = kind.throughout, scene.groups
    if many >= wish.count * groups:
        return
    late = " who are there all the time" if many < kind.everybody else ""
    if not many:
        sentence = f"nobody {kind.words} is there{' all the time' if late else ''}{scene.when}"
        sentence += f", and each group is to have at least {in_words(wish.count)}."
        yield Clash((wish,), starting(sentence, f"Add somebody, or leave this wish out.{_nearest(scene, wish)}"))
        return
    sentence = (
        f"{people_in_words(many)} {kind.words}{late} cannot be {in_words(wish.count)} in {_each(groups)}{scene.when}."
    )
    yield Clash((wish,), starting(sentence, _fewer(many, wish.count, groups)))


def _fewer(many: int, count: int, groups: int) -> str:
    ways = []
    if many >= groups:
        ways.append(f"ask for at least {in_words(many // groups)} in each group")
    if many >= count:
        ways.append("make one group" if many // count == 1 else f"make {in_words(many // count)} groups")
    return f"{', or '.join(ways) or 'leave this wish out'}."


def _nearest(scene: Scene, wish: AtLeast) -> str:
    values = {person.kinds[wish.by] for person in scene.there if wish.by in person.kinds} - {wish.value}
    near = get_close_matches(wish.value, sorted(values), n=1)
    return f" Perhaps “{near[0]}” was meant." if near else ""


def _too_many(scene: Scene, wish: AtMost, kind: _Kind) -> Iterator[Clash]:
    many, groups = kind.everybody, scene.groups
    if many <= wish.count * groups:
        return
    sentence = (
        f"{people_in_words(many)} {kind.words} cannot be at most {in_words(wish.count)} in {_each(groups)}{scene.when}."
    )
    ways = [f"allow {in_words(-(-many // groups))} in each group", f"make {in_words(-(-many // wish.count))} groups"]
    yield Clash((wish,), starting(sentence, f"{', or '.join(ways)}."))


def _alone(scene: Scene, wish: NotAlone, kind: _Kind) -> Iterator[Clash]:
    for many, late in ((kind.everybody, ""), (kind.throughout, " all the time")):
        if 0 < many < wish.count:
            verb = "is" if many == 1 else "are"
            sentence = f"only {people_in_words(many)} {kind.words} {verb} there{late}{scene.when}, too few to be"
            yield Clash(
                (wish,),
                starting(
                    f"{sentence} at least {in_words(wish.count)} in a group.",
                    "ask another to come, or leave this wish out.",
                ),
            )
            return


def _same_kind(scene: Scene, one: Kindly, other: Kindly, kind: _Kind) -> Iterator[Clash]:
    least = max((wish.count for wish in (one, other) if isinstance(wish, AtLeast)), default=0)
    alone = max((wish.count for wish in (one, other) if isinstance(wish, NotAlone)), default=0)
    most = min((wish.count for wish in (one, other) if isinstance(wish, AtMost)), default=None)
    if most is not None and (least > most or (alone > most and kind.everybody)):
        sentence = f"a group cannot have at least {in_words(max(least, alone))} and at most {in_words(most)} people"
        yield Clash((one, other), starting(f"{sentence} {kind.words}.", "leave one of the two wishes out."))
    together = max(least, alone)
    if least and alone > least and least * scene.groups <= kind.throughout < together * scene.groups:
        sentence = (
            f"each group is to have somebody {kind.words} and nobody alone, but {people_in_words(kind.throughout)}"
        )
        sentence += f" cannot be {in_words(together)} in {_each(scene.groups)}{scene.when}."
        ways = "let there be groups without, let somebody be alone, or make fewer groups."
        yield Clash((one, other), starting(sentence, ways))


def _too_much_for_a_group(scene: Scene, wishes: list[Kindly]) -> Iterator[Clash]:
    """Different values of one attribute are different people, so that what they need adds up."""
    smallest = min(most for _, most in scene.sizes)
    by_attribute: dict[str, dict[str, AtLeast]] = {}
    for wish in wishes:
        if isinstance(wish, AtLeast):
            values = by_attribute.setdefault(wish.by, {})
            if wish.value not in values or values[wish.value].count < wish.count:
                values[wish.value] = wish
    for values in by_attribute.values():
        found: list[AtLeast] = []
        for wish in sorted(values.values(), key=lambda wish: -wish.count):
            found.append(wish)
            if sum(each.count for each in found) > smallest:
                yield _crowded(tuple(found), smallest)
                break


def _crowded(wishes: tuple[AtLeast, ...], smallest: int) -> Clash:
    asked = " and ".join(f"{in_words(wish.count)} of {wish.by} “{wish.value}”" for wish in wishes)
    sentence = f"a group of {people_in_words(smallest)} has no room for at least {asked}."
    found: tuple[Wish, ...] = wishes
    return Clash(found, starting(sentence, "make fewer and larger groups, or ask for less."))


def _each(groups: int) -> str:
    return "one group" if groups == 1 else f"each of {in_words(groups)} groups"
