"""From things that know nothing of decisions a facilitator begins one."""

import pytest
from django.urls import reverse

from mindlines.meetings.choices import PointKind
from tests import make_knowledge

pytestmark = pytest.mark.django_db


@pytest.fixture
def begins(community) -> str:
    return reverse("coproduction:decision_new", kwargs={"slug": community.slug})


def test_a_negotiation_leads_facilitators_to_a_decision(as_ana, as_bo, anas, community, begins):
    board = make_knowledge.negotiation(make_knowledge.statement(make_knowledge.item(community, by=anas)))
    address = f"{begins}?negotiation={board.pk}"
    assert address in as_ana.get(board.get_absolute_url()).content.decode()
    assert address not in as_bo.get(board.get_absolute_url()).content.decode()
    assert board.statement.words in as_ana.get(address).content.decode()


def test_a_line_of_the_notes_leads_facilitators_to_a_decision(as_ana, meeting, begins):
    point = meeting.points.create(words="Eight sessions on chairs", kind=PointKind.DECISION)
    address = f"{begins}?point={point.pk}"
    page = as_ana.get(reverse("meetings:change_point", kwargs={"pk": point.pk})).content.decode()
    assert address in page
    assert "Eight sessions on chairs" in as_ana.get(address).content.decode()
