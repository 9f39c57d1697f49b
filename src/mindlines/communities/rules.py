"""Who may do what in a community."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from mindlines.kernel.rules import rule
from mindlines.people.models import Person

from .choices import Standing
from .models import CharterVersion, ContextEvent, Criterion, Membership, Priority, Role, RoleCard, Term

# Things that a gate hands over together with the membership through which somebody looks at them.
Seen = CharterVersion | ContextEvent | Criterion | Priority | RoleCard


@rule(otherwise=_("Only members of this community can see this page."))
def read(membership: Membership) -> bool:
    return membership.is_present


@rule(otherwise=_("Only active members can do this. Ask a facilitator if you would like to come back."))
def take_part(membership: Membership) -> bool:
    return membership.standing == Standing.ACTIVE


@rule(otherwise=_("Only a facilitator can do this. You can ask one: their names are on the people page."))
def facilitate(membership: Membership) -> bool:
    return membership.is_present and membership.facilitates


@rule(
    otherwise=_("Only a facilitator, the chair or a steering group member can change the direction of the community.")
)
def steer(membership: Membership) -> bool:
    return membership.is_present and (membership.facilitates or membership.chairs)


@rule(otherwise=_("This offer is for somebody else."))
def answer_offer(role: Role) -> bool:
    """Facilitators may write down what somebody told them by phone or on paper."""
    return role.viewer == role.membership or facilitate(role.viewer)


@rule(otherwise=_("Only a facilitator can take back an offer."))
def take_back_offer(role: Role) -> bool:
    return facilitate(role.viewer)


@rule(otherwise=_("Only the person who holds this role, or a facilitator, can give it up."))
def give_up(role: Role) -> bool:
    return role.viewer == role.membership or facilitate(role.viewer)


@rule(otherwise=_("Only a facilitator can change role cards."))
def write_card(thing: Seen) -> bool:
    return facilitate(thing.viewer)


@rule(otherwise=_("Only a facilitator can see who has read the charter, by name."))
def see_names_of_readers(thing: Seen) -> bool:
    return facilitate(thing.viewer)


@rule(otherwise=_("Only members of this community can see this page."))
def see(thing: Seen) -> bool:
    return read(thing.viewer)


@rule(
    otherwise=_("Only a facilitator, the chair or a steering group member can change the direction of the community.")
)
def steer_with(thing: Seen) -> bool:
    return steer(thing.viewer)


@rule(otherwise=_("On this site, only its operators can start a community. Ask them to start one for you."))
def found(person: Person) -> bool:
    return settings.MINDLINES_FOUNDERS == "anyone" or person.is_operator


@rule(otherwise=_("Only members of this community can see this page."))
def see_member(membership: Membership) -> bool:
    """Members see who belongs; who was asked and who left is for facilitators."""
    return facilitate(membership.viewer) or (read(membership.viewer) and membership.is_present)


@rule(otherwise=_("Only a facilitator can change what is written about a member."))
def write_member(membership: Membership) -> bool:
    return facilitate(membership.viewer)


@rule(otherwise=_("Only the member or a facilitator can do this."))
def step_back(membership: Membership) -> bool:
    return membership.viewer == membership or facilitate(membership.viewer)


@rule(otherwise=_("A facilitator has hidden this word."))
def see_word(term: Term) -> bool:
    return read(term.viewer) and (term.is_shown or term.viewer.facilitates)


@rule(otherwise=_("Only active members can change a word. Ask a facilitator if you would like to come back."))
def write_word(term: Term) -> bool:
    return take_part(term.viewer) and see_word(term)


@rule(otherwise=_("Only a facilitator can hide a word, or show it again."))
def hide_word(term: Term) -> bool:
    return facilitate(term.viewer)


@rule(otherwise=_("Only a lay member who did not write it can say that a word is clear."))
def find_word_clear(term: Term) -> bool:
    """The reader stands for everybody who has to understand it, so nobody reads their own words."""
    viewer = term.viewer
    return write_word(term) and viewer.constituency.is_lay and viewer.person_id != term.written_by_id
