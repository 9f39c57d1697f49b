"""A list of citations comes in: looked at first, and then all at once or not at all."""

from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import record
from mindlines.communities.models import Community, Membership
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.knowledge.actions import citations
from mindlines.knowledge.measures import citation_imports as measures
from mindlines.knowledge.models import CitationImport, Item
from mindlines.people.models import Person
from mindlines_analysis.readers.citations import CitationFile

KEPT = timedelta(days=1)


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


def drop(citation_import: CitationImport) -> None:
    """Forget the list; nothing of it was written."""
    CitationImport.objects.filter(pk=citation_import.pk, confirmed_at=None).delete()


def forget_old() -> int:
    """Erase lists that were brought a day ago or earlier, confirmed or not; for the schedule."""
    return CitationImport.objects.filter(uploaded_at__lt=now() - KEPT).delete()[0]


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
    return {"added": len(made), "filled": filled, "left_out": left_out, "refused": kept.refused}


def _same(row: measures.Incoming, keys: Mapping[int, int]) -> int | None:
    """The number of the work that a record is the same as; none where that one was left out too."""
    found = (other.pk or keys.get(other.position if other.position is not None else -1) for other in row.beside)
    return next(filter(None, found), None)


def _erase(kept: CitationImport) -> None:
    """Of the file nothing is kept but counts, and what could not be read."""
    kept.records, kept.refused, kept.choices = [], [], {}
    kept.confirmed_at = now()
    kept.save()
