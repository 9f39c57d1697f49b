"""Who may do what with the knowledge of a community."""

from django.utils.translation import gettext_lazy as _

from mindlines.communities import rules as community_rules
from mindlines.communities.choices import ConstituencyKind
from mindlines.kernel.rules import rule

from .models import Diagnosis, Item, Negotiation, PlainVersion, Statement

# Pieces of knowledge and their statements.


@rule(otherwise=_("Only members of this community can see this page."))
def read_item(item: Item) -> bool:
    return community_rules.read(item.viewer)


@rule(otherwise=_("Only whoever brought this in, or a facilitator, can change it."))
def change_item(item: Item) -> bool:
    """A story belongs to its teller: others cannot put words into it."""
    if item.is_withdrawn:
        return False
    if item.teller_id is not None and item.teller_id != item.viewer.pk:
        return False
    return community_rules.facilitate(item.viewer) or item.viewer.pk in (item.brought_by_id, item.teller_id)


@rule(otherwise=_("Only the teller of a story, whoever brought it in, or a facilitator can withdraw it."))
def withdraw_item(item: Item) -> bool:
    return community_rules.facilitate(item.viewer) or item.viewer.pk in (item.brought_by_id, item.teller_id)


@rule(otherwise=_("Only active members can add to what we know. Ask a facilitator if you would like to come back."))
def add_to_item(item: Item) -> bool:
    """Write a statement, a plain version or a note on quality."""
    return not item.is_withdrawn and community_rules.take_part(item.viewer)


@rule(otherwise=_("Only members of this community can see this page."))
def read_statement(statement: Statement) -> bool:
    return community_rules.read(statement.viewer)


@rule(otherwise=_("Only active members can change this. Ask a facilitator if you would like to come back."))
def change_statement(statement: Statement) -> bool:
    is_there = statement.withdrawn_at is None and not statement.item.is_withdrawn
    return is_there and community_rules.take_part(statement.viewer)


# Plain versions.


@rule(
    otherwise=_(
        "Only active members can say it in plain words. A story can only be said again by the person who told it."
    )
)
def write_plain(item: Item) -> bool:
    """A story belongs to its teller: others cannot put words into it."""
    is_own = item.teller_id is None or item.teller_id == item.viewer.pk
    return not item.is_withdrawn and is_own and community_rules.take_part(item.viewer)


@rule(otherwise=_("Only members of this community can see this page."))
def read_plain(plain: PlainVersion) -> bool:
    return community_rules.read(plain.viewer)


@rule(otherwise=_("Only active members can do this. Words of a story belong to the person who told it."))
def change_plain(plain: PlainVersion) -> bool:
    return write_plain(plain.item)


@rule(
    otherwise=_(
        "Only active lay members can say that it is clear to them, and not of words that they wrote themselves."
    )
)
def sign_plain(plain: PlainVersion) -> bool:
    """Writers know what they meant; only somebody else can tell whether it is clear."""
    is_lay = plain.viewer.constituency.kind == ConstituencyKind.LAY
    return (
        is_lay
        and not plain.item.is_withdrawn
        and community_rules.take_part(plain.viewer)
        and plain.changed_by_id != plain.viewer.person_id
    )


@rule(otherwise=_("Only a facilitator can write down what a lay member told us."))
def sign_plain_for(plain: PlainVersion) -> bool:
    """For a reader who told it by phone, by post or through somebody else."""
    return not plain.item.is_withdrawn and community_rules.facilitate(plain.viewer)


@rule(otherwise=_("Only the person who said this, or a facilitator, can take it back."))
def unsign_plain(plain: PlainVersion) -> bool:
    return plain.signed_on is not None and (
        plain.signed_by_id == plain.viewer.pk or community_rules.facilitate(plain.viewer)
    )


# Negotiations and diagnoses.


@rule(otherwise=_("Only a facilitator can begin, show or settle a negotiation. You can ask one to."))
def lead_on_statement(statement: Statement) -> bool:
    return community_rules.facilitate(statement.viewer)


@rule(otherwise=_("Only members of this community can see this page."))
def read_negotiation(negotiation: Negotiation) -> bool:
    return community_rules.read(negotiation.viewer)


@rule(otherwise=_("Only active members can judge. Ask a facilitator if you would like to come back."))
def judge(negotiation: Negotiation) -> bool:
    return community_rules.take_part(negotiation.viewer)


@rule(otherwise=_("Only active members can write on the board. Ask a facilitator if you would like to come back."))
def write_on_board(negotiation: Negotiation) -> bool:
    """Words on a side, and things laid beside them; a settled board stays as it is."""
    return not negotiation.is_settled and community_rules.take_part(negotiation.viewer)


@rule(otherwise=_("Only a facilitator can begin, show or settle a negotiation. You can ask one to."))
def lead_negotiation(negotiation: Negotiation) -> bool:
    return community_rules.facilitate(negotiation.viewer)


@rule(otherwise=_("Only members of this community can see this page."))
def read_diagnosis(diagnosis: Diagnosis) -> bool:
    return community_rules.read(diagnosis.viewer)


@rule(otherwise=_("Only active members can rate. Ask a facilitator if you would like to come back."))
def rate(diagnosis: Diagnosis) -> bool:
    return community_rules.take_part(diagnosis.viewer)


@rule(otherwise=_("Only a facilitator can begin or close a diagnosis. You can ask one to."))
def lead_diagnosis(diagnosis: Diagnosis) -> bool:
    return community_rules.facilitate(diagnosis.viewer)
