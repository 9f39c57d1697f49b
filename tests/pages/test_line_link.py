import pytest

from mindlines.communities.models import Membership
from tests.coproduction.line import whole_line

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", ["item", "said", "statement", "negotiation", "decision", "action", "output", "change"])
def test_whoever_opens_a_thing_can_follow_its_line(client, bo, community, kind):
    line = whole_line(community, teller=Membership.objects.get(person=bo, community=community))
    thing = line.story if kind == "item" else getattr(line, kind)
    client.force_login(bo)
    page = client.get(thing.get_absolute_url(), follow=True).content.decode()
    assert f"/trace/{kind}/{thing.pk}/" in page


def test_other_pages_have_no_line(client, bo, community):
    client.force_login(bo)
    assert "Follow the line" not in client.get(community.get_absolute_url()).content.decode()
