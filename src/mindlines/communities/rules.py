"""Who may do what in a community."""

from django.utils.translation import gettext_lazy as _

from mindlines.kernel.rules import rule

from .choices import Standing
from .models import Membership


@rule(otherwise=_("Only members of this community can see this page."))
def read(membership: Membership) -> bool:
    return membership.is_present


@rule(otherwise=_("Only active members can do this. Ask a facilitator if you would like to come back."))
def take_part(membership: Membership) -> bool:
    return membership.standing == Standing.ACTIVE


@rule(otherwise=_("Only a facilitator can do this. You can ask one: their names are on the people page."))
def facilitate(membership: Membership) -> bool:
    return membership.is_present and membership.facilitates


@rule(otherwise=_("Only a facilitator, the chair or a steering group member can change the direction of the community."))
def steer(membership: Membership) -> bool:
    return membership.is_present and (membership.facilitates or membership.chairs)
