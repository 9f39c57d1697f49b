"""Role cards are written by facilitators and kept findable."""

from dataclasses import dataclass, field

from django.db import transaction
from django.urls import reverse

from mindlines.communities.actions import record, search
from mindlines.communities.choices import FoundKind
from mindlines.communities.models import Community, RoleCard
from mindlines.kernel.times import now
from mindlines.people.models import Person


@dataclass(frozen=True)
class CardWords:
    """Everything a card says."""

    knowledge: list[str] = field(default_factory=list)
    asked: str = ""
    not_expected: str = ""
    time: str = ""
    pay: str = ""
    contact: str = ""
    step_back: str = ""


@transaction.atomic
def write(card: RoleCard, *, words: CardWords, by: Person) -> RoleCard:
    """Write the card of a seat, the first time or again; the same words twice leave no second line in the record."""
    Community.objects.select_for_update().get(pk=card.community_id)
    kept = card.community.role_cards.filter(constituency=card.constituency, role=card.role).first() or card
    if kept.pk and all(getattr(kept, name) == said for name, said in vars(words).items()):
        return kept
    for name, said in vars(words).items():
        setattr(kept, name, said)
    kept.changed_at = now()
    kept.save()
    record.note(card.community, by=by, verb="changed-role-card", words=str(card))
    make_findable(kept)
    return kept


def make_findable(card: RoleCard) -> None:
    """Keep the search entry of a card current."""
    url = reverse("communities:role_card", kwargs={"slug": card.community.slug, "seat": card.seat})
    said = [*card.knowledge_words, card.asked, card.not_expected, card.time, card.pay, card.step_back]
    search.put(
        f"communities.rolecard:{card.pk}",
        community=card.community,
        kind=FoundKind.ROLE_CARD,
        title=str(card),
        words="\n".join(filter(None, said)),
        url=url,
    )
