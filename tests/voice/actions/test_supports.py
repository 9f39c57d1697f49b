"""Supporting what somebody else said, and writing over what has no name."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mindlines.kernel.errors import Refused
from mindlines.voice.actions import among, slips
from mindlines.voice.actions import supports as actions
from mindlines.voice.choices import BoxPurpose, Showing
from mindlines.voice.models import BallotBox, Contribution, Support
from tests import make_voice


@pytest.fixture
def said(community) -> Contribution:
    return make_voice.contribution(community)


def handed(contribution, member) -> str:
    return slips.hand(actions.box_of(contribution), to=member)


def test_a_slip_supports_once_and_nobody_knows_whose_it_is(said, bos):
    slip = handed(said, bos)
    for _number in range(2):
        actions.support(said, slip=slip)
    support = Support.objects.get()
    assert slip not in support.lock
    assert {field.name for field in Support._meta.fields} == {"id", "contribution", "lock"}


def test_a_support_is_taken_back(said, bos):
    slip = handed(said, bos)
    actions.support(said, slip=slip)
    actions.unsupport(said, slip=slip)
    actions.unsupport(said, slip=slip)
    assert not Support.objects.exists()


def test_a_slip_that_nobody_was_handed_supports_nothing(said):
    with pytest.raises(Refused, match="no voting slip"):
        actions.support(said, slip="HKQ7-3MTW-CDFG-9JKN")


def test_what_is_hidden_is_not_supported(said, bos):
    slip = handed(said, bos)
    said.showing = Showing.HIDDEN
    with pytest.raises(Refused, match="not shown any more"):
        actions.support(said, slip=slip)


def test_outside_meetings_a_community_has_one_box(community, said):
    other = make_voice.contribution(community)
    assert actions.box_of(said) == actions.box_of(other)
    assert BallotBox.objects.get().purpose == BoxPurpose.ROOM


def test_a_meeting_has_its_own_box(community, meeting, said):
    in_meeting = make_voice.contribution(community, meeting=meeting)
    assert actions.box_of(in_meeting).meeting == meeting
    assert actions.box_of(said).meeting is None


def test_writing_over_changes_nothing_that_can_be_read(community, meeting, bos):
    said = make_voice.contribution(community, "Fresh", meeting=meeting)
    make_voice.contribution(community, "Old", made_on=timezone.localdate() - timedelta(days=9))
    for member in [bos, *make_voice.crowd(community, 3)]:
        actions.support(said, slip=handed(said, member))
    before = contents()
    among.mix_fresh()
    assert contents() == before


def contents() -> list:
    return [sorted(kind.objects.values_list()) for kind in (Contribution, Support)]
