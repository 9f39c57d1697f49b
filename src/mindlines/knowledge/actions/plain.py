"""Saying a piece of knowledge again in plain words, and having it read by a lay reader."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from mindlines.communication.actions import tell
from mindlines.communities.actions import record
from mindlines.communities.models import Membership
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.knowledge.actions import findable
from mindlines.knowledge.choices import PlainForm, ReadingOrigin
from mindlines.knowledge.models import EarlierWording, Item, PlainVersion
from mindlines.knowledge.queries import plain as queries
from mindlines.meetings.queries.links import absolute
from mindlines.people.models import Person

# Changes that one person makes within this time are one sitting: what it said before the first of them is kept.
SITTING = timedelta(hours=1)
# All that says who found the words clear, and how we know.
SIGN = ("signed_by", "signed_on", "signed_version", "signed_origin", "sign_entered_by")


@transaction.atomic
def write(item: Item, *, title: str, words: str, based_on: int, source: int, by: Membership) -> PlainVersion:
    """Say an item in plain words, from version `source` of it and version `based_on` of the plain words (0: the first).

    The same words again only note that the source was looked at.
    """
    found = locked_item(item)
    plain = found.plain_versions.filter(form=PlainForm.PLAIN).first()
    if not (title.strip() and words.strip()):
        raise Refused(_("Write a title and some words."))
    if plain is None:
        plain = begin(found, form=PlainForm.PLAIN, title=title.strip(), words=words, by=by)
    elif (plain.title, plain.words) != (title.strip(), words):
        if plain.version != based_on:
            raise Refused(
                _(
                    "Somebody changed these words while you were writing. Yours are still here: compare them with the new ones, then save again."
                )
            )
        keep_earlier(plain, by=by)
        plain.title, plain.words = title.strip(), words
        touch(plain, by=by)
    _look_at_source(plain, version=min(source, found.version))
    findable.put_item(found)
    return plain


@transaction.atomic
def still_right(plain: PlainVersion, *, source: int) -> None:
    """Somebody looked: the source changed, up to version `source` of it, and the plain words still say the same."""
    found = locked_item(plain.item)
    _look_at_source(PlainVersion.objects.get(pk=plain.pk), version=min(source, found.version))


@transaction.atomic
def sign(plain: PlainVersion, *, version: int, by: Membership) -> None:
    """A lay reader says that version `version` is clear to them."""
    found = _locked(plain)
    if found.version != version:
        raise Refused(_("Somebody changed it while you were reading. Read it once more, please."))
    if found.is_signed:
        return
    _put_sign(found, by=by)
    record.note(found.item.community, by=by.person, verb="read-plain-words")


@transaction.atomic
def sign_for(plain: PlainVersion, *, of: Membership, origin: str, version: int, by: Person) -> None:
    """Write down that a lay reader told us, by phone, by post or through somebody, that `version` is clear to them."""
    found = _locked(plain)
    if origin not in ReadingOrigin.values:
        raise Refused(_("Choose how they told us: by phone, by post or through somebody else."))
    if found.version != version:
        raise Refused(_("The words were changed since. Ask the reader whether the new ones are clear, too."))
    if not queries.readers(found).filter(pk=of.pk).exists():
        raise Refused(_("Only active lay members can find it clear, and not whoever wrote the words."))
    if found.is_signed:
        if found.signed_by_id != of.pk:
            raise Refused(_("Another lay reader found these words clear already. One is enough."))
        return
    _put_sign(found, by=of, origin=origin, entered_by=by)
    record.note(found.item.community, by=by, about=of.person, verb="wrote-down-a-reading-of-plain-words")


@transaction.atomic
def take_back(plain: PlainVersion) -> None:
    """It is not clear after all."""
    found = _locked(plain)
    found.signed_by = found.signed_on = found.signed_version = found.sign_entered_by = None
    found.signed_origin = ""
    found.save(update_fields=SIGN)


@transaction.atomic
def ask_readers(plain: PlainVersion, *, by: Membership) -> int:
    """Ask active lay members to read it, once a version and once a week; gives how many were asked."""
    found = _locked(plain)
    if not queries.may_ask(found):
        raise Refused(_("Lay members were asked to read this already. Give them some time."))
    readers = _readers(found, but=by)
    if not readers:
        raise Refused(_("There is no other lay member yet who could read it. Invite one first."))
    found.asked_on, found.asked_version = queries.today(found), found.version
    found.save(update_fields=["asked_on", "asked_version"])
    for reader in readers:
        with override(reader.person.language):
            tell(
                reader.person,
                community=found.item.community,
                subject=_("Could you read this for us?"),
                words=_letter(found, to=reader.person),
            )
    return len(readers)


def begin(item: Item, *, form: str, title: str, words: str, by: Membership) -> PlainVersion:
    """The first version; the caller holds the item. Of a story nobody is named."""
    made = PlainVersion.objects.create(
        item=item, form=form, title=title, words=words, source_version=item.version, changed_by=by.person
    )
    record.note(item.community, by=None if item.naming else by.person, verb="wrote-plain-words")
    return made


def keep_earlier(plain: PlainVersion, *, by: Membership) -> None:
    """Keep what it says now, unless the same person changed it a while ago and nobody has signed it."""
    newest = plain.earlier.first()
    same_sitting = (
        newest is not None
        and plain.changed_by_id == by.person_id
        and newest.changed_at > now() - SITTING
        and not plain.is_signed
    )
    if same_sitting:
        return
    lines = [
        {"words": line.words, "picture": line.picture, "shows": line.shows, "own": bool(line.file)}
        for line in plain.lines.all()
    ]
    EarlierWording.objects.create(
        plain=plain,
        number=plain.version,
        title=plain.title,
        words=plain.words,
        lines=lines,
        changed_by=plain.changed_by,
        changed_at=now(),
    )


def touch(plain: PlainVersion, *, by: Membership) -> None:
    """Its words are new: the next version, which nobody has signed yet."""
    plain.version += 1
    plain.changed_by, plain.changed_at = by.person, now()
    plain.save()


def locked_item(item: Item) -> Item:
    """The item, held so that two first versions cannot be written at once."""
    found = Item.objects.select_for_update(of=("self",)).select_related("community").get(pk=item.pk)
    if found.is_withdrawn:
        raise Refused(_("It was withdrawn in the meantime. Nothing can be added to it any more."))
    return found


def _put_sign(plain: PlainVersion, *, by: Membership, origin: str = "", entered_by: Person | None = None) -> None:
    plain.signed_by, plain.signed_on, plain.signed_version = by, queries.today(plain), plain.version
    plain.signed_origin, plain.sign_entered_by = origin, entered_by
    plain.save(update_fields=SIGN)


def _look_at_source(plain: PlainVersion, *, version: int) -> None:
    if plain.source_version < version:
        plain.source_version = version
        plain.save(update_fields=["source_version"])


def _locked(plain: PlainVersion) -> PlainVersion:
    item = locked_item(plain.item)
    found = PlainVersion.objects.get(pk=plain.pk)
    found.item = item
    return found


def _readers(plain: PlainVersion, *, but: Membership) -> list[Membership]:
    """Active lay members, without whoever asks and whoever wrote it."""
    return list(queries.readers(plain).exclude(pk=but.pk))


def _letter(plain: PlainVersion, *, to: Person) -> str:
    """No word of it: what is withdrawn later shall stand in no letter of ours."""
    return _(
        "Hello %(name)s,\n\n"
        "we said something in plain words, and would like to know whether it is clear to you.\n\n"
        "Please read it here:\n\n"
        "%(url)s\n\n"
        "If it is clear, press “This is clear to me” at the end. If something is not, change it there, or tell us.\n\n"
        "Thank you for reading.\n%(community)s"
    ) % {
        "name": to.name,
        "url": absolute(plain.get_absolute_url()),
        "community": plain.item.community.name,
    }
