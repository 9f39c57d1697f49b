"""The lines of an easy-read version: a picture at the left, words at the right."""

from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.models import Membership
from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import link_secret
from mindlines.knowledge.actions import findable
from mindlines.knowledge.actions.plain import begin, keep_earlier, locked_item, touch
from mindlines.knowledge.choices import PlainForm
from mindlines.knowledge.models import EasyLine, Item, PlainVersion

# Easy read has 24 pages at most, with about five lines each.
MOST_LINES = 120


@dataclass(frozen=True)
class Own:
    """A picture that somebody brings: the bytes to keep, and the ending that says what they are."""

    content: bytes
    ending: str


@dataclass(frozen=True)
class Line:
    """What a line shall say and show; `keep_own` leaves the picture that was brought before."""

    words: str
    picture: str = ""
    shows: str = ""
    own: Own | None = None
    keep_own: bool = False


@transaction.atomic
def name(item: Item, *, title: str, by: Membership) -> PlainVersion:
    """Begin an easy-read version, or give it another title."""
    if not title.strip():
        raise Refused(_("Write a title."))
    plain = _held(item)
    if plain is None:
        plain = begin(locked_item(item), form=PlainForm.EASY, title=title.strip(), words="", by=by)
    elif plain.title != title.strip():
        keep_earlier(plain, by=by)
        plain.title = title.strip()
        touch(plain, by=by)
    findable.put_item(plain.item)
    return plain


@transaction.atomic
def add(item: Item, *, line: Line, key: str, by: Membership) -> EasyLine:
    """Add a line at the end; the same key again changes nothing. The first line begins the easy-read version."""
    before = EasyLine.objects.filter(key=key, plain__item=item).first()
    if before is not None:
        return before
    _refuse_empty(line)
    plain = _held(item) or begin(locked_item(item), form=PlainForm.EASY, title=item.title, words="", by=by)
    count = plain.lines.count()
    if count >= MOST_LINES:
        raise Refused(_("Easy read has %(most)d lines at most. Say less, or make a second one.") % {"most": MOST_LINES})
    if count:
        keep_earlier(plain, by=by)
        touch(plain, by=by)
    made = EasyLine(plain=plain, position=count, key=key or link_secret())
    _say(made, line=line)
    findable.put_item(plain.item)
    return made


@transaction.atomic
def change(line: EasyLine, *, to: Line, by: Membership) -> None:
    """Let a line say or show something else."""
    _refuse_empty(to)
    plain, found = _found(line)
    keep_earlier(plain, by=by)
    touch(plain, by=by)
    _say(found, line=to)
    findable.put_item(plain.item)


@transaction.atomic
def move(line: EasyLine, *, down: bool, by: Membership) -> None:
    """One place up or down; at the end nothing happens."""
    plain, found = _found(line)
    lines = list(plain.lines.all())
    place = lines.index(found)
    other = place + (1 if down else -1)
    if not 0 <= other < len(lines):
        return
    keep_earlier(plain, by=by)
    touch(plain, by=by)
    lines[place], lines[other] = lines[other], lines[place]
    _number(lines)


@transaction.atomic
def remove(line: EasyLine, *, by: Membership) -> None:
    """Take a line out; an own picture goes with it."""
    plain, found = _found(line)
    keep_earlier(plain, by=by)
    touch(plain, by=by)
    _forget_picture(found)
    found.delete()
    _number(list(plain.lines.all()))
    findable.put_item(plain.item)


def _held(item: Item) -> PlainVersion | None:
    held = locked_item(item)
    plain = held.plain_versions.filter(form=PlainForm.EASY).first()
    if plain is not None:
        plain.item = held
    return plain


def _found(line: EasyLine) -> tuple[PlainVersion, EasyLine]:
    """The version and the line as they are now, with the item held."""
    plain = _held(line.plain.item)
    found = plain.lines.filter(pk=line.pk).first() if plain is not None else None
    if plain is None or found is None:
        raise Refused(_("Somebody took this line out in the meantime."))
    return plain, found


def _refuse_empty(line: Line) -> None:
    if not line.words.strip():
        raise Refused(_("Write what this line says."))


def _say(found: EasyLine, *, line: Line) -> None:
    found.words = line.words.strip()
    if line.own is not None:
        _forget_picture(found)
        found.file.save(f"{link_secret()}.{line.own.ending}", ContentFile(line.own.content), save=False)
    elif not line.keep_own:
        _forget_picture(found)
    found.picture = "" if found.file else line.picture
    found.shows = line.shows.strip() if found.file else ""
    found.save()


def _forget_picture(line: EasyLine) -> None:
    """The row forgets it now; the disk, once that is settled."""
    if line.file:
        storage, name = line.file.storage, line.file.name or ""
        transaction.on_commit(lambda: storage.delete(name))
        line.file = ""


def _number(lines: list[EasyLine]) -> None:
    for place, line in enumerate(lines):
        if line.position != place:
            line.position = place
            line.save(update_fields=["position"])
