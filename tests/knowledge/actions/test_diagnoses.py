import pytest

from mindlines.communities.models import Membership
from mindlines.kernel.errors import Refused
from mindlines.knowledge.actions import diagnoses
from mindlines.knowledge.actions.diagnoses import Begun, Given
from mindlines.knowledge.models import Diagnosis, Rating, Step
from tests import make_knowledge

pytestmark = pytest.mark.django_db
BEGUN = Begun(setting="The hall in Leek", level="local", key="once")


@pytest.fixture
def statement(community):
    return make_knowledge.statement(make_knowledge.item(community))


@pytest.fixture
def diagnosis(statement, ana):
    return diagnoses.begin(BEGUN, of=statement, by=ana)


@pytest.fixture
def bos(bo, community):
    return Membership.objects.select_related("person", "constituency").get(person=bo, community=community)


def test_a_form_sent_twice_begins_one_round(diagnosis, statement, ana):
    assert diagnoses.begin(BEGUN, of=statement, by=ana) == diagnosis
    assert statement.item.community.record.filter(verb="began-diagnosis").count() == 1


def test_a_key_of_another_statement_begins_a_round_of_its_own(diagnosis, community, ana):
    other = make_knowledge.statement(make_knowledge.item(community))
    assert diagnoses.begin(BEGUN, of=other, by=ana) != diagnosis


def test_an_answer_can_be_changed_to_not_knowing(diagnosis, bos):
    diagnoses.rate(
        diagnosis, by=bos, given={"time": Given("rated", 2, confidence=3, basis="lived", words="I was there")}
    )
    diagnoses.rate(diagnosis, by=bos, given={"time": Given("dont_know", 2)})
    rating = Rating.objects.get()
    assert (rating.answer, rating.value, rating.constituency) == ("dont_know", None, bos.constituency)


def test_a_prompt_that_is_not_asked_is_left_out(diagnosis, bos):
    diagnoses.rate(diagnosis, by=bos, given={"weather": Given("rated", 1)})
    assert not Rating.objects.exists()


def test_a_closed_round_takes_no_answers(diagnosis, bos, ana):
    diagnoses.close(diagnosis, by=ana)
    diagnoses.close(diagnosis, by=ana)
    with pytest.raises(Refused, match="closed"):
        diagnoses.rate(diagnosis, by=bos, given={})
    assert diagnosis.statement.item.community.record.filter(verb="closed-diagnosis").count() == 1


def test_the_same_is_asked_again_once_after_the_round_is_closed(diagnosis, ana):
    with pytest.raises(Refused, match="Close this round first"):
        diagnoses.begin_again(diagnosis, by=ana)
    diagnoses.close(diagnosis, by=ana)
    later = diagnoses.begin_again(diagnosis, by=ana)
    assert diagnoses.begin_again(diagnosis, by=ana) == later
    assert (later.follows, later.setting) == (diagnosis, diagnosis.setting)


def test_something_is_done_about_what_hinders(diagnosis, bos, ana):
    for _click in range(2):
        action = diagnoses.act_on(
            diagnosis, prompt="time", words="Ask for a second room", owner=bos, due_on=None, by=ana
        )
    step = Step.objects.get()
    assert (step.action, step.prompt, step.diagnosis) == (action, "time", diagnosis)


def test_an_action_about_nothing_that_is_asked_names_no_prompt(diagnosis, ana):
    diagnoses.act_on(diagnosis, prompt="weather", words="Look up", owner=None, due_on=None, by=ana)
    assert Step.objects.get().prompt == ""


def test_a_round_that_nobody_answered_can_be_removed(diagnosis, bos):
    diagnoses.remove(diagnosis)
    with pytest.raises(Refused, match="removed this"):
        diagnoses.rate(diagnosis, by=bos, given={})


def test_a_round_that_somebody_answered_stays(diagnosis, bos):
    diagnoses.rate(diagnosis, by=bos, given={"time": Given("rated", 1)})
    with pytest.raises(Refused, match="answered already"):
        diagnoses.remove(diagnosis)


def test_an_erased_person_leaves_a_rating_of_their_group_without_words(diagnosis, bos, ana):
    diagnoses.rate(diagnosis, by=bos, given={"time": Given("rated", 1, words="As Bo I know")})
    diagnoses.forget(bos.person)
    diagnoses.forget(ana)
    rating = Rating.objects.get()
    assert (rating.membership, rating.words, rating.value) == (None, "", 1)
    assert rating.constituency == bos.constituency and Diagnosis.objects.get().opened_by is None
