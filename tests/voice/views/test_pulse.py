import pytest
from django.test import Client
from django.urls import reverse

from mindlines.meetings.choices import Phase
from mindlines.voice.actions import pulse, slips
from mindlines.voice.models import Ballot, Handed, Poll
from mindlines.voice.queries import pulse as queries
from tests import make
from tests.conftest import signed_in
from tests.voice.talk import answered, came, here

ANSWER = {f"said-{number}": "4" for number in range(6)}


def address(name, meeting, **more):
    return reverse(f"voice:{name}", kwargs={"pk": meeting.pk, **more})


@pytest.fixture
def held(meeting, anas, bos):
    meeting.phase = Phase.HELD
    meeting.save()
    here(meeting, anas, bos)
    return meeting


@pytest.fixture
def poll(held, ana):
    return pulse.ask(held, by=ana)


def test_before_anybody_is_asked_the_page_says_what_comes(as_ana, as_bo, held):
    assert "A facilitator can ask" in as_bo.get(address("pulse", held)).content.decode()
    assert "Ask how it was" in as_ana.get(address("pulse", held)).content.decode()
    as_ana.post(address("ask_pulse", held))
    assert Poll.objects.get().kind == "pulse"
    held.phase = Phase.UNDER_WAY
    held.save()
    Poll.objects.all().delete()
    assert "Close the meeting first" in as_ana.get(address("pulse", held)).content.decode()


def test_bo_answers_and_changes_it_on_the_same_device(as_bo, held, poll):
    as_bo.get(address("pulse", held))
    as_bo.post(address("pulse", held), {**ANSWER, "why": "Warm"})
    page = as_bo.get(address("pulse", held))
    assert page.context["asked"].given.before == [4] * 6
    assert [row.value() for row in page.context["form"].rows] == ["4"] * 6
    assert page.context["asked"].slip in page.content.decode()
    as_bo.post(address("pulse", held), {**ANSWER, "said-0": "0"})
    assert Ballot.objects.get().before == [None, 4, 4, 4, 4, 4]
    again = as_bo.get(address("pulse", held)).context["form"]
    assert again["said-0"].value() == "0"


def test_another_device_asks_for_the_code(as_bo, bo, held, poll):
    as_bo.post(address("pulse", held), ANSWER)
    code = next(morsel.value for name, morsel in as_bo.cookies.items() if name.startswith("ml_slip"))
    phone = signed_in(bo)
    assert "You have answered already" in phone.get(address("pulse", held)).content.decode()
    assert "You have answered already" in phone.post(address("pulse", held), ANSWER).content.decode()
    assert "No voting slip has this code" in phone.post(address("pulse", held), {"code": "ABCD"}).content.decode()
    phone.post(address("pulse", held), {"code": code.lower()})
    phone.post(address("pulse", held), {**ANSWER, "said-5": "1"})
    assert Ballot.objects.get().before == [4, 4, 4, 4, 4, 1]


def test_an_empty_form_is_not_an_answer(as_bo, held, poll):
    page = as_bo.post(address("pulse", held), {"why": "Warm"})
    assert "Choose an answer to at least one sentence." in page.content.decode()
    assert not Ballot.objects.exists()


def test_a_personal_link_opens_the_form_without_signing_in_and_nothing_else(held, poll, bos):
    link = reverse("voice:pulse_by_link", kwargs={"token": queries.token(poll, membership=bos)})
    stranger = Client()
    assert "Bo Berg" not in stranger.get(link).content.decode()
    assert stranger.post(link, ANSWER, follow=True).status_code == 200
    assert Handed.objects.get().membership == bos
    pulse.close(poll, by=None)
    assert "time for answers is over" in stranger.get(link).content.decode()
    bos.standing = "paused"
    bos.save()
    for broken in (link, reverse("voice:pulse_by_link", kwargs={"token": "x" + queries.token(poll, membership=bos)})):
        assert stranger.get(broken).status_code == 404


def test_who_was_not_there_is_told_so(held, poll, community):
    someone = make.membership(community)
    page = signed_in(someone.person).get(address("pulse", held))
    assert "Only people who were at this meeting are asked" in page.content.decode()


def test_the_result_is_seen_after_closing_and_lines_by_facilitators_alone(as_ana, as_bo, held, poll):
    answered(poll, lay=[4] * 6, other=[])
    Ballot.objects.update(why="It was warm")
    assert "Mostly: 6" not in as_bo.get(address("pulse", held)).content.decode()
    as_ana.post(address("close_pulse", held))
    seen, hers = as_bo.get(address("pulse", held)).content.decode(), as_ana.get(address("pulse", held)).content.decode()
    assert "Mostly: 6" in seen
    assert "It was warm" in hers
    assert "It was warm" not in seen


def test_too_few_answers_lead_to_a_talk(as_ana, held, poll):
    answered(poll, lay=[4] * 2, other=[])
    as_ana.post(address("close_pulse", held))
    assert "Talk about it instead" in as_ana.get(address("pulse", held)).content.decode()


def test_on_the_phone_somebody_else_writes_it_down(as_ana, held, poll, bos):
    as_ana.post(address("pulse_for", held, member=bos.pk), ANSWER)
    assert Handed.objects.get().way == "proxy"
    assert as_ana.get(address("pulse_for", held, member=bos.pk + 100)).status_code == 404


def test_sheets_are_printed_drawn_and_typed_in(as_ana, held, poll, bos, ana):
    printed = as_ana.post(address("pulse_sheets", held), {"all": 5})
    assert printed["Content-Type"] == "application/pdf"
    assert "at least 5" in as_ana.post(address("pulse_sheets", held), {"all": 2}).content.decode()
    as_ana.post(address("pulse_give_sheet", held, member=bos.pk))
    assert [one.pk for one in queries.not_asked_yet(poll, meeting=held)] == [ana.memberships.get().pk]
    code = slips.print_paper(poll.box, count=5, by=ana)[0]
    wrong = as_ana.post(address("pulse_sheet", held), {**ANSWER, "code": "HKQ7-3MTW-CDFG-9JKN"})
    assert "No sheet has this code" in wrong.content.decode()
    as_ana.post(address("pulse_sheet", held), {**ANSWER, "code": code})
    assert Ballot.objects.get().before == [4] * 6


def test_where_sides_are_counted_sheets_come_in_two_piles(as_ana, meeting, ana, bos):
    meeting.phase = Phase.HELD
    meeting.save()
    came(meeting, "Clinicians", 5)
    came(meeting, "Lay members", 5)
    poll = pulse.ask(meeting, by=ana)
    assert as_ana.post(address("pulse_sheets", meeting), {"lay": 3, "other": 3})["Content-Type"] == "application/pdf"
    code = slips.print_paper(poll.box, count=5, by=ana)[0]
    page = as_ana.post(address("pulse_sheet", meeting), {**ANSWER, "code": code})
    assert "side" in page.context["form"].errors


def test_a_pulse_is_no_poll_that_somebody_else_could_open(as_ana, held, poll):
    assert poll.get_absolute_url() == address("pulse", held)
    assert as_ana.get(reverse("voice:poll", kwargs={"pk": poll.pk})).status_code == 404


def test_who_has_not_answered_is_listed_for_whoever_helps(as_ana, held, poll, bos, anas):
    page = as_ana.get(address("pulse_others", held))
    assert page.context["members"] == [anas, bos]
    assert "0 of 2 people have answered" in " ".join(page.content.decode().split())
    assert as_ana.get(address("pulse_others", make.meeting(held.community))).status_code == 404
    assert as_ana.get(address("pulse_for", held, member=bos.pk)).context["other"] == bos
