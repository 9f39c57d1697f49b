import csv
import io

import pytest
from django.urls import reverse

from mindlines.communities.choices import Standing
from mindlines.meetings.queries.group_papers import seating
from tests import make


@pytest.fixture
def division(meeting, anas, bos):
    """Ana facilitates the first group with Bo; Cy and Di sit in the second."""
    cy, di = (make.membership(meeting.community, make.person(name)) for name in ("Cy Cole", "Di Dunn"))
    made = make.small_groups(meeting, [bos, anas], [di, cy], title="What matters", task="Talk about what matters most.")
    made.round.participants.filter(membership=anas).update(is_facilitator=True)
    made.round.groups.filter(number=2).update(name="Oak", place="Room 2, upstairs", task="Talk about the leaflet.")
    return made


def address(division, name, **more):
    return reverse(f"meetings:{name}", kwargs={"pk": division.round.meeting_id, "division": division.pk, **more})


def rows(answer):
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_a_list_has_no_empty_column_when_nobody_has_said_where_groups_sit(as_ana, division):
    page = address(division, "groups_page", what="names")
    assert "Where" in as_ana.get(page).content.decode()
    division.round.groups.update(place="")
    assert "Where" not in as_ana.get(page).content.decode()


@pytest.mark.parametrize("what", ["cards", "signs", "groups", "names"])
def test_each_paper_is_a_pdf_normal_and_large_and_a_page(as_ana, division, what):
    answer = as_ana.get(address(division, "groups_pdf", what=what))
    assert answer["Content-Type"] == "application/pdf" and b"%PDF" in answer.content[:8]
    assert f"what-matters-2026-12-09-a-{what}.pdf" in answer["Content-Disposition"]
    page = as_ana.get(address(division, "groups_page", what=what)).content.decode()
    assert "Group 1" in page and "Oak" in page and 'class="large"' not in page
    large = as_ana.get(address(division, "groups_page", what=what) + "?large").content.decode()
    assert 'class="large"' in large


def test_a_card_names_the_people_the_place_and_the_groups_own_task(as_ana, division):
    page = as_ana.get(address(division, "groups_page", what="cards")).content.decode()
    assert page.index("Ana Alvarez") < page.index("Bo Berg"), "who facilitates comes first"
    assert "Talk about what matters most." in page and "Talk about the leaflet." in page
    assert "Room 2, upstairs" in page


def test_a_sign_on_a_door_names_nobody(as_ana, division):
    page = as_ana.get(address(division, "groups_page", what="signs")).content.decode()
    assert "Oak" in page and "Berg" not in page


def test_everybody_finds_their_group_by_name(as_ana, division):
    page = as_ana.get(address(division, "groups_page", what="names")).content.decode()
    assert page.index("Ana Alvarez") < page.index("Bo Berg") < page.index("Cy Cole") < page.index("Di Dunn")


@pytest.mark.parametrize("name", ["groups_pdf", "groups_page", "groups_file"])
def test_papers_that_do_not_exist_are_not_found(as_ana, division, name):
    key = "kind" if name == "groups_file" else "what"
    assert as_ana.get(address(division, name, **{key: "songs"})).status_code == 404


def test_papers_do_not_tell_what_people_need(as_ana, division):
    division.round.participants.update(needs_step_free=True, is_late=True)
    for what in ("cards", "groups", "names"):
        page = as_ana.get(address(division, "groups_page", what=what)).content.decode()
        assert "step" not in page and "late" not in page


def test_the_plain_file_can_be_read_by_the_command(as_ana, division):
    answer = as_ana.get(address(division, "groups_file", kind="plain"))
    assert rows(answer) == [
        ["round", "group", "person"],
        ["What matters", "Group 1", "Ana Alvarez"],
        ["What matters", "Group 1", "Bo Berg"],
        ["What matters", "Oak", "Cy Cole"],
        ["What matters", "Oak", "Di Dunn"],
    ]


def test_the_file_for_zoom_begins_with_its_headings_and_holds_addresses(as_ana, division):
    answer = as_ana.get(address(division, "groups_file", kind="zoom"))
    assert answer.content.startswith(b"Pre-assign Room Name,Email Address\r\n")
    assert ["Group 1", "bo@example.org"] in rows(answer)


def test_the_list_for_teams_holds_names_too(as_ana, division):
    answer = rows(as_ana.get(address(division, "groups_file", kind="teams")))
    assert answer[0] == ["Room", "Name", "Email"] and ["Group 1", "Bo Berg", "bo@example.org"] in answer


def test_whoever_has_no_address_is_named_and_not_dropped_in_silence(as_ana, division, bo):
    bo.email = None
    bo.save()
    assert "Put them into their rooms by hand" in (
        page := as_ana.get(address(division, "groups_print")).content.decode()
    )
    assert "Bo Berg" in page
    assert "bo@example.org" not in as_ana.get(address(division, "groups_file", kind="zoom")).content.decode()
    assert ["Group 1", "Bo Berg", ""] in rows(as_ana.get(address(division, "groups_file", kind="teams")))


def test_of_somebody_who_left_no_address_is_given(as_ana, division, bos):
    bos.standing, bos.left_on = Standing.LEFT, make.soon()
    bos.save()
    assert seating(division).unreachable == ["Bo Berg"]


def test_only_those_online_need_a_room_in_the_call(as_ana, division, bos):
    division.round.participants.filter(membership=bos).update(is_online=True)
    assert rows(as_ana.get(address(division, "groups_file", kind="zoom")))[1:] == [["Group 1", "bo@example.org"]]
    assert "only those who join online" in as_ana.get(address(division, "groups_print")).content.decode()


def test_whoever_waits_for_a_group_is_named(as_ana, division, bos):
    division.seats.filter(participant__membership=bos).update(group=None)
    assert "Without a group yet" in as_ana.get(address(division, "groups_print")).content.decode()


@pytest.mark.parametrize("people", [1, 3])
def test_a_seating_costs_the_same_for_few_and_many(division, people, django_assert_num_queries):
    for number in range(people):
        one = division.round.participants.create(membership=make.membership(division.round.meeting.community))
        division.seats.create(participant=one, group=division.round.groups.get(number=1 + number % 2))
    with django_assert_num_queries(2):
        found = seating(division)
        assert len(found.by_name) == 4 + people


def test_a_file_is_named_after_the_day_where_the_meeting_is(as_ana, division):
    meeting = division.round.meeting
    meeting.community.time_zone = "Pacific/Auckland"
    meeting.community.save()
    meeting.starts_at, meeting.ends_at = meeting.starts_at.replace(hour=20), meeting.starts_at.replace(hour=22)
    meeting.save()
    answer = as_ana.get(address(division, "groups_file", kind="plain"))
    assert "what-matters-2026-12-10-a-plain.csv" in answer["Content-Disposition"]
