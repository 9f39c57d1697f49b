"""What people think of a statement, each alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.models import Membership
from mindlines.kernel import news
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.knowledge.actions.negotiations import PART, locked
from mindlines.knowledge.models import Judgement, Negotiation


@dataclass(frozen=True)
class Judged:
    """From 1 to 9, or nothing where somebody does not know; and why, in one line."""

    value: int | None
    why: str = ""


@transaction.atomic
def judge(negotiation: Negotiation, *, of: Membership, judged: Mapping[str, Judged]) -> None:
    """Keep what `of` thinks; questions that are not in `judged` stay as they were. Until it is settled it can be changed."""
    held = locked(negotiation)
    if held.is_settled:
        raise Refused(_("This is settled already, so what you judged now was not kept."))
    before = {one.question: one for one in held.judgements.filter(membership=of)}
    changed = [
        _with(before.get(question) or Judgement(negotiation=held, membership=of, question=question), answer, of=of)
        for question, answer in judged.items()
        if question not in before or _says(before[question]) != answer
    ]
    Judgement.objects.bulk_create([one for one in changed if one.pk is None])
    Judgement.objects.bulk_update(
        [one for one in changed if one.pk is not None], ["value", "why", "constituency", "given_at"]
    )
    if changed:
        news.changed(held.meeting_id, part=PART)


def _says(judgement: Judgement) -> Judged:
    return Judged(judgement.value, judgement.why)


def _with(judgement: Judgement, answer: Judged, *, of: Membership) -> Judgement:
    judgement.value, judgement.why, judgement.constituency = answer.value, answer.why, of.constituency
    judgement.given_at = now()
    return judgement
