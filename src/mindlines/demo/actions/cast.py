"""What the makers of the story share: who is who, and when the past was."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from mindlines.communities.models import Community, Membership, Priority, RecordLine
from mindlines.kernel.times import now, zone
from mindlines.people.models import Person


@dataclass
class Cast:
    """The community and the people in it, by the keys of the story."""

    community: Community
    members: dict[str, Membership] = field(default_factory=dict)
    priorities: list[Priority] = field(default_factory=list)
    # From when the days of the story are counted back; also within `as_of`, where `now` is another moment.
    present: datetime = field(default_factory=now)

    def member(self, key: str) -> Membership | None:
        """The member of that key; nobody for an empty key."""
        return self.members[key] if key else None

    def person(self, key: str) -> Person:
        return self.members[key].person

    def day(self, days_ago: int) -> date:
        """A day in the past; in the future when below zero."""
        return (self.present - timedelta(days=days_ago)).astimezone(zone(self.community.time_zone)).date()

    def moment(self, days_ago: int, *, hour: int = 10) -> datetime:
        return datetime.combine(self.day(days_ago), time(hour), zone(self.community.time_zone))

    def wednesday(self, days_ago: int) -> datetime:
        """Ten in the morning on the Wednesday nearest to that day."""
        moment = self.moment(days_ago)
        return moment + timedelta(days=(2 - moment.weekday() + 3) % 7 - 3)

    def told(self, verb: str, *, days_ago: int, words: str = "", by: str = "frances", about: str = "") -> None:
        """A line of the record, in the past."""
        RecordLine.objects.create(
            community=self.community,
            at=self.moment(days_ago, hour=17),
            verb=verb,
            words=words[:300],
            actor=self.person(by) if by else None,
            about=self.person(about) if about else None,
        )
