"""Forgetting who worked on what was made. The work stays, and the group; the name goes."""

from mindlines.coproduction.choices import CreditNaming
from mindlines.coproduction.models import Credit, Output, OutputVersion, Remark
from mindlines.people.models import Person


def forget(person: Person) -> None:
    """Take the name off the credits, remarks and versions of a person."""
    for credit in Credit.objects.filter(membership__person=person).select_related("membership__constituency"):
        if credit.membership is None:
            continue
        credit.shown_name = "" if credit.naming == CreditNaming.NOBODY else credit.membership.constituency.name
        credit.naming = credit.naming if credit.naming == CreditNaming.NOBODY else CreditNaming.GROUP
        credit.membership, credit.part = None, ""
        credit.save(update_fields=["shown_name", "naming", "membership", "part"])
    Remark.objects.filter(membership__person=person).update(membership=None)
    OutputVersion.objects.filter(kept_by=person).update(kept_by=None)
    Output.objects.filter(made_by=person).update(made_by=None)
