import pytest
import time_machine
from django.core.cache import cache

from mindlines.communities.choices import Standing
from mindlines.communities.models import RecordLine
from mindlines.kernel.errors import Refused
from mindlines.live.access.passes import person_of
from mindlines.live.actions import passes
from mindlines.live.models import Pass
from mindlines.meetings.choices import Phase
from tests import make, make_live

HERE = "192.0.2.1"


@pytest.fixture
def room(meeting):
    cache.clear()
    return make_live.room(meeting)


def admit(room, code, guessed_from=HERE):
    return passes.admit(room, code=code, guessed_from=guessed_from)


def test_each_member_gets_a_code_of_their_own_and_the_database_keeps_none(room, ana, bos, community):
    cy = make.membership(community)
    made = passes.make_passes(room, members=[bos, cy], by=ana)
    assert [member for member, _code in made] == [bos, cy]
    codes = [code for _member, code in made]
    assert len(set(codes)) == 2 and all(len(code) == len("HKQ7-3MTW") for code in codes)
    kept = str(list(Pass.objects.values()))
    assert not any(code in kept for code in codes)
    assert RecordLine.objects.get(verb="printed-passes").words == "2"


def test_a_new_paper_takes_the_place_of_the_old_one(room, ana, bos):
    ((_bos, old),) = passes.make_passes(room, members=[bos], by=ana)
    on_a_device = make_live.pass_cookie(admit(room, old))
    ((_bos, new),) = passes.make_passes(room, members=[bos], by=ana)
    with pytest.raises(Refused, match="letter by letter"):
        admit(room, old)
    assert person_of(on_a_device, meeting=room.meeting_id) is None
    assert admit(room, new).membership == bos


def test_after_the_meeting_nobody_needs_a_paper(room, ana, bos):
    type(room.meeting).objects.update(phase=Phase.HELD)
    with pytest.raises(Refused, match="This meeting is over"):
        passes.make_passes(room, members=[bos], by=ana)


def test_a_code_may_be_typed_in_small_letters_and_without_the_line(room, bos):
    given = make_live.given_pass(room, bos, "HKQ7-3MTW")
    assert admit(room, " hkq73mtw ") == given


def test_a_code_opens_its_own_meeting_alone(room, bos, community):
    make_live.given_pass(room, bos, "HKQ7-3MTW")
    with pytest.raises(Refused, match="letter by letter"):
        admit(make_live.room(make.meeting(community, "Another")), "HKQ7-3MTW")


def test_the_paper_of_somebody_who_left_opens_nothing(room, bos):
    make_live.given_pass(room, bos, "HKQ7-3MTW")
    type(bos).objects.filter(pk=bos.pk).update(standing=Standing.PAUSED)
    with pytest.raises(Refused, match="letter by letter"):
        admit(room, "HKQ7-3MTW")


def test_a_week_after_the_meeting_a_paper_opens_nothing_and_then_it_is_forgotten(room, bos):
    make_live.given_pass(room, bos, "HKQ7-3MTW")
    with time_machine.travel(room.meeting.ends_at + make.timedelta(days=6), tick=False):
        passes.forget_passes()
        assert admit(room, "HKQ7-3MTW")
    with time_machine.travel(room.meeting.ends_at + make.timedelta(days=7, minutes=1), tick=False):
        with pytest.raises(Refused, match="no longer open"):
            admit(room, "HKQ7-3MTW")
        passes.forget_passes()
    assert not Pass.objects.exists()


def test_no_paper_lets_a_facilitator_in(room, anas):
    make_live.given_pass(room, anas, "HKQ7-3MTW")
    with pytest.raises(Refused, match="Sign in with your e-mail address"):
        admit(room, "HKQ7-3MTW")


def test_whoever_guesses_is_slowed_down_and_nobody_else(room, bos):
    make_live.given_pass(room, bos, "HKQ7-3MTW")
    for _guess in range(passes.WRONG_CODES):
        with pytest.raises(Refused, match="letter by letter"):
            admit(room, "CCCC-CCCC")
    with pytest.raises(Refused, match="too many wrong codes"):
        admit(room, "HKQ7-3MTW")
    assert admit(room, "HKQ7-3MTW", guessed_from="192.0.2.2")
