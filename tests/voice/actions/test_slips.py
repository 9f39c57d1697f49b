import re
from threading import Thread

import pytest
from django.db import connection

from mindlines.kernel.errors import Refused
from mindlines.voice.actions import slips
from mindlines.voice.actions.slips import HandedElsewhere
from mindlines.voice.choices import BoxPurpose, Way
from mindlines.voice.models import BallotBox
from mindlines.voice.queries import slips as queries
from tests import make_ballots

CODE = re.compile(r"[A-Z0-9]{4}(-[A-Z0-9]{4}){3}")


@pytest.fixture
def box(meeting) -> BallotBox:
    return slips.box_of(meeting)


def test_everyone_is_handed_one_slip_and_no_second(box, bos):
    secret = slips.hand(box, to=bos)
    assert CODE.fullmatch(secret)
    assert queries.was_handed(box, to=bos)
    assert queries.is_valid(box, secret=f" {secret.lower().replace('-', ' ')} ")
    with pytest.raises(HandedElsewhere):
        slips.hand(box, to=bos)


def test_a_device_that_asks_again_after_a_lost_answer_gets_the_same_slip(box, bos):
    proposed = queries.propose()
    assert slips.hand(box, to=bos, secret=proposed) == slips.hand(box, to=bos, secret=proposed) == proposed
    assert (box.slips.count(), box.handed.count()) == (1, 1)


def test_what_is_no_slip_opens_nothing(box, bos):
    slips.hand(box, to=bos)
    assert not queries.is_valid(box, secret="")
    assert not queries.is_valid(box, secret="CDFG-HJKM-NPQR")
    assert not queries.is_valid(box, secret=queries.propose())
    assert slips.hand(slips.new_box(bos.community), to=bos, secret="no code at all")


def test_the_votes_of_a_meeting_and_its_pulse_have_a_box_each(meeting):
    assert slips.box_of(meeting) == slips.box_of(meeting)
    assert slips.box_of(meeting, purpose=BoxPurpose.PULSE) != slips.box_of(meeting)


def test_paper_slips_come_from_a_bag(box, ana, bos, anas):
    printed = slips.print_paper(box, count=5, by=ana)
    assert len(set(printed)) == 5
    assert all(queries.is_valid(box, secret=secret) for secret in printed)
    slips.give_paper(box, to=bos, by=ana)
    with pytest.raises(HandedElsewhere):
        slips.hand(box, to=bos)
    assert box.handed.get().way == Way.PAPER
    assert [line.verb for line in box.community.record.all()] == ["gave-paper-slip", "printed-voting-slips"]


def test_a_bag_of_few_slips_would_give_people_away(box, ana):
    with pytest.raises(Refused, match="at least 5"):
        slips.print_paper(box, count=4, by=ana)


def test_no_more_paper_slips_are_given_out_than_were_printed(box, ana, community):
    slips.print_paper(box, count=5, by=ana)
    people = make_ballots.many(community, 6, group="Clinicians")
    for one in people[:5]:
        slips.give_paper(box, to=one, by=ana)
    with pytest.raises(Refused, match="Print more"):
        slips.give_paper(box, to=people[5], by=ana)


def test_a_slip_says_what_the_device_keeps_and_nothing_else(box, bos):
    kept = queries.cookie(box, of=bos, secret="CDFG-HJKM-NPQR-TVWX")
    assert kept["key"] == queries.cookie_name(box, of=bos)
    assert kept["value"] == "CDFG-HJKM-NPQR-TVWX"
    assert kept["httponly"]
    assert CODE.fullmatch(queries.cookie(box, of=bos)["value"])


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="threads of a test share no SQLite database in memory")
def test_two_devices_that_press_at_once_get_one_slip(box, bos):
    outcomes: list[str] = []

    def press() -> None:
        try:
            outcomes.append(bool(slips.hand(box, to=bos)) and "slip")
        except HandedElsewhere:
            outcomes.append("refused")
        finally:
            connection.close()

    devices = [Thread(target=press) for _number in range(4)]
    for device in devices:
        device.start()
    for device in devices:
        device.join()
    assert sorted(outcomes) == ["refused", "refused", "refused", "slip"]
    assert (box.slips.count(), box.handed.count()) == (1, 1)
