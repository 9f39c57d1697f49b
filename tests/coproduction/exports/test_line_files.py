import csv
import io
import json

import pytest

from mindlines.communities.models import Membership
from mindlines.coproduction.models import Ground
from tests import make_coproduction, make_knowledge
from tests.coproduction.line import whole_line

pytestmark = pytest.mark.django_db


@pytest.fixture
def line(bo, community):
    return whole_line(community, teller=Membership.objects.get(person=bo, community=community))


def test_the_whole_line_speaks_the_words_of_prov(client, bo, community, line):
    client.force_login(bo)
    content = json.loads(client.get(f"/communities/{community.slug}/line/line.jsonld").content)
    nodes = {node["@id"].removeprefix("http://testserver"): node for node in content["@graph"]}
    decision = nodes[line.decision.get_absolute_url()]
    assert decision["@type"] == "prov:Activity"
    assert decision["prov:wasInformedBy"] == [{"@id": f"http://testserver{line.negotiation.get_absolute_url()}"}]
    assert decision["prov:used"] == [{"@id": f"http://testserver{line.said.get_absolute_url()}"}]
    assert "prov:wasGeneratedBy" in nodes[line.output.get_absolute_url()]
    assert "prov:wasDerivedFrom" in nodes[line.change.get_absolute_url()]
    assert nodes[f"urn:mindlines:group:{community.slug}:lay-members"]["title"] == "Lay members"


def test_what_was_set_aside_was_not_used(client, bo, community):
    decision = make_coproduction.decision(community, stage="closed")
    Ground.objects.create(decision=decision, item=make_knowledge.item(community), is_set_aside=True)
    client.force_login(bo)
    content = json.loads(client.get(f"/communities/{community.slug}/line/line.jsonld").content)
    (node,) = [node for node in content["@graph"] if node.get("kind") == "decision"]
    assert "ml:setAside" in node and "prov:used" not in node


def test_no_member_stands_in_the_files_by_name(client, bo, community, line):
    client.force_login(bo)
    for file in ("line.jsonld", "things.csv", "ties.csv"):
        assert bo.name not in client.get(f"/communities/{community.slug}/line/{file}").content.decode()


def test_both_tables_can_be_joined(client, bo, community, line):
    client.force_login(bo)
    things, ties = (
        list(
            csv.DictReader(
                io.StringIO(client.get(f"/communities/{community.slug}/line/{name}.csv").content.decode("utf-8-sig"))
            )
        )
        for name in ("things", "ties")
    )
    keys = {row["key"] for row in things}
    assert {row["from"] for row in ties} | {row["to"] for row in ties} <= keys
    assert {row["how"] for row in ties} == {"claimed", "laid_beside", "judged", "rests", "led_to", "made", "changed"}


def test_a_thing_that_is_tied_to_nothing_is_in_the_file_too(client, bo, community):
    study = make_knowledge.item(community, "An unread report")
    client.force_login(bo)
    assert f"item:{study.pk}" in client.get(f"/communities/{community.slug}/line/things.csv").content.decode()


def test_another_table_is_not_there(client, bo, community):
    client.force_login(bo)
    assert client.get(f"/communities/{community.slug}/line/people.csv").status_code == 404


def test_what_was_made_of_something_that_was_said_is_derived_from_it(client, bo, community, line):
    line.study.said = line.said
    line.study.save()
    client.force_login(bo)
    content = json.loads(client.get(f"/communities/{community.slug}/line/line.jsonld").content)
    (node,) = [node for node in content["@graph"] if node["@id"].endswith(line.study.get_absolute_url())]
    assert node["prov:wasDerivedFrom"] == [{"@id": f"http://testserver{line.said.get_absolute_url()}"}]
    ties = client.get(f"/communities/{community.slug}/line/ties.csv").content.decode()
    assert f"said:{line.said.pk},item:{line.study.pk},kept" in ties
