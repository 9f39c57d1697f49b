"""How long a facilitator waits who presses the button on the page of a round: the whole answer, with the page of cards."""

import os
import tempfile
import time
from datetime import timedelta

GROUPS = ("Lay members", "Clinicians", "Commissioners", "Managers", "Researchers")


def waits(shapes, *, times):
    """For each number of people and size of groups: seconds from the button to the whole page, each time anew."""
    with tempfile.TemporaryDirectory(prefix="ml-bench-") as folder:
        os.environ |= {"MINDLINES_DATA": folder, "DJANGO_SETTINGS_MODULE": "mindlines.settings"}
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connections

        call_command("migrate", verbosity=0)
        for people, size in shapes:
            yield people, size, _spent(people, size=size, times=times)
        connections.close_all()


def _spent(people, *, size, times):
    from django.test import Client
    from django.urls import reverse

    work, ana = _round(people, size=size)
    client = Client(SERVER_NAME="localhost")
    client.force_login(ana)
    address = reverse("meetings:round_divide", kwargs={"pk": work.meeting_id, "work": work.pk})
    spent = []
    for number in range(times + 1):
        begun = time.perf_counter()
        answer = client.post(address, {"how": "divided", "key": f"{work.pk} {number}"}, follow=True)
        spent.append(time.perf_counter() - begun)
        assert answer.status_code == 200, answer.status_code
    assert work.divisions.count() == times + 1
    return spent


def _round(people, *, size):
    """A round with these people and the usual wishes, after four earlier rounds."""
    from mindlines.kernel.times import now
    from mindlines.meetings.actions import rounds
    from mindlines.meetings.choices import Phase
    from tests import make

    community = make.community()
    groups = [make.constituency(community, name) for name in GROUPS]
    members = [make.membership(community, constituency=groups[number % len(groups)]) for number in range(people)]
    make.role(members[0])
    for ago in range(1, 5):
        held = make.meeting(community, starts_at=now() - timedelta(days=30 * ago), phase=Phase.HELD)
        make.small_groups(held, *(members[number :: people // size] for number in range(people // size)))
        members = [*members[::ago], *(one for one in members if one not in members[::ago])]
    coming = make.meeting(community, starts_at=now() + timedelta(days=9), phase=Phase.ANNOUNCED)
    ana = next(one.person for one in members if one.facilitates)
    work = rounds.plan(coming, by=ana, words=rounds.Words("What matters", size=size))
    for number, member in enumerate(members):
        work.participants.get_or_create(membership=member, defaults={"is_facilitator": number % size == 0})
    return work, ana
