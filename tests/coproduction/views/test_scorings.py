import pytest

from mindlines.communities.actions import priorities
from mindlines.communities.models import Membership
from mindlines.coproduction.actions import scorings
from mindlines.coproduction.actions.scorings import Begun
from mindlines.coproduction.models import Scoring
from mindlines.coproduction.queries.scorings import score_rows
from tests import make_voice

pytestmark = pytest.mark.django_db


@pytest.fixture
def criterion(community, ana):
    return priorities.add_criterion("Patients ask for it", to=community, by=ana)


def begun(community, ana, title="What next?"):
    criterion = priorities.add_criterion("Patients ask for it", to=community, by=ana)
    return scorings.begin(
        Begun(title=title, candidates=["A class", "A letter"], criteria=[criterion]), to=community, by=ana
    )


def all_of(scoring, value):
    return {
        (candidate.pk, yardstick.pk): value
        for candidate in scoring.candidates.all()
        for yardstick in scoring.yardsticks.all()
    }


def test_without_criteria_the_page_leads_to_them(client, ana, community):
    client.force_login(ana)
    page = client.get(f"/communities/{community.slug}/scorings/new/").content.decode()
    assert "You have no criteria yet" in page


def test_a_round_is_begun_scored_shown_and_closed(client, ana, bo, community, criterion):
    client.force_login(ana)
    asked = {"title": "What next?", "candidates": "A class\nA letter\n", "criteria": [criterion.pk]}
    client.post(f"/communities/{community.slug}/scorings/new/", asked)
    scoring = Scoring.objects.get()
    clinicians = make_voice.crowd(community, 3, constituency=community.constituencies.get(name="Clinicians"))
    for member in (*make_voice.crowd(community, 3), *clinicians):
        scorings.score(scoring, by=member, given=all_of(scoring, 3 if member.constituency.is_lay else 0))
    client.force_login(bo)
    assert "How the groups scored" not in client.get(scoring.get_absolute_url()).content.decode()
    names = [f"score-{candidate}-{yardstick}" for candidate, yardstick in all_of(scoring, 0)]
    page = client.post(scoring.get_absolute_url(), {names[0]: "3", names[1]: "unknown"}, follow=True)
    assert "Your scores are kept" in page.content.decode()
    client.force_login(ana)
    page = client.post(f"/scorings/{scoring.pk}/show/", follow=True).content.decode()
    assert "The groups see this differently: A class – Patients ask for it" in page
    assert "Lay members: Fully" in page and "Clinicians: Not at all" in page
    page = client.post(f"/scorings/{scoring.pk}/close/", {"chosen": [scoring.candidates.first().pk]}, follow=True)
    assert "Chosen:" in page.content.decode()
    assert community.priorities.get().title == "A class"


def test_of_two_people_nothing_is_shown(client, ana, community):
    scoring = begun(community, ana)
    for member in make_voice.crowd(community, 2):
        scorings.score(scoring, by=member, given=all_of(scoring, 3))
    scorings.show(scoring, by=ana)
    client.force_login(ana)
    page = client.get(scoring.get_absolute_url()).content.decode()
    assert "Fewer than three people have scored" in page and "Fully</td>" not in page


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("A class", "Write at least two"),
        ("\n".join(f"Idea {number}" for number in range(21)), "Write at most twenty"),
        ("A class\n" + "long " * 40, "This line is too long"),
    ],
)
def test_what_cannot_be_chosen_between_is_said(client, ana, community, criterion, lines, words):
    client.force_login(ana)
    asked = {"title": "What next?", "candidates": lines, "criteria": [criterion.pk]}
    assert words in client.post(f"/communities/{community.slug}/scorings/new/", asked).content.decode()


def test_a_round_begun_by_mistake_is_removed_after_a_question(client, ana, community):
    scoring = begun(community, ana)
    client.force_login(ana)
    assert "Remove this round?" in client.get(f"/scorings/{scoring.pk}/remove/").content.decode()
    client.post(f"/scorings/{scoring.pk}/remove/")
    assert not Scoring.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_says_what_waits_for_me_at_the_same_price(
    client, ana, bo, community, django_assert_num_queries, count
):
    for number in range(count):
        begun(community, ana, title=f"Round {number}")
    client.force_login(bo)
    with django_assert_num_queries(5):
        page = client.get(f"/communities/{community.slug}/scorings/").content.decode()
    assert page.count("Waits for your scores") == count


def test_my_scores_stand_in_my_file(community, ana, bo):
    scoring = begun(community, ana)
    bos = Membership.objects.get(person=bo, community=community)
    scorings.score(scoring, by=bos, given=all_of(scoring, None))
    assert {str(row["Your score"]) for row in score_rows(bo)} == {"I don’t know"}
