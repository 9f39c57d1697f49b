import pytest

from mindlines.kernel.times import now
from mindlines.knowledge.actions import diagnoses
from mindlines.knowledge.actions.diagnoses import Given
from mindlines.knowledge.measures.diagnoses import result
from tests import make_knowledge, make_voice

pytestmark = pytest.mark.django_db


@pytest.fixture
def diagnosis(community):
    return make_knowledge.diagnosis(make_knowledge.statement(make_knowledge.item(community)))


@pytest.fixture
def clinicians(community):
    return make_voice.crowd(community, 3, constituency=community.constituencies.get(name="Clinicians"))


@pytest.fixture
def lay(community):
    return make_voice.crowd(community, 3)


def rate(diagnosis, members, **given):
    for member in members:
        diagnoses.rate(diagnosis, by=member, given=given)


def line(found, prompt):
    return next(each for _part, lines in found.parts for each in lines if each.prompt.key == prompt)


def test_groups_that_see_it_differently_are_talked_about_first(diagnosis, lay, clinicians):
    rate(diagnosis, lay, time=Given("rated", 2), goals=Given("rated", 1))
    rate(diagnosis, clinicians, time=Given("rated", -1), goals=Given("rated", 1))
    found = result(diagnosis)
    assert [each.prompt.key for each in found.talk_about] == ["time"]
    time = line(found, "time")
    assert [(view.group, view.words, view.x) for view in time.groups] == [
        ("Clinicians", "Hinders a little", 25),
        ("Lay members", "Helps a lot", 100),
    ]


def test_what_a_group_does_not_know_is_said_in_words(diagnosis, lay, clinicians):
    rate(diagnosis, lay, policy=Given("dont_know"))
    rate(diagnosis, clinicians, policy=Given("rated", 1))
    policy = line(result(diagnosis), "policy")
    assert policy.is_unknown
    assert [view.unknown for view in policy.groups] == ["", "Most do not know"]


def test_what_hinders_most_people_is_talked_about(diagnosis, lay):
    rate(diagnosis, lay, time=Given("rated", -2, words="The hall is let"))
    found = result(diagnosis)
    assert found.talk_about[0].hinders and set(found.talk_about[0].remarks) == {"The hall is let"}


def test_of_two_people_nothing_is_shown(diagnosis, lay):
    rate(diagnosis, lay[:2], time=Given("rated", -2))
    found = result(diagnosis)
    assert not found.is_enough and not found.parts


def test_where_fewer_than_three_answered_a_prompt_its_answer_is_not_shown(diagnosis, lay):
    rate(diagnosis, lay, goals=Given("rated", 1))
    rate(diagnosis, lay[:2], time=Given("rated", -2))
    assert line(result(diagnosis), "time").everybody.words == "Too few people"


def test_a_later_round_says_what_has_moved(diagnosis, lay, community):
    rate(diagnosis, lay, time=Given("rated", -2), goals=Given("rated", 1))
    diagnosis.closed_at = now()
    diagnosis.save()
    later = make_knowledge.diagnosis(diagnosis.statement, follows=diagnosis)
    rate(later, lay, time=Given("rated", 1), goals=Given("rated", 0))
    found = result(later)
    assert line(found, "time").moved == "Helps more than the last time"
    assert line(found, "goals").moved == "Hinders more than the last time"
