"""What meetings hold about a person, for the person's own page and file."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from mindlines.meetings.choices import ABOUT_PEOPLE
from mindlines.meetings.models import (
    Action,
    Attendance,
    Correction,
    FavouriteMethod,
    MethodRating,
    Participant,
    Point,
    Reply,
    Seat,
)
from mindlines.meetings.queries.methods import library
from mindlines.people.holdings import Row
from mindlines.people.models import Person


def reply_rows(person: Person) -> Iterable[Row]:
    """Answers to invitations."""
    replies = Reply.objects.filter(membership__person=person).select_related("meeting").order_by("-meeting__starts_at")
    return [
        {
            _("Meeting"): reply.meeting.title,
            _("Answer"): reply.get_mode_display(),
            _("Needs on the day"): reply.needs,
            _("Help with travel"): reply.travel,
            _("Answered"): reply.at,
        }
        for reply in replies
    ]


def attendance_rows(person: Person) -> Iterable[Row]:
    """Where the person was."""
    there = Attendance.objects.filter(membership__person=person).select_related("meeting")
    return [
        {
            _("Meeting"): row.meeting.title,
            _("Day"): row.meeting.starts_at,
            _("How"): row.get_presence_display(),
            _("Minutes"): row.minutes,
        }
        for row in there.order_by("-meeting__starts_at")
    ]


def point_rows(person: Person) -> Iterable[Row]:
    """Points the person raised."""
    points = Point.objects.filter(raised_by__person=person).select_related("meeting").order_by("-at")
    return [
        {
            _("Meeting"): point.meeting.title,
            _("What was said"): point.words,
            _("What became of it"): point.became or point.let_go_because,
        }
        for point in points
    ]


def action_rows(person: Person) -> Iterable[Row]:
    """What the person agreed to do."""
    actions = Action.objects.filter(owner__person=person).select_related("community").order_by("-made_at")
    return [
        {
            _("Community"): action.community.name,
            _("What is to be done"): action.words,
            _("By when"): action.due_on,
            _("State"): action.get_state_display(),
            _("A few words about it"): action.reason,
        }
        for action in actions
    ]


def correction_rows(person: Person) -> Iterable[Row]:
    """What the person asked to change in minutes."""
    corrections = Correction.objects.filter(membership__person=person).select_related("meeting").order_by("-at")
    return [
        {
            _("Meeting"): correction.meeting.title,
            _("What should change"): correction.words,
            _("Answer"): correction.answer,
        }
        for correction in corrections
    ]


def group_rows(person: Person) -> Iterable[Row]:
    """Small groups in which the person took part, and what was noted for dividing them."""
    seat = Seat.objects.filter(participant=OuterRef("pk"), division=OuterRef("round__chosen"))
    places: Any = (
        Participant.objects.filter(membership__person=person)
        .select_related("round__meeting")
        .annotate(
            sat_in=Subquery(seat.values("group__number")),
            wished=Count("wishes", filter=Q(wishes__kind__in=ABOUT_PEOPLE)),
        )
    )
    return [
        {
            _("Meeting"): place.round.meeting.title,
            _("What for"): place.round.title,
            _("Group"): place.sat_in,
            _("Needs a room without steps"): _("Yes") if place.needs_step_free else _("No"),
            _("Wishes about who sits with you"): place.wished,
        }
        for place in places.order_by("-round__meeting__starts_at", "round__position", "pk")
    ]


def favourite_rows(person: Person) -> Iterable[Row]:
    """Methods the person keeps."""
    stars = FavouriteMethod.objects.filter(person=person).order_by("at", "pk")
    return [{_("Method"): _name(star.method), _("Since"): star.at} for star in stars]


def rating_rows(person: Person) -> Iterable[Row]:
    """How methods went, as the person said."""
    ratings = MethodRating.objects.filter(membership__person=person).select_related("item__meeting")
    return [
        {
            _("Meeting"): rating.item.meeting.title,
            _("Method"): _name(rating.method),
            _("How it went"): rating.get_verdict_display(),
            _("What to do differently"): rating.words,
        }
        for rating in ratings
    ]


def _name(key: str) -> str:
    found = library.method(key)
    return found.name if found else key
