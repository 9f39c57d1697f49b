"""The table: what is measured, what is to be reached, ours, the peers, and whether it holds."""

import json
import textwrap
from collections import defaultdict
from dataclasses import dataclass
from statistics import mean

from bench.groups import answering, invented, measuring, scoring
from bench.groups.peers import CITED

# Reached on the first instance of each kind by an earlier trial.
COSTS = {(24, 6): 321, (30, 5): 264, (60, 5): 345, (60, 7): 355, (120, 6): 482, (240, 8): 755, (500, 6): 1243}
SOON = {(60, 5): 355}
MOST_2000 = 3430
GAPS = {60: 0.1, 120: 0.25, 240: 0.25}
SERIES = {
    (8, 4, 5): 0,
    (10, 6, 6): 0,
    (4, 4, 5): 0,
    (12, 5, 6): 0,
    (20, 5, 6): 0,
    (5, 3, 7): 0,
    (8, 4, 9): 12,
    (8, 4, 10): 28,
    (12, 5, 10): 9,
}


@dataclass(frozen=True)
class Line:
    """One row; `holds` is None where there is nothing to reach."""

    what: str
    target: str
    ours: str
    peers: str
    holds: bool | None


def say(line):
    """A row as soon as it is known."""
    verdict = {True: "yes", False: "NO", None: ""}[line.holds]
    cells = [
        textwrap.wrap(cell, width) or [""]
        for cell, width in zip((line.what, line.target, line.ours, line.peers), WIDTHS, strict=True)
    ]
    for at in range(max(map(len, cells))):
        parts = [cell[at] if at < len(cell) else "" for cell in cells]
        shown = "  ".join(part.ljust(width) for part, width in zip(parts, WIDTHS, strict=True))
        print(f"{shown}  {verdict if at == 0 else ''}".rstrip(), flush=True)
    return line


WIDTHS = (32, 26, 26, 34)


def head(words):
    """The heading of a part."""
    print(f"\n{words}")
    say(Line("what", "to reach", "ours", "peers", None))
    print("-" * (sum(WIDTHS) + 11))


def show(lines):
    """The last line."""
    judged = [line for line in lines if line.holds is not None]
    missed = [line.what for line in judged if not line.holds]
    print(
        f"\n{len(judged) - len(missed)} of {len(judged)} reached." + (f" Not: {'; '.join(missed)}." if missed else "")
    )


def meetings(said, peers):
    """Hard wishes and cost of meetings, by number of people and size of groups; the first of each kind is judged."""
    head("Meetings: hard wishes broken, and cost (lower is better)")
    told = _meetings(said.instances)
    seeds = range(1, 3 if said.quick else 11)
    for shape, several in told.items():
        if shape[0] <= 500:
            yield _meeting_line(
                shape, several, seconds=1.0, seeds=seeds, most=COSTS.get(shape) if said.instances else None, peers=peers
            )
    for shape, most in SOON.items():
        if shape in told:
            yield _meeting_line(
                shape, told[shape], seconds=0.2, seeds=seeds, most=most if said.instances else None, peers=None
            )
    for shape, several in told.items():
        if shape[0] > 500:
            most = MOST_2000 if said.instances and shape[0] == 2000 else None
            yield _meeting_line(shape, several, seconds=3.0, seeds=seeds[:3], most=most, peers=None)


def _meeting_line(shape, several, *, seconds, seeds, most, peers):
    tries = [measuring.meeting(told, seconds=seconds, seeds=seeds) for told in several]
    runs = [run for each in tries for run in each]
    broken, costs = sum(run.broken > 0 for run in runs), [mean(run.cost for run in each) for each in tries]
    wrong, chance = measuring.lots(several[0], draws=20)
    others = [f"lots {chance:,.0f}, {wrong:.0f} broken"]
    if peers and shape[0] <= 60:
        made = [peers.meeting(told, seconds=10 * seconds) for told in several]
        found = [scoring.score(told, group)[1] for told, group in zip(several, made, strict=True) if group]
        others += (
            [
                f"CP-SAT {10 * seconds:.0f} s {' and '.join(f'{cost:,}' for cost in found)}"
                if found
                else "CP-SAT none in time"
            ]
            if peers.here
            else []
        )
    target = "none broken" + (f", cost {most:,}" if most else "")
    shown = " and ".join(f"{cost:,.1f}" for cost in costs)
    ours = f"{broken} of {len(runs)} broken, cost {shown}, {max(run.seconds for run in runs):.2f} s"
    holds = not broken and (most is None or costs[0] <= most)
    return say(
        Line(f"{shape[0]} people in groups of {shape[1]}, {seconds:g} s", target, ours, "; ".join(others), holds)
    )


def _meetings(folder):
    """Meetings by people and size."""
    found = defaultdict(list)
    if folder:
        for path in sorted((folder / "meetings").glob("*.json")):
            told = json.loads(path.read_text())
            found[told["n"], told["s"]].append(told)
    else:
        for n, size in ((24, 6), (30, 5), (60, 5), (120, 6), (240, 8), (500, 6), (2000, 8)):
            found[n, size] = [invented.meeting(n, size, seed=seed) for seed in ((1, 2) if n < 200 else (1,))]
    return dict(sorted(found.items()))


def mdgp(said, peers):
    """Gaps to the best known sum of distances."""
    head("Distances alone (maximally diverse grouping): how far below the best known value")
    if not said.instances:
        yield from _invented_distances(peers)
        return
    best = json.loads((said.instances / "mdgp" / "best_found.json").read_text())
    paths = {name: next((said.instances / "mdgp").glob(f"{name}.txt*")) for name in best}
    for n, most in GAPS.items():
        names = [name for name in best if f"_n{n:03}_" in name]
        gaps = [
            _gap(paths[name], best[name], seconds=1.0, seed=seed)
            for name in names
            for seed in range(1, 2 if said.quick else 4)
        ]
        equal = {paths[name]: best[name] for name in names if "_ss_" in name}
        others = [*_peer_gaps(equal, peers=peers), f"{CITED['mdgp'][n]} (cited)"]
        yield say(
            Line(
                f"{n} people, 1 s",
                f"mean gap {most} %",
                f"{mean(gaps):.3f} %, worst {max(gaps):.3f} %",
                "; ".join(others),
                mean(gaps) <= most,
            )
        )
    if not said.quick:
        gaps = [_gap(paths[name], best[name], seconds=10.0, seed=1) for name in best]
        # The best known values are written with three decimals.
        reached = sum(gap * most / 100 < 1e-3 for gap, most in zip(gaps, best.values(), strict=True))
        yield say(
            Line(
                "all instances, 10 s",
                "best known on half of them",
                f"{reached} of {len(gaps)}; mean gap {mean(gaps):.3f} %",
                "",
                2 * reached >= len(gaps),
            )
        )


def _gap(path, best, *, seconds, seed):
    return 100 * (best - measuring.distances(path, seconds=seconds, seed=seed)) / best


def _peer_gaps(best, *, peers):
    if not peers.here:
        return []
    told = []
    for solver, name, seconds in (("anti_clustering", "anti-clustering", 1.0), ("cp_sat_distances", "CP-SAT", 10.0)):
        gaps = []
        for path, most in best.items():
            found = measuring.read_distance_instance(path.read_bytes(), name=path.name)
            made = (
                peers.distances(solver, found.values, found.sizes, seconds=seconds) if len(found.names) <= 120 else None
            )
            gaps += [100 * (most - measuring.within(found.values, made)) / most] if made else []
        told += [f"{name} {seconds:g} s {mean(gaps):.2f} %"] if gaps else []
    return told


def _invented_distances(peers):
    for n, groups in ((60, 6), (120, 10)):
        table, sizes = invented.distances(n, seed=1), [(n // groups, n // groups)] * groups
        ours = measuring.diversity(table, sizes, seconds=1.0, seed=1)
        made = peers.distances("anti_clustering", table, sizes, seconds=1.0)
        theirs = measuring.within(table, made) if made else None
        told = f"anti-clustering {theirs:,.0f}" if theirs else ""
        yield say(
            Line(f"{n} people, 1 s", "as good as the peer", f"{ours:,.0f}", told, ours >= theirs if theirs else None)
        )


def golf(said, _peers):
    """Pairs who meet again over several rounds in which everybody is there."""
    head("Everybody meets everybody (social golfer): pairs that meet again")
    for (groups, size, rounds), most in SERIES.items():
        seconds = 3.0 if said.quick else 10.0
        again, spent = measuring.golfers(groups, size, rounds, seconds=seconds, seed=1)
        cited = CITED["golf"].get((groups, size, rounds))
        what = f"{groups} groups of {size}, {rounds} rounds, {seconds:g} s"
        yield say(
            Line(
                what, f"at most {most}", f"{again} in {spent:.1f} s", f"{cited} (cited)" if cited else "", again <= most
            )
        )


def answer(said, _peers):
    """How long somebody waits who presses the button on the page."""
    head("The answer after the button on the page, with cards, reasons and all")
    shapes = ((60, 5), (24, 6), (120, 6))
    for people, size, spent in answering.waits(shapes, times=2 if said.quick else 5):
        most = 1 if people == 60 else None
        begun = f", the very first {spent[0]:.2f} s" if people == 60 else ""
        ours = f"{mean(spent[1:]):.2f} s, longest {max(spent[1:]):.2f} s{begun}"
        holds = max(spent) < most if most else None
        yield say(Line(f"{people} people in groups of {size}", "under 1 s" if most else "", ours, "", holds))


PARTS = {"meetings": meetings, "mdgp": mdgp, "golf": golf, "answer": answer}
