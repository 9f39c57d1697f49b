"""Forgetting a person while the record of the meetings stays whole."""

from django.db.models import Count

from mindlines.communities.actions import names
from mindlines.meetings.actions import minutes
from mindlines.meetings.choices import ABOUT_PEOPLE
from mindlines.meetings.models import (
    Action,
    AttendanceImport,
    CalendarFeed,
    CalendarImport,
    Correction,
    FavouriteMethod,
    Meeting,
    MethodRating,
    MinutesCopy,
    Note,
    Participant,
    Point,
    Reply,
    Wish,
)
from mindlines.people.models import Person


def forget(person: Person) -> None:
    """Replies, corrections and places in small groups go. Points and actions keep their words, attendance its place in its constituency."""
    Reply.objects.filter(membership__person=person).delete()
    Correction.objects.filter(membership__person=person).delete()
    MinutesCopy.objects.filter(membership__person=person).delete()
    Participant.objects.filter(membership__person=person).delete()
    drop_wishes_about_nobody()
    CalendarFeed.objects.filter(person=person).delete()
    FavouriteMethod.objects.filter(person=person).delete()
    MethodRating.objects.filter(membership__person=person).update(membership=None)
    for on_its_way in (AttendanceImport, CalendarImport):
        on_its_way.objects.filter(by=person).delete()
    Point.objects.filter(raised_by__person=person).update(raised_by=None)
    Action.objects.filter(owner__person=person).update(owner=None)
    for community in names.communities_of(person):
        _take_name_out(person.name, community=community)


def drop_wishes_about_nobody() -> None:
    """A wish that two people sit together or apart means nothing for one."""
    lonely = Wish.objects.filter(kind__in=ABOUT_PEOPLE).annotate(named=Count("people")).filter(named__lt=2)
    Wish.objects.filter(pk__in=list(lonely.values_list("pk", flat=True))).delete()


def _take_name_out(name: str, *, community: int) -> None:
    """The name also stands in written minutes and notes."""
    for meeting in Meeting.objects.filter(community=community, minutes_text__contains=name):
        names.take_out(meeting, name=name, fields={"minutes_text": names.NO_END})
        if meeting.minutes_sent_at:
            minutes.make_findable(meeting)
    for note in Note.objects.filter(meeting__community=community, words__contains=name):
        names.take_out(note, name=name, fields={"words": names.NO_END})
