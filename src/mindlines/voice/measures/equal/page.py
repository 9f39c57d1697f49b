"""Everything on the page, put together."""

from dataclasses import dataclass

from mindlines.communities.models import Community
from mindlines.communities.queries.roles import shares as role_shares
from mindlines.meetings.queries.agenda import sizes
from mindlines.voice.measures.equal.feeling import Feeling, feeling
from mindlines.voice.measures.equal.sharing_out import Parts, Uptakes, agenda, roles, uptakes
from mindlines.voice.measures.equal.speaking import Speaking, speaking
from mindlines.voice.measures.sharing import shares
from mindlines.voice.queries import equal as queries
from mindlines.voice.queries.speaking import groups, present, spoken


@dataclass(frozen=True)
class Equal:
    """“How equal are we” over the last meetings of a community."""

    meetings: int
    speaking: Speaking
    uptakes: Uptakes
    feeling: Feeling
    agenda: Parts
    roles: Parts

    @property
    def is_empty(self) -> bool:
        return not (self.speaking.counted or self.uptakes.rows or self.feeling.rows or self.agenda.rows)


def equal(community: Community) -> Equal:
    """Ten queries, whatever the number of meetings."""
    held = queries.meetings(community)
    keys = [one.pk for one in held]
    every, there, turns = groups(community), present(keys), spoken(keys)
    found = {key: shares(key, groups=every, present=there, typed=there.__class__(), rows=turns[key]) for key in keys}
    members: dict[int | None, int] = {size.pk: size.active for size in sizes(community)}
    return Equal(
        meetings=len(held),
        speaking=speaking(held, groups=every, shares=found, people=queries.people(keys)),
        uptakes=uptakes(queries.taken_up(community), groups=every),
        feeling=feeling(held, pulses=queries.pulses(keys)),
        agenda=agenda(queries.led(keys), groups=every, members=members),
        roles=roles(role_shares(community), groups=every),
    )
