from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Edge:
    """`target` came from `source`, or rests on it; `kind` says how, in the caller's words."""

    source: str
    target: str
    kind: str = ""


@dataclass(frozen=True)
class Reach:
    """What a thing came from and what became of it, each with the number of steps between; the thing itself is in neither."""

    back: dict[str, int]
    forth: dict[str, int]


def reach(edges: Iterable[Edge], *, of: str) -> Reach:
    """Where a thing came from, and what became of it.

    Parameters
    ----------
    edges
        What came from what, in any order; an edge that stands twice counts once, and circles do no harm.
    of
        The key of the thing that is traced.

    Returns
    -------
    Reach
        All things from which one gets to `of` along the edges (`back`), and all things to which one gets from it
        (`forth`), nearest first, with the least number of steps. A thing in a circle with `of` is in both.

    Notes
    -----
    Breadth-first search: the work grows with the number of edges. The relation is the derivation of W3C PROV-O
    (Lebo, Sahoo & McGuinness 2013, https://www.w3.org/TR/prov-o/).

    Examples
    --------
    >>> edges = [
    ...     Edge("study", "statement"),
    ...     Edge("statement", "decision"),
    ...     Edge("story", "decision"),
    ...     Edge("decision", "leaflet"),
    ... ]
    >>> reach(edges, of="decision")
    Reach(back={'statement': 1, 'story': 1, 'study': 2}, forth={'leaflet': 1})
    """
    back: dict[str, list[str]] = defaultdict(list)
    forth: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        forth[edge.source].append(edge.target)
        back[edge.target].append(edge.source)
    return Reach(back=_steps(back, start=of), forth=_steps(forth, start=of))


def without(edges: Iterable[Edge], *, kept: Collection[str]) -> tuple[Edge, ...]:
    """The edges between things in `kept`, each once, in their order.

    Examples
    --------
    >>> without([Edge("a", "b"), Edge("b", "c"), Edge("a", "b")], kept={"a", "b"})
    (Edge(source='a', target='b', kind=''),)
    """
    there = set(kept)
    return tuple(dict.fromkeys(edge for edge in edges if edge.source in there and edge.target in there))


def _steps(ways: Mapping[str, list[str]], *, start: str) -> dict[str, int]:
    found = {start: 0}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        for there in ways.get(here, ()):
            if there not in found:
                found[there] = found[here] + 1
                waiting.append(there)
    del found[start]
    return found
