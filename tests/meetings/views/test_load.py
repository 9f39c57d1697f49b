import pytest
from django.urls import reverse

from mindlines.communities.queries import search
from mindlines.meetings.actions import action as verbs
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import Action
from tests import make


def load_page(client, community):
    return client.get(reverse("meetings:load", kwargs={"slug": community.slug}))


def test_a_facilitator_sees_everybody_and_a_member_only_what_is_their_own(community, as_ana, as_bo, anas, bos):
    make.action(community, owner=anas)
    make.action(community, owner=bos)
    assert b"Bo Berg" in load_page(as_ana, community).content
    page = load_page(as_bo, community)
    assert "You have 1 open action here" in page.text
    assert "Ana Alvarez" not in page.text


def test_with_nothing_open_the_page_says_when_something_will_stand_there(community, as_ana):
    page = load_page(as_ana, community)
    assert "Nobody has anything open" in page.text
    assert "You have nothing open here" in page.text


def test_many_people_are_shown_page_by_page(community, as_ana):
    for number in range(31):
        make.action(community, owner=make.membership(community, make.person(f"Person {number:02}")))
    page = load_page(as_ana, community)
    assert page.text.count('<th scope="row"') == 30
    assert "page=2" in page.text


@pytest.mark.parametrize("people", [1, 3])
def test_the_page_asks_as_often_for_one_person_as_for_three(community, as_ana, people, django_assert_num_queries):
    for number in range(people):
        make.action(community, owner=make.membership(community, make.person(f"Person {number}")))
    load_page(as_ana, community)
    with django_assert_num_queries(9):
        load_page(as_ana, community)


def test_who_has_much_is_named_beside_the_choice_and_again_after_it_without_forbidding_it(community, as_ana, bos):
    for number in range(4):
        make.action(community, f"Number {number}", owner=bos)
    address = reverse("meetings:new_action", kwargs={"slug": community.slug})
    assert "Bo Berg: 4 open actions" in as_ana.get(address).text
    page = as_ana.post(address, {"words": "Ask Jo", "owner": "Bo Berg"}, follow=True)
    assert "Bo Berg now has 5 open actions" in page.text
    assert Action.objects.filter(owner=bos).count() == 5


def test_changing_the_words_alone_brings_no_hint_and_a_new_owner_does(community, as_ana, anas, bos):
    for number in range(4):
        own = make.action(community, f"Number {number}", owner=bos)
    address = reverse("meetings:change_action", kwargs={"pk": own.pk})
    assert "now has" not in as_ana.post(address, {"words": "Better", "owner": "Bo Berg"}, follow=True).text
    nobodys = make.action(community, "Nobody's")
    address = reverse("meetings:change_action", kwargs={"pk": nobodys.pk})
    assert "now has 5" in as_ana.post(address, {"words": "Nobody's", "owner": "Bo Berg"}, follow=True).text


def test_an_action_agreed_in_a_meeting_brings_the_same_hint(community, meeting, as_ana, bos):
    for number in range(3):
        make.action(community, f"Number {number}", owner=bos)
    address = reverse("meetings:agree", kwargs={"pk": meeting.pk, "item": 0})
    page = as_ana.post(address, {"words": "Ask Jo", "name": "Bo Berg"}, follow=True)
    assert "Bo Berg now has 4 open actions" in page.text


def test_my_actions_stand_in_one_place_over_all_communities(community, neighbours, as_bo, bo, bos, anas):
    make.action(community, "Here", owner=bos)
    make.action(neighbours, "Next door", owner=make.membership(neighbours, bo))
    make.action(community, "Anas", owner=anas)
    page = as_bo.get(reverse("meetings:my_actions"))
    assert [name in page.text for name in ("Here", "Next door", "Anas", "Backs")] == [True, True, False, True]


def test_what_is_done_is_said_from_there_and_one_comes_back(community, as_bo, bos):
    own = make.action(community, owner=bos)
    address = reverse("meetings:finish_action", kwargs={"pk": own.pk})
    answer = as_bo.post(address, {"back": "mine"}, follow=True)
    assert answer.redirect_chain[0][0] == reverse("meetings:my_actions")
    assert "You have nothing open" in answer.text


@pytest.mark.parametrize(("wish", "is_still_bos"), [("help", True), ("back", False)])
def test_help_can_be_asked_for_and_an_action_given_back(community, as_bo, ana, bos, wish, is_still_bos):
    own = make.action(community, owner=bos)
    address = reverse("meetings:ask_for_help", kwargs={"pk": own.pk})
    assert "Choose what would help you" in as_bo.post(address, {"words": ""}).text
    as_bo.post(address, {"wish": wish, "words": "I am away."})
    own.refresh_from_db()
    assert (own.owner == bos) is is_still_bos


@pytest.mark.parametrize("actions", [1, 3])
def test_my_actions_cost_the_same_for_one_and_for_three(community, as_bo, bos, actions, django_assert_num_queries):
    for number in range(actions):
        make.action(community, f"Number {number}", owner=bos)
    with django_assert_num_queries(4):
        as_bo.get(reverse("meetings:my_actions"))


def test_a_meeting_that_is_still_planned_is_named_to_facilitators_alone(community, as_ana, as_bo, bo, bos):
    planned = make.meeting(community, "Secret Santa", phase=Phase.PLANNED)
    own = make.action(community, "Buy paper", owner=bos, meeting=planned)
    verbs.make_findable(own)
    pages = [client.get(own.get_absolute_url()).text for client in (as_ana, as_bo)]
    assert ["Secret Santa" in page for page in pages] == [True, False]
    assert not search.found(bo, typed="Santa")
    assert [row.title for row in search.found(bo, typed="paper")] == ["Buy paper"]
