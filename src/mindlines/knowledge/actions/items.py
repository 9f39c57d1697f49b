"""Bringing in what the community knows, changing it, and withdrawing it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import record
from mindlines.communities.choices import KnowledgeKind
from mindlines.communities.models import Community, Membership, Priority
from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import link_secret
from mindlines.kernel.times import now
from mindlines.knowledge.actions import findable, withdrawing
from mindlines.knowledge.choices import Chart, Form, Naming
from mindlines.knowledge.models import AuditTable, Citation, Item, ItemFile, ItemVersion
from mindlines.knowledge.queries import wishes
from mindlines.knowledge.queries import words as all_words
from mindlines.voice.choices import Audience, ContributionKind, Showing
from mindlines.voice.models import Contribution


@dataclass(frozen=True)
class Numbers:
    """A table as somebody typed it; the first column names the rows."""

    columns: list[str]
    rows: list[list[str]]
    unit: str = ""
    chart: str = Chart.BARS


@dataclass(frozen=True)
class Upload:
    """A file that a form looked at."""

    file: File[Any]
    name: str
    media_type: str
    sha256: str


@dataclass(frozen=True)
class NewItem:
    """A piece of knowledge on its way in. `key` comes with the form; `teller` and `naming` belong to stories."""

    kind: str
    form: str
    title: str
    words: str = ""
    link: str = ""
    year: int | None = None
    language: str = ""
    quality: str = ""
    priority: Priority | None = None
    teller: Membership | None = None
    naming: str = ""
    shown_name: str = ""
    said: Contribution | None = None
    citation: Mapping[str, Any] | None = None
    table: Numbers | None = None
    file: Upload | None = None
    key: str = ""


@dataclass(frozen=True)
class Changed:
    """What an item shall say from now on; `naming` only of a story, `table` only of numbers."""

    title: str
    words: str
    kind: str
    link: str = ""
    year: int | None = None
    priority: Priority | None = None
    naming: str = ""
    shown_name: str = ""
    table: Numbers | None = None


@transaction.atomic
def bring(new: NewItem, *, to: Community, by: Membership) -> Item:
    """Bring in one piece of knowledge; the same key again changes nothing."""
    made, is_new = _make(new, to=to, by=by)
    if is_new:
        _note(made, by=by)
    return made


@transaction.atomic
def bring_many(new: Iterable[NewItem], *, to: Community, by: Membership) -> list[Item]:
    """Bring in a whole list; the record says so in one line."""
    made = [_make(one, to=to, by=by)[0] for one in new]
    if made:
        record.note(to, by=by.person, verb="brought-in-a-list", words=str(len(made)))
    return made


@transaction.atomic
def keep_what_was_said(contribution: Contribution, *, new: NewItem, by: Membership) -> Item:
    """Make a piece of knowledge of what somebody said; a second time gives the one that is there."""
    held = Contribution.objects.select_for_update(of=("self",)).select_related("constituency").get(pk=contribution.pk)
    before = Item.objects.present().filter(said=held).first()
    if before is not None:
        return before
    if held.showing != Showing.SHOWN or held.audience != Audience.EVERYONE:
        raise Refused(_("Not everyone can read it any more. So it cannot be kept as knowledge."))
    told = replace(new, said=held, form=Form.STORY if held.kind == ContributionKind.STORY else Form.NOTE)
    if held.membership_id is None:
        told = replace(told, naming=Naming.GROUP if held.constituency else Naming.NOBODY)
    return bring(told, to=held.community, by=by)


@transaction.atomic
def change(item: Item, *, to: Changed, by: Membership) -> None:
    """Let an item say something else; what it said before is kept as a version."""
    found = _locked(item)
    _refuse_withdrawn(found)
    if not to.title.strip():
        raise Refused(_("Give it a title."))
    said_before = _said(found)
    for name in ("kind", "link", "year", "priority"):
        setattr(found, name, getattr(to, name))
    found.title, found.words = to.title.strip(), to.words
    _wish(found, to=to)
    _change_table(found, to=to.table)
    if _said(found) != said_before:
        title, words = said_before
        ItemVersion.objects.create(
            item=found, number=found.version, title=title, words=words, changed_by=by.person, changed_at=now()
        )
        found.version += 1
    found.changed_at = now()
    found.save()
    findable.put_item(found)
    for statement in found.statements.all():
        statement.item = found
        findable.put_statement(statement)


@transaction.atomic
def withdraw(item: Item, *, by: Membership) -> None:
    """Take an item away for good: its words, files, versions and plain versions. Its row stays, and says that something was here."""
    found = _locked(item)
    if found.is_withdrawn:
        return
    has_teller = bool(found.naming)
    verb = "withdrew-a-story" if has_teller else "withdrew-knowledge"
    kind = "" if has_teller else str(found.get_kind_display())
    withdrawing.empty(found)
    record.note(found.community, by=None if has_teller else by.person, verb=verb, words=kind)


@transaction.atomic
def judge_quality(item: Item, *, by: Membership, quality: str) -> None:
    """Write down how good it is, and what its limits are."""
    found = _locked(item)
    _refuse_withdrawn(found)
    if found.quality == quality.strip():
        return
    found.quality, found.changed_at = quality.strip(), now()
    found.save(update_fields=["quality", "changed_at"])
    findable.put_item(found)
    record.note(found.community, by=by.person, verb="noted-quality", words=str(found.get_kind_display()))


@transaction.atomic
def add_file(item: Item, *, upload: Upload) -> ItemFile:
    """Put one more file to an item; the same file again changes nothing."""
    found = _locked(item)
    _refuse_withdrawn(found)
    again = found.files.filter(sha256=upload.sha256).first()
    if again is not None:
        return again
    kept = _keep_file(found, upload=upload)
    found.changed_at = now()
    found.save(update_fields=["changed_at"])
    findable.put_item(found)
    return kept


def _make(new: NewItem, *, to: Community, by: Membership) -> tuple[Item, bool]:
    if not new.title.strip():
        raise Refused(_("Give it a title."))
    values: dict[str, Any] = {"community": to, "kind": new.kind, "form": new.form, "title": new.title.strip()[:300]}
    values |= {name: getattr(new, name) for name in ("words", "link", "year", "language", "quality", "priority")}
    values |= (
        _story(new, by=by) if new.naming else {"brought_by": by, "constituency": by.constituency, "said": new.said}
    )
    made, is_new = Item.objects.get_or_create(key=new.key or link_secret(), defaults=values)
    if made.community_id != to.pk:
        raise Refused(_("This form was used already. Load the page again, and send it once more."))
    if is_new:
        _keep_parts(made, new=new)
        findable.put_item(made)
    return made, is_new


def _story(new: NewItem, *, by: Membership) -> dict[str, Any]:
    """Whose story it is. Whoever writes it down for somebody is kept; of one's own story nothing names one but the teller."""
    values: dict[str, Any] = {"teller": new.teller, "naming": new.naming, "shown_name": ""}
    if new.naming == Naming.OTHER:
        if not new.shown_name.strip():
            raise Refused(_("Write the name that shall stand beside it."))
        values["shown_name"] = new.shown_name.strip()
    if new.teller is not None:
        values["constituency"] = wishes.group_beside(new.teller, naming=new.naming)
    elif new.naming == Naming.GROUP and new.said is not None:
        values["constituency"] = new.said.constituency
    if new.teller is None or new.teller.pk != by.pk:
        values["brought_by"] = by
    is_told = new.said is not None and (new.said.is_anonymous or new.naming == Naming.NAMED)
    return values | {"said": new.said if is_told else None}


def _said(item: Item) -> tuple[str, str]:
    """Title and words, to which the numbers of a table belong."""
    table: AuditTable | None = getattr(item, "table", None)
    numbers = all_words.of_table(table) if table is not None else ""
    return item.title, "\n\n".join(filter(None, (item.words, numbers)))


def _wish(item: Item, *, to: Changed) -> None:
    """A teller may wish to be named in another way."""
    if not to.naming or item.teller is None:
        return
    if to.naming == Naming.OTHER and not to.shown_name.strip():
        raise Refused(_("Write the name that shall stand beside it."))
    item.naming = to.naming
    item.shown_name = to.shown_name.strip() if to.naming == Naming.OTHER else ""
    item.constituency = wishes.group_beside(item.teller, naming=to.naming)
    if to.naming != Naming.NAMED and item.said is not None and not item.said.is_anonymous:
        item.said = None


def _change_table(item: Item, *, to: Numbers | None) -> None:
    table: AuditTable | None = getattr(item, "table", None)
    if to is None or table is None:
        return
    table.columns, table.rows, table.unit, table.chart = to.columns, to.rows, to.unit, to.chart
    table.save()


def _keep_parts(made: Item, *, new: NewItem) -> None:
    if new.citation is not None:
        Citation.objects.create(item=made, **new.citation)
    if new.table is not None:
        AuditTable.objects.create(
            item=made, columns=new.table.columns, rows=new.table.rows, unit=new.table.unit, chart=new.table.chart
        )
    if new.file is not None:
        _keep_file(made, upload=new.file)


def _keep_file(item: Item, *, upload: Upload) -> ItemFile:
    return ItemFile.objects.create(
        item=item,
        file=File(upload.file, name=link_secret()),
        name=upload.name,
        media_type=upload.media_type,
        size=upload.file.size,
        sha256=upload.sha256,
    )


def _note(made: Item, *, by: Membership) -> None:
    """The record names nobody who told a story, and holds no title: what is withdrawn shall be gone there too."""
    if made.naming:
        record.note(made.community, by=None, verb="told-a-story")
    else:
        kind = KnowledgeKind(made.kind).label
        record.note(made.community, by=by.person, verb="brought-in-knowledge", words=str(kind))


def _locked(item: Item) -> Item:
    rows = Item.objects.select_for_update(of=("self",)).select_related(
        "community", "priority", "teller", "citation", "table", "said"
    )
    return rows.get(pk=item.pk)


def _refuse_withdrawn(item: Item) -> None:
    if item.is_withdrawn:
        raise Refused(_("It was withdrawn in the meantime. Nothing can be added to it any more."))
