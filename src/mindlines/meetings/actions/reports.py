"""An attendance report of a meeting tool: kept for a day at most, confirmed as a whole or not at all."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import record
from mindlines.communities.models import Membership
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.meetings.choices import HERE, Phase, Presence
from mindlines.meetings.models import Attendance, AttendanceImport, Meeting
from mindlines.people.models import Person
from mindlines_analysis.readers.attendance import AttendanceReport

KEPT = timedelta(days=1)
GUEST = "guest"
NOBODY = "nobody"

# What a row is: the number of a membership, a guest, or nobody.
Choice = int | str


@transaction.atomic
def keep(meeting: Meeting, *, report: AttendanceReport, file_name: str, by: Person) -> AttendanceImport:
    """Put a report aside until somebody has said who is who; an earlier one of the same person gives way."""
    if meeting.phase == Phase.CANCELLED:
        raise Refused(_("This meeting was cancelled, so nobody can be marked as here."))
    meeting.attendance_imports.filter(by=by, confirmed_at=None).delete()
    people = [
        {"name": one.name, "email": one.email, "minutes": one.minutes, "kind": one.kind, "guest": one.guest}
        for one in report.people
    ]
    return AttendanceImport.objects.create(
        meeting=meeting,
        by=by,
        file_name=file_name[:200],
        report={"title": report.title, "people": people, "notes": list(report.notes)},
    )


@transaction.atomic
def confirm(report: AttendanceImport, *, choices: Mapping[int, Choice], by: Person) -> None:
    """Write everybody or nobody; a second click finds it done. What the report said is erased."""
    found = (
        AttendanceImport.objects.select_for_update(of=("self",)).select_related("meeting__community").get(pk=report.pk)
    )
    if found.confirmed_at:
        return
    rows = list(enumerate(found.report["people"]))
    if {number for number, _row in rows} != set(choices):
        raise Refused(_("Somebody brought in another report meanwhile. Load the page again."))
    wanted = {choice for choice in choices.values() if isinstance(choice, int)}
    members = Membership.objects.filter(community=found.meeting.community, pk__in=wanted)
    if members.count() != len(wanted):
        raise Refused(_("One of these people is no longer a member. Load the page again. Nothing was written."))
    for number, row in rows:
        _write(found.meeting, row=row, choice=choices[number])
    record.note(found.meeting.community, by=by, verb="took-attendance", words=found.meeting.title)
    found.report, found.choices, found.file_name, found.confirmed_at = {}, {}, "", now()
    found.save()


def drop(report: AttendanceImport) -> None:
    """Forget a report without using it."""
    AttendanceImport.objects.filter(pk=report.pk).delete()


def forget_old_reports() -> int:
    """Reports that nobody confirmed within a day are erased; says how many."""
    erased, _by_model = AttendanceImport.objects.filter(uploaded_at__lt=now() - KEPT).delete()
    return erased


def _write(meeting: Meeting, *, row: Mapping[str, Any], choice: Choice) -> None:
    if choice == NOBODY:
        return
    if choice == GUEST:
        Attendance.objects.create(
            meeting=meeting, guest=row["name"][:150], presence=_presence(row), minutes=row["minutes"], from_report=True
        )
        return
    there, _made = Attendance.objects.get_or_create(
        meeting=meeting, membership_id=choice, defaults={"presence": _presence(row)}
    )
    if there.presence not in HERE:
        there.presence = _presence(row)
    # Somebody may be in two rows, with a phone and a laptop: the longer stay counts.
    there.minutes = max(filter(None, (there.minutes, row["minutes"])), default=None)
    there.from_report = True
    there.save()


def _presence(row: Mapping[str, Any]) -> str:
    return Presence.PHONE if row["kind"] == "phone" else Presence.ONLINE
