"""Set up: from nothing to a community whose members said yes."""

import re
import zlib

from playwright.sync_api import Page

from mindlines.communities.models import Community, Invitation
from tests.journeys.conftest import PHONE
from tests.journeys.walker import SAMPLES, Walker


def test_a_facilitator_sets_up_a_community(visit, post):
    ana = new_here(visit(), post)
    founds(ana)
    brings_in_a_list(ana)
    sees_who_is_missing(ana)
    invites(ana)
    bo = says_yes_by_link(visit(on=PHONE), post)
    says_yes_by_letter(visit(), post)
    offers_a_role(ana, post)
    accepts(bo)
    ana.goes_to("People")
    ana.follows("Roles", nth=0)
    ana.reads("Bo Berg")


def new_here(page: Page, post) -> Walker:
    ana = Walker(page, name="facilitator")
    ana.opens("/")
    ana.follows("Sign in")
    ana.presses("Send me a code")
    ana.reads("Enter your e-mail address")
    ana.follows("Tell us your name and address")
    ana.presses("Send me a code")
    ana.writes("Your name", "Ana Alvarez")
    ana.writes("Your e-mail address", "ana@example.org")
    ana.presses("Send me a code")
    code = post.code("ana@example.org")
    ana.writes("Code from the e-mail", "000000")
    ana.presses("Confirm the address")
    ana.writes("Code from the e-mail", f" {code[:3]} {code[3:]} ")
    ana.presses("Confirm the address")
    ana.reads("Hello, Ana Alvarez", "You belong to no community yet")
    return ana


def founds(ana: Walker) -> None:
    ana.follows("Start a community")
    ana.presses("Start the community")
    ana.reads("Give the community a name.")
    ana.writes("What is it called?", "Hips and knees")
    ana.chooses("Bringing evidence into practice")
    ana.presses("Start the community")
    ana.reads("Hips and knees", "First steps", "Who is here")


def brings_in_a_list(ana: Walker) -> None:
    ana.goes_to("People")
    ana.follows("Bring in a list")
    ana.presses("Go on")
    ana.reads("Choose the file with your list.")
    ana.page.get_by_label("Your list").set_input_files(SAMPLES / "members.csv")
    ana.presses("Go on")
    ana.reads("Which column holds what?")
    ana.presses("Go on")
    ana.picks("“Patients” in the list", "Lay members")
    ana.chooses("Not yet. I will invite them afterwards")
    ana.presses("Show me what would happen")
    ana.reads("Nothing is written yet.", "has the same e-mail address as Bo Berg in row 2", "Row 6: Omar Said")
    ana.presses("Leave it out")
    ana.writes("E-mail address", "omar@example.org")
    ana.presses("Mend this row")
    ana.reads("1 row is left out.")
    ana.presses("Add 4 people")
    ana.reads("4 of them have to say yes")


def sees_who_is_missing(ana: Walker) -> None:
    ana.goes_to("Overview")
    ana.follows("Who is missing, and who came")
    ana.reads("Who is missing", "Members by group")


def invites(ana: Walker) -> None:
    ana.goes_to("People")
    ana.follows("Invite", nth=0)
    ana.writes("A few words of your own", "We need you in the room.")
    ana.presses("Send the invitations")
    ana.goes_to("People")
    ana.follows("Letters to print")
    ana.reads("Ida Kvist")
    letters = ana.fetches("Print all letters").body()
    assert letters.startswith(b"%PDF")
    assert pages_of(letters) == 1


def pages_of(pdf: bytes) -> int:
    """Where pages are listed is packed, as the pages are."""
    packed = re.findall(rb"/FlateDecode.*?stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    plain = b"".join([pdf, *(zlib.decompressobj().decompress(part) for part in packed)])
    return len(re.findall(rb"/Type\s*/Page\b", plain))


def says_yes_by_link(page: Page, post) -> Walker:
    bo = Walker(page, name="member")
    bo.opens(post.link("bo@example.org", about="invites you", part="/join/"))
    bo.reads("Would you like to join Hips and knees?", "We need you in the room.", "Your seat: Lay members")
    bo.presses("Yes, I would like to")
    bo.follows("Go on to sign in")
    bo.writes("Your e-mail address", "bo@example.org")
    bo.presses("Send me a code")
    bo.writes("Code from the e-mail", post.code("bo@example.org"))
    bo.presses("Sign in")
    bo.reads("What we are here for")
    return bo


def says_yes_by_letter(page: Page, post) -> None:
    """Ida has no e-mail: the code stands in her letter, and she may type it as she likes."""
    code = Invitation.objects.get(membership__person__name="Ida Kvist").code
    ida = Walker(page, name="letter")
    ida.opens("/")
    ida.follows("I have a code from a letter")
    ida.presses("Go on")
    ida.reads("Type the code from your letter.")
    ida.writes("Code", "HKQ7-3MTW")
    ida.presses("Go on")
    ida.follows("Try again")
    ida.writes("Code", f"{code[:4]} {code[4:]}".lower())
    ida.presses("Go on")
    ida.reads("This invitation is for Ida Kvist.")
    ida.presses("Yes, I would like to")
    ida.reads("Thank you for your yes", "You will get everything by post or phone.")


def offers_a_role(ana: Walker, post) -> None:
    ana.goes_to("People")
    ana.follows("Roles")
    ana.follows("Offer a role")
    ana.presses("Offer this role")
    ana.reads("Choose the member whom you ask.")
    ana.picks("Whom do you ask?", "Bo Berg")
    ana.picks("Role", "Chair")
    ana.presses("Offer this role")
    ana.reads("Waiting for an answer")


def accepts(bo: Walker) -> None:
    bo.goes_home()
    bo.follows("Say yes or no")
    bo.reads("Would you like to be Chair?")
    bo.presses("Yes")
    bo.goes_to("People")
    bo.follows("Roles")
    bo.reads("Bo Berg")
    community = Community.objects.get()
    assert community.record.filter(verb="accepted-role").exists()
