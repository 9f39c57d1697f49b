"""The disk is full."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.urls import reverse

from mindlines.communities.models import CharterVersion

pytestmark = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite lets a test fill its disk")

LONG = "We want what research has found to reach people. " * 60


@pytest.fixture
def full_disk(community) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        [pages] = cursor.fetchone()
        cursor.execute(f"PRAGMA max_page_count={pages}")
        yield
        cursor.execute("PRAGMA max_page_count=1073741823")


def write_charter(client, community, times: int = 1):
    for number in range(times):
        body = {
            "purpose": LONG,
            "what_changed": "All of it",
            "why": "So",
            "how_agreed": "By all",
            "agreed_on": "2026-11-01",
            "based_on": number,
        }
        answer = client.post(reverse("communities:charter_new", args=[community.slug]), body)
        if answer.status_code == 503:
            return answer
    return answer


def test_a_full_disk_is_said_in_words_nothing_is_half_written_and_the_words_come_back(
    as_ana, community, full_disk, caplog
):
    answer = write_charter(as_ana, community, times=40)
    assert answer.status_code == 503
    page = answer.content.decode()
    assert "We could not save this" in page
    assert LONG[:100] in page
    assert LONG[:50] not in caplog.text
    saved = CharterVersion.objects.filter(community=community).count()
    assert community.record.filter(verb="wrote-charter").count() == saved
