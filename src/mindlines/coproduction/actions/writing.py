"""Keeping what is written together: rows of a shared document, joined from time to time."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Count, F
from django.utils.translation import gettext as _

from mindlines.communities.choices import Standing
from mindlines.communities.models import Membership
from mindlines.coproduction.actions import findable
from mindlines.coproduction.choices import OutputState
from mindlines.coproduction.models import Credit, Output, Update
from mindlines.coproduction.queries.text.marks import words_of
from mindlines.coproduction.queries.text.reading import blocks_of
from mindlines.coproduction.queries.writing import Sent, Stored, TooLong, content_of, joined, packed
from mindlines.kernel.errors import Refused

MOST_ROWS = 200
MOST_BYTES = 12_000_000


def store(output: int, *, sent: Sequence[Sent]) -> Stored:
    """Keep what several pages sent as one row; each member who wrote is thanked in the end.

    The row of the output is locked, so that rows of one text come into the database in the order of their keys.
    """
    with transaction.atomic():
        found = open_for_writing(output)
        active = Membership.objects.filter(
            pk__in={one.membership for one in sent}, community=found.community_id, standing=Standing.ACTIVE
        )
        writers = set(active.values_list("pk", flat=True))
        kept = [one for one in sent if one.membership in writers]
        away = frozenset(one.membership for one in sent) - writers
        if not kept:
            return Stored(row=0, content=b"", turned_away=away)
        content = joined([one.content for one in kept])
        row = add(found, content=content)
        thank(found, members=writers)
    return Stored(row=row.pk, content=content, turned_away=away)


def open_for_writing(output: int) -> Output:
    """The output, locked until the end of the transaction; refused unless it is being made."""
    found = Output.objects.select_for_update(of=("self",)).filter(pk=output).first()
    if found is None or found.state != OutputState.WRITING:
        raise Refused(_("This is not being written any more. Ask to take it back to “being made”."))
    return found


def add(output: Output, *, content: bytes) -> Update:
    """One more row of a text whose output is locked."""
    if output.weight + len(content) > MOST_BYTES:
        raise TooLong(_("This text is too long to grow. Start a second one, or take something out of this one."))
    row = Update.objects.create(output=output, content=content)
    Output.objects.filter(pk=output.pk).update(last_update=row.pk, weight=F("weight") + len(content), changed_at=row.at)
    output.last_update, output.changed_at = row.pk, row.at
    return row


def thank(output: Output, *, members: set[int]) -> None:
    """These members worked on the output."""
    known = set(Credit.objects.filter(output=output, membership__in=members).values_list("membership", flat=True))
    Credit.objects.bulk_create(
        [Credit(output=output, membership_id=member) for member in sorted(members - known)], ignore_conflicts=True
    )


def join_long() -> None:
    """Join the rows of every text that has many."""
    many = Update.objects.values("output").annotate(rows=Count("pk")).filter(rows__gt=MOST_ROWS).order_by("output")
    for output in many.values_list("output", flat=True):
        join(output)


def join(output: int) -> None:
    """Make one row of all rows there are now. Reading and joining happen outside the lock; writers hardly wait.

    The new row takes the place of the last one, so whoever has seen only the earlier ones still finds all that is new.
    """
    rows = list(Update.objects.filter(output=output).order_by("pk").values_list("pk", "content"))
    if len(rows) < 2:
        return
    keys = [key for key, _content in rows]
    whole = packed(joined(content for _key, content in rows))
    with transaction.atomic():
        found = Output.objects.select_for_update().filter(pk=output).first()
        present = Update.objects.filter(output=output, pk__in=keys).count()
        if found is None or present != len(keys):
            return  # somebody else has joined them in this very moment
        Update.objects.filter(output=output, pk__in=keys[:-1]).delete()
        Update.objects.filter(pk=keys[-1]).update(content=whole)
        after = Update.objects.filter(output=output, pk__gt=keys[-1]).values_list("content", flat=True)
        Output.objects.filter(pk=output).update(weight=len(whole) + sum(map(len, after)))


def read_stale() -> None:
    """Read every text that changed, so that it can be read and found."""
    for output in Output.objects.filter(last_update__gt=F("words_at")).select_related("community"):
        read(output)


def read(output: Output) -> str:
    """The words of a text as they stand now, kept for reading and searching."""
    upto = Output.objects.values_list("last_update", flat=True).get(pk=output.pk)
    if upto > output.words_at:
        words = words_of(blocks_of(content_of(output.pk)))
        # Two who read at once may come in either order; the later reading stays.
        Output.objects.filter(pk=output.pk, words_at__lt=upto).update(words=words, words_at=upto)
        output.words, output.words_at = words, upto
        findable.put(output)
    return output.words
