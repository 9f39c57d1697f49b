"""Saying something, and what is done with it. Nothing here is written to a log or tells who said what without a name."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import record
from mindlines.communities.models import Community, Constituency, Membership
from mindlines.kernel import news
from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import link_secret
from mindlines.kernel.times import now, zone
from mindlines.meetings.actions import points
from mindlines.meetings.choices import PointKind
from mindlines.meetings.models import AgendaItem, Meeting, Point
from mindlines.people.models import Person
from mindlines.voice.actions import among, findable, flood, telling
from mindlines.voice.choices import (
    TAKEN_UP,
    WRITTEN_FOR,
    Audience,
    ContributionKind,
    Origin,
    Showing,
    Uptake,
)
from mindlines.voice.models import Contribution
from mindlines.voice.queries import groups, saying

# The part of a meeting's room that shows what was said.
QUESTIONS = "questions"
DAYS_TO_REPLY = 14
LONGEST_POINT = 1000


@dataclass(frozen=True)
class Said:
    """What somebody wants to say. `key` comes with the form, `mark` from the device of whoever gives no name."""

    words: str
    kind: str = ContributionKind.POINT
    audience: str = Audience.EVERYONE
    is_anonymous: bool = False
    origin: str = Origin.BETWEEN
    key: str = ""
    mark: str = ""


@transaction.atomic
def say(
    said: Said,
    *,
    to: Community,
    by: Membership | None,
    meeting: Meeting | None = None,
    item: AgendaItem | None = None,
    waits: bool = False,
) -> Contribution:
    """Bring something in; the same key again changes nothing.

    `by` is None for a visitor of a meeting, who has no name here. `waits` holds it back until a facilitator has read it, and
    so does a meeting that is under way, if it comes from outside its room.
    """
    before = _known(said, to=to)
    if before is not None:
        return before
    flood.slow_down(by, meeting=meeting)
    today = now().astimezone(zone(to.time_zone)).date()
    group = _group(said, by=by, meeting=meeting)
    values: dict[str, Any] = {"community": to, "constituency": group, "made_on": today}
    if said.is_anonymous or by is None:
        among.hold(to.pk)
        values |= {"is_anonymous": True, "mark": said.mark}
    else:
        values |= {"membership": by, "made_at": now()}
    is_held_back = waits or saying.is_read_first(meeting, origin=said.origin)
    values["showing"] = Showing.WAITING if is_held_back else Showing.SHOWN
    return _make(said, values, meeting=meeting, item=item)


@transaction.atomic
def write_down(
    said: Said, *, of: Membership, by: Person, meeting: Meeting | None = None, item: AgendaItem | None = None
) -> Contribution:
    """Write down what a member said, posted, told by phone or through somebody else; it is recorded as such.

    When it is to have no name, nothing says who wrote it down either.
    """
    before = _known(said, to=of.community)
    if before is not None:
        return before
    if said.origin not in WRITTEN_FOR:
        raise Refused(_("Choose how it reached you: said in a meeting, by post, by phone or through somebody else."))
    today = now().astimezone(zone(of.community.time_zone)).date()
    group = _group(said, by=of, meeting=meeting)
    values: dict[str, Any] = {"community": of.community, "constituency": group, "made_on": today}
    if said.is_anonymous:
        among.hold(of.community_id)
        values["is_anonymous"] = True
    else:
        values |= {"membership": of, "entered_by": by, "made_at": now()}
        record.note(of.community, by=by, about=of.person, verb="wrote-down-what-a-member-said")
    return _make(said, values, meeting=meeting, item=item)


@transaction.atomic
def answer(contribution: Contribution, *, by: Person, uptake: str, reply: str = "") -> None:
    """Say what became of it. Whatever was joined with it gets the same reply, and everyone with a name is told."""
    if uptake not in TAKEN_UP:
        raise Refused(_("Choose what became of it."))
    if uptake == Uptake.PARKED and not reply.strip():
        raise Refused(_("Write why it is parked. A reason is owed to whoever said it."))
    found = _locked(contribution)
    if found.showing == Showing.MERGED:
        raise Refused(_("This one was joined with another one. Answer that one, and both get the reply."))
    if (found.uptake, found.reply) == (uptake, reply.strip()):
        return
    for one in (found, *found.merged_from.select_related("community", "membership__person")):
        _give(one, by=by, uptake=uptake, reply=reply.strip())
    record.note(found.community, by=by, verb="answered-what-was-said", words=str(found.get_uptake_display()))
    news.changed(found.meeting_id, part=QUESTIONS)


@transaction.atomic
def reopen(contribution: Contribution, *, by: Person) -> None:
    """Take an answer back: it was given by mistake, or it is not enough."""
    found = _locked(contribution)
    if found.uptake == Uptake.UNANSWERED or found.showing == Showing.MERGED:
        return
    for one in (found, *found.merged_from.select_related("community")):
        one.uptake, one.reply, one.replied_on, one.replied_by = Uptake.UNANSWERED, "", None, None
        one.save(update_fields=["uptake", "reply", "replied_on", "replied_by"])
        findable.put(one)
    record.note(found.community, by=by, verb="took-back-an-answer")
    news.changed(found.meeting_id, part=QUESTIONS)


@transaction.atomic
def hide(contribution: Contribution, *, by: Person, because: str) -> None:
    """Take it out of sight, with a reason that whoever said it can read."""
    if not because.strip():
        raise Refused(_("Write why you hide it. Whoever said it can read the reason."))
    found = _locked(contribution)
    if found.showing == Showing.MERGED:
        raise Refused(_("This one was joined with another one. Take it apart first."))
    found.showing, found.hidden_because = Showing.HIDDEN, because.strip()
    _shown_anew(found, by=by, verb="hid-what-was-said")


@transaction.atomic
def show(contribution: Contribution, *, by: Person) -> None:
    """Let everyone see it who may: what waited, what was hidden, and what was joined with another one by mistake."""
    found = _locked(contribution)
    if found.showing == Showing.SHOWN:
        return
    found.showing, found.hidden_because, found.merged_into = Showing.SHOWN, "", None
    _shown_anew(found, by=by, verb="showed-what-was-said")


@transaction.atomic
def merge(contribution: Contribution, *, into: Contribution, by: Person) -> None:
    """Join it with another one that says the same. Whatever was joined with it goes along, and one reply answers all."""
    found, other = _locked(contribution), _locked(into)
    if found.merged_into_id == other.pk:
        return
    _refuse_to_merge(found, other=other)
    found.merged_from.update(merged_into=other)
    found.showing, found.merged_into = Showing.MERGED, other
    _shown_anew(found, by=by, verb="joined-two-that-say-the-same")
    due = [day for day in (found.reply_due, other.reply_due) if day]
    other.reply_due = min(due, default=None)
    other.save(update_fields=["reply_due"])
    if other.uptake in TAKEN_UP and found.uptake == Uptake.UNANSWERED:
        for one in other.merged_from.filter(uptake=Uptake.UNANSWERED).select_related("community", "membership__person"):
            _give(one, by=by, uptake=other.uptake, reply=other.reply)
    news.changed(other.meeting_id, part=QUESTIONS)


@transaction.atomic
def carry(contribution: Contribution, *, by: Person, item: AgendaItem | None) -> Point:
    """Put it into the notes, under an item or of its meeting as a whole; a second time changes nothing."""
    found = _locked(contribution)
    if found.point is not None:
        return found.point
    meeting = item.meeting if item is not None else found.meeting
    if meeting is None:
        raise Refused(_("It belongs to no meeting. Choose the item of a meeting under which it shall stand."))
    if found.audience != Audience.EVERYONE or found.showing in (Showing.HIDDEN, Showing.WAITING):
        raise Refused(_("Everyone reads the notes in the end, and not everyone can read this one. So it stays here."))
    is_question = found.kind == ContributionKind.QUESTION
    found.point = points.add(
        meeting,
        item=item,
        kind=PointKind.QUESTION if is_question else PointKind.POINT,
        words=found.words if len(found.words) <= LONGEST_POINT else f"{found.words[: LONGEST_POINT - 1]}…",
        source=found.membership or found.constituency,
        by=by,
    )
    found.save(update_fields=["point"])
    news.changed(found.meeting_id, part=QUESTIONS)
    return found.point


def _known(said: Said, *, to: Community) -> Contribution | None:
    """What a form with this key brought in before."""
    found = Contribution.objects.filter(key=said.key).first() if said.key else None
    if found is not None and found.community_id != to.pk:
        raise Refused(_("This form was used already. Load the page again, and send it once more."))
    return found


def _group(said: Said, *, by: Membership | None, meeting: Meeting | None) -> Constituency | None:
    if by is None or (said.is_anonymous and not groups.is_counted(by, meeting=meeting, origin=said.origin)):
        return None
    return by.constituency


def _make(said: Said, values: dict[str, Any], *, meeting: Meeting | None, item: AgendaItem | None) -> Contribution:
    if not said.words.strip():
        raise Refused(_("Write down what you want to say."))
    values |= {"words": said.words.strip(), "kind": said.kind, "audience": said.audience, "origin": said.origin}
    values |= {"meeting": meeting, "item": item, "reply_due": _due(values, meeting=meeting)}
    made, _is_new = Contribution.objects.get_or_create(key=said.key or link_secret(), defaults=values)
    if made.is_anonymous:
        among.write_among_others(made)
    findable.put(made)
    news.changed(made.meeting_id, part=QUESTIONS)
    return made


def _due(values: dict[str, Any], *, meeting: Meeting | None) -> date | None:
    """By when a reply is owed. Where the group is not known, one is owed too: else its absence would tell the group."""
    group: Constituency | None = values["constituency"]
    if group is not None and not group.is_lay:
        return None
    last: date = values["made_on"]
    if meeting is not None:
        last = max(last, meeting.ends_at.astimezone(zone(values["community"].time_zone)).date())
    return last + timedelta(days=DAYS_TO_REPLY)


def _locked(contribution: Contribution) -> Contribution:
    among.hold(contribution.community_id)
    rows = Contribution.objects.select_for_update(of=("self",))
    return rows.select_related("community", "membership__person", "constituency", "meeting", "point").get(
        pk=contribution.pk
    )


def _give(contribution: Contribution, *, by: Person, uptake: str, reply: str) -> None:
    """One contribution gets an answer."""
    contribution.uptake, contribution.reply, contribution.replied_by = uptake, reply, by
    contribution.replied_on = now().astimezone(zone(contribution.community.time_zone)).date()
    contribution.save(update_fields=["uptake", "reply", "replied_by", "replied_on"])
    findable.put(contribution)
    if reply:
        telling.tell_reply(contribution)


def _shown_anew(contribution: Contribution, *, by: Person, verb: str) -> None:
    contribution.save(update_fields=["showing", "hidden_because", "merged_into"])
    findable.put(contribution)
    record.note(contribution.community, by=by, verb=verb)
    news.changed(contribution.meeting_id, part=QUESTIONS)


def _refuse_to_merge(found: Contribution, *, other: Contribution) -> None:
    if found.pk == other.pk:
        raise Refused(_("Choose another one to join it with."))
    if other.community_id != found.community_id or other.showing != Showing.SHOWN:
        raise Refused(_("It can only be joined with one that is shown."))
    if other.audience != Audience.EVERYONE and found.audience == Audience.EVERYONE:
        raise Refused(_("Everyone can read this one. It can only be joined with one that everyone can read too."))
