"""The meetings that were held, the one that was cancelled, and the one to come."""

from datetime import time, timedelta

from mindlines.communities.choices import Standing
from mindlines.communities.models import Membership
from mindlines.demo.story import meetings as story
from mindlines.kernel.times import now
from mindlines.meetings.actions import action as promises
from mindlines.meetings.actions import minutes, points
from mindlines.meetings.actions.upkeep import make_findable
from mindlines.meetings.choices import (
    ActionState,
    MeetingKind,
    NoticeKind,
    Phase,
    PointKind,
    Presence,
    ReplyMode,
    Rhythm,
    Setting,
)
from mindlines.meetings.models import (
    Action,
    AgendaItem,
    Attendance,
    Meeting,
    MethodRating,
    Note,
    Notice,
    Place,
    Point,
    Reply,
    Series,
    Told,
)
from mindlines.meetings.queries import audience
from mindlines.meetings.queries import minutes as writing

from .cast import Cast


def make(cast: Cast) -> None:
    """Every meeting of the story, oldest first."""
    name, address = story.HALL
    hall = Place.objects.create(
        community=cast.community,
        name=name,
        address=address,
        access=story.HALL_ACCESS,
        room_for=40,
        is_step_free=True,
        has_loop=True,
    )
    series = Series.objects.create(
        community=cast.community,
        name="Community meeting",
        starts=time(10),
        minutes=120,
        rhythm=Rhythm.QUARTERLY,
        place=hall,
        link=story.LINK,
    )
    for gathering in story.GATHERINGS:
        meeting = _meeting(cast, gathering, place=hall, series=series)
        items = [_item(cast, meeting, item, position=position) for position, item in enumerate(gathering.items)]
        _presence(cast, meeting, gathering)
        for said in gathering.said:
            _say(cast, meeting, said, items=items)
        for promise in gathering.promises:
            _promise(cast, meeting, promise, items=items)
        _write_up(cast, meeting, gathering)
    _invite(cast, meeting)
    _replies(cast, meeting)


def _meeting(cast: Cast, gathering: story.Gathering, *, place: Place, series: Series) -> Meeting:
    online = gathering.setting != Setting.IN_PERSON
    meeting = Meeting(
        community=cast.community,
        series=series if gathering.kind == MeetingKind.COMMUNITY else None,
        title=gathering.title,
        purpose=gathering.purpose,
        kind=gathering.kind,
        setting=gathering.setting,
        place=place if gathering.setting != Setting.ONLINE else None,
        link=story.LINK if online else "",
        dial_in=story.DIAL_IN if online else "",
        phase=gathering.phase,
        cancelled_because=gathering.because,
        made_by=cast.person("frances"),
        announced_at=now() - timedelta(days=gathering.days + 28) if gathering.days > 0 else now() - timedelta(days=4),
    )
    meeting.set_times(cast.wednesday(gathering.days), gathering.minutes)
    if meeting.phase == Phase.HELD:
        meeting.held_at = meeting.ends_at
    meeting.save()
    cast.told("planned-meeting", days_ago=gathering.days + 40, words=meeting.title)
    cast.told("announced-meeting", days_ago=max(gathering.days + 28, 4), words=meeting.title)
    return meeting


def _item(cast: Cast, meeting: Meeting, told: story.Item, *, position: int) -> AgendaItem:
    item = AgendaItem.objects.create(
        meeting=meeting,
        position=position,
        title=told.title,
        minutes=told.minutes,
        kind=told.kind,
        lead=cast.member(told.lead),
        words=told.words,
        knowledge=[str(kind) for kind in told.knowledge],
        priority=cast.priorities[told.priority] if told.priority is not None else None,
        outcome=told.outcome,
        came_from_item=_earlier(cast, told.came_from_item),
        method=told.method,
    )
    if told.went:
        verdict, words = told.went
        MethodRating.objects.create(
            item=item,
            membership=item.lead,
            method=item.method,
            verdict=verdict,
            words=words,
            at=meeting.ends_at + timedelta(days=1),
        )
    if told.note:
        Note.objects.create(meeting=meeting, item=item, words=told.note, version=1, saved_by=cast.person("frances"))
    return item


def _earlier(cast: Cast, title: str) -> AgendaItem | None:
    return AgendaItem.objects.filter(meeting__community=cast.community, title=title).last() if title else None


def _presence(cast: Cast, meeting: Meeting, gathering: story.Gathering) -> None:
    ways = (
        (Presence.ROOM, gathering.room),
        (Presence.ONLINE, gathering.online),
        (Presence.PHONE, gathering.phone),
        (Presence.APOLOGIES, gathering.apologies),
    )
    Attendance.objects.bulk_create(
        Attendance(meeting=meeting, membership=cast.members[key], presence=way) for way, keys in ways for key in keys
    )


def _say(cast: Cast, meeting: Meeting, said: story.Said, *, items: list[AgendaItem]) -> None:
    member: Membership | None = cast.member(said.by)
    point = Point.objects.create(
        meeting=meeting,
        item=items[said.item],
        kind=said.kind,
        words=said.words,
        raised_by=member,
        constituency=member.constituency if member else None,
        became=said.became,
        settled_at=meeting.ends_at + timedelta(days=9) if said.became else None,
        written_by=cast.person("jonas"),
        at=meeting.starts_at + timedelta(minutes=5 * said.item),
    )
    if point.kind == PointKind.DECISION:
        points.make_findable(point)


def _promise(cast: Cast, meeting: Meeting, promise: story.Promise, *, items: list[AgendaItem]) -> None:
    due = (meeting.starts_at + timedelta(days=promise.days)).date()
    action = Action.objects.create(
        community=cast.community,
        meeting=meeting,
        item=items[promise.item],
        words=promise.words,
        owner=cast.members[promise.owner],
        due_on=due,
        state=promise.state,
        reason=promise.reason,
        made_by=cast.person("frances"),
        made_at=meeting.ends_at,
        closed_at=meeting.ends_at + timedelta(days=promise.days - 2) if promise.state == ActionState.DONE else None,
    )
    promises.make_findable(action)


def _write_up(cast: Cast, meeting: Meeting, gathering: story.Gathering) -> None:
    make_findable(meeting)
    if gathering.phase == Phase.CANCELLED:
        cast.told("cancelled-meeting", days_ago=gathering.days + 20, words=meeting.title)
    if gathering.phase != Phase.HELD:
        return
    cast.told("closed-meeting", days_ago=gathering.days, words=meeting.title)
    if meeting.kind == MeetingKind.COMMUNITY:
        meeting.minutes_text = writing.text(meeting)
        meeting.minutes_version = 1
        meeting.minutes_sent_at = meeting.ends_at + timedelta(days=2)
        meeting.save(update_fields=["minutes_text", "minutes_version", "minutes_sent_at"])
        minutes.make_findable(meeting)
        cast.told("sent-minutes", days_ago=gathering.days - 2, words=meeting.title)


def _invite(cast: Cast, winter: Meeting) -> None:
    """All active members were told of the meeting to come."""
    invited = [member for member in cast.members.values() if member.standing == Standing.ACTIVE]
    at = winter.announced_at or now()
    notice = Notice.objects.create(
        meeting=winter,
        kind=NoticeKind.INVITATION,
        key=f"demonstration-{winter.pk}",
        audience={"who": audience.EVERYONE},
        people=len(invited),
        by=cast.person("frances"),
        at=at,
        finished_at=at,
    )
    Told.objects.bulk_create(Told(notice=notice, membership=member, at=at) for member in invited)


def _replies(cast: Cast, winter: Meeting) -> None:
    Reply.objects.bulk_create(
        Reply(
            meeting=winter,
            membership=cast.members[key],
            mode=ReplyMode(mode),
            needs=needs,
            travel=travel,
            entered_by=cast.person("wendy" if key == "edith" else key),
            at=now() - timedelta(days=2),
        )
        for key, mode, needs, travel in story.REPLIES
    )
