import pytest
from django.urls import reverse

from mindlines.communities.choices import Standing
from mindlines.meetings.actions import minutes
from mindlines.meetings.choices import ItemKind, Outcome, Phase, PointKind
from mindlines.meetings.models import Action, Attendance, Note, Reply
from mindlines.meetings.queries.reports import members_by_pk
from mindlines.people.models import AccessNeed
from tests import make


def at(name, **keys):
    return reverse(f"meetings:{name}", kwargs=keys)


@pytest.fixture
def item(meeting):
    return make.item(meeting, "The leaflet", kind=ItemKind.DISCUSSION)


@pytest.fixture
def held(community):
    return make.meeting(community, "Autumn meeting", phase=Phase.HELD)


def test_one_tap_without_a_script_comes_back_to_the_same_line(as_ana, meeting, bos):
    body = {"way": "room", "name": "bo", "page": "2"}
    response = as_ana.post(at("mark", pk=meeting.pk, member=bos.pk), body)
    assert response.headers["Location"] == f"{at('attendance', pk=meeting.pk)}?name=bo&page=2#member-{bos.pk}"
    as_ana.post(at("mark", pk=meeting.pk, member=bos.pk), {"way": ""})
    assert not Attendance.objects.exists()


def test_one_tap_with_htmx_swaps_the_line_and_the_counts(as_ana, meeting, bos):
    response = as_ana.post(at("mark", pk=meeting.pk, member=bos.pk), {"way": "room"}, headers={"HX-Request": "true"})
    html = response.content.decode()
    assert f'id="member-{bos.pk}"' in html
    assert "1 of 1 here" in html
    assert html.count("hx-swap-oob") == 2


def test_autosave_answers_with_the_version_and_refuses_a_stale_save(as_ana, meeting, item, ana):
    url = at("note", pk=meeting.pk, item=item.pk)
    body = {"words": "One", "version": 0, "pen": "here"}
    saved = as_ana.post(url, body, headers={"X-Autosave": "1"})
    assert (saved.status_code, saved.headers["X-Version"]) == (204, "1")
    stale = as_ana.post(url, body | {"words": "Two", "pen": "there"}, headers={"X-Autosave": "1"})
    assert stale.status_code == 409
    assert "Your words are still in the box" in stale.content.decode()
    page = as_ana.post(url, body | {"words": "Two", "pen": "there"})
    assert page.status_code == 409
    assert "One\nTwo" in page.context["merged"]
    assert Note.objects.get().words == "One"


def test_a_broken_save_is_refused_in_words(as_ana, meeting, item):
    response = as_ana.post(at("note", pk=meeting.pk, item=item.pk), {"words": "x" * 50_001, "version": 0, "pen": "p"})
    assert response.status_code == 422
    assert "too long for one item" in response.content.decode()


def test_an_empty_point_or_action_is_asked_for_again_and_nothing_typed_is_lost(as_ana, meeting, item):
    point = as_ana.post(at("add_point", pk=meeting.pk, item=item.pk), {"kind": "point", "words": ""})
    assert (point.status_code, point.context["point_form"].errors["words"]) == (422, ["Write down what was said."])
    action = as_ana.post(at("agree", pk=meeting.pk, item=0), {"words": "Ask", "name": "Nobody Here"})
    assert "Check the spelling" in action.context["agree_form"].errors["name"][0]
    assert 'value="Ask"' in action.content.decode()


def test_an_action_is_given_to_somebody_in_the_list_or_by_name(as_ana, meeting, item, anas, bos, community):
    Attendance.objects.create(meeting=meeting, membership=bos, presence="room")
    as_ana.post(
        at("agree", pk=meeting.pk, item=item.pk), {"words": "One", "owner": f"m{bos.pk}", "due_on": "2027-01-05"}
    )
    as_ana.post(at("agree", pk=meeting.pk, item=item.pk), {"words": "Two", "name": "ana alvarez"})
    assert [(action.words, action.owner) for action in Action.objects.order_by("pk")] == [("One", bos), ("Two", anas)]
    make.membership(community, make.person("Ana Alvarez"))
    again = as_ana.post(at("agree", pk=meeting.pk, item=item.pk), {"words": "Three", "name": "ana alvarez"})
    assert "Several members" in again.context["agree_form"].errors["name"][0]


def test_closing_lists_what_nobody_marked(as_ana, meeting, item):
    assert "The leaflet" in as_ana.get(at("close", pk=meeting.pk)).content.decode()
    as_ana.post(at("close", pk=meeting.pk), {"reached": [item.pk]})
    item.refresh_from_db()
    assert item.outcome == Outcome.REACHED
    assert as_ana.post(at("close", pk=meeting.pk)).status_code == 409


@pytest.mark.parametrize("number", [1, 3])
def test_the_notes_page_costs_the_same_for_one_item_and_for_three(
    as_ana, meeting, bos, number, django_assert_max_num_queries
):
    for _ in range(number):
        item = make.item(meeting)
        make.point(meeting, item=item, raised_by=bos)
        make.action(meeting.community, meeting=meeting, item=item, owner=bos)
    with django_assert_max_num_queries(14):
        assert as_ana.get(at("notes", pk=meeting.pk)).status_code == 200


def test_the_chosen_item_is_open_for_adding(as_ana, meeting, item):
    later = make.item(meeting, "Later")
    assert as_ana.get(at("notes", pk=meeting.pk)).context["open"].item == item
    assert as_ana.get(at("notes", pk=meeting.pk), {"item": later.pk}).context["open"].item == later
    assert as_ana.get(at("notes", pk=meeting.pk), {"item": "whole"}).context["open"].item is None


def test_minutes_are_shown_before_they_are_saved(as_ana, held):
    page = as_ana.post(at("edit_minutes", pk=held.pk), {"words": "# We **met**", "version": 0, "preview": "yes"})
    assert "<strong>met</strong>" in page.content.decode()
    held.refresh_from_db()
    assert held.minutes_text == ""


def test_a_stale_correction_of_the_minutes_shows_both_texts(as_ana, held, ana):
    minutes.write(held, words="Theirs", version=0, by=ana)
    page = as_ana.post(at("edit_minutes", pk=held.pk), {"words": "Mine", "version": 0})
    assert (page.status_code, page.context["merged"]) == (409, "Theirs\nMine")


def test_a_member_sees_only_the_corrections_they_asked_for(as_bo, held, bos, anas, ana):
    minutes.send(held, by=ana)
    minutes.ask_for_correction(held, words="It was Tuesday.", by=bos)
    minutes.ask_for_correction(held, words="It was Friday.", by=anas)
    html = as_bo.get(at("minutes", pk=held.pk)).content.decode()
    assert "Tuesday" in html
    assert "Friday" not in html


def test_minutes_go_again_only_to_a_real_person(as_ana, held, ana):
    minutes.send(held, by=ana)
    assert as_ana.post(at("minutes_copies", pk=held.pk), {"member": "nobody"}).status_code == 409


def test_late_is_said_gently_and_nobody_is_ranked(as_bo, community, bos):
    make.action(community, "Ask the shop", owner=bos, due_on=make.soon(-300))
    html = as_bo.get(at("actions", slug=community.slug)).content.decode()
    assert "was hoped for by" in html
    assert "late" not in html.lower().replace("later", "").replace("template", "")


def test_an_owner_moves_drops_and_finishes_their_own_action(as_bo, community, bos):
    action = make.action(community, owner=bos)
    keys = {"pk": action.pk}
    assert as_bo.post(at("move_action", **keys), {"due_on": "2027-02-30", "because": ""}).context["form"].errors
    as_bo.post(at("finish_action", **keys), {"words": "Done it"})
    action.refresh_from_db()
    assert (action.state, action.reason) == ("done", "Done it")
    assert as_bo.post(at("finish_action", **keys), {"words": "x" * 301}).status_code == 422
    assert as_bo.get(at("actions", slug=community.slug), {"state": "done"}).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_what_waits_costs_the_same_for_one_thing_and_for_three(
    as_ana, held, meeting, number, django_assert_max_num_queries
):
    for _ in range(number):
        make.point(held, kind=PointKind.PARKED)
        make.item(held, kind=ItemKind.DISCUSSION, outcome=Outcome.UNREACHED)
        make.action(held.community)
    with django_assert_max_num_queries(12):
        page = as_ana.get(at("waiting", slug=held.community.slug))
    assert page.context["page"].paginator.count == 3 * number


def test_what_another_community_parked_cannot_be_taken_up_here(as_ana, community, neighbours, meeting):
    theirs = make.point(make.meeting(neighbours, phase=Phase.HELD), kind=PointKind.PARKED)
    keys = {"slug": community.slug, "pk": theirs.pk}
    assert as_ana.post(at("take_up", kind="point", **keys), {"meeting": meeting.pk}).status_code == 404
    mine = make.action(community)
    keys["pk"] = mine.pk
    for wrong in (make.meeting(neighbours).pk, "x"):
        assert as_ana.post(at("take_up", kind="action", **keys), {"meeting": wrong}).status_code == 404
    assert as_ana.get(at("settle", kind="story", **keys)).status_code == 404


def test_the_pack_says_how_to_get_in_and_names_nobodys_needs(as_bo, meeting, community, bo, bos, held):
    AccessNeed.objects.create(person=bo, need="large_print", words="Eighteen point please")
    Reply.objects.create(meeting=meeting, membership=bos, mode="room", needs="A quiet corner")
    meeting.phase, meeting.place = Phase.ANNOUNCED, make.place(community, access="Ramp at the side")
    meeting.save()
    held.starts_at = make.A_WEDNESDAY.replace(year=2025)
    held.save()
    make.point(held, "We print it", kind=PointKind.DECISION)
    make.item(meeting, "The leaflet", lead=bos, words="Read it aloud")
    html = as_bo.get(at("pack_page", pk=meeting.pk), {"large": ""}).content.decode()
    for words in ("Ramp at the side", "The leaflet", "10am", "We print it", "Reply slip", 'class="large"'):
        assert words in html
    assert "Eighteen point" not in html
    assert "quiet corner" not in html


def test_the_pack_is_a_pdf_and_the_agenda_is_plain_text(as_ana, meeting, bos):
    make.item(meeting, "The leaflet", lead=bos, words="Read it aloud")
    meeting.link, meeting.dial_in = "https://meet.example.org/a", "0330 1"
    meeting.place = make.place(meeting.community, address="1 Mill Lane\nStafford", access="Ramp at the side")
    meeting.save()
    pdf = as_ana.get(at("pack_pdf", pk=meeting.pk))
    assert pdf.content.startswith(b"%PDF")
    text = as_ana.get(at("agenda_text", pk=meeting.pk)).content.decode()
    for line in (
        "Winter meeting\n======",
        "10am  The leaflet (15 minutes, led by Bo Berg)",
        "    Read it aloud",
        "Mill Lane",
    ):
        assert line in text


def test_a_report_that_is_confirmed_sends_one_back_to_the_list(as_ana, meeting, ana):
    report = meeting.attendance_imports.create(by=ana, file_name="a.csv", report={"people": [], "notes": []})
    report.confirmed_at = make.A_WEDNESDAY
    report.save()
    assert as_ana.get(at("match_report", pk=report.pk)).status_code == 302


def test_who_has_not_yet_said_yes_keeps_their_own_name_to_themselves(as_ana, meeting, community, chi):
    make.membership(community, chi, standing=Standing.INVITED, called="Ms C. from Backs")
    roll = reverse("meetings:attendance", args=[meeting.pk])
    assert "Ms C. from Backs" in as_ana.get(roll).content.decode()
    assert "Chi Chan" not in as_ana.get(roll).content.decode()
    assert "Ms C. from Backs" not in as_ana.get(roll, {"name": "Chan"}).content.decode()
    assert "Ms C. from Backs" in [name for name, _mail, _group in members_by_pk(community).values()]
