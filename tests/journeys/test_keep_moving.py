"""Keep moving: the charter and the priorities change in the open, and everybody can see why."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mindlines.communities.models import CharterVersion, Community, Priority
from tests.journeys.conftest import PHONE
from tests.journeys.walker import Walker

PRIORITIES = ("Classes for hips", "A leaflet", "A phone line", "Home visits")


@pytest.fixture
def with_a_direction(community: Community) -> Community:
    long_ago = timezone.localdate() - timedelta(days=300)
    CharterVersion.objects.create(community=community, number=1, purpose="Better hips.", agreed_on=long_ago)
    for position, title in enumerate(PRIORITIES):
        Priority.objects.create(community=community, title=title, position=position, chosen_on=long_ago)
    return community


def test_a_community_changes_its_direction_in_the_open(ana, bo, visit, with_a_direction):
    walker, reader = Walker(visit(ana), name="facilitator"), Walker(visit(bo, on=PHONE), name="member")
    writes_the_next_version(walker)
    compares_and_reads(reader)
    notes_what_happened(walker)
    reviews_all_priorities(walker)
    finds_it_on_the_timeline(reader)


def writes_the_next_version(ana: Walker) -> None:
    ana.opens("/")
    ana.goes_to("Overview")
    ana.follows("Read the whole charter")
    ana.follows("Write the next version")
    ana.writes("Purpose", "Better hips and knees.")
    ana.presses("Save this version")
    ana.reads("Write what changed since the version before.", "Write why it changed.")
    ana.writes("What changed", "Knees came in.")
    ana.writes("Why", "Half of the members have sore knees.")
    ana.chooses("Bo Berg")
    ana.presses("Save this version")
    ana.reads("Version 2, agreed on", "Lay members: 0 of 1")


def compares_and_reads(bo: Walker) -> None:
    bo.opens("/")
    bo.goes_to("Overview")
    bo.follows("Read the whole charter")
    bo.presses("I have read this")
    bo.reads("You have read this version.")
    bo.looks("read")
    bo.follows("All versions")
    bo.presses("Compare")
    assert bo.page.locator("ins").all_inner_texts()
    bo.reads("Half of the members have sore knees.")


def notes_what_happened(ana: Walker) -> None:
    ana.goes_to("Direction")
    ana.follows("Something happened outside")
    ana.presses("Save")
    ana.reads("Write what happened.")
    ana.writes("What happened", "Clinics close because of the pandemic")
    ana.presses("Save")
    ana.reads("Clinics close because of the pandemic", "No priority has been reviewed because of it yet.")


def reviews_all_priorities(ana: Walker) -> None:
    ana.follows("Review all priorities")
    verdicts = zip(PRIORITIES, ("Keep", "Adapt", "Pause", "Stop"), strict=True)
    for title, outcome in verdicts:
        card = ana.page.get_by_role("region", name=title)
        card.get_by_label(outcome, exact=True).check()
        card.get_by_label("Why?").fill(f"We talked about it: {outcome.lower()}.")
    ana.presses("Save the review")
    ana.reads("Write what changes.")
    ana.page.get_by_role("region", name="A leaflet").get_by_label("What changes?").fill("By post instead.")
    ana.presses("Save the review")
    ana.reads("Keep: Classes for hips", "Adapt: A leaflet", "Pause: A phone line", "Stop: Home visits")


def finds_it_on_the_timeline(bo: Walker) -> None:
    bo.goes_to("Direction")
    bo.reads("Laid down or reached")
    bo.follows("The whole timeline")
    bo.reads("Clinics close because of the pandemic", "Stop: Home visits", "Knees came in.")
    bo.follows("Home visits")
    bo.reads("We talked about it: stop.")
