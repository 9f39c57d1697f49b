"""The charter, its versions, who has read it, and what changed between two of them."""

import difflib
import re
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from mindlines.communities.choices import Standing
from mindlines.communities.models import CharterReading, CharterVersion, Community, Membership

PER_PAGE = 20
PEOPLE_PER_PAGE = 100
SECTIONS = ("purpose", "people", "practice")


@dataclass(frozen=True)
class Readers:
    """How many of one constituency have read a version."""

    group: str
    tone: int
    read: int
    members: int


@dataclass(frozen=True)
class Piece:
    """A stretch of text: the same in both versions, added or removed."""

    change: str
    words: str


@dataclass(frozen=True)
class Section:
    """One part of the charter with what changed in it."""

    title: str
    pieces: tuple[Piece, ...]

    @property
    def is_changed(self) -> bool:
        return any(piece.change != "same" for piece in self.pieces)


def current(community: Community) -> CharterVersion | None:
    return community.charter_versions.select_related("written_by").order_by("-number").first()


def versions(community: Community, *, page: str | None) -> Page[CharterVersion]:
    """All versions, newest first."""
    return Paginator(community.charter_versions.select_related("written_by").order_by("-number"), PER_PAGE).get_page(
        page
    )


def numbers(community: Community) -> list[int]:
    """The numbers of all versions, newest first."""
    return list(community.charter_versions.order_by("-number").values_list("number", flat=True))


def has_read(version: CharterVersion, *, membership: Membership) -> bool:
    return version.readings.filter(membership=membership).exists()


def readers(version: CharterVersion) -> list[Readers]:
    """How many have read the version, by constituency. Two queries."""
    here = Q(memberships__standing__in=(Standing.ACTIVE, Standing.PAUSED))
    groups = version.community.constituencies.annotate(members=Count("memberships", filter=here)).order_by(
        "position", "pk"
    )
    present = version.readings.filter(membership__standing__in=(Standing.ACTIVE, Standing.PAUSED))
    read = dict(present.order_by().values_list("membership__constituency").annotate(people=Count("pk")))
    return [Readers(each.name, each.tone, read.get(each.pk, 0), each.members) for each in groups if each.members]


def members_and_readings(version: CharterVersion, *, page: str | None) -> Page[Membership]:
    """Every member with whether they have read the version; those who have not come first."""
    read = CharterReading.objects.filter(version=version, membership=OuterRef("pk"))
    found = (
        Membership.objects.present()
        .filter(community=version.community)
        .select_related("person", "constituency")
        .annotate(has_read=Exists(read))
        .order_by("has_read", "person__name", "pk")
    )
    return Paginator(found, PEOPLE_PER_PAGE).get_page(page)


def in_the_room(version: CharterVersion) -> QuerySet[Membership]:
    """Who agreed the version, by name."""
    return version.present.select_related("person", "constituency").order_by("constituency__position", "person__name")


def could_be_present(community: Community) -> QuerySet[Membership]:
    """Members who can be named as having been in the room."""
    return (
        Membership.objects.present()
        .filter(community=community)
        .select_related("person", "constituency")
        .order_by("person__name", "pk")
    )


def comparison(old: CharterVersion, *, new: CharterVersion) -> list[Section]:
    """What changed from one version to the other, part by part."""
    titles = {"purpose": _("Purpose"), "people": _("People"), "practice": _("Practice")}
    return [Section(titles[part], changes(getattr(old, part), new=getattr(new, part))) for part in SECTIONS]


def changes(old: str, *, new: str) -> tuple[Piece, ...]:
    """The new text word by word, with what was removed and what was added."""
    before, after = re.findall(r"\s*\S+", old), re.findall(r"\s*\S+", new)
    pieces: list[Piece] = []
    for tag, start, end, new_start, new_end in difflib.SequenceMatcher(None, before, after).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(after[new_start:new_end])))
            continue
        pieces += [Piece("removed", "".join(before[start:end]))] if end > start else []
        pieces += [Piece("added", "".join(after[new_start:new_end]))] if new_end > new_start else []
    return tuple(pieces)


def around(version: CharterVersion, *, viewer: Membership) -> dict[str, object]:
    """A version with everything that its page shows beside it."""
    newest = numbers(version.community)[0]
    return {
        "version": version,
        "newest": newest,
        "is_current": version.number == newest,
        "in_the_room": in_the_room(version),
        "readers": readers(version),
        "has_read": has_read(version, membership=viewer),
    }
