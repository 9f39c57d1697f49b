"""How far each group is, told so that nobody can be found in it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community, Constituency, Membership
from mindlines.meetings.choices import ReplyMode
from mindlines.meetings.models import Meeting
from mindlines.preparation.choices import Band
from mindlines.preparation.models import CallWish, PathStep, Reminder, StepDone
from mindlines.ui.dates import day_words
from mindlines.voice.queries.apart import large_enough, lay_groups

# Bands of fewer people would tell of one of them.
FEWEST = 3
A_FEW, MOST = 1 / 3, 2 / 3


@dataclass(frozen=True)
class Group:
    """One group, or those too few to be told apart; `band` is empty where even together they are too few."""

    name: str | Promise
    people: int
    band: str

    @property
    def words(self) -> str | Promise:
        return Band(self.band).label if self.band else _("Too few people to say, so that nobody can be found")


def next_meeting(community: Community) -> Meeting | None:
    """The one that people get ready for."""
    return Meeting.objects.coming(timezone.now()).filter(community=community).first()


def expected(community: Community, *, meeting: Meeting | None) -> QuerySet[Membership]:
    """Active members, without those who said that they cannot come to the meeting."""
    members = Membership.objects.active().filter(community=community).select_related("person", "constituency")
    if meeting is None:
        return members
    return members.exclude(replies__in=meeting.replies.filter(mode=ReplyMode.CANNOT))


def by_group(community: Community, *, meeting: Meeting | None) -> list[Group]:
    """Each group that can be told apart, then all others together. Five queries, however many people there are."""
    members = list(expected(community, meeting=meeting))
    ready = _ready(community, members=members)
    sizes = Counter(member.constituency_id for member in members)
    told = large_enough(sizes, first=lay_groups(community), fewest=FEWEST)
    groups = {group.pk: group for group in community.constituencies.all()}
    rows = [
        _group(groups[pk], [m for m in members if m.constituency_id == pk], ready=ready) for pk in groups if pk in told
    ]
    rest = [member for member in members if member.constituency_id not in told]
    return [*rows, _rest(rest, ready=ready)] if rest else rows


def _ready(community: Community, *, members: Iterable[Membership]) -> set[int]:
    """Keys of members who have done every step that they are shown; nobody is where there is none."""
    steps = PathStep.objects.filter(path__community=community, path__is_shown=True)
    wanted: Counter[int | None] = Counter(steps.values_list("path__constituency", flat=True))
    own = Q(step__path__constituency=None) | Q(step__path__constituency=F("membership__constituency"))
    done = StepDone.objects.filter(own, step__path__community=community, step__path__is_shown=True)
    counted = Counter(done.values_list("membership", flat=True))
    needed = {member.pk: wanted[None] + wanted[member.constituency_id] for member in members}
    return {pk for pk, steps_needed in needed.items() if steps_needed and counted[pk] >= steps_needed}


def _group(group: Constituency, members: list[Membership], *, ready: set[int]) -> Group:
    return Group(group.name, len(members), _band(members, ready=ready))


def _rest(members: list[Membership], *, ready: set[int]) -> Group:
    band = _band(members, ready=ready) if len(members) >= FEWEST else ""
    return Group(_("Smaller groups together"), len(members), band)


def _band(members: list[Membership], *, ready: set[int]) -> str:
    share = sum(member.pk in ready for member in members) / len(members)
    return Band.FEW if share < A_FEW else Band.MOST if share > MOST else Band.HALF


def wishes(community: Community) -> QuerySet[CallWish]:
    """Calls that nobody has made yet, oldest first."""
    return CallWish.objects.filter(membership__community=community, called_at=None).select_related("membership__person")


def last_reminder(community: Community) -> Reminder | None:
    return Reminder.objects.filter(community=community).select_related("meeting").first()


def first_words(viewer: Membership, *, meeting: Meeting | None) -> str:
    """What a reminder may begin with."""
    if meeting is None:
        about = __("We meet again before long.")
    else:
        about = __("“%(title)s” is on %(day)s.") % {"title": meeting.title, "day": day_words(meeting.starts_at)}
    return __(
        "Hello,\n\n%(about)s To help everybody to feel ready, there are a few short steps. If you have done them: thank you. "
        "If not, do as much as you like. And if you would rather talk, ask for a call, and somebody will ring you.\n\n"
        "Warm wishes\n%(name)s"
    ) % {"about": about, "name": viewer.name}
