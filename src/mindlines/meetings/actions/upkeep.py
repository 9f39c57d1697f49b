"""What every change of a meeting needs: hold it still, and keep the search current."""

from django.utils.translation import gettext as _

from mindlines.communities.actions import search
from mindlines.kernel.errors import Refused
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import Meeting, Round


def locked(meeting: Meeting) -> Meeting:
    """The meeting as it stands now; nobody else changes it until the transaction ends."""
    return Meeting.objects.select_for_update(of=("self",)).select_related("community").get(pk=meeting.pk)


def open_for_groups(meeting: Meeting) -> Meeting:
    """The meeting, held still, as long as its small groups can be changed."""
    meeting = locked(meeting)
    if not meeting.is_open_for_planning:
        raise Refused(_("This meeting is over or cancelled, so its groups stay as they were."))
    return meeting


def held(work: Round) -> Round:
    """The round as it is now, held still. Whatever prevented the last attempt to divide is out of date after a change."""
    meeting = open_for_groups(work.meeting)
    found = Round.objects.select_for_update(of=("self",)).filter(pk=work.pk).first()
    if found is None:
        raise Refused(_("Somebody has removed this round. Go back to the list to see what is there."))
    if found.trouble:
        found.trouble = {}
        found.save(update_fields=["trouble"])
    found.meeting = meeting
    return found


def make_findable(meeting: Meeting) -> None:
    """Keep the site search current."""
    put = search.put_for_facilitators if meeting.phase == Phase.PLANNED else search.put
    put(
        f"meetings.meeting:{meeting.pk}",
        community=meeting.community,
        kind="meeting",
        title=meeting.title,
        words=" ".join([meeting.purpose, *meeting.items.values_list("title", flat=True)]),
        url=meeting.get_absolute_url(),
        year=meeting.starts_at.year,
    )
