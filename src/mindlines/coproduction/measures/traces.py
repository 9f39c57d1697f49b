"""A trace prepared for its page: the story in words, the picture, and the same as a list."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.communities.models import Membership
from mindlines.coproduction.measures.drawing import Picture, picture
from mindlines.coproduction.queries.line import graph
from mindlines.coproduction.queries.line.things import NAMES, Thing, things
from mindlines_analysis.trace import Edge, Reach, reach, without

Words = str | Promise
# So many things of a kind are listed; the rest is a number and the file.
LISTED = 60
COLUMNS = {
    graph.SAID: 0,
    graph.ITEM: 1,
    graph.STATEMENT: 2,
    graph.DIAGNOSIS: 3,
    graph.NEGOTIATION: 3,
    graph.DECISION: 4,
    graph.ACTION: 5,
    graph.OUTPUT: 6,
    graph.CHANGE: 7,
}


@dataclass(frozen=True)
class Listed:
    """Things of one kind at one end of the trace; `more` are not listed."""

    name: Words
    things: tuple[Thing, ...]
    count: int
    more: int


@dataclass(frozen=True)
class Trace:
    """One thing, where it came from and what became of it."""

    thing: Thing
    story: tuple[str, ...]
    picture: Picture
    back: tuple[Listed, ...]
    forth: tuple[Listed, ...]
    set_aside: tuple[Thing, ...]
    set_aside_by: tuple[Thing, ...]
    kinds: tuple[str, ...]
    groups: tuple[str, ...]


def trace(viewer: Membership, *, of: str) -> Trace | None:
    """The trace of the thing with this key; nothing where this member may not know of it."""
    ties = graph.ties(viewer)
    resting = [Edge(tie.source, tie.target, tie.kind) for tie in ties if tie.kind != graph.SET_ASIDE]
    found = reach(resting, of=of)
    aside = sorted({tie.source for tie in ties if tie.kind == graph.SET_ASIDE and tie.target == of})
    by = sorted({tie.target for tie in ties if tie.kind == graph.SET_ASIDE and tie.source == of})
    near = _nearest(found.back, kinds=True), _nearest(found.forth, kinds=True)
    known = things(viewer, keys={of, *near[0], *near[1], *aside, *by})
    if of not in known:
        return None
    thing = known[of]
    everything = [of, *found.back, *found.forth]
    return Trace(
        thing=thing,
        story=_story(thing, found, known=known),
        picture=picture(
            {key: COLUMNS[graph.parted(key)[0]] for key in everything},
            edges=without(resting, kept=everything),
            order=[of, *near[0], *near[1]],
            things=known,
        ),
        back=_listed(found.back, known=known),
        forth=_listed(found.forth, known=known),
        set_aside=tuple(known[key] for key in aside if key in known),
        set_aside_by=tuple(known[key] for key in by if key in known),
        kinds=_sorts(found.back, known=known),
        groups=tuple(sorted({known[key].group for key in found.back if key in known and known[key].group})),
    )


def _nearest(steps: Mapping[str, int], *, kinds: bool) -> list[str]:
    """The nearest of each kind, so that a page of ten thousand things asks for the words of a few hundred."""
    counts: Counter[str] = Counter()
    chosen = []
    for key in steps:
        kind, _number = graph.parted(key)
        if counts[kind] < LISTED:
            chosen.append(key)
        counts[kind] += 1
    return chosen


def _listed(steps: Mapping[str, int], *, known: Mapping[str, Thing]) -> tuple[Listed, ...]:
    """By kind, in the order in which one comes from the other, and of a kind what was first stands first."""
    counts = Counter(graph.parted(key)[0] for key in steps)
    rows: dict[str, list[Thing]] = {kind: [] for kind in graph.KINDS}
    for key in steps:
        if key in known:
            rows[known[key].kind].append(known[key])
    for listed in rows.values():
        listed.sort(key=lambda thing: (thing.on is None, thing.on or date.min))
    return tuple(
        Listed(NAMES[kind], tuple(rows[kind]), counts[kind], counts[kind] - len(rows[kind]))
        for kind in graph.KINDS
        if counts[kind]
    )


def _sorts(steps: Mapping[str, int], *, known: Mapping[str, Thing]) -> tuple[str, ...]:
    """The kinds of knowledge it came from, as words."""
    found = {str(known[key].sort) for key in steps if key in known and known[key].kind == graph.ITEM}
    return tuple(sorted(found - {""}))


def _story(thing: Thing, found: Reach, *, known: Mapping[str, Thing]) -> tuple[str, ...]:
    """Two or three sentences for somebody who was not there."""
    back = Counter(graph.parted(key)[0] for key in found.back)
    forth = Counter(graph.parted(key)[0] for key in found.forth)
    lay = sum(known[key].is_lay for key in found.back if key in known)
    told = []
    if back:
        told.append(_("It rests on %(things)s.") % {"things": _counted(back)})
        if lay:
            told.append(
                ngettext("%(count)d of these comes from lay members.", "%(count)d of these come from lay members.", lay)
                % {"count": lay}
            )
    else:
        told.append(_("Nothing before it is written down."))
    if forth:
        told.append(_("From it came %(things)s.") % {"things": _counted(forth)})
    elif thing.kind != graph.CHANGE:
        told.append(_("Nothing has come of it yet."))
    return tuple(told)


def _counted(counts: Mapping[str, int]) -> str:
    parts = [COUNTED[kind](counts[kind]) for kind in graph.KINDS if counts.get(kind)]
    return _list(parts)


def _list(parts: Sequence[str]) -> str:
    if len(parts) == 1:
        return parts[0]
    return _("%(first)s and %(last)s") % {"first": ", ".join(parts[:-1]), "last": parts[-1]}


COUNTED = {
    graph.SAID: lambda n: ngettext("%(n)d thing that was said", "%(n)d things that were said", n) % {"n": n},
    graph.ITEM: lambda n: ngettext("%(n)d piece of knowledge", "%(n)d pieces of knowledge", n) % {"n": n},
    graph.STATEMENT: lambda n: ngettext("%(n)d statement", "%(n)d statements", n) % {"n": n},
    graph.DIAGNOSIS: lambda n: (
        ngettext("%(n)d look at what helps and hinders", "%(n)d looks at what helps and hinders", n) % {"n": n}
    ),
    graph.NEGOTIATION: lambda n: ngettext("%(n)d negotiation", "%(n)d negotiations", n) % {"n": n},
    graph.DECISION: lambda n: ngettext("%(n)d decision", "%(n)d decisions", n) % {"n": n},
    graph.ACTION: lambda n: ngettext("%(n)d action", "%(n)d actions", n) % {"n": n},
    graph.OUTPUT: lambda n: (
        ngettext("%(n)d thing that was made together", "%(n)d things that were made together", n) % {"n": n}
    ),
    graph.CHANGE: lambda n: ngettext("%(n)d change of practice", "%(n)d changes of practice", n) % {"n": n},
}
