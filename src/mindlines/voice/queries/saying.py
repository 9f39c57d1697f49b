"""What somebody is told before they say something: who will read it, and what stands beside it."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.formats import localize
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.communities.choices import FACILITATING, Answer
from mindlines.communities.models import Membership, Role
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import Meeting
from mindlines.voice.choices import Origin
from mindlines.voice.queries import groups

NAMES = 4
OFFERED = 6


@dataclass(frozen=True)
class Told:
    """Sentences for the form, and the meeting that it is about."""

    everyone: str
    facilitators: str
    with_name: str
    without_name: str
    meeting: Meeting | None
    is_read_first: bool


def told(viewer: Membership, *, meeting: Meeting | None, origin: str = Origin.BETWEEN) -> Told:
    """What holds for this member, at this moment."""
    members = Membership.objects.present().filter(community=viewer.community).count()
    return Told(
        everyone=ngettext(
            "%(count)s member of %(community)s can read it, and so can people who join later.",
            "All %(count)s members of %(community)s can read it, and so can people who join later.",
            members,
        )
        % {"count": localize(members), "community": viewer.community.name},
        facilitators=_("%(names)s can read it, nobody else.") % {"names": facilitators(viewer)},
        with_name=_("Beside it stands: %(name)s, %(group)s.")
        % {"name": viewer.name, "group": viewer.constituency.name},
        without_name=_without_name(viewer, is_counted=groups.is_counted(viewer, meeting=meeting, origin=origin)),
        meeting=meeting,
        is_read_first=is_read_first(meeting, origin=origin),
    )


def facilitators(viewer: Membership) -> str:
    """The first few by name, as many more by number."""
    held = Role.objects.filter(membership=OuterRef("pk"), answer=Answer.ACCEPTED, name__in=FACILITATING)
    members = Membership.objects.present().filter(Exists(held), community=viewer.community)
    names = [member.name for member in members.select_related("person")]
    more = len(names) - NAMES
    if more > 0:
        names = [*names[:NAMES], ngettext("%(count)d more", "%(count)d more", more) % {"count": more}]
    return ", ".join(names) or _("Facilitators")


def is_read_first(meeting: Meeting | None, *, origin: str) -> bool:
    """What reaches a meeting that is under way from outside its room is read by a facilitator before others see it."""
    return meeting is not None and meeting.phase == Phase.UNDER_WAY and origin == Origin.BETWEEN


def meetings_to_speak_of() -> QuerySet[Meeting]:
    """Meetings that everyone in their community knows of, because what is said about them names them."""
    return Meeting.objects.exclude(phase__in=(Phase.PLANNED, Phase.CANCELLED))


def meetings_offered(viewer: Membership) -> list[Meeting]:
    """The newest meetings that somebody may want to say something about."""
    here = meetings_to_speak_of().filter(community=viewer.community)
    return list(here.order_by("-starts_at", "-pk")[:OFFERED])


def _without_name(viewer: Membership, *, is_counted: bool) -> str:
    nobody = _("Nobody can find out that it was you: not the facilitators, and not whoever runs this site.")
    words = {"group": viewer.constituency.name}
    if is_counted:
        return f"{nobody} " + _("Only your group stands beside it: %(group)s.") % words
    return f"{nobody} " + _("Your group does not stand beside it: too few people could have said it.") % words
