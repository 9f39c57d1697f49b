"""What a community says about itself, and its stakeholder groups."""

from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import founding, record, search
from mindlines.communities.models import Community, Constituency, RoleCard
from mindlines.kernel.errors import Refused
from mindlines.people.models import Person


@transaction.atomic
def change(community: Community, *, by: Person, values: dict[str, Any]) -> None:
    """Write what differs from before, and say in the record when the stage changed."""
    kept = Community.objects.select_for_update().get(pk=community.pk)
    changed = [name for name, value in values.items() if getattr(kept, name) != value]
    for name in changed:
        setattr(kept, name, values[name])
    if not changed:
        return
    kept.save(update_fields=changed)
    if "stage" in changed:
        record.note(kept, by=by, verb="changed-stage", words=kept.get_stage_display())
    if set(changed) - {"stage"}:
        record.note(kept, by=by, verb="changed-settings")


@transaction.atomic
def add_constituency(community: Community, *, by: Person, values: dict[str, Any]) -> Constituency:
    """A further stakeholder group, with a role card to fill in; it stands last."""
    last = community.constituencies.order_by("-position").first()
    try:
        with transaction.atomic():
            made = Constituency.objects.create(community=community, position=last.position + 1 if last else 0, **values)
    except IntegrityError as problem:
        raise Refused(_("There is already a group with this name.")) from problem
    founding.first_card(made)
    record.note(community, by=by, verb="added-constituency", words=made.name)
    return made


@transaction.atomic
def change_constituency(constituency: Constituency, *, by: Person, values: dict[str, Any]) -> None:
    kept = Constituency.objects.select_for_update().select_related("community").get(pk=constituency.pk)
    if all(getattr(kept, name) == value for name, value in values.items()):
        return
    before = kept.name
    for name, value in values.items():
        setattr(kept, name, value)
    try:
        with transaction.atomic():
            kept.save(update_fields=list(values))
    except IntegrityError as problem:
        raise Refused(_("There is already a group with this name.")) from problem
    words = kept.name if before == kept.name else f"{before} → {kept.name}"
    record.note(kept.community, by=by, verb="changed-constituency", words=words)


@transaction.atomic
def place_constituency(constituency: Constituency, *, at: int) -> None:
    """Put the group at that place in the order, counted from 0."""
    rows = list(
        Constituency.objects.select_for_update()
        .filter(community_id=constituency.community_id)
        .order_by("position", "pk")
    )
    moved = next(row for row in rows if row.pk == constituency.pk)
    rows.remove(moved)
    rows.insert(max(0, at), moved)
    for position, row in enumerate(rows):
        row.position = position
    Constituency.objects.bulk_update(rows, ["position"])


@transaction.atomic
def delete_constituency(constituency: Constituency, *, by: Person) -> None:
    """Only a group that nobody ever belonged to: people who left still count in the community's history."""
    kept = Constituency.objects.select_for_update().select_related("community").filter(pk=constituency.pk).first()
    if kept is None:
        return
    if kept.memberships.exists():
        raise Refused(_("There are people in this group. Move them to another group first, then delete it."))
    if not Constituency.objects.filter(community=kept.community).exclude(pk=kept.pk).exists():
        raise Refused(_("A community needs at least one group. Add another one first."))
    record.note(kept.community, by=by, verb="deleted-constituency", words=kept.name)
    for card in RoleCard.objects.filter(constituency=kept):
        search.drop(f"communities.rolecard:{card.pk}")
    kept.delete()
