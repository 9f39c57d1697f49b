"""What a facilitator has to do before the next meeting, and after the last one."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.communication.queries import waiting_in
from mindlines.communities.choices import Standing
from mindlines.communities.models import Community, Membership
from mindlines.meetings.choices import ItemKind, MeetingKind, Phase, Setting
from mindlines.meetings.models import Meeting
from mindlines.meetings.queries import waiting
from mindlines.ui.dates import minutes_words

NOBODY_LEADS = (ItemKind.BREAK, ItemKind.SMALL_GROUPS)


@dataclass(frozen=True)
class Task:
    """One line of the list; done lines stay, so that one sees how far one has come."""

    words: str
    url: str
    is_done: bool


@dataclass(frozen=True)
class Preparing:
    community: Community
    meeting: Meeting | None
    tasks: list[Task]

    @property
    def left(self) -> int:
        return sum(not task.is_done for task in self.tasks)


def of(membership: Membership) -> Preparing:
    """The list for one community that this member facilitates."""
    community = membership.community
    meeting = (
        Meeting.objects.coming(timezone.now())
        .filter(community=community, kind=MeetingKind.COMMUNITY)
        .select_related("place")
        .first()
    )
    tasks = [*_after_the_last(community), *(_before(meeting) if meeting else _plan_one(community)), *_people(community)]
    return Preparing(community=community, meeting=meeting, tasks=tasks)


def _plan_one(community: Community) -> list[Task]:
    return [Task(_("Plan the next meeting"), reverse("meetings:new", kwargs={"slug": community.slug}), is_done=False)]


def _before(meeting: Meeting) -> list[Task]:
    return [_where(meeting), *_agenda(meeting), _announced(meeting), *_answers(meeting), *_left_over(meeting)]


def _where(meeting: Meeting) -> Task:
    needs_room, needs_link = meeting.setting != Setting.ONLINE, meeting.setting != Setting.IN_PERSON
    missing = (needs_room and meeting.place is None) or (needs_link and not meeting.link)
    words = _("Say where the meeting is") if missing else _("People know where to go")
    return Task(words, reverse("meetings:change", kwargs={"pk": meeting.pk}), is_done=not missing)


def _agenda(meeting: Meeting) -> list[Task]:
    led = ~Q(kind__in=NOBODY_LEADS)
    found = meeting.items.aggregate(
        items=Count("pk"), minutes=Sum("minutes", default=0), leaderless=Count("pk", filter=led & Q(lead__isnull=True))
    )
    url = reverse("meetings:agenda", kwargs={"pk": meeting.pk})
    if not found["items"]:
        return [Task(_("Draw up the agenda"), url, is_done=False)]
    over = found["minutes"] - meeting.minutes
    if over > 0:
        fits = Task(_("The agenda is %(over)s too long") % {"over": minutes_words(over)}, url, is_done=False)
    else:
        fits = Task(_("The agenda fits into the time"), url, is_done=True)
    if not found["leaderless"]:
        return [fits, Task(_("Every item has somebody who leads it"), url, is_done=True)]
    words = ngettext(
        "Find somebody to lead %(n)d item", "Find somebody to lead each of %(n)d items", found["leaderless"]
    )
    return [fits, Task(words % {"n": found["leaderless"]}, url, is_done=False)]


def _announced(meeting: Meeting) -> Task:
    if meeting.phase == Phase.PLANNED:
        return Task(_("Announce the meeting"), reverse("meetings:announce", kwargs={"pk": meeting.pk}), is_done=False)
    return Task(_("The meeting is announced"), meeting.get_absolute_url(), is_done=True)


def _answers(meeting: Meeting) -> list[Task]:
    if meeting.phase == Phase.PLANNED:
        return []
    asked = Membership.objects.active().filter(community_id=meeting.community_id)
    silent = asked.exclude(replies__meeting=meeting).count()
    url = reverse("meetings:replies", kwargs={"pk": meeting.pk})
    if not silent:
        return [Task(_("Everybody has replied"), url, is_done=True)]
    words = ngettext("%(n)d member has not replied yet", "%(n)d members have not replied yet", silent) % {"n": silent}
    return [Task(words, url, is_done=False)]


def _left_over(meeting: Meeting) -> list[Task]:
    n = waiting.count(meeting.community)
    if not n:
        return []
    words = ngettext(
        "%(n)d thing was left over from earlier: take it up or let it go",
        "%(n)d things were left over from earlier: take them up or let them go",
        n,
    )
    return [Task(words % {"n": n}, reverse("meetings:waiting", kwargs={"slug": meeting.community.slug}), is_done=False)]


def _after_the_last(community: Community) -> list[Task]:
    """Minutes that have not been sent, and a meeting that was never closed."""
    now = timezone.now()
    unsent = community.meetings.filter(
        phase=Phase.HELD, minutes_sent_at__isnull=True, held_at__gt=now - timedelta(days=60)
    )
    unclosed = community.meetings.filter(phase__in=(Phase.ANNOUNCED, Phase.UNDER_WAY), ends_at__lt=now)
    return [
        *(
            Task(
                _("Send the minutes of “%(title)s”") % {"title": each.title},
                reverse("meetings:minutes", kwargs={"pk": each.pk}),
                is_done=False,
            )
            for each in unsent[:3]
        ),
        *(
            Task(
                _("Write up “%(title)s” and close it") % {"title": each.title},
                reverse("meetings:notes", kwargs={"pk": each.pk}),
                is_done=False,
            )
            for each in unclosed[:3]
        ),
    ]


def _people(community: Community) -> list[Task]:
    tasks = []
    invited = community.memberships.filter(standing=Standing.INVITED).count()
    if invited:
        words = ngettext("%(n)d invited person has not answered", "%(n)d invited people have not answered", invited) % {
            "n": invited
        }
        tasks.append(
            Task(
                words,
                reverse("communities:members", kwargs={"slug": community.slug}) + "?standing=invited",
                is_done=False,
            )
        )
    post = waiting_in(community)
    url = reverse("communication:messages", kwargs={"slug": community.slug})
    if post.by_hand:
        words = ngettext("%(n)d letter or call to make", "%(n)d letters and calls to make", post.by_hand) % {
            "n": post.by_hand
        }
        tasks.append(Task(words, url, is_done=False))
    if post.troubled or post.failed:
        tasks.append(Task(_("Some e-mails have not got through"), url, is_done=False))
    return tasks
