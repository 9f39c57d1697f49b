"""Preparing work in small groups: the round, its rooms, and what members see of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from mindlines.communities.actions import record
from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import link_secret
from mindlines.kernel.times import now
from mindlines.meetings.actions import participants, wishes
from mindlines.meetings.actions.upkeep import held, open_for_groups
from mindlines.meetings.choices import ABOUT_PEOPLE
from mindlines.meetings.models import AgendaItem, Division, Meeting, Participant, Round, RoundGroup, Wish
from mindlines.meetings.queries import meetings
from mindlines.meetings.queries.groups import is_mixed
from mindlines.people.models import Person

FORGET_AFTER_DAYS = 30


@dataclass(frozen=True)
class Words:
    """What a round says, and how large its groups are: either `size` or `group_count`."""

    title: str
    task: str = ""
    prompts: str = ""
    item: AgendaItem | None = None
    size: int | None = None
    group_count: int | None = None


@dataclass(frozen=True)
class Room:
    """Where one group sits."""

    number: int
    name: str = ""
    place: str = ""
    is_step_free: bool = True
    is_online: bool = False
    task: str = ""


@transaction.atomic
def plan(meeting: Meeting, *, by: Person, words: Words, key: str = "") -> Round:
    """A new round with whoever is expected, and the usual wishes; the same form sent twice makes one."""
    meeting = open_for_groups(meeting)
    made = meeting.rounds.filter(key=key).first() if key else None
    if made:
        return made
    free = key if key and not Round.objects.filter(key=key).exists() else link_secret()
    last = meeting.rounds.aggregate(last=Max("position"))["last"]
    work = Round(meeting=meeting, made_by=by, key=free, position=0 if last is None else last + 1)
    _fill(work, words)
    participants.bring_expected(work)
    wishes.make_usual(work)
    fit_groups(work)
    return work


@transaction.atomic
def change(work: Round, *, words: Words) -> None:
    """Say it in other words, or change the size."""
    work = held(work)
    _fill(work, words)
    fit_groups(work)


@transaction.atomic
def remove(work: Round) -> None:
    """Take a round away with all its divisions; gone already is as good."""
    open_for_groups(work.meeting)
    Round.objects.filter(pk=work.pk).delete()


@transaction.atomic
def furnish(work: Round, *, rooms: Sequence[Room]) -> None:
    """Say where the groups sit."""
    work = held(work)
    made = {group.number: group for group in work.groups.all()}
    for room in rooms:
        group = made.get(room.number) or RoundGroup(round=work, number=room.number)
        group.name, group.place, group.task = room.name, room.place, room.task
        group.is_step_free, group.is_online = room.is_step_free, room.is_online
        group.save()


@transaction.atomic
def choose(division: Division, *, by: Person) -> None:
    """This division is the one that counts, today and when people are divided the next time."""
    work = held(division.round)
    if work.chosen_id == division.pk:
        return
    placed = division.seats.filter(group__isnull=False).values("participant")
    if Participant.objects.there(work).exclude(pk__in=placed).exists():
        raise Refused(_("Some people have no group yet. Give everybody a place first."))
    work.chosen = division
    work.save(update_fields=["chosen"])
    record.note(work.meeting.community, by=by, verb="chose-groups", words=work.meeting.title)


@transaction.atomic
def show(work: Round) -> None:
    """From now on members see the group in which they sit."""
    work = held(work)
    if work.chosen_id is None:
        raise Refused(_("Choose a division first. Then members can see their groups."))
    if work.shown_at is None:
        work.shown_at = now()
        work.save(update_fields=["shown_at"])


@transaction.atomic
def hide(work: Round) -> None:
    """Members no longer see their groups."""
    work = held(work)
    work.shown_at = None
    work.save(update_fields=["shown_at"])


def forget_needs_and_wishes() -> None:
    """Thirty days after a meeting nobody can read any more who needed what, or should sit with whom."""
    old = meetings.ended_long_ago(days=FORGET_AFTER_DAYS)
    Participant.objects.filter(round__meeting__in=old, needs_step_free=True).update(needs_step_free=False)
    Wish.objects.filter(round__meeting__in=old, kind__in=ABOUT_PEOPLE).delete()


def fit_groups(work: Round) -> None:
    """As many groups as these people make; when some are online and nobody said where, the last groups meet online."""
    people = list(Participant.objects.there(work))
    count = work.groups_for(len(people))
    in_use = first_groups(work, count=count)
    if is_mixed(people) and count > 1 and not any(group.is_online for group in in_use):
        online = sum(one.is_online for one in people)
        share = min(count - 1, max(1, round(online * count / len(people))))
        for group in in_use[-share:]:
            group.is_online = True
            group.save(update_fields=["is_online"])


def first_groups(work: Round, *, count: int) -> list[RoundGroup]:
    """The groups from number 1 to `count`; those that are missing are made."""
    made = {group.number: group for group in work.groups.all()}
    return [made.get(number) or work.groups.create(number=number) for number in range(1, count + 1)]


def _fill(work: Round, words: Words) -> None:
    work.title, work.task, work.prompts, work.item = words.title, words.task, words.prompts, words.item
    work.size, work.group_count = words.size, words.group_count
    work.save()
