"""A member list comes in: step by step, and then all at once or not at all."""

from collections.abc import Mapping
from datetime import timedelta

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import community as communities
from mindlines.communities.actions import members, record
from mindlines.communities.choices import Standing
from mindlines.communities.measures import imports as measures
from mindlines.communities.models import Community, Constituency, MemberImport, Membership, Organisation
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.people.choices import Need, Way
from mindlines.people.models import AccessNeed, Person
from mindlines_analysis.readers.members import MemberRow
from mindlines_analysis.readers.tables import Table

KEPT = timedelta(days=1)
AT_ONCE = 500


def take_in(table: Table, *, community: Community, by: Person, file_name: str) -> MemberImport:
    """Keep the table while its owner decides; for a day at most. Columns are guessed."""
    made = MemberImport(community=community, by=by, file_name=file_name[:200], table=measures.kept(table))
    made.columns = measures.guessed_columns(made)
    made.save()
    return made


@transaction.atomic
def choose_columns(member_import: MemberImport, *, columns: Mapping[str, str]) -> None:
    """Which of our fields is in which column; what was decided about single rows is forgotten."""
    kept = _open(member_import)
    kept.columns, kept.choices, kept.constituencies = dict(columns), {}, {}
    kept.save(update_fields=["columns", "choices", "constituencies"])


@transaction.atomic
def choose_groups(member_import: MemberImport, *, words: Mapping[str, str], default: str, standing: str) -> None:
    """Which words of the file mean which group, where rows without a word belong, and whether people have said yes."""
    kept = _open(member_import)
    kept.constituencies = {"words": dict(words), "default": default}
    kept.choices = {**kept.choices, "standing": standing}
    kept.save(update_fields=["constituencies", "choices"])


@transaction.atomic
def decide(member_import: MemberImport, *, same: Mapping[int, str]) -> None:
    """Of rows that look like somebody: `new` for another person, or `same`."""
    kept = _open(member_import)
    decided = {**kept.choices.get("same", {}), **{str(line): choice for line, choice in same.items()}}
    kept.choices = {**kept.choices, "same": decided}
    kept.save(update_fields=["choices"])


@transaction.atomic
def leave_out(member_import: MemberImport, *, line: int) -> None:
    kept = _open(member_import)
    kept.choices = {**kept.choices, "left_out": sorted({*kept.choices.get("left_out", []), line})}
    kept.save(update_fields=["choices"])


@transaction.atomic
def put_back(member_import: MemberImport, *, line: int) -> None:
    kept = _open(member_import)
    kept.choices = {**kept.choices, "left_out": [other for other in kept.choices.get("left_out", []) if other != line]}
    kept.save(update_fields=["choices"])


@transaction.atomic
def mend(member_import: MemberImport, *, line: int, values: Mapping[str, str]) -> None:
    """Another name, address or organisation for one row; the file itself stays as it is."""
    kept = _open(member_import)
    kept.choices = {**kept.choices, "mended": {**kept.choices.get("mended", {}), str(line): dict(values)}}
    kept.save(update_fields=["choices"])


@transaction.atomic
def confirm(member_import: MemberImport, *, by: Person, seen: str) -> MemberImport:
    """Write every row, or none.

    `seen` is the digest of the preview that was looked at. When the list would come out differently by now, because
    another import or another facilitator was quicker, nothing is written. A second click gives back the first result.
    """
    community = Community.objects.select_for_update().get(pk=member_import.community_id)
    kept = MemberImport.objects.select_for_update().filter(pk=member_import.pk).first()
    if kept is None:
        raise Refused(_("This list is forgotten. Bring it in again."))
    kept.community = community
    if kept.confirmed_at:
        return kept
    shown = measures.preview(kept, groups=community.constituencies.all())
    if shown.digest != seen:
        raise Refused(_("The list of members has changed since you looked. Look at the preview again, then confirm."))
    if shown.open_rows:
        raise Refused(_("Some rows still need a decision. Mend them, leave them out, or say who they are."))
    try:
        with transaction.atomic():
            added = _write(shown, kept, by=by)
    except IntegrityError as problem:
        raise Refused(
            _("Somebody on your list was added elsewhere at the same moment. Please confirm again.")
        ) from problem
    asked = sum(membership.standing == Standing.INVITED for membership in added)
    kept.result = {
        "added": len(added),
        "asked": asked,
        "here": sum(row.kind == measures.HERE or row.choice == "same" for row in shown.rows),
        "left_out": shown.counts.get(measures.LEFT_OUT, 0),
        "memberships": [membership.pk for membership in added],
    }
    _erase(kept)
    record.note(community, by=by, verb="imported-members", words=str(len(added)))
    return kept


@transaction.atomic
def take_back(member_import: MemberImport, *, by: Person) -> None:
    """Within a day, as long as nobody on the list has done anything here since: all of it, or nothing."""
    community = Community.objects.select_for_update().get(pk=member_import.community_id)
    kept = MemberImport.objects.select_for_update().get(pk=member_import.pk)
    pks = kept.result.get("memberships", [])
    if not kept.confirmed_at or not pks:
        return
    entries = list(Membership.objects.with_elsewhere().select_related("person").filter(pk__in=pks))
    if members.anybody_took_part(pks) or kept.confirmed_at < now() - KEPT:
        raise Refused(_("Something has happened with these people since. Take them off the list one by one."))
    alone = [entry.person_id for entry in entries if not entry.tends_own_details]
    Membership.objects.filter(pk__in=pks).delete()
    Person.objects.filter(pk__in=alone).delete()
    kept.result = {**kept.result, "memberships": [], "taken_back": True}
    kept.save(update_fields=["result"])
    record.note(community, by=by, verb="took-back-import", words=str(len(entries)))


def drop(member_import: MemberImport) -> None:
    """Forget the list; nothing of it was written."""
    MemberImport.objects.filter(pk=member_import.pk, confirmed_at=None).delete()


def forget_old() -> int:
    """Erase lists that were brought a day ago or earlier, confirmed or not; for the schedule."""
    return MemberImport.objects.filter(uploaded_at__lt=now() - KEPT).delete()[0]


def _open(member_import: MemberImport) -> MemberImport:
    """The list as it stands, held until the transaction ends: two decisions at once are both kept."""
    kept = MemberImport.objects.select_for_update().filter(pk=member_import.pk).first()
    if kept is None:
        raise Refused(_("This list is forgotten. Bring it in again."))
    if kept.confirmed_at:
        raise Refused(_("This list has been brought in already."))
    return kept


def _erase(member_import: MemberImport) -> None:
    """Of the file nothing is kept but counts."""
    member_import.table, member_import.columns = {}, {}
    member_import.constituencies, member_import.choices = {}, {}
    member_import.confirmed_at = now()
    member_import.save()


def _write(shown: measures.Preview, member_import: MemberImport, *, by: Person) -> list[Membership]:
    community = member_import.community
    rows = [row.row for row in shown.coming if row.row]
    groups = _groups(rows, member_import, by=by)
    organisations = _organisations({row.organisation for row in rows if row.organisation}, of=community)
    known = _known({row.email.lower() for row in rows if row.email})
    people = [known.get(row.email.lower()) or _person(row) for row in rows]
    Person.objects.bulk_create([person for person in people if person.pk is None], batch_size=AT_ONCE)
    said_yes = member_import.choices.get("standing", Standing.ACTIVE)
    made = [
        Membership(
            community=community,
            person=person,
            constituency=groups[measures.group_for(row, member_import=member_import), _word(row)],
            organisation=organisations.get(row.organisation.casefold()),
            standing=Standing.INVITED if row.email.lower() in known else said_yes,
            invited_by=by,
            called=row.name if row.email.lower() in known else "",
            note=measures.note_of(row),
        )
        for row, person in zip(rows, people, strict=True)
    ]
    Membership.objects.bulk_create(made, batch_size=AT_ONCE)
    needs = [
        AccessNeed(person=person, need=Need.OTHER, words=row.access_needs)
        for row, person in zip(rows, people, strict=True)
        if row.access_needs and row.email.lower() not in known
    ]
    AccessNeed.objects.bulk_create(needs, batch_size=AT_ONCE)
    return made


def _person(row: MemberRow) -> Person:
    reach = Way.MAIL if row.email else Way.POST if row.address else Way.PHONE
    return Person(
        name=row.name,
        email=Person.objects.tidy(row.email),
        phone=row.phone,
        address=row.address,
        reach_by=reach,
        password=make_password(None),
    )


def _word(row: MemberRow) -> str:
    return " ".join(row.constituency.split())


def _groups(rows: list[MemberRow], member_import: MemberImport, *, by: Person) -> dict[tuple[str, str], Constituency]:
    """The group for each choice and word; groups that were wished for are made now."""
    known = {str(group.pk): group for group in member_import.community.constituencies.all()}
    by_name = {group.name.casefold(): group for group in known.values()}
    found: dict[tuple[str, str], Constituency] = {}
    for row in rows:
        choice, word = measures.group_for(row, member_import=member_import), _word(row)
        if (choice, word) in found:
            continue
        if choice.startswith("new:"):
            group = by_name.get(word.casefold()[:80]) or communities.add_constituency(
                member_import.community, by=by, values={"name": word[:80], "kind": choice.removeprefix("new:")}
            )
            by_name[word.casefold()[:80]] = group
        elif choice in known:
            group = known[choice]
        else:
            raise Refused(_("A group that you chose is gone. Choose the groups again."))
        found[choice, word] = group
    return found


def _organisations(names: set[str], *, of: Community) -> dict[str, Organisation]:
    known = {organisation.name.casefold(): organisation for organisation in of.organisations.all()}
    missing = {
        name.casefold(): Organisation(community=of, name=name) for name in sorted(names) if name.casefold() not in known
    }
    Organisation.objects.bulk_create(missing.values(), batch_size=AT_ONCE)
    return known | missing


def _known(emails: set[str]) -> dict[str, Person]:
    """People of this installation with these addresses, by address."""
    wanted = sorted(emails)
    found: dict[str, Person] = {}
    for start in range(0, len(wanted), AT_ONCE):
        found |= {
            person.email or "": person for person in Person.objects.filter(email__in=wanted[start : start + AT_ONCE])
        }
    return found
