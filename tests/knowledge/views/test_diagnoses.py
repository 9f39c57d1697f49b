import pytest

from mindlines.communities.models import Membership
from mindlines.knowledge.actions import diagnoses
from mindlines.knowledge.actions.diagnoses import Given
from mindlines.knowledge.models import Diagnosis, Rating
from mindlines.knowledge.queries.diagnoses import rating_rows
from tests import make_knowledge, make_voice

pytestmark = pytest.mark.django_db


@pytest.fixture
def statement(community):
    return make_knowledge.statement(make_knowledge.item(community))


def test_a_facilitator_asks_and_a_member_answers_part_by_part(client, ana, bo, statement):
    client.force_login(ana)
    assert "Ask what helps and hinders" in client.get(statement.get_absolute_url()).content.decode()
    asked = {"setting": "The hall in Leek", "level": "local"}
    client.post(f"/statements/{statement.pk}/diagnoses/new/", asked)
    diagnosis = Diagnosis.objects.get()
    client.force_login(bo)
    assert "Waits for your answers" in client.get("/communities/hips/diagnoses/").content.decode()
    answers = {"clarity": "2", "clarity-confidence": "3", "clarity-basis": "lived", "fit": "dont_know"}
    page = client.post(f"/diagnoses/{diagnosis.pk}/rate/change/", answers, follow=True)
    assert "The people concerned" in page.content.decode()
    page = client.post(f"/diagnoses/{diagnosis.pk}/rate/system/", {"policy": "not_relevant"}, follow=True)
    assert "2 of 7 answered" in page.content.decode() and "1 of 5 answered" in page.content.decode()
    assert sorted(Rating.objects.values_list("prompt", "value")) == [("clarity", 2), ("fit", None), ("policy", None)]
    page = client.get(f"/diagnoses/{diagnosis.pk}/rate/change/").content.decode()
    assert page.count("checked") == 2


def test_members_see_the_groups_once_the_round_is_closed(client, ana, bo, community, statement):
    diagnosis = make_knowledge.diagnosis(statement)
    for member in make_voice.crowd(community, 3):
        diagnoses.rate(diagnosis, by=member, given={"time": Given("rated", -2, words="The hall is let")})
    client.force_login(ana)
    client.post(f"/diagnoses/{diagnosis.pk}/close/")
    agreed = {"words": "Ask for a second room", "owner": "Bo Berg"}
    client.post(f"/diagnoses/{diagnosis.pk}/act/time/", agreed)
    client.force_login(bo)
    page = client.get(diagnosis.get_absolute_url()).content.decode()
    assert "Hinders a lot" in page and "The hall is let" in page and "Ask for a second room" in page
    assert "Worth talking about first" in page


def test_a_member_who_waits_for_the_result_is_told_so(client, bo, statement):
    diagnosis = make_knowledge.diagnosis(statement)
    Membership.objects.filter(person=bo).update(standing="paused")
    client.force_login(bo)
    assert "When the round is closed" in client.get(diagnosis.get_absolute_url()).content.decode()


def test_of_two_people_the_page_shows_nothing(client, ana, community, statement):
    diagnosis = make_knowledge.diagnosis(statement, closed_at="2026-05-01T10:00Z")
    client.force_login(ana)
    assert "Fewer than three people have answered" in client.get(diagnosis.get_absolute_url()).content.decode()


def test_a_part_or_a_prompt_that_is_not_there_is_not_found(client, ana, statement):
    diagnosis = make_knowledge.diagnosis(statement)
    client.force_login(ana)
    assert client.get(f"/diagnoses/{diagnosis.pk}/rate/weather/").status_code == 404
    assert client.get(f"/diagnoses/{diagnosis.pk}/act/weather/").status_code == 404


def test_a_round_begun_by_mistake_is_removed_after_a_question(client, ana, statement):
    diagnosis = make_knowledge.diagnosis(statement)
    client.force_login(ana)
    assert "Remove this round?" in client.get(f"/diagnoses/{diagnosis.pk}/remove/").content.decode()
    client.post(f"/diagnoses/{diagnosis.pk}/remove/")
    assert not Diagnosis.objects.exists()


def test_the_same_is_asked_again(client, ana, statement):
    diagnosis = make_knowledge.diagnosis(statement, closed_at="2026-05-01T10:00Z")
    client.force_login(ana)
    page = client.post(f"/diagnoses/{diagnosis.pk}/again/", follow=True).content.decode()
    assert "The round before this one" in page
    assert "The same was asked again later" in client.get(diagnosis.get_absolute_url()).content.decode()


def test_an_empty_list_says_how_it_fills(client, bo, community):
    client.force_login(bo)
    assert "Nobody has looked at this yet" in client.get(f"/communities/{community.slug}/diagnoses/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_however_long_it_is(client, bo, community, statement, django_assert_num_queries, count):
    for number in range(count):
        make_knowledge.diagnosis(statement, f"Hall {number}")
    client.force_login(bo)
    with django_assert_num_queries(6):
        client.get(f"/communities/{community.slug}/diagnoses/")


def test_my_ratings_stand_in_my_file(bo, community, statement):
    diagnosis = make_knowledge.diagnosis(statement)
    bos = Membership.objects.select_related("constituency").get(person=bo, community=community)
    diagnoses.rate(diagnosis, by=bos, given={"time": Given("rated", 1), "goals": Given("dont_know")})
    assert {str(row["Your answer"]) for row in rating_rows(bo)} == {"Helps a little", "I don’t know"}
