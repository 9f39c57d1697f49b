"""Programs of others that solve a part of the same problem, in an environment of their own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parents[1] / "build" / "peers"
PACKAGES = ("anti-clustering==0.4.1", "ortools==9.14.6206")

# Measured elsewhere, on one core; these are not on the package index for Python.
CITED = {
    "mdgp": {60: "R anticlust 0 %", 120: "R anticlust 0.36 %", 240: "R anticlust 0.62 %"},
    "golf": {
        (8, 4, 9): "good-enough-golfers 16",
        (8, 4, 10): "good-enough-golfers 29",
        (5, 3, 7): "good-enough-golfers 6",
        (12, 5, 10): "good-enough-golfers 15",
    },
}


class Peers:
    """Asks the peers; without them, `words` says why and every answer is None."""

    def __init__(self, *, wanted=True):
        self.words = "Peers are left out, as asked."
        self._python = FOLDER / "bin" / "python"
        self.here = wanted and self._install()

    def _install(self):
        done = FOLDER / ".installed"
        if not done.exists():
            print("Installing the peers into build/peers ...", flush=True)
            try:
                subprocess.run([sys.executable, "-m", "venv", str(FOLDER)], check=True)
                words = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES]
                subprocess.run([str(self._python), *words], check=True, capture_output=True)
            except (OSError, subprocess.CalledProcessError) as problem:
                self.words = f"Peers are left out: they could not be installed ({type(problem).__name__})."
                return False
            done.touch()
        self.words = f"Peers: {', '.join(PACKAGES)}."
        return True

    def meeting(self, meeting, *, seconds):
        """CP-SAT's division of a meeting."""
        return self._ask(
            "cp_sat_meeting", meeting=meeting, columns=columns_of(meeting), pairs=pairs_of(meeting), seconds=seconds
        )

    def distances(self, solver, table, sizes, *, seconds):
        """A division by distances, from `cp_sat_distances` or `anti_clustering`."""
        return self._ask(solver, distances=np.asarray(table).tolist(), sizes=list(sizes), seconds=seconds, seed=1)

    def _ask(self, solver, **task):
        if not self.here:
            return None
        asked = json.dumps({"solver": solver, **task})
        words = [str(self._python), str(HERE / "solvers.py")]
        answer = subprocess.run(words, input=asked, capture_output=True, text=True, env=os.environ, check=False)
        return json.loads(answer.stdout) if answer.returncode == 0 and answer.stdout else None


def columns_of(meeting):
    """Who belongs to each category, and its weight, as the cost counts them."""
    experience = np.array(meeting["experience"])
    quarter = np.searchsorted(np.quantile(experience, [0.25, 0.5, 0.75]), experience, side="right")
    band = np.digitize(meeting["confidence"], [2.5, 3.5])
    told = [
        (meeting["kind"], range(6), 10),
        (meeting["gender"], range(2), 3),
        (quarter, range(4), 4),
        (band, range(3), 4),
    ]
    return [
        {"weight": weight, "members": np.flatnonzero(np.asarray(values) == value).tolist()}
        for values, choices, weight in told
        for value in choices
    ]


def pairs_of(meeting):
    """Pairs that cost something in one group."""
    weights = {(i, j): 6 * times * times for i, j, times in meeting["history"]}
    for j, organisation in enumerate(meeting["org"]):
        for i in range(j):
            if meeting["org"][i] == organisation:
                weights[i, j] = weights.get((i, j), 0) + 5
    return [[i, j, weight] for (i, j), weight in weights.items()]
