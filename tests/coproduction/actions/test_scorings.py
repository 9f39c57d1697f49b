import pytest

from mindlines.communities.actions import priorities
from mindlines.communities.models import Membership, Priority
from mindlines.coproduction.actions import scorings
from mindlines.coproduction.actions.scorings import Begun
from mindlines.coproduction.models import Score, Scoring
from mindlines.kernel.errors import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def criteria(community, ana):
    return [priorities.add_criterion(words, to=community, by=ana) for words in ("A plan exists", "Patients ask for it")]


@pytest.fixture
def scoring(community, ana, criteria):
    begun = Begun(title="What next?", candidates=["A class", "A letter", "A class"], criteria=criteria, key="once")
    return scorings.begin(begun, to=community, by=ana)


@pytest.fixture
def bos(bo, community):
    return Membership.objects.select_related("person", "constituency").get(person=bo, community=community)


def places(scoring):
    return {
        (candidate.words, yardstick.words): (candidate.pk, yardstick.pk)
        for candidate in scoring.candidates.all()
        for yardstick in scoring.yardsticks.all()
    }


def test_a_round_keeps_the_criteria_as_they_were_worded(scoring, criteria, ana):
    priorities.change_criterion(criteria[0], words="A plan exists and is paid for", by=ana)
    assert [each.words for each in scoring.yardsticks.all()] == ["A plan exists", "Patients ask for it"]
    assert [each.words for each in scoring.candidates.all()] == ["A class", "A letter"]


def test_a_form_sent_twice_begins_one_round(scoring, community, ana, criteria):
    begun = Begun(title="What next?", candidates=["A class", "A letter"], criteria=criteria, key="once")
    assert scorings.begin(begun, to=community, by=ana) == scoring and Scoring.objects.count() == 1


def test_a_key_from_next_door_begins_another_round(scoring, neighbours, chi, criteria):
    begun = Begun(title="What next?", candidates=["A class", "A letter"], criteria=criteria, key="once")
    assert scorings.begin(begun, to=neighbours, by=chi) != scoring


def test_a_score_can_be_changed_and_not_knowing_is_an_answer(scoring, bos):
    at = places(scoring)
    scorings.score(scoring, by=bos, given={at["A class", "A plan exists"]: 3, at["A letter", "A plan exists"]: None})
    scorings.score(scoring, by=bos, given={at["A class", "A plan exists"]: 1})
    assert sorted(Score.objects.values_list("candidate__words", "value")) == [("A class", 1), ("A letter", None)]
    assert Score.objects.first().constituency == bos.constituency


def test_a_score_for_something_of_another_round_is_left_out(scoring, bos):
    scorings.score(scoring, by=bos, given={(10**9, 10**9): 3})
    assert not Score.objects.exists()


def test_what_was_chosen_becomes_a_priority_with_the_criteria_it_meets(scoring, ana, criteria):
    scorings.show(scoring, by=ana)
    scorings.show(scoring, by=ana)
    chosen = scoring.candidates.get(words="A class")
    met = {chosen.pk: [scoring.yardsticks.get(words="A plan exists").pk]}
    scorings.close(scoring, chosen=[chosen], met=met, by=ana)
    scorings.close(scoring, chosen=[], met={}, by=ana)
    priority = Priority.objects.get()
    assert priority.title == "A class" and list(priority.meets.all()) == [criteria[0]]
    verbs = list(
        scoring.community.record.filter(verb__contains="scoring").order_by("pk").values_list("verb", flat=True)
    )
    assert verbs == ["began-scoring", "showed-scoring", "closed-scoring"]


def test_a_criterion_that_is_gone_meanwhile_is_no_tick(scoring, ana, criteria):
    scorings.show(scoring, by=ana)
    chosen = scoring.candidates.get(words="A class")
    met = {chosen.pk: [scoring.yardsticks.get(words="A plan exists").pk]}
    priorities.remove_criterion(criteria[0], by=ana)
    scorings.close(scoring, chosen=[chosen], met=met, by=ana)
    assert not Priority.objects.get().meets.exists()


def test_scores_are_talked_about_before_a_round_is_closed(scoring, ana):
    with pytest.raises(Refused, match="Show the scores"):
        scorings.close(scoring, chosen=[], met={}, by=ana)


def test_a_closed_round_takes_no_scores(scoring, ana, bos):
    scorings.show(scoring, by=ana)
    scorings.close(scoring, chosen=[], met={}, by=ana)
    with pytest.raises(Refused, match="closed"):
        scorings.score(scoring, by=bos, given={})


def test_a_round_that_nobody_scored_can_be_removed(scoring, bos):
    scorings.remove(scoring)
    with pytest.raises(Refused, match="removed this"):
        scorings.score(scoring, by=bos, given={})


def test_a_round_that_somebody_scored_stays(scoring, bos):
    scorings.score(scoring, by=bos, given={next(iter(places(scoring).values())): 2})
    with pytest.raises(Refused, match="scored already"):
        scorings.remove(scoring)


def test_an_erased_person_leaves_the_score_of_their_group(scoring, bos, ana):
    scorings.score(scoring, by=bos, given={next(iter(places(scoring).values())): 2})
    scorings.forget(bos.person)
    scorings.forget(ana)
    score = Score.objects.get()
    assert score.membership is None and score.constituency == bos.constituency
    assert Scoring.objects.get().made_by is None
