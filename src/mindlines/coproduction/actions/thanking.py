"""Thanking those who worked on an output, as they wish."""

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.models import Membership
from mindlines.coproduction.choices import CreditNaming
from mindlines.coproduction.models import Credit, Output
from mindlines.kernel.errors import Refused


@transaction.atomic
def add(output: Output, *, membership: Membership | None, shown_name: str = "", part: str = "") -> Credit:
    """Thank a member, who is asked how, or somebody from outside by the name they gave."""
    position = output.credits.count()
    if membership is None:
        return Credit.objects.create(
            output=output, shown_name=shown_name, part=part, naming=CreditNaming.OTHER, position=position
        )
    made, is_new = Credit.objects.get_or_create(
        output=output, membership=membership, defaults={"part": part, "position": position}
    )
    if not is_new and part:
        made.part = part
        made.save(update_fields=["part"])
    return made


@transaction.atomic
def wish(output: Output, *, by: Membership, naming: str, shown_name: str = "") -> None:
    """How somebody who worked on it wishes to be thanked."""
    found = Credit.objects.select_for_update().filter(output=output, membership=by).first()
    if found is None:
        raise Refused(_("You are not among those who worked on this. Ask somebody who did to add you."))
    found.naming = naming
    found.shown_name = shown_name if naming == CreditNaming.OTHER else ""
    found.save(update_fields=["naming", "shown_name"])


@transaction.atomic
def take_out(credit: Credit) -> None:
    """Somebody who was added by hand is taken out. Members say for themselves that they do not wish to be thanked."""
    if credit.membership_id is not None:
        raise Refused(_("Members say for themselves whether they are thanked. They can choose “Not at all”."))
    credit.delete()
