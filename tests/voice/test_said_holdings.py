"""What is held of what a person said, and what stays when they are erased."""

from mindlines.communities.models import SearchEntry
from mindlines.people import holdings
from mindlines.people.actions.erasing import erase
from mindlines.voice.actions import findable
from mindlines.voice.models import Contribution
from tests import make, make_voice


def held(person) -> dict[str, list]:
    return {holding.title: holding.rows for holding in holdings.held_about(person)}


def test_bo_finds_all_that_stands_under_his_name_and_nothing_that_does_not(community, ana, bo, bos):
    make_voice.contribution(community, "With my name", by=bos, entered_by=ana, replied_by=ana, reply="Yes.")
    make_voice.contribution(community, "Without it")
    assert [row["What you said"] for row in held(bo)["What you said"]] == ["With my name"]
    assert len(held(ana)["What you wrote down for others"]) == 1
    assert [row["Reply"] for row in held(ana)["Replies you gave"]] == ["Yes."]


def test_the_words_stay_without_the_name(community, ana, bo, bos):
    said = make_voice.contribution(community, "I am Bo Berg, and the stairs are steep", by=bos)
    of_ana = make_voice.contribution(
        community, "Ask Bo Berg", by=make.membership(community), entered_by=bo, replied_by=bo, reply="Bo Berg did."
    )
    findable.put(of_ana)
    erase(bo)
    said.refresh_from_db()
    of_ana.refresh_from_db()
    assert (said.membership, said.made_at, said.constituency) == (None, None, bos.constituency)
    assert said.words == "I am a former member, and the stairs are steep"
    assert (of_ana.entered_by, of_ana.replied_by, of_ana.reply) == (None, None, "a former member did.")
    assert not SearchEntry.objects.filter(words__contains="Bo Berg").exists()


def test_a_name_that_two_people_bear_stays(community, bo):
    make.membership(community, make.person("Bo Berg"))
    make_voice.contribution(community, "Ask Bo Berg")
    erase(bo)
    assert Contribution.objects.get().words == "Ask Bo Berg"
