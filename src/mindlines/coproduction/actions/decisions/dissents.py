"""Why somebody does not agree, in their own words. Once written it never changes, not even by its writer."""

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.models import Membership
from mindlines.coproduction.actions.decisions.preparing import held
from mindlines.coproduction.models import Decision, Dissent
from mindlines.coproduction.queries.decisions.against import takes_dissent
from mindlines.coproduction.queries.decisions.groups import group_to_keep
from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import link_secret
from mindlines.voice.actions.mixing import mix, put_among


@transaction.atomic
def put_on_record(decision: Decision, *, words: str, is_anonymous: bool, key: str, by: Membership) -> Dissent:
    """Put it on record; the same form sent twice puts it there once."""
    decision = held(decision)
    if not takes_dissent(decision):
        raise Refused(_("Dissent is put on record from the closing of a decision until seven days after it."))
    theirs = decision.dissents.filter(is_anonymous=is_anonymous, membership=None if is_anonymous else by)
    same = decision.dissents.filter(key=key).first() or theirs.filter(words=words).first()
    if same is not None:
        return same
    free = key if key and not Dissent.objects.filter(key=key).exists() else link_secret()
    made = Dissent(decision=decision, words=words, is_anonymous=is_anonymous, key=free)
    made.constituency_id = group_to_keep(decision, of=by, is_anonymous=is_anonymous)
    if is_anonymous:
        put_among(made, rows=decision.dissents.filter(is_anonymous=True))
    else:
        made.membership = by
        made.save()
    return made


def mix_nameless() -> None:
    """Write dissents without a name anew in a random order, as long as more can come."""
    for decision in Decision.objects.filter(dissents__is_anonymous=True).distinct():
        if takes_dissent(decision):
            _mix(decision)


@transaction.atomic
def _mix(decision: Decision) -> None:
    mix(held(decision).dissents.filter(is_anonymous=True))
