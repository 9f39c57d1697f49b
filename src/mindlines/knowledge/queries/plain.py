"""What an item says in plain words and in easy read, and what a reader must know about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import ConstituencyKind
from mindlines.communities.models import Membership
from mindlines.kernel.times import now, zone
from mindlines.knowledge import rules
from mindlines.knowledge.choices import PlainForm
from mindlines.knowledge.models import AuditTable, EasyLine, Item, PlainVersion
from mindlines.knowledge.queries import pictures, versions
from mindlines.knowledge.queries import words as all_words
from mindlines.ui.dates import day_words as day

ASK_AGAIN = timedelta(days=7)


@dataclass(frozen=True)
class Sign:
    """Whether a lay reader found it clear, in words."""

    words: str
    tone: str
    how: str = ""


@dataclass(frozen=True)
class PlainCard:
    """One plain version on the page of its item."""

    form: str
    title: str
    url: str
    sign: Sign
    source_changed: bool


@dataclass(frozen=True)
class Way:
    """Something that can be done next."""

    words: str | Promise
    url: str


@dataclass(frozen=True)
class OfItem:
    """The block about plain versions on the page of an item."""

    cards: list[PlainCard]
    ways: list[Way]


@dataclass(frozen=True)
class Shown:
    """A line of easy read as it is shown. `drawn` lies among the static files; `own` is an address behind the gate."""

    pk: int
    words: str
    drawn: str
    own: str
    shows: str | Promise


@dataclass(frozen=True)
class Earlier:
    """What it said before."""

    number: int
    title: str
    words: str
    lines: list[dict[str, str]]
    changed_at: datetime


def of_item(item: Item) -> OfItem:
    """Which plain versions an item has, for `item.viewer`. One query."""
    if item.is_withdrawn:
        return OfItem([], [])
    related = ("signed_by__person", "signed_by__constituency", "sign_entered_by")
    found = item.plain_versions.select_related(*related).order_by("-form")
    cards = [
        PlainCard(
            str(one.get_form_display()), one.title, one.get_absolute_url(), sign(one), one.source_version < item.version
        )
        for one in found
    ]
    return OfItem(cards, list(_ways(item, there={one.form for one in found})))


def found(item: Item, *, form: str) -> PlainVersion | None:
    """The plain version of this form, where there is one."""
    one = item.plain_versions.filter(form=form).first()
    if one is not None:
        one.item, one.viewer = item, item.viewer
    return one


def sign(plain: PlainVersion) -> Sign:
    """What is known of it having been read."""
    if plain.signed_on is None:
        return Sign(_now("No lay reader has read this yet"), "warm")
    if not plain.is_signed:
        return Sign(
            _now("Changed since a lay reader found it clear, on %(day)s") % {"day": day(plain.signed_on)}, "warm"
        )
    who = plain.signed_by
    if who is None or who.person.is_erased:
        return Sign(_now("A lay reader found it clear on %(day)s") % {"day": day(plain.signed_on)}, "good", how(plain))
    words = _now("%(name)s found it clear on %(day)s") % {"name": who.name, "day": day(plain.signed_on)}
    return Sign(words, "good", how(plain))


def how(plain: PlainVersion) -> str:
    """How a reader told us who did not say so on the page, and who wrote it down."""
    if not plain.signed_origin:
        return ""
    by = plain.sign_entered_by
    said = str(plain.get_signed_origin_display())
    if by is None or by.is_erased:
        return _now("%(said)s, written down by a facilitator.") % {"said": said}
    return _now("%(said)s, written down by %(name)s.") % {"said": said, "name": by.name}


def readers(plain: PlainVersion) -> QuerySet[Membership]:
    """Active lay members who did not write it."""
    lay = Membership.objects.active().filter(community=plain.item.community_id, constituency__kind=ConstituencyKind.LAY)
    return lay.exclude(person=plain.changed_by_id).select_related("person").order_by("person__name", "pk")


def may_ask(plain: PlainVersion) -> bool:
    """Whether lay members may be asked to read it: once a version, and not every day."""
    lately = plain.asked_on is not None and plain.asked_on > today(plain) - ASK_AGAIN
    return not (plain.is_asked or lately)


def today(plain: PlainVersion) -> date:
    """The day it is where the community lives."""
    return now().astimezone(zone(plain.item.community.time_zone)).date()


def why_not_sign(plain: PlainVersion) -> str:
    """Said to a lay member who wrote it: another one must read it."""
    is_lay = plain.viewer.constituency.kind == ConstituencyKind.LAY
    wrote = plain.changed_by_id == plain.viewer.person_id
    return _now("You wrote these words, so another lay member must read them.") if is_lay and wrote else ""


def source(item: Item) -> str:
    """What the item says now, with its numbers, as its versions keep it."""
    table: AuditTable | None = getattr(item, "table", None)
    return "\n\n".join(filter(None, (item.words, all_words.of_table(table) if table is not None else "")))


def source_changes(plain: PlainVersion) -> list[versions.Piece]:
    """What is new and gone in the source since it was said again; nothing where that is not known."""
    if not plain.source_changed:
        return []
    before = plain.item.versions.filter(number=plain.source_version).first()
    return list(versions.changes(before.words, to=source(plain.item))) if before is not None else []


def writer(plain: PlainVersion) -> str:
    """Who wrote it last. Of a story that is not said: it would name the teller."""
    if plain.item.naming or plain.changed_by is None or plain.changed_by.is_erased:
        return ""
    members = Membership.objects.filter(community=plain.item.community_id, person=plain.changed_by_id)
    one = members.select_related("person").first()
    return one.name if one is not None else ""


def lines(plain: PlainVersion) -> list[Shown]:
    """Its lines, in order. One query."""
    return [_shown(line, item=plain.item) for line in plain.lines.all()]


def earlier(plain: PlainVersion) -> list[Earlier]:
    """What it said before, newest first."""
    return [
        Earlier(
            one.number,
            one.title,
            one.words,
            [{"words": line["words"], "shows": _shows(line)} for line in one.lines],
            one.changed_at,
        )
        for one in plain.earlier.all()
    ]


def _shows(line: dict[str, str]) -> str:
    return line.get("shows") or str(pictures.PICTURES.get(line.get("picture", ""), ""))


def _shown(line: EasyLine, *, item: Item) -> Shown:
    if line.file:
        own = reverse("knowledge:easy_picture", kwargs={"pk": item.pk, "line": line.pk})
        return Shown(line.pk, line.words, "", own, line.shows)
    known = line.picture in pictures.PICTURES
    return Shown(
        line.pk,
        line.words,
        pictures.path(line.picture) if known else "",
        "",
        pictures.PICTURES[line.picture] if known else "",
    )


def _ways(item: Item, *, there: set[str]) -> Iterator[Way]:
    if not rules.write_plain(item):
        return
    if PlainForm.PLAIN not in there:
        yield Way(_("Say it in plain words"), reverse("knowledge:plain_write", kwargs={"pk": item.pk}))
    if PlainForm.EASY not in there:
        yield Way(_("Make an easy-read version"), reverse("knowledge:easy_write", kwargs={"pk": item.pk}))


def own_pictures(plain: PlainVersion) -> dict[str, tuple[bytes, str]]:
    """The pictures that people brought, by their address: what they hold, and of which kind they are."""
    held = {}
    for line in plain.lines.exclude(file=""):
        if line.has_own_picture:
            address = reverse("knowledge:easy_picture", kwargs={"pk": plain.item_id, "line": line.pk})
            with line.file.open("rb") as file:
                held[address] = (file.read(), line.media_type)
    return held
