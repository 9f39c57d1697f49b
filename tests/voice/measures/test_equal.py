from datetime import timedelta

import pytest

from mindlines.meetings.choices import ItemKind, Phase
from mindlines.voice.actions import polls, pulse
from mindlines.voice.measures.equal import equal
from mindlines.voice.models import Contribution
from tests import make
from tests.voice.talk import answered, came, group, here, spoke


@pytest.fixture
def lay(community):
    return group(community, "Lay members")


@pytest.fixture
def clinicians(community):
    return group(community, "Clinicians")


def held(community, *, weeks=0, **more):
    return make.meeting(community, phase=Phase.HELD, starts_at=make.A_WEDNESDAY + timedelta(weeks=weeks), **more)


def sitting(community, *, weeks, lay, clinicians):
    """A meeting of five lay members and five clinicians with so many turns each."""
    meeting = held(community, weeks=weeks)
    came(meeting, "Lay members", 5)
    came(meeting, "Clinicians", 5)
    spoke(meeting, group(community, "Lay members"), times=lay)
    spoke(meeting, group(community, "Clinicians"), times=clinicians)
    return meeting


def strips(found):
    return {strip.name: strip for strip in found.speaking.strips}


def test_an_empty_community_has_nothing_to_compare(community):
    found = equal(community)
    assert found.is_empty
    assert (found.meetings, found.speaking.sentences, found.uptakes.sentences, found.feeling.sentences) == (
        0,
        (),
        (),
        (),
    )


def test_over_the_meetings_what_a_group_said_stands_beside_what_it_would_have_said(community):
    sitting(community, weeks=0, lay=2, clinicians=18)
    sitting(community, weeks=1, lay=10, clinicians=10)
    found = equal(community)
    told = strips(found)["Lay members"]
    assert [cell.words for cell in told.cells] == ["far below their share", "about their share"]
    assert told.words == "below their share"
    assert found.speaking.sentences == (
        "Lay members speak below their share.",
        "Clinicians speak above their share.",
    )
    assert [dot.x for dot in told.dots] == [30, 90]
    assert told.dots[0].y == 110
    assert told.dots[1].y == 60


def test_meetings_with_few_turns_or_that_are_not_over_do_not_count(community, lay):
    few = held(community)
    came(few, "Lay members", 5)
    spoke(few, lay, times=3)
    sitting(community, weeks=1, lay=10, clinicians=10)
    make.meeting(community, phase=Phase.ANNOUNCED)
    found = equal(community)
    assert (found.meetings, found.speaking.counted) == (2, 1)
    assert found.speaking.sentences == ("Every group that can be compared speaks about its share.",)


def test_a_group_of_two_is_not_compared_and_whoever_was_away_was_away(community, lay, bos):
    meeting = sitting(community, weeks=0, lay=0, clinicians=12)
    meeting.attendance.filter(membership__constituency=lay).delete()
    here(meeting, bos)
    one = held(community, weeks=1)
    came(one, "Support team", 4)
    spoke(one, group(community, "Support team"), times=12)
    told = strips(equal(community))
    assert told["Lay members"].words == "not compared: fewer than three people"
    assert [cell.words for cell in told["Lay members"].cells] == ["fewer than three", "nobody there"]
    assert told["Lay members"].dots == []


def test_how_many_spoke_is_told_of_the_last_meeting(community, lay):
    meeting = held(community)
    ann, *_others = came(meeting, "Lay members", 4)
    spoke(meeting, lay, membership=ann, times=12)
    assert (
        "Lay members: 1 of 4 people spoke at the last meeting of which this is known."
        in equal(community).speaking.sentences
    )


def test_whose_points_wait_for_an_answer(community, lay, clinicians):
    for constituency, became in ((lay, "unanswered"), (lay, "adopted"), (clinicians, "answered")):
        for number in range(3 if constituency == lay else 5):
            Contribution.objects.create(
                community=community, constituency=constituency, words=f"{became} {number}", uptake=became
            )
    found = equal(community).uptakes
    assert found.sentences == (
        "Points of Lay members are left without an answer more often than those of Clinicians.",
        "Lay members: 3 of 6 points wait for an answer.",
    )
    assert [(row.name, row.points, row.is_shown) for row in found.rows] == [
        ("Lay members", 6, True),
        ("Clinicians", 5, True),
        ("Support team", 0, False),
    ]
    Contribution.objects.update(uptake="answered")
    assert equal(community).uptakes.sentences == ("Everything that was brought in has an answer.",)


def test_how_it_was_for_both_sides(community, ana):
    meeting = sitting(community, weeks=0, lay=10, clinicians=10)
    poll = pulse.ask(meeting, by=ana)
    answered(poll, lay=[2] * 5, other=[5] * 5)
    assert equal(community).feeling.rows == ()
    polls.close(poll, by=ana)
    found = equal(community).feeling
    assert (found.rows[0].cells[0].lay, found.rows[0].cells[0].others) == ("A little", "Fully")
    assert found.sentences == (
        "At the last meeting lay members answered lower to 6 of the six sentences, most of all to “I knew what my part was today.”",
    )
    poll.ballots.filter(side="lay").update(before=[5] * 6)
    assert equal(community).feeling.sentences == ("At the last meeting both sides answered much the same.",)
    poll.ballots.update(side="")
    found = equal(community).feeling
    assert found.sentences == (
        "Fewer than five answered on one of the sides, so they are not compared. Ask them in a talk.",
    )
    assert (found.rows[0].cells[0].lay, found.rows[0].cells[0].everyone) == ("", "Fully")


def test_who_leads_the_agenda_and_who_holds_roles(community, anas, bos):
    for constituency in ("Clinicians", "Clinicians", "Clinicians", "Lay members", "Lay members"):
        make.membership(community, constituency=group(community, constituency))
    clinician = community.memberships.filter(constituency__name="Clinicians").first()
    meeting = held(community)
    make.item(meeting, lead=clinician, minutes=60)
    make.item(meeting, lead=bos, minutes=10)
    make.item(meeting, kind=ItemKind.BREAK, minutes=30, lead=bos)
    make.item(meeting, minutes=15)
    make.role(clinician, "chair")
    found = equal(community)
    assert [(row.name, row.count, row.band) for row in found.agenda.rows] == [
        ("Lay members", 10, "far below their share"),
        ("Clinicians", 60, "above their share"),
        ("Support team", 0, ""),
    ]
    assert found.agenda.sentences[0] == "Lay members lead far below their share of the agenda: 10 of 70 minutes."
    assert found.roles.sentences[0] == "Lay members hold far below their share of the roles: 0 of 1."


def test_it_costs_the_same_for_one_meeting_and_for_many(community, django_assert_num_queries):
    sitting(community, weeks=0, lay=5, clinicians=10)
    with django_assert_num_queries(10):
        equal(community)
    for weeks in range(1, 31):
        sitting(community, weeks=weeks, lay=5, clinicians=10)
    with django_assert_num_queries(10):
        found = equal(community)
    assert (found.meetings, len(found.speaking.meetings)) == (30, 10)
