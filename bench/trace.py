"""What the trace of a decision costs: `make bench-trace`.

A member opens the trace of a decision under which few things lie, and of one under which ten thousand lie: statements of a
study, contributions, actions and changes of practice. Each row gives the SQL queries, the processor time of one request and the
kilobytes of HTML; the last line sets the large one beside the small one.
"""

import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

SIZES = (10, 1_000, 10_000)
REQUESTS = 5
BOUNDS = {"queries": 60, "cpu_ms": 2_000.0, "kb": 400.0}


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="ml-bench-") as folder:
        os.environ |= {"MINDLINES_DATA": folder, "DJANGO_SETTINGS_MODULE": "mindlines.settings"}
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connection

        call_command("migrate", verbosity=0)
        print(f"\nThe trace of a decision, on {connection.vendor}; {REQUESTS} requests a row")
        print(f"{'things':>8} {'queries':>8} {'CPU ms':>8} {'HTML kB':>8}")
        rows = [measure(size) for size in SIZES]
    small, large = rows[0], rows[-1]
    print("Ten thousand against ten: " + ", ".join(f"{name} × {large[name] / small[name]:.1f}" for name in BOUNDS))
    over = [f"{name} {large[name]:.0f} (at most {most:g})" for name, most in BOUNDS.items() if large[name] > most]
    print("Over the bounds: " + "; ".join(over) if over else "All bounds hold: 60 queries, 2,000 ms, 400 kB.")


def measure(size: int) -> dict[str, float]:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    decision, person = build(size)
    client = Client(SERVER_NAME="localhost")
    client.force_login(person)
    address = f"/trace/decision/{decision.pk}/"
    with CaptureQueriesContext(connection) as captured:
        page = client.get(address)
    assert page.status_code == 200, page.status_code
    queries = len(captured)
    begun = time.process_time()
    for _request in range(REQUESTS):
        client.get(address)
    cpu = 1000 * (time.process_time() - begun) / REQUESTS
    row = {"queries": queries, "cpu_ms": cpu, "kb": len(page.content) / 1000}
    print(f"{size:>8,} {row['queries']:>8} {cpu:>8.0f} {row['kb']:>8.0f}", flush=True)
    return row


def build(size: int):
    """A decision with so many things around it, a quarter of each kind."""
    from mindlines.communities.models import Membership
    from mindlines.coproduction.models import FollowUp, Ground, PracticeChange
    from mindlines.kernel.times import now
    from mindlines.knowledge.models import Statement
    from mindlines.meetings.models import Action
    from mindlines.voice.models import Contribution
    from tests import make, make_coproduction, make_knowledge

    community = make.community(f"{size} things")
    lay = make.constituency(community)
    member = make.membership(community, constituency=lay)
    study = make_knowledge.item(community)
    decision = make_coproduction.decision(community, stage="closed", closed_at=now())
    part = max(1, size // 4)
    statements = Statement.objects.bulk_create(
        Statement(item=study, words=f"Claim {number} of the review", key=f"s{size}-{number}") for number in range(part)
    )
    said = Contribution.objects.bulk_create(
        Contribution(community=community, words=f"Point {number}", constituency=lay, key=f"c{size}-{number}")
        for number in range(part)
    )
    Ground.objects.bulk_create(Ground(decision=decision, statement=each) for each in statements)
    Ground.objects.bulk_create(Ground(decision=decision, contribution=each) for each in said)
    actions = Action.objects.bulk_create(
        Action(community=community, words=f"Ring practice {number}") for number in range(part)
    )
    FollowUp.objects.bulk_create(FollowUp(decision=decision, action=each) for each in actions)
    changes = PracticeChange.objects.bulk_create(
        PracticeChange(community=community, what=f"Change {number}", since=date(2026, 3, 2), key=f"p{size}-{number}")
        for number in range(part)
    )
    through = PracticeChange.actions.through
    through.objects.bulk_create(
        through(practicechange=change, action=action) for change, action in zip(changes, actions, strict=True)
    )
    return decision, Membership.objects.get(pk=member.pk).person


if __name__ == "__main__":
    main()
