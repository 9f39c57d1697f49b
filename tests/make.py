"""Small makers: each makes one thing with as little as it needs, and takes what the story is about."""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from mindlines.communities.choices import Answer, ConstituencyKind, RoleName, Standing
from mindlines.communities.models import Community, Constituency, Membership, Role, Term
from mindlines.kernel.identifiers import link_secret
from mindlines.meetings.choices import DivisionOrigin
from mindlines.meetings.models import (
    Action,
    AgendaItem,
    Division,
    Meeting,
    Participant,
    Place,
    Point,
    Round,
    Seat,
)
from mindlines.people.models import Person

_numbers = count(1)

# A Wednesday: meetings of the tests begin here unless a story says otherwise.
A_WEDNESDAY = datetime(2026, 12, 9, 10, 0, tzinfo=UTC)
# Long after every story ends.
FAR_AWAY = datetime(2100, 1, 1, tzinfo=UTC)


def person(name: str = "", **more: Any) -> Person:
    number = next(_numbers)
    name = name or f"Person {number}"
    more.setdefault("email", f"{name.split()[0].lower()}{number}@example.org")
    return Person.objects.make(name=name, **more)


def community(name: str = "Hips and knees", **more: Any) -> Community:
    return Community.objects.create(name=name, slug=more.pop("slug", f"community-{next(_numbers)}"), **more)


def constituency(community: Community, name: str = "Lay members", **more: Any) -> Constituency:
    more.setdefault("kind", ConstituencyKind.LAY)
    more.setdefault("position", community.constituencies.count())
    return Constituency.objects.create(community=community, name=name, **more)


def membership(community: Community, who: Person | None = None, **more: Any) -> Membership:
    more.setdefault("standing", Standing.ACTIVE)
    if "constituency" not in more:
        more["constituency"] = community.constituencies.first() or constituency(community)
    return Membership.objects.create(community=community, person=who or person(), **more)


def role(membership: Membership, name: str = RoleName.FACILITATOR, **more: Any) -> Role:
    more.setdefault("answer", Answer.ACCEPTED)
    return Role.objects.create(membership=membership, name=name, **more)


def term(
    community: Community, word: str = "PROM", *, meaning: str = "Questions about how you are.", **more: Any
) -> Term:
    """A word that pages explain from now on."""
    Community.objects.filter(pk=community.pk).update(words_version=link_secret())
    community.refresh_from_db(fields=["words_version"])
    return Term.objects.create(community=community, word=word, meaning=meaning, **more)


def facilitator(community: Community, who: Person | None = None, **more: Any) -> Membership:
    made = membership(community, who, **more)
    role(made)
    return made


def place(community: Community, name: str = "The Old Library", **more: Any) -> Place:
    return Place.objects.create(community=community, name=name, **more)


def meeting(community: Community, title: str = "Winter meeting", **more: Any) -> Meeting:
    made = Meeting(community=community, title=title)
    made.set_times(more.pop("starts_at", A_WEDNESDAY), more.pop("minutes", 120))
    for name, value in more.items():
        setattr(made, name, value)
    made.save()
    return made


def item(meeting: Meeting, title: str = "Welcome", **more: Any) -> AgendaItem:
    more.setdefault("position", meeting.items.count())
    return AgendaItem.objects.create(meeting=meeting, title=title, **more)


def point(meeting: Meeting, words: str = "The leaflet is hard to read", **more: Any) -> Point:
    return Point.objects.create(meeting=meeting, words=words, **more)


def action(community: Community, words: str = "Ask the print shop", **more: Any) -> Action:
    return Action.objects.create(community=community, words=words, **more)


def work(meeting: Meeting, title: str = "What gets in the way?", **more: Any) -> Round:
    """A round of small groups, without people and wishes."""
    if "group_count" not in more:
        more.setdefault("size", 3)
    more.setdefault("position", meeting.rounds.count())
    return Round.objects.create(meeting=meeting, title=title, **more)


def there(work: Round, who: Membership | None = None, **more: Any) -> Participant:
    """Somebody who is there for a round."""
    return Participant.objects.create(round=work, membership=who or membership(work.meeting.community), **more)


def division(work: Round, *groups: list[Participant], **more: Any) -> Division:
    """These people in these groups."""
    more.setdefault("origin", DivisionOrigin.BY_HAND)
    made = Division.objects.create(
        round=work, number=work.divisions.count() + 1, group_count=max(1, len(groups)), **more
    )
    for number, people in enumerate(groups, start=1):
        group, _new = work.groups.get_or_create(number=number)
        Seat.objects.bulk_create(Seat(division=made, participant=one, group=group) for one in people)
    return made


def soon(days: int = 7) -> date:
    return (A_WEDNESDAY + timedelta(days=days)).date()


def small_groups(meeting: Meeting, *groups: list[Membership], chosen: bool = True, **more: Any) -> Division:
    """A round of `meeting` in which these people sit in these groups; `more` is about the round."""
    made = work(meeting, group_count=len(groups), **more)
    seated = division(made, *([there(made, one) for one in people] for people in groups))
    if chosen:
        made.chosen = seated
        made.save()
    return seated
