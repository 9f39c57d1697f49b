"""A new community begins."""

from collections.abc import Callable
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.text import slugify

from mindlines.communities import starts
from mindlines.communities.actions import charter, record, role_cards
from mindlines.communities.choices import Answer, RoleName, Standing
from mindlines.communities.models import (
    CharterVersion,
    Community,
    Constituency,
    Membership,
    Role,
    RoleCard,
)
from mindlines.kernel.times import now
from mindlines.people.models import Person

# Words that stand in addresses of their own.
TAKEN = ("new", "join")
A_SECOND_CLICK = timedelta(minutes=2)

_beginnings: list[Callable[[Community], object]] = []


def register(begin: Callable[[Community], object]) -> None:
    """Have something put into every community that is founded; higher floors say so when the program starts."""
    _beginnings.append(begin)


@transaction.atomic
def found(name: str, *, by: Person, start: str, about: str = "", time_zone: str = "Europe/London") -> Community:
    """A community with what its start brings; whoever founds it facilitates it, as one of the support team.

    A second click gives back the community of the first.
    """
    Person.objects.select_for_update().get(pk=by.pk)
    again = Community.objects.filter(
        name=name,
        created_at__gt=now() - A_SECOND_CLICK,
        memberships__person=by,
        memberships__roles__name=RoleName.FACILITATOR,
    ).first()
    if again:
        return again
    chosen = starts.STARTS[start]
    with translation.override(by.language):
        community = _with_free_slug(name, about=about, language=by.language, time_zone=time_zone, contact=by.name)
        groups = _constituencies(community, start=chosen)
        _first_charter(community, start=chosen, by=by)
    _facilitator(groups[-1], person=by)
    for begin in _beginnings:
        begin(community)
    record.note(community, by=by, verb="founded", words=name)
    return community


def first_card(constituency: Constituency) -> RoleCard:
    """A role card with the first words for a group of this kind."""
    words = starts.CARDS[constituency.kind]  # type: ignore[index]  # a TextChoices member equals its value
    card = RoleCard.objects.create(
        community=constituency.community,
        constituency=constituency,
        knowledge=[str(kind) for kind in words.knowledge],
        asked=str(words.asked),
        not_expected=str(words.not_expected),
        time=str(starts.TIME),
        pay=str(starts.PAY),
        contact=constituency.community.contact,
        step_back=str(starts.STEP_BACK),
    )
    role_cards.make_findable(card)
    return card


def _with_free_slug(name: str, **more: str) -> Community:
    """The address is made from the name; a number is added until nobody has it."""
    stem = slugify(name)[:50].strip("-") or "community"
    number = 2 if stem in TAKEN else 1
    while True:
        slug = stem if number == 1 else f"{stem}-{number}"
        try:
            with transaction.atomic():
                return Community.objects.create(name=name, slug=slug, is_demo=False, **more)
        except IntegrityError:
            if not Community.objects.filter(slug=slug).exists():
                raise
            number += 1


def _constituencies(community: Community, *, start: starts.Start) -> list[Constituency]:
    made = [
        Constituency.objects.create(
            community=community, name=str(group.name), kind=group.kind, target=group.target, position=position
        )
        for position, group in enumerate((*start.groups, starts.SUPPORT))
    ]
    for constituency in made:
        first_card(constituency)
    return made


def _first_charter(community: Community, *, start: starts.Start, by: Person) -> None:
    version = CharterVersion.objects.create(
        community=community,
        number=1,
        purpose=f"{start.purpose}\n\n{starts.PURPOSE_MAY_EVOLVE}",
        people=str(start.people),
        practice=str(start.practice),
        how_agreed=str(starts.NOT_AGREED_YET),
        written_by=by,
    )
    charter.make_findable(version)


def _facilitator(support_team: Constituency, *, person: Person) -> None:
    member = Membership.objects.create(
        community=support_team.community,
        person=person,
        constituency=support_team,
        standing=Standing.ACTIVE,
        invited_by=person,
    )
    Role.objects.create(
        membership=member, name=RoleName.FACILITATOR, answer=Answer.ACCEPTED, offered_by=person, answered_at=now()
    )
