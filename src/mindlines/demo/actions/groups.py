"""Who sat with whom in the small groups of the story, and the round that waits to be divided."""

from mindlines.demo.story import groups as story
from mindlines.meetings.actions import rounds
from mindlines.meetings.choices import HERE, DivisionOrigin, ItemKind, Phase
from mindlines.meetings.models import AgendaItem, Division, Participant, Round, Seat

from .cast import Cast


def make(cast: Cast) -> None:
    """Groups dealt by hand in the meetings that were held, and a round for the meeting to come."""
    items = AgendaItem.objects.filter(meeting__community=cast.community, kind=ItemKind.SMALL_GROUPS)
    for item in items.select_related("meeting__community").order_by("meeting__starts_at"):
        if item.meeting.phase == Phase.HELD:
            _dealt(cast, item)
        else:
            words = rounds.Words(title=item.title, task=story.TASK, prompts=story.PROMPTS, item=item, size=story.SIZE)
            rounds.plan(item.meeting, by=cast.person("frances"), words=words)


def _dealt(cast: Cast, item: AgendaItem) -> None:
    """Everybody who was there, dealt like cards, one constituency after the other."""
    frances = cast.person("frances")
    work = Round.objects.create(
        meeting=item.meeting, item=item, title=item.title, task=item.words, size=story.SIZE, made_by=frances
    )
    people = [
        Participant.objects.create(round=work, membership=row.membership)
        for row in item.meeting.attendance.filter(presence__in=HERE, membership__isnull=False)
        .select_related("membership")
        .order_by("membership__constituency__position", "membership")
        if row.membership
    ]
    count = work.groups_for(len(people))
    groups = [work.groups.create(number=number) for number in range(1, count + 1)]
    division = Division.objects.create(
        round=work,
        number=1,
        origin=DivisionOrigin.BY_HAND,
        group_count=count,
        made_by=frances,
        made_at=item.meeting.starts_at,
    )
    Seat.objects.bulk_create(
        Seat(division=division, participant=one, group=groups[place % count]) for place, one in enumerate(people)
    )
    work.chosen, work.shown_at = division, item.meeting.starts_at
    work.save(update_fields=["chosen", "shown_at"])
