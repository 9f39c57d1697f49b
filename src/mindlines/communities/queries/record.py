"""The record of a community, told in sentences."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community, Membership, RecordLine
from mindlines.people.models import Person

# What each verb says. `who` did it, `whom` it is about, and `words` name the thing.
SENTENCES: dict[str, str | Promise] = {
    "founded": _("%(who)s founded this community: %(words)s."),
    "changed-stage": _("%(who)s wrote down where the community stands: %(words)s."),
    "changed-settings": _("%(who)s changed the settings."),
    "added-constituency": _("%(who)s added a group: %(words)s."),
    "changed-constituency": _("%(who)s changed a group: %(words)s."),
    "deleted-constituency": _("%(who)s removed a group: %(words)s."),
    "added-member": _("%(who)s added %(whom)s to the members. Group: %(words)s."),
    "changed-constituency-of": _("%(who)s moved %(whom)s to another group: %(words)s."),
    "paused": _("%(whom)s takes a pause."),
    "came-back": _("%(whom)s came back from a pause."),
    "asked-back": _("%(who)s asked %(whom)s to come back."),
    "said-yes-for": _("%(whom)s said yes, and %(who)s wrote it down."),
    "left": _("%(whom)s left the community."),
    "removed-member": _("%(who)s removed an entry that was a mistake. Group: %(words)s."),
    "invited": _("%(who)s invited %(whom)s."),
    "took-back-invitation": _("%(who)s took back the invitation to %(whom)s."),
    "accepted": _("%(who)s said yes to the invitation."),
    "declined": _("Somebody who was invited said no."),
    "imported-members": _("%(who)s brought in a list of members: %(words)s new."),
    "took-back-import": _("%(who)s took back a list of members that was brought in: %(words)s entries."),
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
    "began-diagnosis": _("%(who)s asked everybody what helps and what hinders. Where: %(words)s."),
    "closed-diagnosis": _("%(who)s closed a round about what helps and what hinders. Where: %(words)s."),
    "began-scoring": _("%(who)s asked everybody to score what to work on: %(words)s."),
    "showed-scoring": _("%(who)s showed how the groups scored: %(words)s."),
    "closed-scoring": _("%(who)s closed a round of scoring: %(words)s."),
    "wrote-down-a-reading-of-plain-words": _("%(who)s wrote down that plain words are clear to %(whom)s."),
    "began-negotiation": _("%(who)s began a negotiation: %(words)s."),
    "showed-judgements": _("%(who)s showed what everybody thinks, group by group: %(words)s."),
    "settled-negotiation": _("%(who)s wrote down what was settled: %(words)s."),
    "reviewed-negotiation": _("%(who)s wrote down what was found when we looked again: %(words)s."),
    "told-change": _("%(who)s told us what is done differently now: %(words)s."),
    "confirmed-change": _("%(who)s confirmed what is done differently now: %(words)s."),
    "ended-change": _("%(who)s wrote down that something is no longer done differently: %(words)s."),
    "removed-change": _("%(who)s removed a change that was a mistake: %(words)s."),
    "brought-in-knowledge": _("%(who)s brought in what we know: %(words)s."),
    "brought-in-a-list": _("%(who)s brought in a list of what was published: %(words)s."),
    "took-back-a-list": _("%(who)s took back a list of what was published: %(words)s."),
    "noted-quality": _("%(who)s wrote down how good something is that we know: %(words)s."),
    "withdrew-knowledge": _("%(who)s withdrew something that we knew: %(words)s."),
    "told-a-story": _("A story was told."),
    "withdrew-a-story": _("A story was withdrawn."),
    "explained-a-word": _("%(who)s explained a word: %(words)s."),
    "changed-a-word": _("%(who)s changed how a word is explained: %(words)s."),
    "hid-a-word": _("%(who)s hid a word: %(words)s."),
    "showed-a-word": _("%(who)s showed a word again: %(words)s."),
    "found-a-word-clear": _("%(who)s read how a word is explained, and finds it clear: %(words)s."),
    "found-a-word-unclear": _("%(who)s no longer finds clear how a word is explained: %(words)s."),
    "took-in-words": _("%(who)s took in starting words: %(words)s."),
    "took-out-words": _("%(who)s took starting words out again: %(words)s."),
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
KNOWLEDGE = (
    "brought-in-knowledge",
    "brought-in-a-list",
    "took-back-a-list",
    "noted-quality",
    "withdrew-knowledge",
    "told-a-story",
    "withdrew-a-story",
    "wrote-down-a-reading-of-plain-words",
    "began-negotiation",
    "showed-judgements",
    "settled-negotiation",
    "reviewed-negotiation",
)
WORDS = (
    "explained-a-word",
    "changed-a-word",
    "hid-a-word",
    "showed-a-word",
    "found-a-word-clear",
    "found-a-word-unclear",
    "took-in-words",
    "took-out-words",
)
KINDS: Mapping[str, str | Promise] = {
    "people": _("People and settings"),
    "roles": _("Roles"),
    "charter": _("Charter"),
    "direction": _("Priorities and events"),
    "knowledge": _("What we know"),
    "words": _("Words"),
    "meetings": _("Meetings and the rest"),
}
PER_PAGE = 50


@dataclass(frozen=True)
class Told:
    """A line of the record as people read it."""

    at: datetime
    sentence: str


def page(community: Community, *, kind: str, number: str | None) -> Page[Told]:
    """One page of the record, newest first; an unknown kind shows everything. At most three queries."""
    found = Paginator(lines(community, kind=kind), PER_PAGE).get_page(number)
    called = names_as_invited(community, lines=found)
    told = [Told(line.at, sentence(line, called=called)) for line in found]
    return cast("Page[Told]", Page(told, found.number, found.paginator))


def names_as_invited(community: Community, *, lines: Iterable[RecordLine]) -> dict[int, str]:
    """What this community calls people of these lines who have not yet said yes."""
    people = {person for line in lines for person in (line.actor_id, line.about_id) if person}
    waiting = Membership.objects.filter(community=community, person__in=people).exclude(called="")
    return dict(waiting.values_list("person_id", "called"))


def lines(community: Community, *, kind: str = "") -> QuerySet[RecordLine]:
    """Lines of the record of one kind, newest first."""
    found = community.record.select_related("actor", "about")
    own = {"roles": ROLES, "charter": CHARTER, "direction": DIRECTION, "knowledge": KNOWLEDGE, "words": WORDS}
    if kind in own:
        return found.filter(verb__in=own[kind])
    if kind == "people":
        return found.filter(verb__in=SENTENCES.keys() - {*ROLES, *CHARTER, *DIRECTION, *KNOWLEDGE, *WORDS})
    return found.exclude(verb__in=SENTENCES) if kind == "meetings" else found


def sentence(line: RecordLine, *, called: Mapping[int, str] | None = None) -> str:
    """The line in words; a verb of a higher floor is read as it stands."""
    names = called or {}
    who = names.get(line.actor_id or 0) or shown_name(line.actor)
    whom = names.get(line.about_id or 0) or shown_name(line.about)
    said = SENTENCES.get(line.verb)
    if said is not None:
        return str(said) % {"who": who, "whom": whom, "words": line.words}
    deed = f"{who} {line.verb.replace('-', ' ')}"
    return f"{deed}: {line.words}" if line.words else deed


def shown_name(person: Person | None) -> str:
    """The name, while the person wants to be known here."""
    return _now("Someone who left") if person is None or person.is_erased else person.name
