"""What the page of a meeting costs: `make bench`.

A member who is signed in opens a meeting with twenty items, in communities with few and many members and few and many
past meetings. Each row gives the number of SQL queries, the processor time of the server for one request, the bytes of
HTML and the memory of the worker. The server is the real one, in a process of its own, on a database made for this run.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from datetime import timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

REQUESTS = 60
SIZES = ((40, 3), (40, 300), (4000, 3), (4000, 300))
BOUNDS = {"queries": 12, "cpu_ms": 25.0, "kb": 60.0, "mb": 120.0}


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="ml-bench-") as folder:
        os.environ |= {"MINDLINES_DATA": folder, "DJANGO_SETTINGS_MODULE": "mindlines.settings"}
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connection

        call_command("migrate", verbosity=0)
        print(f"\nThe page of a meeting with 20 items, on {connection.vendor}; {REQUESTS} requests a row")
        print(f"{'members':>8} {'past meetings':>14} {'queries':>8} {'CPU ms':>8} {'HTML kB':>8} {'worker MB':>10}")
        rows = [measure(members, past) for members, past in SIZES]
    report(rows)


def report(rows: list[dict[str, float]]) -> None:
    """Say whether the bounds hold and whether anything grows with size."""
    small, large = rows[0], rows[-1]
    growth = ", ".join(f"{name} × {large[name] / small[name]:.2f}" for name in BOUNDS)
    worst = {name: max(row[name] for row in rows) for name in BOUNDS}
    over = [f"{name} {worst[name]:.1f} (at most {most:g})" for name, most in BOUNDS.items() if worst[name] > most]
    print(f"Largest against smallest community: {growth}")
    print("Over the bounds: " + "; ".join(over) if over else "All bounds hold: 12 queries, 25 ms, 60 kB, 120 MB.")


def measure(members: int, past: int) -> dict[str, float]:
    """Build one community of that size, and ask for its next meeting."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    meeting, person = build(members, past)
    client = Client(SERVER_NAME="localhost")
    client.force_login(person)
    address = meeting.get_absolute_url()
    with CaptureQueriesContext(connection) as captured:
        page = client.get(address)
    assert page.status_code == 200, page.status_code
    cookie = client.cookies["sessionid"].value
    cpu, memory = ask_server(address, cookie)
    row = {"queries": len(captured), "cpu_ms": cpu, "kb": len(page.content) / 1000, "mb": memory}
    print(f"{members:>8} {past:>14} {row['queries']:>8} {cpu:>8.1f} {row['kb']:>8.1f} {memory:>10.0f}", flush=True)
    return row


def build(members: int, past: int):
    """A community with that many members and past meetings, and one announced meeting with twenty items."""
    from django.utils import timezone

    from mindlines.communities.choices import Standing
    from mindlines.communities.models import Membership
    from mindlines.meetings.choices import Phase, Presence
    from mindlines.meetings.models import AgendaItem, Attendance, Meeting
    from mindlines.people.models import Person
    from tests import make

    community = make.community(f"{members} members, {past} past meetings")
    groups = [make.constituency(community, name) for name in ("Lay members", "Clinicians", "Commissioners", "Managers")]
    mark = f"{members}-{past}"
    people = Person.objects.bulk_create(
        Person(name=f"Member {number}", email=f"m{number}-{mark}@example.org", password="!")
        for number in range(members)
    )
    ships = Membership.objects.bulk_create(
        Membership(community=community, person=person, constituency=groups[number % 4], standing=Standing.ACTIVE)
        for number, person in enumerate(people)
    )
    make.role(ships[0])
    now = timezone.now()
    starts = [now - timedelta(days=7 * (number + 1)) for number in range(past)]
    held = Meeting.objects.bulk_create(
        Meeting(
            community=community,
            title=f"Meeting {number}",
            starts_at=at,
            ends_at=at + timedelta(hours=2),
            phase=Phase.HELD,
            held_at=at,
        )
        for number, at in enumerate(starts)
    )
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, membership=ship, presence=Presence.ROOM) for meeting in held for ship in ships[:40]
    )
    coming = make.meeting(
        community,
        "The next meeting",
        starts_at=now + timedelta(days=9),
        phase=Phase.ANNOUNCED,
        place=make.place(community),
    )
    AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=coming,
            position=number,
            title=f"What we learned in place {number}",
            minutes=6,
            lead=ships[number],
            words="A question for all.",
        )
        for number in range(20)
    )
    return coming, people[1]


def ask_server(address: str, cookie: str) -> tuple[float, float]:
    """Processor milliseconds for one request and megabytes of the worker, both read from the system."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "uvicorn", "mindlines.asgi:application", "--port", str(port), "--log-level", "warning"]
    )
    request = urllib.request.Request(f"http://127.0.0.1:{port}{address}", headers={"Cookie": f"sessionid={cookie}"})
    try:
        wait_for(request)
        for _ in range(10):
            urllib.request.urlopen(request).read()
        before = processor_seconds(server.pid)
        for _ in range(REQUESTS):
            urllib.request.urlopen(request).read()
        spent = processor_seconds(server.pid) - before
        return spent / REQUESTS * 1000, megabytes(server.pid)
    finally:
        server.terminate()
        server.wait()


def wait_for(request: urllib.request.Request) -> None:
    until = time.monotonic() + 60
    while True:
        try:
            urllib.request.urlopen(request).read()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return


def processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def megabytes(pid: int) -> float:
    """The proportional set size: what the process holds, with shared pages shared out."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000


if __name__ == "__main__":
    main()
