"""How soon and how well a search finds: `make bench-search`.

Beside our search stand, in the same run and on the same entries, the database's own full text called bare (the same words,
no question of who may read what, no other words for the same thing) and plain LIKE. Then: how many plain searches find their
technical twin among ten thousand other entries, with and without the thesaurus.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(HERE))
os.chdir(HERE)

from tests.services import postgresql  # noqa: E402


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--million", action="store_true", help="also a million entries on PostgreSQL (some minutes)")
    asked.add_argument("--only", choices=("sqlite", "postgresql"), help="one database")
    asked.add_argument("--quick", action="store_true", help="no more than 10,000 entries")
    chosen = asked.parse_args()
    sizes = ["1000", "10000"] if chosen.quick else ["1000", "100000"]
    ended = 0
    if chosen.only != "postgresql":
        ended = run([sizes[-1]], environment={})
    if chosen.only != "sqlite":
        with postgresql() as url:
            more = ["1000000"] if chosen.million and not chosen.quick else []
            ended = run([*sizes, *more], environment={"MINDLINES_DATABASE_URL": url}) or ended
    return ended


def run(sizes: list[str], *, environment: dict[str, str]) -> int:
    with tempfile.TemporaryDirectory(prefix="ml-bench-") as folder:
        settings = {"MINDLINES_DATA": folder, "DJANGO_SETTINGS_MODULE": "mindlines.settings"}
        command = [sys.executable, "-m", "bench.search.measuring", *sizes]
        return subprocess.run(command, env={**os.environ, **settings, **environment}, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
