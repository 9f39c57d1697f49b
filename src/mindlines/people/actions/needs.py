"""What somebody needs to take part."""

from datetime import date

from django.db import transaction

from mindlines.people.models import AccessNeed, Person


@transaction.atomic
def tell(person: Person, *, need: str, words: str, review_on: date | None) -> AccessNeed:
    """Keep a need; telling the same one again changes its words."""
    told, _made = AccessNeed.objects.update_or_create(
        person=person, need=need, defaults={"words": words.strip(), "review_on": review_on}
    )
    return told


@transaction.atomic
def change(need: AccessNeed, *, words: str, review_on: date | None) -> None:
    """Other words, another day to look at it again."""
    AccessNeed.objects.filter(pk=need.pk).update(words=words.strip(), review_on=review_on)


@transaction.atomic
def take_back(need: AccessNeed) -> None:
    """The need is over; nothing of it is kept."""
    AccessNeed.objects.filter(pk=need.pk).delete()
