"""Drawing an agenda."""

import pytest
from django.urls import reverse

from mindlines.meetings.choices import ItemKind, Outcome, Phase
from mindlines.meetings.models import AgendaItem
from tests import make

pytestmark = pytest.mark.usefixtures("in_november")

TEA = {"title": "Tea", "minutes": "10", "kind": "break", "lead_name": "", "key": "one"}


def url(name, meeting, **keys):
    return reverse(f"meetings:{name}", kwargs={"pk": meeting.pk, **keys})


def builder(client, meeting):
    return client.get(url("agenda", meeting)).content.decode()


def test_times_follow_from_the_order(as_ana, meeting):
    first, second = make.item(meeting, "Welcome", minutes=5), make.item(meeting, "A story", minutes=20)
    as_ana.post(url("agenda_order", meeting), {"item": second.pk, "move": "up"})
    words = builder(as_ana, meeting)
    assert words.index("A story") < words.index("10.20am") < words.index(">Welcome</a>")
    response = as_ana.post(url("agenda_order", meeting), {"item": first.pk, "place": "0"})
    assert response.headers["Location"].endswith(f"#item-{first.pk}")


def test_an_order_that_makes_no_sense_changes_nothing(as_ana, meeting):
    make.item(meeting)
    assert as_ana.post(url("agenda_order", meeting), {"item": "x"}).status_code == 302


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(60, "Still free: 1 hour."), (120, "fill the meeting exactly"), (150, "Too long by 30 minutes.")],
)
def test_the_length_is_said_in_words(as_ana, meeting, minutes, words):
    make.item(meeting, minutes=minutes)
    assert words in builder(as_ana, meeting)


def test_a_name_is_enough_to_say_who_leads(as_ana, meeting, bos):
    as_ana.post(url("agenda", meeting), {**TEA, "lead_name": "bo be"})
    assert AgendaItem.objects.get().lead == bos


def test_a_name_that_fits_two_people_asks_which_one(as_ana, meeting, community, bos):
    other = make.membership(community, make.person("Bo Berg"))
    words = as_ana.post(url("agenda", meeting), {**TEA, "lead_name": "Bo Berg"}).content.decode()
    assert "More than one member has this name" in words
    as_ana.post(url("agenda", meeting), {**TEA, "lead_name": "Bo Berg", "lead": other.pk})
    assert AgendaItem.objects.get().lead == other
    as_ana.post(url("agenda", meeting), {**TEA, "key": "two", "lead_name": "Bo Berg", "lead": "999999"})
    assert AgendaItem.objects.count() == 1


def test_a_name_that_nobody_has_is_said_kindly(as_ana, meeting):
    assert (
        "No member has this name" in as_ana.post(url("agenda", meeting), {**TEA, "lead_name": "Zoe"}).content.decode()
    )


def test_whoever_leads_stays_beside_a_namesake(as_ana, meeting, community, bos):
    make.membership(community, make.person("Bo Berg"))
    item = make.item(meeting, lead=bos)
    said = {**TEA, "lead_name": "Bo Berg", "text": "With cake", "priority": "", "version": "0", "knowledge": ["lived"]}
    as_ana.post(url("agenda_item", meeting, item=item.pk), said)
    item.refresh_from_db()
    assert (item.title, item.lead, item.knowledge) == ("Tea", bos, ["lived"])
    as_ana.post(url("agenda_item", meeting, item=item.pk), {**said, "lead_name": "", "version": "1"})
    item.refresh_from_db()
    assert item.lead is None


def test_an_item_that_somebody_else_changed_is_refused_with_a_sentence(as_ana, meeting):
    item = make.item(meeting, version=3)
    response = as_ana.post(
        url("agenda_item", meeting, item=item.pk), {**TEA, "text": "", "priority": "", "version": "2"}
    )
    assert (response.status_code, "Somebody else changed this item" in response.content.decode()) == (409, True)


def test_what_is_removed_can_be_put_back_by_the_button_in_the_message(as_ana, meeting):
    item = make.item(meeting, "A story")
    as_ana.post(url("agenda_remove", meeting, item=item.pk))
    words = builder(as_ana, meeting)
    assert "“A story” is off the agenda." in words
    as_ana.post(url("agenda_restore", meeting, removed=meeting.removed_items.get().pk))
    assert "A story" in builder(as_ana, meeting)


def test_what_waits_is_offered_and_taken_up_once(as_ana, meeting, community):
    held = make.meeting(community, "Autumn", phase=Phase.HELD)
    item = make.item(held, "Bus fares", kind=ItemKind.DISCUSSION, outcome=Outcome.UNREACHED)
    assert "Bus fares" in builder(as_ana, meeting)
    for _click in range(2):
        as_ana.post(url("agenda_take_up", meeting, kind="item", thing=item.pk))
    assert [found.title for found in meeting.items.all()] == ["Bus fares"]


def test_names_are_offered_while_one_types(as_ana, meeting, bo):
    assert 'value="Bo Berg"' in as_ana.get(url("agenda_names", meeting), {"lead_name": "bo"}).content.decode()


def test_the_agenda_of_a_held_meeting_can_be_read_and_no_longer_drawn(as_ana, meeting):
    make.item(meeting, "A story")
    meeting.phase = Phase.HELD
    meeting.save()
    words = builder(as_ana, meeting)
    assert "A story" in words
    assert "Add an item" not in words
