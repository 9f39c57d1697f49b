"""What a person's first page answers: what is next, what is asked of me, what became of what I said."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.communities.choices import Standing
from mindlines.communities.models import CharterReading, CharterVersion, Membership
from mindlines.communities.queries import roles
from mindlines.coproduction.choices import DecisionStage
from mindlines.coproduction.queries.decisions import listing as decisions
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import Meeting, Reply
from mindlines.meetings.queries import action as agreed
from mindlines.meetings.queries import points as said
from mindlines.people.models import Person
from mindlines.voice.queries import contributions as voices

# So much of what somebody said stands on a page that has other things to say.
A_LINE = 160
MOST_MEETINGS = 4
MOST_SAID = 6
MOST_ACTIONS = 20


@dataclass(frozen=True)
class Asked:
    """One thing that somebody hopes this person will do."""

    words: str | Promise
    url: str
    button: str | Promise
    meta: str = ""


@dataclass(frozen=True)
class Became:
    """One thing that this person said, and what became of it."""

    words: str
    sentence: str
    url: str
    on: date


@dataclass(frozen=True)
class Home:
    memberships: list[Membership]
    meetings: list[Meeting]
    asked: list[Asked]
    became: list[Became]


def of(person: Person) -> Home:
    """Everything on the first page, in a number of queries that does not grow with the size of a community."""
    memberships = list(
        Membership.objects.with_roles()
        .select_related("community", "constituency")
        .filter(person=person, standing__in=(Standing.ACTIVE, Standing.PAUSED))
        .order_by("community__name")
    )
    for membership in memberships:
        membership.person = person
    meetings = _coming(memberships)
    return Home(
        memberships=memberships,
        meetings=meetings,
        asked=[
            *_offers(memberships),
            *_decisions(memberships),
            *_replies(meetings),
            *_owed(memberships),
            *_charters(memberships),
            *_actions(memberships),
        ],
        became=_said(memberships),
    )


def _said(memberships: list[Membership]) -> list[Became]:
    """What this person brought in, and raised in meetings, in any community; newest first."""
    brought = voices.said_by(memberships, most=MOST_SAID)
    became = [
        Became(Truncator(one.words).chars(A_LINE), voices.fate(one), one.get_absolute_url(), one.made_on)
        for one in brought
    ]
    for each in memberships:
        raised = voices.raised_besides(each, raised=said.what_became_of(each, most=MOST_SAID))
        became += [Became(one.point.words, one.sentence, one.url, one.point.at.date()) for one in raised]
    return sorted(became, key=lambda one: one.on, reverse=True)[:MOST_SAID]


def _decisions(memberships: list[Membership]) -> list[Asked]:
    """Open decisions that wait for this person's vote."""
    return [
        Asked(
            words=decision.question,
            url=decision.get_absolute_url(),
            button=_("Vote again") if decision.stage == DecisionStage.OPEN_AGAIN else _("Vote"),
            meta=decision.community.name,
        )
        for decision in decisions.waiting_for(memberships)
    ]


def _owed(memberships: list[Membership]) -> list[Asked]:
    """Replies that this person, as a facilitator, may give."""
    facilitated = [each for each in memberships if each.facilitates]
    owed = voices.owed_by(facilitated)
    return [
        Asked(
            words=ngettext("%(count)d reply is owed to members", "%(count)d replies are owed to members", count)
            % {"count": count},
            url=reverse("voice:owed", kwargs={"slug": each.community.slug}),
            button=_("Answer"),
            meta=each.community.name,
        )
        for each in facilitated
        if (count := owed.get(each.community_id, 0))
    ]


def _coming(memberships: list[Membership]) -> list[Meeting]:
    """The next meetings over all communities, soonest first; each with the person's own reply."""
    replies = Prefetch("replies", Reply.objects.filter(membership__in=memberships), to_attr="own_replies")
    known = Meeting.objects.coming(timezone.now()).filter(community__in=[each.community_id for each in memberships])
    facilitated = [each.community_id for each in memberships if each.facilitates]
    known = known.exclude(phase=Phase.PLANNED) | known.filter(community__in=facilitated)
    meetings = list(known.select_related("community", "place").prefetch_related(replies)[:MOST_MEETINGS])
    through = {each.community_id: each for each in memberships}
    for meeting in meetings:
        meeting.viewer = through[meeting.community_id]
        meeting.where_words = _where(meeting, many=len(memberships) > 1)  # type: ignore[attr-defined]  # for the page
    return meetings


def _where(meeting: Meeting, *, many: bool) -> str:
    """The place in short, and which community it is where there are several."""
    places = [meeting.place.name] if meeting.place else []
    places += [_("online")] if meeting.is_online else []
    where = _(" or ").join(places) or _("Place to follow")
    return f"{meeting.community.name}: {where}" if many else where[:1].upper() + where[1:]


def _offers(memberships: list[Membership]) -> list[Asked]:
    return [
        Asked(
            words=_("You are offered a role: %(role)s") % {"role": offer.get_name_display()},
            url=reverse("communities:role_answer", kwargs={"slug": membership.community.slug, "pk": offer.pk}),
            button=_("Say yes or no"),
            meta=membership.community.name,
        )
        for membership in memberships
        for offer in roles.waiting_for(membership)
    ]


def _replies(meetings: list[Meeting]) -> list[Asked]:
    return [
        Asked(
            words=_("Will you come to “%(title)s”?") % {"title": meeting.title},
            url=reverse("meetings:reply", kwargs={"pk": meeting.pk}),
            button=_("Reply"),
            meta=meeting.community.name,
        )
        for meeting in meetings
        if meeting.phase == Phase.ANNOUNCED and not meeting.own_replies and meeting.viewer.standing == Standing.ACTIVE  # type: ignore[attr-defined]
    ]


def _charters(memberships: list[Membership]) -> list[Asked]:
    """Current charters that the person has not yet read."""
    versions = CharterVersion.objects.filter(community__in=[each.community_id for each in memberships])
    current = {version.community_id: version for version in versions.order_by("number").only("community_id", "number")}
    read = set(CharterReading.objects.filter(membership__in=memberships).values_list("version_id", flat=True))
    return [
        Asked(
            words=_("Read what %(community)s is for") % {"community": membership.community.name},
            url=reverse("communities:charter", kwargs={"slug": membership.community.slug}),
            button=_("Read the charter"),
            meta=membership.community.name,
        )
        for membership in memberships
        if membership.community_id in current and current[membership.community_id].pk not in read
    ]


def _actions(memberships: list[Membership]) -> list[Asked]:
    return [
        Asked(words=action.words, url=action.get_absolute_url(), button=_("Open"), meta=membership.community.name)
        for membership in memberships
        for action in agreed.open_actions_of(membership)[:MOST_ACTIONS]
    ]
