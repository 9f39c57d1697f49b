"""The community, its constituencies, members, roles and role cards."""

from datetime import timedelta

from mindlines.communities.actions import founding
from mindlines.communities.choices import Answer, RoleName, Stage, Standing
from mindlines.communities.models import Community, Constituency, Membership, Organisation, Role
from mindlines.demo.story import direction, people
from mindlines.people.models import AccessNeed, Person

from .cast import Cast


def make() -> Cast:
    """The community with everybody in it."""
    community = Community.objects.create(
        name=direction.NAME,
        slug=direction.SLUG,
        about=direction.ABOUT,
        contact=direction.CONTACT,
        stage=Stage.MATURING,
        is_demo=True,
    )
    cast = Cast(community)
    groups = {
        name: Constituency.objects.create(community=community, name=name, kind=kind, target=target, position=position)
        for position, (name, kind, target) in enumerate(people.CONSTITUENCIES)
    }
    for somebody in people.PEOPLE:
        cast.members[somebody.key] = _join(cast, somebody, constituency=groups[somebody.constituency])
    cast.told("founded", days_ago=460, words=community.name)
    cast.told("changed-constituency", days_ago=450, words=people.LAY)
    for somebody in people.PEOPLE:
        _hold_roles(cast, somebody)
    for group in groups.values():
        founding.first_card(group)
    return cast


def _join(cast: Cast, somebody: people.Somebody, *, constituency: Constituency) -> Membership:
    person = Person.objects.make(
        name=somebody.name,
        email=people.address(somebody.key) if somebody.signs_in else None,
        reach_by=somebody.reach_by,
        is_demo=True,
        demo_part=str(people.VISITORS.get(somebody.key, "")),
    )
    if not somebody.signs_in:
        person.address, person.phone = "3 Weir Cottages\nTern Bridge", "01632 960 117"
        person.save(update_fields=["address", "phone"])
    for need, words in somebody.needs.items():
        AccessNeed.objects.create(person=person, need=need, words=words, review_on=cast.day(-120))
    organisation = None
    if somebody.organisation:
        organisation, _made = Organisation.objects.get_or_create(community=cast.community, name=somebody.organisation)
    return Membership.objects.create(
        community=cast.community,
        person=person,
        constituency=constituency,
        organisation=organisation,
        standing=somebody.standing,
        since=cast.day(somebody.days),
    )


def _hold_roles(cast: Cast, somebody: people.Somebody) -> None:
    if somebody.standing != Standing.INVITED:
        cast.told("accepted", days_ago=somebody.days, by=somebody.key)
    for name in somebody.roles:
        since = cast.moment(somebody.days - 5)
        Role.objects.create(
            membership=cast.members[somebody.key],
            name=name,
            answer=Answer.ACCEPTED,
            offered_by=cast.person("frances"),
            offered_at=since - timedelta(days=3),
            answered_at=since,
        )
        cast.told(
            "accepted-role",
            days_ago=somebody.days - 5,
            words=str(RoleName(name).label),
            by=somebody.key,
            about=somebody.key,
        )
