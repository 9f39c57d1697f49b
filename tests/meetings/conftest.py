"""Stories about planning are told on a Sunday in November, before the meeting of the cast."""

from datetime import UTC, datetime

import pytest
import time_machine

from tests import make

A_SUNDAY = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture
def in_november():
    with time_machine.travel(A_SUNDAY, tick=False) as clock:
        yield clock


@pytest.fixture
def crowd(meeting, community, bos):
    """A round of three groups of four: Bo and three more lay members, five clinicians, three who facilitate."""
    lay, clinicians, support = community.constituencies.order_by("position")
    work = make.work(meeting, size=4)
    make.there(work, bos)
    for number in range(3):
        make.there(work, make.membership(community, make.person(f"Lay {number}"), constituency=lay))
    for number in range(5):
        make.there(work, make.membership(community, make.person(f"Clinician {number}"), constituency=clinicians))
    for number in range(3):
        member = make.membership(community, make.person(f"Support {number}"), constituency=support)
        make.there(work, member, is_facilitator=True)
    for number in range(1, 4):
        work.groups.create(number=number)
    return work
