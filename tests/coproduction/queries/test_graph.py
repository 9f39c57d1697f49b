import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mindlines.communities.models import Membership
from mindlines.coproduction.models import Ground
from mindlines.coproduction.queries.line import graph
from mindlines.coproduction.queries.line.things import GONE, things
from mindlines.kernel.times import now
from tests import make_coproduction, make_knowledge, make_voice
from tests.coproduction.line import whole_line

pytestmark = pytest.mark.django_db


@pytest.fixture
def anas(ana, community):
    return Membership.objects.with_roles().get(person=ana, community=community)


@pytest.fixture
def bos(bo, community):
    return Membership.objects.with_roles().get(person=bo, community=community)


def ends(viewer):
    return {(tie.source.split(":")[0], tie.target.split(":")[0], tie.kind) for tie in graph.ties(viewer)}


def test_a_line_runs_from_a_study_to_what_is_done_differently(bos, community):
    whole_line(community, teller=bos)
    assert ends(bos) == {
        ("item", "statement", "claimed"),
        ("statement", "negotiation", "judged"),
        ("item", "negotiation", "laid_beside"),
        ("negotiation", "decision", "rests"),
        ("said", "decision", "rests"),
        ("decision", "action", "led_to"),
        ("decision", "output", "made"),
        ("output", "change", "changed"),
    }


def test_what_was_set_aside_is_told_from_what_a_decision_rests_on(bos, community):
    decision = make_coproduction.decision(community, stage="closed")
    Ground.objects.create(decision=decision, item=make_knowledge.item(community), is_set_aside=True)
    assert ends(bos) == {("item", "decision", "set_aside")}


def test_members_do_not_follow_a_line_to_a_decision_that_is_still_prepared(anas, bos, community):
    decision = make_coproduction.decision(community)
    Ground.objects.create(decision=decision, item=make_knowledge.item(community))
    assert ends(bos) == set()
    assert ends(anas) == {("item", "decision", "rests")}


def test_what_was_said_to_the_facilitators_stays_with_them(anas, bos, community):
    said = make_voice.contribution(community, by=bos, audience="facilitators")
    decision = make_coproduction.decision(community, stage="closed")
    Ground.objects.create(decision=decision, contribution=said)
    assert ends(bos) == set()
    assert ends(anas) == {("said", "decision", "rests")}
    assert things(bos, keys=[f"said:{said.pk}"]) == {}


def test_what_was_made_of_something_that_was_said_comes_from_it(bos, community):
    said = make_voice.contribution(community, by=bos)
    make_knowledge.item(community, said=said)
    assert ends(bos) == {("said", "item", "kept")}


@pytest.mark.parametrize(
    ("item", "said"), [({"withdrawn_at": now()}, {}), ({}, {"showing": "hidden"})], ids=["withdrawn", "hidden"]
)
def test_what_was_withdrawn_or_hidden_is_not_found_again_by_way_of_the_other(anas, bos, community, item, said):
    make_knowledge.item(community, said=make_voice.contribution(community, by=bos, **said), **item)
    assert ends(anas) == ends(bos) == set()


def test_what_was_said_to_the_facilitators_is_not_found_by_what_was_made_of_it(anas, bos, community):
    make_knowledge.item(community, said=make_voice.contribution(community, by=bos, audience="facilitators"))
    assert ends(bos) == set()
    assert ends(anas) == {("said", "item", "kept")}


def test_the_community_next_door_is_not_in_it(bos, community, neighbours):
    make_knowledge.statement(make_knowledge.item(neighbours))
    assert graph.ties(bos) == []
    assert graph.untied(bos) == set()


def test_a_later_decision_follows_from_the_one_it_replaces(bos, community):
    first = make_coproduction.decision(community, stage="closed")
    make_coproduction.decision(community, stage="closed", supersedes=first)
    assert ends(bos) == {("decision", "decision", "replaced")}


def test_what_was_withdrawn_says_so_and_nothing_more(bos, community):
    study = make_knowledge.item(community, withdrawn_at=now())
    statement = make_knowledge.statement(study)
    found = things(bos, keys=[f"item:{study.pk}", f"statement:{statement.pk}"])
    assert {thing.words for thing in found.values()} == {GONE}
    assert all(thing.is_gone and not thing.group for thing in found.values())


def test_every_thing_has_words_an_address_and_a_day(bos, community):
    whole_line(community, teller=bos)
    known = things(bos, keys={end for tie in graph.ties(bos) for end in (tie.source, tie.target)})
    assert {thing.kind for thing in known.values()} == set(graph.KINDS) - {graph.DIAGNOSIS}
    assert all(thing.words and thing.url and thing.on and thing.name for thing in known.values())
    assert any(thing.is_lay for thing in known.values())


@pytest.mark.parametrize("lines", [1, 3])
def test_the_ties_cost_the_same_queries_however_many_there_are(bos, community, lines):
    for number in range(lines):
        study = make_knowledge.item(community, f"Study {number}")
        make_knowledge.negotiation(make_knowledge.statement(study))
    with CaptureQueriesContext(
        connection,
    ) as queries:
        graph.ties(bos)
    assert len(queries) == 27
