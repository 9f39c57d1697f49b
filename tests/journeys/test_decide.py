"""Decide: from a file of references to a change of practice, by four people, with a changed mind and a dissent on record."""

import re

import pytest
from playwright.sync_api import expect

from mindlines.communities.choices import ConstituencyKind
from mindlines.communities.models import Community, Organisation
from mindlines.knowledge.choices import Question
from tests import make
from tests.journeys.conftest import PHONE
from tests.journeys.walker import Walker

RIS = """TY  - JOUR
AU  - Hurley, M. V.
AU  - Walsh, N. E.
PY  - 2007
TI  - A rehabilitation program for chronic knee pain
JO  - Arthritis & Rheumatism
DO  - 10.1002/art.22995
ER  -

TY  - JOUR
AU  - Fransen, M.
PY  - 2015
TI  - Exercise for osteoarthritis of the knee
JO  - Cochrane Database of Systematic Reviews
ER  -

TY  - JOUR
AU  - Nobody
ER  -
"""
STATEMENT = "Twelve sessions of exercise help people with sore knees"
PROPOSAL = "Eight sessions on chairs, then two calls"
STORY = "I could not get up from the mat"
DISSENT = "The trial had twelve sessions. We do not know that eight are enough."
CHANGE = "The class is done on chairs and lasts eight sessions"


@pytest.fixture
def others(community: Community):
    """Cleo is a clinician and Dan a commissioner."""
    commissioners = make.constituency(community, "Commissioners", kind=ConstituencyKind.COMMISSIONING)
    Organisation.objects.create(community=community, name="The hall in Leek")
    found = []
    for name, group in (("Cleo Clark", community.constituencies.get(name="Clinicians")), ("Dan Doyle", commissioners)):
        person = make.person(name, email=f"{name.split()[0].lower()}@example.org")
        make.membership(community, person, constituency=group)
        found.append(person)
    return found


def test_a_review_becomes_a_class_that_is_run_differently(ana, bo, others, visit):
    facilitator = Walker(visit(ana), name="facilitator")
    lay = Walker(visit(bo, on=PHONE), name="member")
    clinician, commissioner = (Walker(visit(person), name="member") for person in others)
    brings_the_review(facilitator)
    tells_a_story(lay)
    begins_to_negotiate(facilitator)
    for walker, value in ((lay, "3"), (clinician, "8"), (commissioner, "5")):
        judges(walker, value=value)
    settles(facilitator)
    asks_for_a_decision(facilitator)
    everybody_votes(facilitator, lay, clinician, commissioner)
    puts_dissent_on_record(clinician)
    agrees_who_does_what(facilitator)
    tells_what_has_changed(commissioner)
    confirms_it(lay)
    follows_the_line(lay)


def brings_the_review(ana: Walker) -> None:
    ana.opens("/")
    ana.goes_to("Knowledge")
    ana.follows("References", inside=".ml-above")
    ana.follows("Bring in references")
    ana.page.get_by_label("Your file").set_input_files(
        {"name": "review.ris", "mimeType": "text/plain", "buffer": RIS.encode()}
    )
    ana.presses("Go on")
    ana.reads("Exercise for osteoarthritis of the knee")
    ana.follows("Cannot be read")
    ana.reads("Nobody")
    ana.presses("Do this")
    ana.goes_to("Knowledge")
    ana.follows("A rehabilitation program for chronic knee pain")
    ana.page.locator("summary", has_text="Add a statement").click()
    ana.writes("The statement", STATEMENT)
    ana.presses("Add it")
    ana.reads(STATEMENT)


def tells_a_story(bo: Walker) -> None:
    bo.opens("/")
    bo.goes_to("Knowledge")
    bo.follows("Bring in what you know")
    bo.follows("A story")
    bo.writes("Title", STORY)
    bo.page.locator("main textarea").first.fill("Two of them pulled me up, and everybody watched. I did not go back.")
    bo.chooses("With my name")
    bo.presses("Tell it")
    bo.reads("and everybody watched")


def begins_to_negotiate(ana: Walker) -> None:
    ana.follows(STATEMENT)
    ana.follows("Begin a negotiation")
    ana.writes("Where would it be done?", "The hall in Leek")
    ana.presses("Begin")
    ana.follows("Lay something here", nth=2)
    ana.chooses(STORY)
    ana.presses("Lay it on the board")
    ana.reads(STORY)
    ana.board = ana.page.url


def judges(walker: Walker, *, value: str) -> None:
    walker.opens("/")
    walker.goes_to("Knowledge")
    walker.follows("Negotiations", inside=".ml-above")
    walker.follows(STATEMENT)
    walker.follows("Answer, alone")
    for question in Question.values[:4]:
        walker.page.locator(f"input[name$='{question}'][value='{value}']").first.check(force=True)
    walker.presses("Keep my answers")


def settles(ana: Walker) -> None:
    ana.page.goto(ana.board)
    ana.follows("Show what everybody thinks")
    ana.presses("Yes, show it")
    ana.follows("Settle it")
    ana.chooses("Adapt: do it with changes")
    ana.writes("Why?", "The class helps, and twelve sessions do not fit here.")
    ana.writes("What is different from the research?", "Eight sessions in place of twelve, on chairs.")
    ana.writes("Why is it different?", "People leave after eight sessions.")
    ana.presses("Settle it for good")
    ana.reads("Eight sessions in place of twelve, on chairs.")


def asks_for_a_decision(ana: Walker) -> None:
    ana.page.goto(ana.board)
    ana.follows("Prepare a decision from it")
    ana.writes("What do we decide?", "How do we offer the class?")
    ana.writes("What is proposed?", PROPOSAL)
    ana.chooses("Five steps of agreement")
    ana.presses("Go on")
    ana.follows("Say what it rests on")
    ana.chooses(STORY)
    ana.presses("Write it down")
    ana.goes_to("Decisions")
    ana.follows("How do we offer the class?")
    ana.presses("Open the vote")


def everybody_votes(ana: Walker, bo: Walker, cleo: Walker, dan: Walker) -> None:
    first = ((bo, "I agree", ""), (cleo, "I have doubts", ""), (dan, "I have doubts", ""), (ana, "I agree", ""))
    for walker, step, why in first:
        votes(walker, step, why=why)
    to_decision(ana)
    ana.presses("Close the first vote and talk")
    ana.presses("Open the second vote")
    second = (
        (bo, "I agree fully", ""),
        (cleo, "I have doubts", ""),
        (dan, "I agree", "I had only counted the rooms."),
        (ana, "I agree", ""),
    )
    for walker, step, why in second:
        votes(walker, step, why=why)
    to_decision(ana)
    ana.follows("Close the vote for good")
    ana.presses("Close the vote for good")
    ana.reads("Agreed")
    ana.reads("I had only counted the rooms.")


def to_decision(walker: Walker) -> None:
    walker.opens("/")
    walker.goes_to("Decisions")
    walker.follows("How do we offer the class?")


def votes(walker: Walker, step: str, *, why: str) -> None:
    to_decision(walker)
    walker.page.locator("main").get_by_label(step, exact=True).first.check()
    if why:
        walker.writes("What changed your mind, if anything?", why)
    walker.page.locator("main").get_by_role("button", name=re.compile("my vote$")).click()
    walker.reads("Your vote counts.")


def puts_dissent_on_record(cleo: Walker) -> None:
    to_decision(cleo)
    cleo.follows("Put it on record")
    cleo.writes("Why do you not agree?", DISSENT)
    cleo.presses("Put it on record")
    cleo.reads(DISSENT, "Cleo Clark")


def agrees_who_does_what(ana: Walker) -> None:
    to_decision(ana)
    ana.follows("Agree who does what")
    ana.writes("What is to be done?", "Write the letter about the chairs")
    ana.picks("Who does it?", "Dan Doyle")
    ana.presses("Agree it")
    ana.reads("Write the letter about the chairs")


def tells_what_has_changed(dan: Walker) -> None:
    dan.goes_to("Decisions")
    dan.follows("Done differently", inside=".ml-above")
    dan.follows("Tell us what has changed")
    dan.writes("What is done differently now?", CHANGE)
    dan.picks("Where?", "The hall in Leek")
    dan.writes_day("Since when?", "2 3 2026")
    dan.chooses("How do we offer the class?")
    dan.presses("Save")
    dan.reads("A member says so")


def confirms_it(bo: Walker) -> None:
    bo.opens("/")
    bo.goes_to("Decisions")
    bo.follows("Done differently", inside=".ml-above")
    bo.follows(CHANGE)
    bo.presses("Yes, I confirm it")
    bo.reads("A second person confirms it")


def follows_the_line(bo: Walker) -> None:
    bo.follows("Follow the line")
    bo.reads("It rests on")
    expect(bo.page.locator(".ml-trace__box")).not_to_have_count(0)
    bo.follows(STORY)
    bo.follows("Follow the line")
    bo.reads(CHANGE)
