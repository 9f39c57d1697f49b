"""A list of citations comes in: looked at first, and then all at once or not at all."""

from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from mindlines.communities.actions import record
from mindlines.communities.models import Community, Membership
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.knowledge.actions import citations, findable
from mindlines.knowledge.measures import citation_imports as measures
from mindlines.knowledge.models import CitationImport, Item
from mindlines.knowledge.queries import citations as queries
from mindlines.people.models import Person
from mindlines_analysis.readers.citations import CitationFile

KEPT = timedelta(days=1)
# So long a list that was brought in can be taken back.
BACK = timedelta(days=7)


def take_in(found: CitationFile, *, to: Community, by: Person, kind: str, file_name: str) -> CitationImport:
    """Keep what was read while its owner decides; for a day at most."""
    return CitationImport.objects.create(
        community=to,
        by=by,
        file_name=file_name[:200],
        choices={"kind": kind, "notes": list(found.notes), "format": found.format},
        **measures.stored(found),
    )


@transaction.atomic
def decide(citation_import: CitationImport, *, rows: Mapping[int, str]) -> None:
    """What becomes of records: left out, used to fill the gaps of the same work, or added."""
    kept = _open(citation_import)
    decided = {**kept.choices.get("rows", {}), **{str(position): choice for position, choice in rows.items()}}
    kept.choices = {**kept.choices, "rows": decided}
    kept.save(update_fields=["choices"])


@transaction.atomic
def confirm(citation_import: CitationImport, *, by: Membership, seen: str) -> CitationImport:
    """Write every record that is to come, or none.

    `seen` is the digest of the preview that was looked at. When it would come out differently by now, because somebody
    else was quicker, nothing is written. A second click gives back the first result.
    """
    community = Community.objects.select_for_update().get(pk=citation_import.community_id)
    kept = CitationImport.objects.select_for_update().filter(pk=citation_import.pk).first()
    if kept is None:
        raise Refused(_("This list is forgotten. Bring it in again."))
    kept.community = community
    if kept.confirmed_at:
        return kept
    shown = measures.preview(kept)
    if shown.digest != seen:
        raise Refused(_("What we know has changed since you looked. Look at the preview again, then confirm."))
    if shown.open_rows:
        raise Refused(_("Some records still need a decision. Say whether they are the same as what we have."))
    kept.result = _write(shown, kept, by=by)
    _erase(kept)
    if kept.result["added"]:
        record.note(community, by=by.person, verb="brought-in-a-list", words=str(kept.result["added"]))
    return kept


@transaction.atomic
def take_back(citation_import: CitationImport, *, by: Membership) -> CitationImport:
    """Take away the works that came with a list, for some days; those on which something rests stay, and are named."""
    community = Community.objects.select_for_update().get(pk=citation_import.community_id)
    kept = CitationImport.objects.select_for_update().filter(pk=citation_import.pk).first()
    if kept is None or kept.confirmed_at is None or kept.confirmed_at < now() - BACK:
        raise Refused(_("It is too late to take the whole list back. Withdraw the references one by one."))
    came = Item.objects.present().filter(pk__in=kept.result.get("items", []), community=community)
    keys = list(came.select_for_update().values_list("pk", flat=True))
    if not keys:
        return kept
    resting = queries.rested_on(keys)
    gone = [key for key in keys if key not in resting]
    Item.objects.filter(pk__in=gone).delete()
    findable.drop_items(gone)
    kept.result = {**kept.result, "items": [], "taken_back": len(gone), "stayed": sorted(resting)}
    kept.save(update_fields=["result"])
    if gone:
        record.note(community, by=by.person, verb="took-back-a-list", words=str(len(gone)))
    return kept


def drop(citation_import: CitationImport) -> None:
    """Forget the list; nothing of it was written."""
    CitationImport.objects.filter(pk=citation_import.pk, confirmed_at=None).delete()


def forget_old() -> int:
    """Erase lists that nobody finished within a day, and what is known of a finished one once it cannot be taken back."""
    unfinished = Q(confirmed_at=None, uploaded_at__lt=now() - KEPT)
    return CitationImport.objects.filter(unfinished | Q(confirmed_at__lt=now() - BACK)).delete()[0]


def _open(citation_import: CitationImport) -> CitationImport:
    """The list as it stands, held until the transaction ends: two decisions at once are both kept."""
    kept = CitationImport.objects.select_for_update().filter(pk=citation_import.pk).first()
    if kept is None:
        raise Refused(_("This list is forgotten. Bring it in again."))
    if kept.confirmed_at:
        raise Refused(_("This list has been brought in already."))
    return kept


def _write(shown: measures.Preview, kept: CitationImport, *, by: Membership) -> dict[str, object]:
    coming = [row for row in shown.rows if row.outcome == measures.ADD]
    made = citations.make_many(
        [row.record for row in coming],
        to=kept.community,
        by=by,
        kind=kept.choices["kind"],
        came_from=kept.file_name,
    )
    keys = {row.position: item.pk for row, item in zip(coming, made, strict=True)}
    filled = 0
    for row in shown.rows:
        if row.outcome == measures.ADD:
            continue
        same = _same(row, keys)
        if same is not None:
            keys[row.position] = same
        if same is not None and row.outcome == measures.FILL:
            citations.complete(Item(pk=same), by=by, record=row.record)
            filled += 1
    left_out = len(shown.rows) - len(made) - filled
    counts = {"added": len(made), "filled": filled, "left_out": left_out, "refused": kept.refused}
    return {**counts, "items": [item.pk for item in made]}


def _same(row: measures.Incoming, keys: Mapping[int, int]) -> int | None:
    """The number of the work that a record is the same as; none where that one was left out too."""
    found = (other.pk or keys.get(other.position if other.position is not None else -1) for other in row.beside)
    return next(filter(None, found), None)


def _erase(kept: CitationImport) -> None:
    """Of the file nothing is kept but counts, what could not be read, and which works came with it."""
    kept.records, kept.refused, kept.choices = [], [], {}
    kept.confirmed_at = now()
    kept.save()
