from django.http import Http404

from mindlines.communities.access.community import step_in
from mindlines.communities.models import Membership
from mindlines.communities.rules import read as be_a_member
from mindlines.kernel.rules import Rule
from mindlines.meetings import rules
from mindlines.meetings.models import Action
from mindlines.people.models import Person


def action(person: Person, pk: int, *, may: Rule[[Action]] = rules.read_action) -> Action:
    """The action with its owner and meeting, seen through `action.viewer`; outsiders meet a 404."""
    found = Action.objects.select_related("community", "meeting", "item", "owner__person").filter(pk=pk).first()
    if found is None:
        raise Http404
    viewer = (
        Membership.objects.with_roles()
        .present()
        .select_related("constituency")
        .filter(person=person, community_id=found.community_id)
        .first()
    )
    if viewer is not None:
        viewer.community = found.community
    found.viewer = step_in(person, viewer, may=be_a_member)
    may.require(found)
    return found
