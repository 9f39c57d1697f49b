"""The charter changes by a new version; a version never changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from mindlines.communities.actions import record, search
from mindlines.communities.choices import FoundKind
from mindlines.communities.models import CharterReading, CharterVersion, Community, Membership
from mindlines.kernel.errors import Refused
from mindlines.people.models import Person


@dataclass(frozen=True)
class Wording:
    """Everything that a version says."""

    purpose: str
    agreed_on: date
    people: str = ""
    practice: str = ""
    what_changed: str = ""
    why: str = ""
    how_agreed: str = ""


@transaction.atomic
def write(
    community: Community, *, wording: Wording, based_on: int, by: Person, present: Iterable[Membership] = ()
) -> CharterVersion:
    """The next version, written from version `based_on` (0 when there was none).

    A second click gives back the version of the first; whoever wrote from an older version is told so.
    """
    Community.objects.select_for_update().get(pk=community.pk)
    newest = community.charter_versions.order_by("-number").first()
    number = newest.number if newest else 0
    if newest and number == based_on + 1 and _says(newest, wording) and newest.written_by_id == by.pk:
        return newest
    if number != based_on:
        raise Refused(
            _(
                "Somebody saved version %(number)d while you were writing. Your words are still here: compare them with the new version, then save again."
            )
            % {"number": number}
        )
    version = CharterVersion.objects.create(community=community, number=number + 1, written_by=by, **vars(wording))
    version.present.set(present)
    record.note(community, by=by, verb="wrote-charter", words=_("version %(number)d") % {"number": version.number})
    make_findable(version)
    return version


def read(version: CharterVersion, *, by: Membership) -> None:
    """A member says that they have read this version; saying it twice changes nothing."""
    CharterReading.objects.get_or_create(version=version, membership=by)


def make_findable(version: CharterVersion) -> None:
    """Searches find the current version only."""
    search.put(
        f"communities.charter:{version.community_id}",
        community=version.community,
        kind=FoundKind.CHARTER,
        title=_("Charter, version %(number)d") % {"number": version.number},
        words=f"{version.purpose}\n{version.people}\n{version.practice}",
        url=reverse("communities:charter", kwargs={"slug": version.community.slug}),
    )


def _says(version: CharterVersion, wording: Wording) -> bool:
    return all(getattr(version, name) == said for name, said in vars(wording).items())
