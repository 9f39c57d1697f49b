"""What a member reads when told about a meeting."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from mindlines.communication.actions import Enclosure, way_to
from mindlines.communities.models import Membership
from mindlines.kernel.times import zone
from mindlines.meetings.choices import NoticeKind, Phase, Setting
from mindlines.meetings.models import AgendaItem, Meeting, Notice
from mindlines.meetings.queries import calendar_entry, links
from mindlines.meetings.queries.agenda import programme
from mindlines.people.choices import Way
from mindlines.ui.dates import day_words, span_words


@dataclass(frozen=True)
class Letter:
    """Subject, words and enclosures for one member."""

    subject: str
    words: str
    enclosures: tuple[Enclosure, ...] = ()


def letter(notice: Notice, *, membership: Membership, items: Sequence[AgendaItem]) -> Letter:
    """In the member's language, with times in their zone."""
    person = membership.person
    place = zone(person.time_zone or notice.meeting.community.time_zone)
    with translation.override(person.language), timezone.override(place):
        return Letter(
            subject=_subject(notice),
            words=_words(notice, membership=membership, items=items),
            enclosures=_enclosures(notice, membership=membership, items=items),
        )


def facts(meeting: Meeting) -> list[str]:
    """When, where and how to join, a line each."""
    lines = [_("When: %(when)s") % {"when": span_words(meeting.starts_at, end=meeting.ends_at)}]
    if meeting.place and meeting.setting != Setting.ONLINE:
        lines.append(
            _("Where: %(where)s") % {"where": ", ".join([meeting.place.name, *meeting.place.address.splitlines()])}
        )
        if meeting.place.access:
            lines.append(_("Getting in and around: %(access)s") % {"access": " ".join(meeting.place.access.split())})
    if meeting.is_online and meeting.link:
        lines.append(_("Join online: %(link)s") % {"link": meeting.link})
    if meeting.dial_in:
        lines.append(_("Join by phone: %(number)s") % {"number": meeting.dial_in})
    return lines


def _subject(notice: Notice) -> str:
    said = {"title": notice.meeting.title, "day": day_words(notice.meeting.starts_at)}
    return {
        NoticeKind.INVITATION: _("Invitation: %(title)s, %(day)s"),
        NoticeKind.CHANGE: _("Changed: %(title)s, %(day)s"),
        NoticeKind.CANCELLATION: _("Cancelled: %(title)s, %(day)s"),
        NoticeKind.REMINDER: _("Soon: %(title)s, %(day)s"),
    }[NoticeKind(notice.kind)] % said


def _words(notice: Notice, *, membership: Membership, items: Sequence[AgendaItem]) -> str:
    meeting = notice.meeting
    parts = [_("Hello %(name)s,") % {"name": membership.person.name}, _first_sentence(notice)]
    if notice.words:
        parts.append(notice.words)
    if meeting.phase == Phase.CANCELLED:
        parts.append(_("It was planned for %(when)s.") % {"when": span_words(meeting.starts_at, end=meeting.ends_at)})
        return "\n\n".join([*parts, _signature(meeting)])
    parts.append("\n".join([meeting.title, *facts(meeting)]))
    if meeting.purpose:
        parts.append(_("What it is for: %(purpose)s") % {"purpose": meeting.purpose})
    if items and notice.kind == NoticeKind.INVITATION:
        parts.append("\n".join([_("Agenda"), *calendar_entry.agenda_lines(items)]))
    return "\n\n".join([*parts, _how_to_answer(meeting, membership), _signature(meeting)])


def _first_sentence(notice: Notice) -> str:
    community = {"community": notice.meeting.community.name}
    return {
        NoticeKind.INVITATION: _("%(community)s invites you to a meeting."),
        NoticeKind.CHANGE: _("A meeting of %(community)s has changed. This is how it stands now."),
        NoticeKind.CANCELLATION: _("A meeting of %(community)s is cancelled."),
        NoticeKind.REMINDER: _("A meeting of %(community)s is coming soon."),
    }[NoticeKind(notice.kind)] % community


def _how_to_answer(meeting: Meeting, membership: Membership) -> str:
    if way_to(membership.person)[0] == Way.MAIL:
        address = links.reply_address(meeting, membership=membership)
        return _("Will you come, and what do you need? Tell us here. You need not sign in:\n%(link)s") % {
            "link": address
        }
    if meeting.community.contact:
        return _("Will you come, and what do you need? Tell us: %(contact)s") % {"contact": meeting.community.contact}
    return _("Will you come, and what do you need? Please tell a facilitator.")


def _signature(meeting: Meeting) -> str:
    contact = meeting.community.contact
    return "\n".join(
        [meeting.community.name, *([_("Questions? %(contact)s") % {"contact": contact}] if contact else [])]
    )


def _enclosures(notice: Notice, *, membership: Membership, items: Sequence[AgendaItem]) -> tuple[Enclosure, ...]:
    if not membership.person.email or notice.kind == NoticeKind.REMINDER:
        return ()
    if notice.kind == NoticeKind.CANCELLATION:
        content = calendar_entry.cancellation(notice.meeting, membership=membership)
        return (("cancelled.ics", calendar_entry.media_type(calendar_entry.CANCEL), content),)
    address = links.reply_address(notice.meeting, membership=membership)
    content = calendar_entry.invitation(notice.meeting, membership=membership, items=items, reply_address=address)
    return (("invitation.ics", calendar_entry.media_type(calendar_entry.REQUEST), content),)


def preview(meeting: Meeting, *, words: str) -> Letter:
    """The invitation as the reader of the page would receive it."""
    notice = Notice(meeting=meeting, kind=NoticeKind.INVITATION, words=words)
    return letter(notice, membership=meeting.viewer, items=programme(meeting))


def gaps(meeting: Meeting) -> list[str]:
    """What people would ask after reading the invitation."""
    missing = []
    if meeting.setting != Setting.ONLINE and meeting.place is None:
        missing.append(_("No place is chosen yet."))
    if meeting.is_online and not meeting.link:
        missing.append(_("There is no link to join online yet."))
    if not meeting.items.exists():
        missing.append(_("The agenda is empty."))
    if not meeting.purpose:
        missing.append(_("It does not say what the meeting is for."))
    return missing
