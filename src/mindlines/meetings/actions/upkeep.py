"""What every change of a meeting needs: hold it still, and keep the search current."""

from mindlines.communities.actions import search
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import Meeting


def locked(meeting: Meeting) -> Meeting:
    """The meeting as it stands now; nobody else changes it until the transaction ends."""
    return Meeting.objects.select_for_update(of=("self",)).select_related("community").get(pk=meeting.pk)


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
    )
