"""The room on the day: a facilitator at a desk, two members on phones and somebody who counts, all at once."""

from contextlib import AbstractContextManager
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.utils import timezone
from playwright.sync_api import Locator, expect

from mindlines.communities.models import Membership
from mindlines.meetings.choices import Phase, Presence
from mindlines.meetings.models import Attendance, Meeting
from mindlines.voice.actions import ballots
from mindlines.voice.models import Poll
from tests import make, make_ballots, make_live, make_voice
from tests.journeys.conftest import PHONE, sign_in
from tests.journeys.walker import Walker

TAKES_A_MOMENT = 10_000


@pytest.fixture
def today(community, ana, anas, bos) -> Meeting:
    """A meeting that begins now, with three items, a vote that is prepared, and eight people who are in the room already."""
    cache.clear()
    meeting = make.meeting(community, "Winter meeting", phase=Phase.ANNOUNCED, starts_at=timezone.now())
    for title, minutes in (("Welcome", 10), ("The leaflet", 30), ("Goodbye", 5)):
        make.item(meeting, title, minutes=minutes)
    for group in ("Lay members", "Clinicians"):
        there = make_ballots.many(community, 4, group=group)
        Attendance.objects.bulk_create(
            [Attendance(meeting=meeting, membership=one, presence=Presence.ROOM) for one in there]
        )
    return meeting


@pytest.fixture
def people(community, today, ana, bo, visit) -> SimpleNamespace:
    """Ana at a desk, Bo and Eve on phones, and Fin, who will count, at a desk."""
    clinicians = community.constituencies.get(name="Clinicians")
    eve = make.membership(community, make.person("Eve Endo"), constituency=clinicians)
    fin = make.membership(community, make.person("Fin Fox"), constituency=clinicians)
    return SimpleNamespace(
        ana=Walker(visit(ana), name="leads"),
        bo=Walker(visit(bo, on=PHONE), name="follows"),
        eve=Walker(visit(eve.person, on=PHONE), name="follows-too"),
        fin=Walker(visit(fin.person), name="counts"),
        eves=eve,
        fins=fin,
    )


def test_a_meeting_is_held_in_its_room(people, today, bos):
    poll = make_ballots.poll(
        today.community, meeting=today, is_open=False, question="Do we print it again?", is_paired=True
    )
    prepares_the_room(people.ana, today, scribe=people.fins)
    come_in(people, today)
    begins(people)
    somebody_asks(people)
    a_word_is_explained(people)
    people_want_to_speak(people)
    somebody_counts(people, today)
    vote_before_and_after(people, poll.question)
    groups_bring_something_back(people, today, bos)
    closes(people)


def prepares_the_room(ana: Walker, meeting: Meeting, *, scribe: Membership) -> None:
    ana.opens(meeting.get_absolute_url())
    ana.follows("Prepare a room for the day", inside="body")
    ana.presses("Prepare the room")
    ana.reads("The meeting has not begun", "Begin the meeting")
    ana.follows("How the room works, and who counts", inside="body")
    ana.picks("Ask somebody", scribe.name)
    ana.presses("Let them count")
    ana.reads(scribe.name)
    ana.follows("Running the meeting", inside="body")


def come_in(people: SimpleNamespace, meeting: Meeting) -> None:
    people.bo.opens("/room/")
    people.bo.writes("The code of the meeting", meeting.room.code.lower().replace("-", " "))
    people.bo.presses("Continue")
    people.bo.reads("Welcome. How are you here?", "The meeting has not begun")
    people.bo.presses("In the room")
    expect(people.bo.page.get_by_text("How are you here?")).to_have_count(0)
    people.eve.opens(meeting.get_absolute_url())
    people.eve.follows("Go to the room")
    people.eve.presses("Online")
    soon(part(people.ana, "people").get_by_text("Lay members: 5"))


def begins(people: SimpleNamespace) -> None:
    taps(people.ana, "Begin the meeting")
    for phone in (people.bo, people.eve):
        soon(part(phone, "now").get_by_role("heading", name="Welcome"))
        soon(part(phone, "now").get_by_text("left"))
        phone.looks("begun")
    taps(people.ana, "Next item")
    for phone in (people.bo, people.eve):
        soon(part(phone, "now").get_by_role("heading", name="The leaflet"))
    people.ana.looks("leading")


def somebody_asks(people: SimpleNamespace) -> None:
    bo, eve, ana = people.bo, people.eve, people.ana
    bo.writes("Your question or point", "Is the print large enough?")
    bo.chooses("Without my name")
    bo.looks("asking")
    taps(bo, "Send")
    soon(part(bo, "questions").get_by_text("Is the print large enough?"))
    soon(part(eve, "questions").get_by_text("Without a name"))
    taps(eve, "I would like this heard too")
    soon(eve.button("You support this. Take it back"))
    eve.looks("supporting")
    soon(part(ana, "questions").get_by_text("1 supports it"))
    taps(ana, "Answered", inside="questions")
    soon(part(bo, "questions").get_by_text("1 is settled"))
    part(bo, "questions").get_by_text("1 is settled").click()
    bo.reads("It was answered in the meeting.")
    bo.looks("answered")


def a_word_is_explained(people: SimpleNamespace) -> None:
    people.bo.writes("Which word?", "PROM")
    taps(people.bo, "I don’t understand this word")
    soon(part(people.ana, "words").get_by_text("PROM"))
    part(people.ana, "words").get_by_role("textbox").fill("Questions that patients answer about how they are.")
    people.ana.looks("explaining")
    taps(people.ana, "Explain it to everyone")
    for phone in (people.bo, people.eve):
        soon(part(phone, "words").get_by_text("Questions that patients answer about how they are."))


def people_want_to_speak(people: SimpleNamespace) -> None:
    people.eve.page.get_by_label("In a few words, what about?").fill("Who pays")
    taps(people.eve, "Raise my hand")
    taps(people.bo, "Raise my hand")
    soon(people.bo.page.get_by_text("1 person may speak before you."))
    people.bo.looks("hand")
    queue = part(people.ana, "queue")
    soon(queue.get_by_text("Who pays"))
    soon(queue.get_by_text("Bo Berg"))
    people.ana.looks("queue")
    taps(people.ana, "Call Eve Endo")
    for phone in (people.bo, people.eve):
        soon(part(phone, "queue").get_by_text("Eve Endo speaks (Clinicians)"))
    # A clinician was heard and no lay member.
    soon(queue.get_by_text("Lay members"))
    taps(people.ana, "Call Bo Berg")
    soon(part(people.eve, "queue").get_by_text("Bo Berg speaks"))
    soon(people.eve.button("Raise my hand"))
    soon(part(people.bo, "queue").get_by_text("It is your turn."))
    people.bo.looks("speaking")
    taps(people.ana, "Has spoken")
    soon(queue.get_by_text("No hand is up."))
    soon(people.bo.button("Raise my hand"))


def somebody_counts(people: SimpleNamespace, meeting: Meeting) -> None:
    fin = people.fin
    fin.opens(f"{meeting.room.get_absolute_url()}scribe/")
    for _turn in range(11):
        taps(fin, "Clinicians")
    taps(fin, "Lay members")
    soon(part(fin, "voices").get_by_text("11 turns"))
    fin.looks("counted")
    taps(fin, "Take it back")
    soon(part(fin, "voices").get_by_text("Lay members speak less than their share."))
    soon(part(people.ana, "voices").get_by_text("11 turns"))
    people.ana.looks("voices")


def vote_before_and_after(people: SimpleNamespace, question: str) -> None:
    ana, bo, eve = people.ana, people.bo, people.eve
    taps(ana, f"Open: {question}")
    for phone, choice in ((bo, "Yes"), (eve, "No")):
        soon(part(phone, "poll").get_by_role("heading", name=question))
        votes(phone, choice)
    slips: dict[Membership, str] = {}
    others_vote(question, slips)
    soon(part(ana, "poll").get_by_text("6 people"))
    ana.looks("voting")
    taps(ana, "Close the first vote and talk")
    soon(part(bo, "poll").get_by_text("Now we talk about it."))
    taps(ana, "Open the second vote")
    for phone in (bo, eve):
        soon(phone.button("Send my answer"))
        votes(phone, "Yes")
    others_vote(question, slips)
    taps(ana, "Close the poll for good")
    soon(part(bo, "poll").get_by_text("The vote is closed."))
    taps(ana, "Show the result to everyone")
    for phone in (bo, eve):
        soon(part(phone, "poll").get_by_text("Yes").first)
        phone.looks("result")


def others_vote(question: str, slips: dict[Membership, str]) -> None:
    """Four people who have been in the room all the time; `slips` is what their devices hold."""
    poll = Poll.objects.get(question=question)
    for row in poll.meeting.attendance.select_related("membership").order_by("pk")[:4]:
        answer = make_ballots.choosing(poll, "No")
        slips[row.membership] = ballots.vote(poll, answer=answer, by=row.membership, slip=slips.get(row.membership, ""))


def votes(phone: Walker, choice: str) -> None:
    part(phone, "poll").get_by_label(choice, exact=True).check()
    phone.looks("ballot")
    taps(phone, "Send my answer")
    soon(phone.page.get_by_text("Your answer counts."))


def groups_bring_something_back(people: SimpleNamespace, meeting: Meeting, bos: Membership) -> None:
    make_live.shown_groups(meeting, [bos, people.eves], title="What gets in the way?", task="Talk about **the print**.")
    people.bo.reloads()
    people.bo.follows("My group")
    people.bo.reads("Talk about the print.", "Eve Endo")
    people.bo.writes("What should the others hear?", "Larger letters, fewer words.")
    people.bo.looks("written")
    people.bo.presses("Send it to the notes")
    people.bo.reads("It is in the notes of the meeting")
    people.ana.opens(f"{meeting.get_absolute_url()}notes/")
    people.ana.reads("Larger letters, fewer words.")


def closes(people: SimpleNamespace) -> None:
    people.bo.follows("The room", inside="body")
    people.ana.opens(f"{people.bo.page.url.split('#')[0]}console/")
    people.ana.page.get_by_text("End the meeting").click()
    people.ana.looks("ending")
    taps(people.ana, "Close the room")
    for phone in (people.bo, people.eve):
        soon(part(phone, "now").get_by_text("The meeting is closed. Thank you.").first)
        phone.looks("closed")


def test_the_wall_and_a_visitor_follow(today, ana, visit):
    make_live.room(today, item=today.items.get(title="The leaflet"))
    today.room.times.create(item=today.room.item)
    wall, guest = Walker(visit(), name="wall"), Walker(visit(on=PHONE), name="visits")
    wall.opens(f"/screen/{today.room.screen}/")
    wall.reads("The leaflet", "Join in with your phone", today.room.code)
    guest.opens(f"/room/{today.room.code}/")
    guest.follows("Follow the meeting")
    guest.reads("The leaflet")
    guest.writes("Your question or point", "May I come next time?")
    taps(guest, "Send")
    leads = Walker(visit(ana), name="leads-visitors")
    leads.opens(f"{today.room.get_absolute_url()}console/")
    leads.reads("May I come next time?", "Only you see it")
    taps(leads, "Show it to everyone")
    soon(part(guest, "questions").get_by_text("May I come next time?"))
    soon(part(wall, "questions").get_by_text("May I come next time?"))
    wall.looks("asked")


def test_a_member_follows_asks_and_votes_without_a_script(today, bo, without_script, site):
    make_live.room(today, item=today.items.get(title="The leaflet"))
    today.room.times.create(item=today.room.item)
    make_ballots.poll(today.community, meeting=today, question="Do we print it again?")
    sign_in(without_script, bo, site=site)
    walker = Walker(without_script, name="no-script-room", scripts=False)
    walker.opens(today.room.get_absolute_url())
    walker.presses("In the room")
    walker.reads("The leaflet", "Do we print it again?")
    walker.chooses("Yes")
    walker.presses("Send my answer")
    walker.reads("Your answer counts.")
    walker.writes("Your question or point", "Who prints it?")
    walker.presses("Send", nth=1)
    walker.reads("Who prints it?")
    walker.presses("I would like this heard too")
    walker.presses("You support this. Take it back")
    walker.writes("Which word?", "PROM")
    walker.presses("I don’t understand this word")
    walker.presses("Raise my hand")
    walker.reads("Your hand is up")
    walker.presses("Take my hand down")
    walker.reads("No hand is up.")


def test_a_facilitator_leads_without_a_script(today, ana, bos, without_script, site):
    sign_in(without_script, ana, site=site)
    walker = Walker(without_script, name="no-script-console", scripts=False)
    walker.opens(f"{today.get_absolute_url()}room/prepare/")
    walker.presses("Prepare the room")
    walker.presses("Begin the meeting")
    walker.presses("Next item")
    walker.reads("The leaflet")
    make_live.hand(today.room, bos)
    make_voice.contribution(today.community, "Who prints it?", by=bos, meeting=today)
    walker.reloads()
    walker.presses("Call Bo Berg")
    walker.presses("Has spoken")
    walker.presses("Answered: Who prints it?")
    walker.opens(f"{today.get_absolute_url()}room/scribe/")
    walker.presses("Clinicians")
    walker.presses("Take it back")


def part(who: Walker, name: str) -> Locator:
    return who.page.locator(f"[data-part={name}]")


def soon(what: Locator) -> None:
    """It comes by itself; nobody loads the page again."""
    expect(what.locator("visible=true").first).to_be_visible(timeout=TAKES_A_MOMENT)


def taps(who: Walker, words: str, *, inside: str = "") -> None:
    """Press a button that changes this page and leads nowhere."""
    buttons = who.button(words) if not inside else part(who, inside).get_by_role("button", name=words)
    with sent(who):
        buttons.first.click()


def sent(who: Walker) -> AbstractContextManager[object]:
    return who.page.expect_response(lambda answer: answer.request.method == "POST", timeout=TAKES_A_MOMENT)
