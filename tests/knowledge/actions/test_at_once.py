"""Several people press at the same moment: a negotiation is settled once, and a list comes in once."""

from functools import partial

from mindlines.kernel.errors import Refused
from mindlines.knowledge.actions import citation_imports, negotiations
from mindlines.knowledge.actions.negotiations import Begun, Changed, Settled
from mindlines.knowledge.choices import NegotiationStage, Outcome
from mindlines.knowledge.measures import citation_imports as measures
from mindlines.knowledge.models import Adaptation, Item, Negotiation
from mindlines_analysis.readers.citations import read_citations
from tests import make_knowledge as make
from tests.at_once import at_once, together

pytestmark = together

FILE = b"TY  - JOUR\nTI  - Mats on the floor\nAU  - Lee, Bo\nPY  - 2020\nER  -\n"


def test_of_those_who_settle_a_negotiation_one_does_and_the_others_are_told(community, ana, bo, anas):
    board = make.negotiation(make.statement(make.item(community, by=anas)), stage=NegotiationStage.SHOWN)
    adapted = Settled(Outcome.ADAPT, why="Better than nothing", adaptation=Changed("Six sessions", "They are paid"))
    ways = [(adapted, ana), (Settled(Outcome.REJECT, why="Too far"), bo), (adapted, bo)]
    outcomes = at_once(*(partial(negotiations.settle, board, to=to, by=by) for to, by in ways))
    told = [each for each in outcomes if isinstance(each, Refused)]
    assert (len(told), outcomes.count(None)) == (2, 1)
    assert all("Somebody settled this while you were writing" in each.sentence for each in told)
    board.refresh_from_db()
    assert Adaptation.objects.count() == (board.outcome == Outcome.ADAPT)
    assert community.record.filter(verb="settled-negotiation").count() == 1


def test_one_new_negotiation_follows_an_earlier_one(community, ana, bo, anas):
    statement = make.statement(make.item(community, by=anas))
    earlier = make.negotiation(statement, stage=NegotiationStage.SETTLED)
    begin = partial(negotiations.begin, of=statement, follows=earlier)
    outcomes = at_once(*(partial(begin, Begun("The hall"), by=person) for person in (ana, bo, ana)))
    assert sum(isinstance(each, Refused) for each in outcomes) == 2
    assert Negotiation.objects.filter(follows=earlier).count() == 1


def test_a_list_confirmed_twice_at_once_comes_in_once(community, bo, bos):
    found = read_citations(FILE, name="review.ris")
    brought = citation_imports.take_in(found, to=community, by=bo, kind="research", file_name="review.ris")
    confirm = partial(citation_imports.confirm, brought, by=bos, seen=measures.preview(brought).digest)
    first, second, third = at_once(confirm, confirm, confirm)
    assert first.result == second.result == third.result
    assert (first.result["added"], Item.objects.count()) == (1, 1)
