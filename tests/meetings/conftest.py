"""Stories about planning are told on a Sunday in November, before the meeting of the cast."""

from datetime import UTC, datetime

import pytest
import time_machine

A_SUNDAY = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture
def in_november():
    with time_machine.travel(A_SUNDAY, tick=False) as clock:
        yield clock
