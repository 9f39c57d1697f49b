"""The record of a community, told in sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community, RecordLine
from mindlines.people.models import Person

# What each verb says. `who` did it, `whom` it is about, and `words` name the thing.
SENTENCES: dict[str, str | Promise] = {
    "offered-role": _("%(who)s offered somebody a role: %(words)s."),
    "accepted-role": _("%(whom)s took on a role: %(words)s."),
    "declined-role": _("A role that was offered was not taken: %(words)s."),
    "took-back-role": _("%(who)s took back an offer of a role: %(words)s."),
    "ended-role": _("%(whom)s no longer holds a role: %(words)s."),
    "changed-role-card": _("%(who)s changed the role card: %(words)s."),
    "wrote-charter": _("%(who)s wrote down a new version of the charter: %(words)s."),
    "chose-priority": _("%(who)s added a priority: %(words)s."),
    "changed-priority": _("%(who)s changed the words of a priority: %(words)s."),
    "reached-priority": _("%(who)s noted that a priority is reached: %(words)s."),
    "reviewed-priority": _("%(who)s wrote down the review of a priority. %(words)s."),
    "added-criterion": _("%(who)s added a criterion: %(words)s."),
    "changed-criterion": _("%(who)s changed a criterion: %(words)s."),
    "removed-criterion": _("%(who)s removed a criterion: %(words)s."),
    "noted-event": _("%(who)s noted what happened outside: %(words)s."),
    "changed-event": _("%(who)s changed the words about what happened outside: %(words)s."),
}

ROLES = ("offered-role", "accepted-role", "declined-role", "took-back-role", "ended-role", "changed-role-card")
CHARTER = ("wrote-charter",)
DIRECTION = (
    "chose-priority",
    "changed-priority",
    "reached-priority",
    "reviewed-priority",
    "added-criterion",
    "changed-criterion",
    "removed-criterion",
    "noted-event",
    "changed-event",
)
KINDS: Mapping[str, str | Promise] = {
    "people": _("People and settings"),
    "roles": _("Roles"),
    "charter": _("Charter"),
    "direction": _("Priorities and events"),
    "meetings": _("Meetings and the rest"),
}
PER_PAGE = 50


@dataclass(frozen=True)
class Told:
    """A line of the record as people read it."""

    at: datetime
    sentence: str


def page(community: Community, *, kind: str, number: str | None) -> Page[Told]:
    """One page of the record, newest first; an unknown kind shows everything."""
    found = Paginator(lines(community, kind=kind), PER_PAGE).get_page(number)
    told: Page[Told] = Page([Told(line.at, sentence(line)) for line in found], found.number, found.paginator)  # type: ignore[arg-type]  # counts lines, shows sentences
    return told


def lines(community: Community, *, kind: str = "") -> QuerySet[RecordLine]:
    """Lines of the record of one kind, newest first."""
    found = community.record.select_related("actor", "about")
    own = {"roles": ROLES, "charter": CHARTER, "direction": DIRECTION}
    if kind in own:
        return found.filter(verb__in=own[kind])
    if kind == "people":
        return found.filter(verb__in=SENTENCES.keys() - {*ROLES, *CHARTER, *DIRECTION})
    return found.exclude(verb__in=SENTENCES) if kind == "meetings" else found


def sentence(line: RecordLine) -> str:
    """The line in words; a verb of a higher floor is read as it stands."""
    said = SENTENCES.get(line.verb)
    if said is None:
        deed = line.verb.replace("-", " ")
        return f"{shown_name(line.actor)} {deed}: {line.words}" if line.words else f"{shown_name(line.actor)} {deed}"
    return str(said) % {"who": shown_name(line.actor), "whom": shown_name(line.about), "words": line.words}


def shown_name(person: Person | None) -> str:
    """The name, while the person wants to be known here."""
    return _now("Someone who left") if person is None or person.is_erased else person.name
