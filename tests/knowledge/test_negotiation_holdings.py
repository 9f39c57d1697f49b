from typing import Any

import pytest

from mindlines.communities.models import Membership, SearchEntry
from mindlines.knowledge.actions import negotiation_erasing, negotiations
from mindlines.knowledge.models import Adaptation, Attached, Judgement, Negotiation
from mindlines.people import holdings
from mindlines.people.models import Person
from tests import make
from tests import make_knowledge as knowledge


@pytest.fixture
def board(bos: Membership) -> Negotiation:
    item = knowledge.item(bos.community)
    made = knowledge.negotiation(
        knowledge.statement(item), opened_by=bos.person, settled_by=bos.person, here="Bo Berg says six"
    )
    Attached.objects.create(negotiation=made, side="here", item=item, put_by=bos.person)
    Adaptation.objects.create(negotiation=made, changed="As Bo Berg said", because="Money", made_by=bos.person)
    knowledge.judged(made, bos, value=None, why="My own bus")
    return made


def held(person: Person) -> dict[str, list[dict[str, Any]]]:
    return {holding.title: holding.rows for holding in holdings.held_about(person)}


def test_what_somebody_judged_led_and_laid_is_shown_to_them(board: Negotiation, bo: Person, ana: Person) -> None:
    found = held(bo)
    assert found["What you judged in negotiations"][0]["Your answer, 1 to 9"] == "I don’t know"
    assert len(found["Negotiations you led"]) == 1
    assert [row["What it is"] for row in found["What you laid on boards"]] == [
        "item",
        "what is different from the research",
    ]
    assert not any(held(ana)[title] for title in list(found) if "negotiation" in title.lower())


def test_erased_people_leave_their_group_s_answers_and_no_name(board: Negotiation, bos: Membership) -> None:
    other = knowledge.judged(board, make.membership(bos.community), why="Ask Bo Berg")
    negotiations.write(board, side="lived", words="Bo Berg walks", seen=negotiations.fingerprint(""))
    negotiation_erasing.forget(bos.person)
    judged = Judgement.objects.exclude(pk=other.pk).get()
    assert (judged.membership, judged.constituency, judged.why) == (None, bos.constituency, "")
    now = Negotiation.objects.get()
    assert (now.opened_by, now.settled_by, now.here) == (None, None, "a former member says six")
    assert Adaptation.objects.get().changed == "As a former member said"
    assert Judgement.objects.get(pk=other.pk).why == "Ask a former member"
    assert "Bo Berg" not in SearchEntry.objects.get(ref=f"knowledge.negotiation:{now.pk}").words
    assert Attached.objects.get().put_by is None


def test_a_name_that_two_have_stays(board: Negotiation, bos: Membership) -> None:
    make.membership(bos.community, make.person("Bo Berg"))
    negotiation_erasing.forget(bos.person)
    assert Negotiation.objects.get().here == "Bo Berg says six"
