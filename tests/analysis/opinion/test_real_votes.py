"""Public conversations with the groups that their server published. They stay outside; the environment says where they lie."""

import csv
import json
import os
from collections import Counter
from functools import cache
from io import StringIO
from math import comb, prod
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from mindlines_analysis.opinion import agreement, opinion_groups
from mindlines_analysis.opinion._plane import table
from mindlines_analysis.opinion._telling import tell

FOLDER = os.environ.get("MINDLINES_REAL_FILES", "")
pytestmark = pytest.mark.skipif(not FOLDER, reason="MINDLINES_REAL_FILES names no folder")

SERVERS = ["above-100-ptpts", "below-100-ptpts"]
ALIKE = {  # our number of groups, theirs, how alike they are (adjusted Rand index), people in both
    "above-100-ptpts": (3, 4, 0.386, 176),
    "below-100-ptpts": (2, 3, 0.717, 19),
    "15-per-hour-seattle": (2, 2, 0.884, 138),
    "brexit-consensus": (2, 2, 0.876, 189),
    "london.youth.policing": (2, 3, -0.061, 24),
    "scoop-hivemind.ubi": (2, 4, 0.095, 174),
}


@cache
def from_server(name):
    folder = Path(FOLDER, "polis", "api", name)
    votes = {}
    for row in sorted(json.loads((folder / "votes.json").read_text()), key=lambda row: float(row["modified"])):
        voter, statement = row.get("participant_id", row.get("pid")), row.get("statement_id", row.get("tid"))
        votes.setdefault(str(voter), {})[str(statement)] = row["vote"]
    told = json.loads((folder / "math-pca2.json").read_text())
    members = dict(zip(told["base-clusters"]["id"], told["base-clusters"]["members"], strict=True))
    groups = {
        str(voter): str(group["id"])
        for group in told["group-clusters"]
        for cluster in group["members"]
        for voter in members[cluster]
    }
    return SimpleNamespace(
        votes=votes, told=told, groups=groups, withdrawn={*map(str, told["mod-out"] + told["meta-tids"])}
    )


@cache
def from_export(name):
    folder = Path(FOLDER, "polis", "csv", name)
    rows = list(csv.DictReader((folder / "participants-votes.csv").read_text().splitlines()))
    votes = {row["participant"]: {key: int(row[key]) for key in row if key.isdigit() and row[key]} for row in rows}
    comments = csv.DictReader(StringIO((folder / "comments.csv").read_text()))
    return SimpleNamespace(
        votes=votes,
        groups={row["participant"]: row["group-id"] for row in rows if row["group-id"]},
        withdrawn={comment["comment-id"] for comment in comments if comment["moderated"] == "-1"},
    )


def adjusted_rand(one, other):
    """How alike two divisions are: 1 the same, 0 as alike as by lot (Hubert and Arabie 1985)."""
    both = [voter for voter in one if voter in other]
    pairs, mine, theirs = (
        sum(comb(count, 2) for count in Counter(key(voter) for voter in both).values())
        for key in (lambda voter: (one[voter], other[voter]), one.get, other.get)
    )
    by_lot = mine * theirs / comb(len(both), 2)
    return (pairs - by_lot) / ((mine + theirs) / 2 - by_lot), len(both)


def up_to_sign(ours, theirs):
    return min(np.abs(ours - theirs).max(), np.abs(ours + theirs).max())


@pytest.mark.parametrize("name", SERVERS)
def test_voters_stand_where_the_server_put_them(name):
    real = from_server(name)
    places = opinion_groups(real.votes, withdrawn=real.withdrawn, least_voters=10).places
    clusters = real.told["base-clusters"]
    full = [
        number for number, voters in enumerate(clusters["members"]) if all(str(voter) in places for voter in voters)
    ]
    assert len(full) == {"above-100-ptpts": 81, "below-100-ptpts": 19}[name]
    ours = np.array([np.mean([places[str(voter)] for voter in clusters["members"][n]], axis=0) for n in full])
    for axis, key in enumerate("xy"):
        assert up_to_sign(ours[:, axis], np.array([clusters[key][n] for n in full])) < 1e-9


@pytest.mark.parametrize("name", SERVERS)
def test_statements_stand_where_the_server_put_them(name):
    real = from_server(name)
    places = opinion_groups(real.votes, withdrawn=real.withdrawn, least_voters=10).statement_places
    column = {str(statement): number for number, statement in enumerate(real.told["tids"])}
    for axis, theirs in enumerate(real.told["pca"]["comment-projection"]):
        ours = np.array([places[statement][axis] for statement in places])
        assert up_to_sign(ours, np.array([theirs[column[statement]] for statement in places])) < 1e-9


@pytest.mark.parametrize("name", SERVERS)
def test_agreement_across_the_published_groups_is_the_published_one(name):
    real = from_server(name)
    votes = {voter: real.votes[voter] for voter in real.groups}
    for found in agreement(votes, groups=real.groups):
        product = prod(group.p for group in found.by_group.values())
        assert product == pytest.approx(real.told["group-aware-consensus"][found.statement], rel=1e-12)
        assert found.together.value ** len(found.by_group) == pytest.approx(product)


@pytest.mark.parametrize("name", SERVERS)
def test_what_tells_the_published_groups_apart_has_the_published_figures(name):
    real = from_server(name)
    voters, statements = list(real.groups), [str(statement) for statement in real.told["tids"]]
    cells = table(real.votes, voters=voters, statements=statements)
    for group, published in real.told["repness"].items():
        ours = {
            told.statement: told
            for told in tell(cells, inside=[real.groups[v] == group for v in voters], statements=statements)
        }
        for one in published:
            told = ours.get(str(one["tid"]))
            if told:
                assert (told.direction, told.count, told.votes) == (
                    one["repful-for"],
                    one["n-success"],
                    one["n-trials"],
                )
                assert (told.inside, told.ratio) == pytest.approx((one["p-success"], one["repness"]))
                assert (told.z, told.z_inside) == pytest.approx((one["repness-test"], one["p-test"]), rel=1e-6)


@pytest.mark.parametrize("name", ALIKE)
def test_how_alike_our_groups_and_the_published_ones_are(name):
    real = from_server(name) if name in SERVERS else from_export(name)
    found = opinion_groups(real.votes, withdrawn=real.withdrawn, least_voters=10)
    ours = {voter: number for number, group in enumerate(found.groups) for voter in group}
    alike, people = adjusted_rand(ours, real.groups)
    assert (len(found.groups), len(set(real.groups.values())), round(alike, 3), people) == ALIKE[name]
    assert found.by_chance.value == pytest.approx(1 / 40)
