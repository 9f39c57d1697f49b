import pytest
from django.core.cache import cache
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from mindlines.live.models import Pass
from mindlines.meetings.choices import ReplyMode
from mindlines.meetings.models import Reply
from tests import make, make_live


@pytest.fixture
def room(meeting):
    cache.clear()
    return make_live.room(meeting)


@pytest.fixture
def cy(community):
    return make.membership(community, make.person("Cy Cole", email=None))


def at(room, name="passes"):
    return reverse(f"live:{name}", kwargs={"pk": room.meeting_id})


def printed(as_ana, room, member, **more):
    """What stands on the paper, and its code."""
    drawn = as_ana.post(at(room, "passes_pdf"), {"members": [member.pk], **more}).context
    page = {name: drawn[name] for name in ("title", "room", "meeting", "passes", "address", "picture", "large")}
    return render_to_string("live/passes/papers.html", page), drawn["passes"][0][1]


def test_who_said_yes_and_has_no_address_is_ticked(room, as_ana, anas, bos, cy, community):
    di = make.membership(community, make.person("Di Dunn", email=None))
    for member, mode in ((bos, ReplyMode.ROOM), (cy, ReplyMode.PHONE), (di, ReplyMode.CANNOT)):
        Reply.objects.create(meeting=room.meeting, membership=member, mode=mode)
    form = as_ana.get(at(room)).context["form"]
    assert form.initial["members"] == [cy.pk]
    assert list(form.people) == [bos.pk, cy.pk, di.pk], "facilitators sign in"
    make_live.given_pass(room, cy)
    again = as_ana.get(at(room))
    assert again.context["form"].initial["members"] == []
    assert "Cy Cole · Lay members (has a paper; a new one takes its place)" in again.content.decode()


def test_where_only_facilitators_belong_there_is_nobody_to_choose(room, as_ana, bos):
    bos.delete()
    assert "There is nobody here who could need one" in as_ana.get(at(room)).content.decode()


@pytest.mark.parametrize("large", ["", "on"])
def test_the_papers_come_as_a_pdf_that_nobody_keeps(room, as_ana, cy, large):
    answer = as_ana.post(at(room, "passes_pdf"), {"members": [cy.pk], "large": large})
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF")
    assert answer["Cache-Control"] == "private, no-store"
    assert Pass.objects.get().membership == cy


def test_a_paper_says_who_when_where_to_go_and_what_to_type(room, as_ana, cy):
    page, code = printed(as_ana, room, cy, large="on")
    for words in (
        "Cy Cole",
        "Winter meeting",
        "Wednesday 9 December 2026",
        room.code,
        "/room/",
        "<svg",
        'class="large"',
        code,
    ):
        assert words in page


def test_the_code_on_the_paper_opens_the_room(room, as_ana, cy):
    _page, code = printed(as_ana, room, cy)
    client = Client()
    came = client.post(reverse("live:door", kwargs={"code": room.code}), {"code": code}, follow=True)
    assert came.status_code == 200 and came.redirect_chain[-1][0] == room.get_absolute_url()


def test_somebody_must_be_chosen_and_nobody_who_may_not_have_one(room, as_ana, anas):
    answer = as_ana.post(at(room, "passes_pdf"), {})
    assert answer.status_code == 422 and "Choose at least one member" in answer.content.decode()
    assert as_ana.post(at(room, "passes_pdf"), {"members": [anas.pk]}).status_code == 422
    assert not Pass.objects.exists()


def test_thirty_members_cost_as_many_questions_as_one(room, as_ana, cy, django_assert_max_num_queries, community):
    make_live.given_pass(room, cy)
    with django_assert_max_num_queries(30) as few:
        as_ana.get(at(room))
    for _number in range(29):
        make.membership(community)
    with django_assert_max_num_queries(len(few)):
        as_ana.get(at(room))
