"""Meetings as calendar entries, in the form that Outlook, Google and Thunderbird accept."""

from collections.abc import Iterable, Sequence
from datetime import UTC, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress, vText

from mindlines.communities.models import Membership
from mindlines.kernel.times import now, zone
from mindlines.meetings.choices import MeetingKind, Phase, Setting
from mindlines.meetings.models import AgendaItem, Meeting
from mindlines.meetings.queries import links
from mindlines.ui.dates import clock_words, minutes_words

PRODUCT = "-//Mindlines//Meetings//EN"
REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"


def invitation(meeting: Meeting, *, membership: Membership, items: Sequence[AgendaItem], reply_address: str) -> bytes:
    """A request to one member; sent again with a higher sequence, it replaces the entry."""
    calendar = _calendar(REQUEST)
    calendar.add_component(_event(meeting, items=items, reply_address=reply_address, guest=membership))
    return bytes(calendar.to_ical())


def cancellation(meeting: Meeting, *, membership: Membership) -> bytes:
    """Takes the entry out of one member's calendar."""
    calendar = _calendar(CANCEL)
    calendar.add_component(_event(meeting, guest=membership))
    return bytes(calendar.to_ical())


def entry(meeting: Meeting, *, items: Sequence[AgendaItem]) -> bytes:
    """One meeting to put into a calendar by hand."""
    calendar = _calendar(PUBLISH)
    calendar.add_component(_event(meeting, items=items))
    return bytes(calendar.to_ical())


def feed(meetings: Iterable[Meeting]) -> bytes:
    """Many meetings, for a calendar program that comes back for news."""
    calendar = _calendar(PUBLISH)
    calendar.add("x-wr-calname", _("My communities"))
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT6H")
    for meeting in meetings:
        calendar.add_component(_event(meeting))
    return bytes(calendar.to_ical())


def media_type(method: str) -> str:
    return f"text/calendar; method={method}; charset=UTF-8"


def where(meeting: Meeting) -> str:
    """Place and link in one line."""
    parts = []
    if meeting.place and meeting.setting != Setting.ONLINE:
        parts.append(", ".join([meeting.place.name, *meeting.place.address.split("\n")]).strip())
    if meeting.is_online and meeting.link:
        parts.append(meeting.link)
    return " · ".join(" ".join(part.split()) for part in parts)


def agenda_lines(items: Sequence[AgendaItem]) -> list[str]:
    """`10am  Welcome (10 minutes), Bo Berg`, in the zone that is active."""
    lines = []
    for item in items:
        lead = f", {item.lead.person.name}" if item.lead else ""
        lines.append(f"{clock_words(item.starts_at)}  {item.title} ({minutes_words(item.minutes)}){lead}")
    return lines


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    return calendar


def _event(
    meeting: Meeting, *, items: Sequence[AgendaItem] = (), reply_address: str = "", guest: Membership | None = None
) -> Event:
    event = Event()
    event.add("uid", meeting.uid)
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", now())
    event.add("dtstart", meeting.starts_at.astimezone(UTC))
    event.add("dtend", meeting.ends_at.astimezone(UTC))
    event.add("summary", f"{meeting.community.name}: {meeting.title}")
    event.add("status", "CANCELLED" if meeting.phase == Phase.CANCELLED else "CONFIRMED")
    event.add("class", "PRIVATE" if meeting.kind == MeetingKind.STEERING else "PUBLIC")
    event.add("transp", "TRANSPARENT" if meeting.phase == Phase.CANCELLED else "OPAQUE")
    if where(meeting):
        event.add("location", where(meeting))
    event.add("description", _description(meeting, items=items, reply_address=reply_address))
    event.add("url", links.meeting_address(meeting))
    event["organizer"] = _organizer(meeting)
    if guest and guest.person.email:
        event.add("attendee", _attendee(guest), encode=False)
    return event


def _description(meeting: Meeting, *, items: Sequence[AgendaItem], reply_address: str) -> str:
    parts = [meeting.purpose] if meeting.purpose else []
    if meeting.is_online and meeting.link:
        parts.append(_("Join online: %(link)s") % {"link": meeting.link})
    if meeting.dial_in:
        parts.append(_("Join by phone: %(number)s") % {"number": meeting.dial_in})
    if reply_address:
        parts.append(_("Tell us whether you come: %(link)s") % {"link": reply_address})
    if items:
        with timezone.override(zone(meeting.community.time_zone)):
            parts.append("\n".join([_("Agenda"), *agenda_lines(items)]))
    parts.append(_("More: %(link)s") % {"link": links.meeting_address(meeting)})
    return "\n\n".join(parts)


def _organizer(meeting: Meeting) -> vCalAddress:
    address = vCalAddress(f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}")
    address.params["CN"] = vText(meeting.community.name)
    return address


def _attendee(guest: Membership) -> vCalAddress:
    address = vCalAddress(f"mailto:{guest.person.email}")
    address.params["CN"] = vText(guest.person.name)
    address.params["CUTYPE"] = vText("INDIVIDUAL")
    address.params["ROLE"] = vText("REQ-PARTICIPANT")
    address.params["PARTSTAT"] = vText("NEEDS-ACTION")
    address.params["RSVP"] = vText("TRUE")
    return address
