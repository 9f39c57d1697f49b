"""When the hard wishes cannot all hold: the smallest set to relax, in words."""

from collections.abc import Sequence
from dataclasses import replace

from mindlines_analysis.grouping._asked import Asked
from mindlines_analysis.grouping._conflict.clash import Clash, Scene, in_words, scenes, simplest
from mindlines_analysis.grouping._conflict.kinds import kind_clashes
from mindlines_analysis.grouping._conflict.model import Solved, solve
from mindlines_analysis.grouping._conflict.persons import person_clashes
from mindlines_analysis.grouping._conflict.rooms import room_clashes
from mindlines_analysis.grouping.division import Conflict
from mindlines_analysis.grouping.wishes import Apart, Together, Wish

__all__ = ["Solved", "best_known", "explained", "solved"]

MOST = 6


def explained(asked: Asked, relax: tuple[Wish, ...]) -> Conflict:
    """The conflict whose smallest set to relax is known."""
    return _told(relax, _clashes(scenes(asked)), proven=True)


def solved(asked: Asked, *, seconds: float) -> Solved | None:
    """A smallest set of wishes to relax, with a division that keeps all others; None if not certain in time."""
    here = scenes(asked)
    return solve(asked, scenes=here, clashes=_clashes(here), seconds=seconds)


def best_known(asked: Asked, *, broken: Sequence[Wish], seconds: float) -> Conflict:
    """The conflict to tell of when the best division found breaks these wishes.

    It is proven if fewer cannot do: who sits with whom by name is left aside, and what must then be relaxed is
    counted, and then what clashes between people by name alone.
    """
    relax = tuple(dict.fromkeys(broken))
    by_name = (Apart, Together)
    found = solved(
        replace(asked, wishes=tuple(wish for wish in asked.wishes if not isinstance(wish, by_name))), seconds=seconds
    )
    least, used = len(found.relax) if found else 0, set[Wish]()
    clashes = _clashes(scenes(asked))
    for clash in clashes:
        wishes = set(clash.wishes)
        if all(isinstance(wish, by_name) for wish in wishes) and not wishes & used:
            used |= wishes
            least += 1
    return _told(relax, clashes, proven=least == len(relax))


def _told(relax: tuple[Wish, ...], clashes: list[Clash], *, proven: bool) -> Conflict:
    """The conflict in sentences: known clashes first, then the wishes that nothing simple explains."""
    if proven:
        clashes = [clash for clash in clashes if set(clash.wishes) & set(relax)]
    explained = {wish for clash in clashes for wish in clash.wishes}
    sentences = [clash.sentence for clash in clashes]
    if proven:
        left = [wish for wish in relax if wish not in explained]
        sentences += [f"With everything else that is asked, this cannot hold: {wish.words}" for wish in left]
    else:
        sentences = sentences or ["No division was found that keeps every wish."]
    if len(sentences) > MOST:
        sentences = [*sentences[: MOST - 1], f"There are {in_words(len(sentences) - MOST + 1)} more such reasons."]
    these = "this" if len(relax) == 1 else f"these {in_words(len(relax))}"
    last = f"Leave {these} out, and there is a division:" if proven else "Not kept so far:"
    return Conflict(relax=relax, sentences=(*dict.fromkeys(sentences), f"{last} {_in_short(relax)}"), proven=proven)


def _in_short(relax: Sequence[Wish]) -> str:
    words = [wish.words for wish in relax[:MOST]]
    return " ".join([*words, f"And {in_words(len(relax) - MOST)} more."] if len(relax) > MOST else words)


def _clashes(here: Sequence[Scene]) -> list[Clash]:
    return simplest(
        clash for scene in here for clash in (*kind_clashes(scene), *person_clashes(scene), *room_clashes(scene))
    )
