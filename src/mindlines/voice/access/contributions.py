"""The gates of what people say."""

from django.http import Http404

from mindlines.communities.access.community import membership, step_in
from mindlines.communities.models import Membership
from mindlines.communities.rules import facilitate
from mindlines.communities.rules import read as be_a_member
from mindlines.kernel.rules import Rule
from mindlines.meetings.models import AgendaItem, Meeting
from mindlines.people.models import Person
from mindlines.voice import rules
from mindlines.voice.models import Contribution, WordRequest
from mindlines.voice.queries import marks, saying

LONGEST_NUMBER = 18


def contribution(
    person: Person, pk: int, *, may: Rule[[Contribution]] = rules.read_contribution, secret: str = ""
) -> Contribution:
    """What somebody said, seen through `.viewer`; with the secret of the device, also what it sent without a name."""
    rows = Contribution.objects.select_related(
        "community", "meeting", "item", "constituency", "membership__person", "merged_into", "replied_by", "point"
    )
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    members = Membership.objects.with_roles().present().select_related("constituency")
    viewer = members.filter(person=person, community_id=found.community_id).first()
    if viewer is not None:
        viewer.community = found.community
    found.viewer = step_in(person, viewer, may=be_a_member)
    found.is_own = found.membership_id == found.viewer.pk or marks.is_from(secret, contribution=found)
    may.require(found)
    return found


def word_request(person: Person, slug: str, *, pk: int, may: Rule[[WordRequest]] = rules.explain_word) -> WordRequest:
    """A word that somebody asked about, seen through `.viewer`."""
    viewer = membership(person, slug)
    found = WordRequest.objects.filter(community=viewer.community, pk=pk).first()
    if found is None:
        raise Http404
    found.community, found.viewer = viewer.community, viewer
    may.require(found)
    return found


def known_meeting(viewer: Membership, asked: str | int | None) -> Meeting | None:
    """A meeting of the viewer's community that everyone there knows of; nothing where none is meant."""
    if not asked:
        return None
    number = int(asked) if str(asked).isdecimal() and len(str(asked)) <= LONGEST_NUMBER else 0
    found = saying.meetings_to_speak_of().filter(community=viewer.community, pk=number).first()
    if found is None:
        raise Http404
    found.community = viewer.community
    return found


def other(of: Contribution, pk: int) -> Contribution:
    """Another contribution of the same community, to join it with."""
    found = Contribution.objects.filter(community=of.community_id, pk=pk).first()
    if found is None or not facilitate(of.viewer):
        raise Http404
    return found


def item_of_notes(of: Contribution, pk: int | None) -> AgendaItem | None:
    """The item of the meeting's agenda under which it is carried to the notes; nothing for the meeting as a whole."""
    if pk is None:
        return None
    found = AgendaItem.objects.select_related("meeting__community").filter(pk=pk, meeting=of.meeting_id).first()
    if found is None:
        raise Http404
    return found
