"""A kind reminder. It goes to everybody in the same words: one sent only to some would tell the facilitator who they are."""

from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from mindlines.communication.actions import tell
from mindlines.communities.models import Community
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.meetings.models import Meeting
from mindlines.meetings.queries.links import absolute
from mindlines.people.models import Person
from mindlines.preparation.models import Reminder
from mindlines.preparation.queries import readiness

A_WHILE = timedelta(days=3)


@transaction.atomic
def remind(community: Community, *, meeting: Meeting | None, words: str, by: Person) -> int:
    """Remind everybody who is expected. Returns how many."""
    Community.objects.select_for_update().get(pk=community.pk)
    if Reminder.objects.filter(community=community, sent_at__gt=now() - A_WHILE).exists():
        raise Refused(_("A reminder went out in the last three days. Wait a little: more would be a burden."))
    people = [membership.person for membership in readiness.expected(community, meeting=meeting)]
    url = absolute(reverse("preparation:mine", kwargs={"slug": community.slug}))
    for person in people:
        tell(person, community=community, subject=_("Getting ready"), words=f"{words}\n\n{url}")
    Reminder.objects.create(community=community, meeting=meeting, words=words, people=len(people), sent_by=by)
    return len(people)
