"""Who is there for a round of small groups."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from mindlines.communities.choices import FACILITATING, Answer, Standing
from mindlines.communities.models import Constituency, Membership, Role
from mindlines.meetings.choices import HERE, ParticipantSource, Presence, ReplyMode
from mindlines.meetings.models import Attendance, Participant, Reply, Round
from mindlines.people.choices import Need
from mindlines.people.models import AccessNeed

FAR_AWAY = (Presence.ONLINE, Presence.PHONE, ReplyMode.ONLINE, ReplyMode.PHONE)


@dataclass(frozen=True)
class Expected:
    """Somebody of whom we take it that they are there, and why."""

    membership: Membership
    source: ParticipantSource
    is_online: bool
    is_facilitator: bool
    needs_step_free: bool


@dataclass(frozen=True)
class Row:
    """One line of the page on which people are ticked."""

    membership: Membership
    participant: Participant

    @property
    def is_present(self) -> bool:
        return self.participant.pk is not None and self.participant.is_present


@dataclass(frozen=True)
class Drift:
    """`newcomers` should be there and are not on the list, neither ticked nor taken off; `absentees` are ticked and should not be."""

    newcomers: int
    absentees: int


def source(work: Round) -> ParticipantSource:
    """Attendance once anybody is noted, replies before."""
    noted = work.meeting.attendance.filter(membership__isnull=False).exists()
    return ParticipantSource.ATTENDANCE if noted else ParticipantSource.REPLY


def expected(work: Round) -> list[Expected]:
    """Who should be there by the attendance list, or by replies as long as there is none. Two queries."""
    taken_from = source(work)
    here: QuerySet[Attendance] | QuerySet[Reply] = Reply.objects.exclude(mode=ReplyMode.CANNOT)
    way = "mode"
    if taken_from == ParticipantSource.ATTENDANCE:
        here, way = Attendance.objects.filter(membership__isnull=False, presence__in=HERE), "presence"
    ways = dict(here.filter(meeting=work.meeting).values_list("membership", way))
    return [
        Expected(
            membership=membership,
            source=taken_from,
            is_online=ways[membership.pk] in FAR_AWAY,
            is_facilitator=leads,
            needs_step_free=needs and ways[membership.pk] not in FAR_AWAY,
        )
        for membership, leads, needs in _known(work, members=ways)
        if ways[membership.pk] != Presence.PROXY
    ]


def everybody(work: Round, *, name: str = "", show: str = "") -> QuerySet[Membership]:
    """Who could take part: members, and whoever is on the list already."""
    there = Participant.objects.filter(round=work, membership=OuterRef("pk"))
    people = (
        work.meeting.community.memberships.annotate(is_there=Exists(there.filter(is_present=True)))
        .filter(Q(standing__in=(Standing.ACTIVE, Standing.PAUSED)) | Exists(there))
        .select_related("person", "constituency", "organisation")
        .order_by("person__name", "pk")
    )
    typed = " ".join(name.replace("\0", "").split())
    if typed:
        people = people.filter(Q(called="", person__name__icontains=typed) | Q(called__icontains=typed))
    return people.filter(is_there=show == "there") if show in ("there", "not") else people


def rows(work: Round, *, people: list[Membership]) -> list[Row]:
    """Lines for these members; whoever is not yet known to the round comes with what we would note of them. Two queries."""
    known = {one.membership_id: one for one in work.participants.filter(membership__in=people)}
    needed = step_free_people(people)
    return [
        Row(
            membership=membership,
            participant=known.get(membership.pk)
            or Participant(round=work, membership=membership, needs_step_free=membership.person_id in needed),
        )
        for membership in people
    ]


def step_free_people(people: list[Membership]) -> set[int]:
    """Persons among these members who told us that they need a room without steps."""
    told = AccessNeed.objects.filter(need=Need.STEP_FREE, person__in=[membership.person_id for membership in people])
    return set(told.values_list("person", flat=True))


def present(work: Round) -> list[Participant]:
    """Everybody who is there, by name."""
    return list(Participant.objects.there(work).named())


def by_constituency(people: list[Participant]) -> list[tuple[Constituency, int]]:
    """How many of each constituency, in the community's order."""
    counted = Counter(one.membership.constituency for one in people)
    return sorted(counted.items(), key=lambda pair: (pair[0].position, pair[0].pk))


def drift(work: Round) -> Drift:
    """How replies or attendance have moved on since the list was made. Four queries."""
    known = {one.membership_id: one for one in work.participants.all()}
    now = {one.membership.pk for one in expected(work)}
    return Drift(
        newcomers=len(now - known.keys()),
        absentees=sum(
            one.is_present and one.source != ParticipantSource.HAND and pk not in now for pk, one in known.items()
        ),
    )


def _known(work: Round, *, members: Iterable[int]) -> Iterator[tuple[Membership, bool, bool]]:
    """Each with whether they facilitate the community, and whether they told us that they need a room without steps."""
    leads = Role.objects.filter(membership=OuterRef("pk"), answer=Answer.ACCEPTED, name__in=FACILITATING)
    told = AccessNeed.objects.filter(person=OuterRef("person"), need=Need.STEP_FREE)
    known = work.meeting.community.memberships.exclude(standing=Standing.LEFT).filter(pk__in=members)
    for membership in known.annotate(leads=Exists(leads), step_free=Exists(told)).order_by("pk"):
        found: Any = membership
        yield membership, found.leads, found.step_free


def members(work: Round, *, shown: list[int]) -> list[Membership]:
    """Of these memberships, those who could take part."""
    return list(everybody(work).filter(pk__in=shown))
