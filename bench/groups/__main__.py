"""How good small groups are, and how soon: `make bench-groups`.

On one core, in one run, beside programs of others that can be installed, and beside lots. With a folder of published
instances (`--instances FOLDER`, or `grouping` in MINDLINES_REAL_FILES) the figures to reach are known and judged;
without one, meetings are made up on the spot, and judged by their hard wishes alone.
"""

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"  # before numpy is loaded

import argparse  # noqa: E402
import sys  # noqa: E402
from pathlib import Path  # noqa: E402

from bench.groups import tables  # noqa: E402
from bench.groups.peers import Peers  # noqa: E402


def main():
    asked = argparse.ArgumentParser(prog="make bench-groups", description=__doc__.splitlines()[0])
    asked.add_argument("--instances", type=Path, default=_folder(), help="where meetings/ and mdgp/ lie")
    asked.add_argument("--quick", action="store_true", help="few seeds and short times; the figures say less")
    asked.add_argument("--only", choices=list(tables.PARTS), help="one part of the table")
    asked.add_argument("--no-peers", action="store_true", help="ours alone")
    said = asked.parse_args()
    if said.instances and not said.instances.is_dir():
        asked.error(f"there is no folder {said.instances}")
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    peers = Peers(wanted=not said.no_peers)
    print(peers.words)
    print(f"Instances: {said.instances.name}" if said.instances else "No instances are given; meetings are made up.")
    lines = [
        line for part, measure in tables.PARTS.items() if said.only in (None, part) for line in measure(said, peers)
    ]
    tables.show(lines)
    sys.exit(any(line.holds is False for line in lines))


def _folder():
    real = os.environ.get("MINDLINES_REAL_FILES")
    return Path(real, "grouping") if real else None


if __name__ == "__main__":
    main()
