"""Who may say it in plain words, and who may say that it is clear; nothing is asked of the database."""

from datetime import UTC, date, datetime

import pytest

from mindlines.communities.choices import ConstituencyKind, Standing
from mindlines.communities.models import Constituency, Membership
from mindlines.knowledge import rules
from mindlines.knowledge.models import Item, PlainVersion
from mindlines.people.models import Person

LAY, CLINICAL = Constituency(kind=ConstituencyKind.LAY), Constituency(kind=ConstituencyKind.CLINICAL)


def member(pk=1, *, group=LAY, standing=Standing.ACTIVE, facilitates=False) -> Membership:
    made = Membership(pk=pk, person=Person(pk=pk), constituency=group, standing=standing)
    made.facilitates = facilitates
    return made


def plain(viewer, *, item=None, **more) -> PlainVersion:
    made = PlainVersion(item=item or Item(), **more)
    made.viewer = made.item.viewer = viewer
    return made


GONE = Item(withdrawn_at=datetime(2026, 1, 1, tzinfo=UTC))
DAY = date(2026, 11, 1)


@pytest.mark.parametrize(
    ("item", "viewer", "may"),
    [
        (Item(), member(), True),
        (Item(), member(group=CLINICAL), True),
        (Item(), member(standing=Standing.PAUSED), False),
        (Item(teller_id=1), member(1), True),
        (Item(teller_id=2), member(1), False),
        (Item(teller_id=2), member(1, facilitates=True), False),
        (GONE, member(), False),
    ],
)
def test_active_members_say_it_in_plain_words_and_a_story_is_its_tellers(item, viewer, may):
    item.viewer = viewer
    assert bool(rules.write_plain(item)) is may
    assert bool(rules.change_plain(plain(viewer, item=item))) is may


@pytest.mark.parametrize(
    ("viewer", "more", "may"),
    [
        (member(), {}, True),
        (member(), {"changed_by_id": 2}, True),
        (member(), {"changed_by_id": 1}, False),
        (member(group=CLINICAL), {}, False),
        (member(facilitates=True, group=CLINICAL), {}, False),
        (member(standing=Standing.PAUSED), {}, False),
        (member(), {"item": GONE}, False),
    ],
)
def test_an_active_lay_member_who_did_not_write_it_says_that_it_is_clear(viewer, more, may):
    assert bool(rules.sign_plain(plain(viewer, **more))) is may


@pytest.mark.parametrize(
    ("viewer", "more", "may"),
    [
        (member(1), {"signed_on": DAY, "signed_by_id": 1}, True),
        (member(1), {"signed_on": DAY, "signed_by_id": 2}, False),
        (member(1, facilitates=True), {"signed_on": DAY, "signed_by_id": 2}, True),
        (member(1, facilitates=True), {}, False),
    ],
)
def test_whoever_said_so_or_a_facilitator_takes_it_back(viewer, more, may):
    assert bool(rules.unsign_plain(plain(viewer, **more))) is may


@pytest.mark.parametrize(
    ("viewer", "item", "may"),
    [
        (member(facilitates=True, group=CLINICAL), Item(), True),
        (member(), Item(), False),
        (member(facilitates=True), GONE, False),
    ],
)
def test_a_facilitator_writes_down_what_a_reader_told(viewer, item, may):
    assert bool(rules.sign_plain_for(plain(viewer, item=item))) is may


def test_members_read_it():
    assert rules.read_plain(plain(member(standing=Standing.PAUSED)))
    assert not rules.read_plain(plain(member(standing=Standing.LEFT)))
