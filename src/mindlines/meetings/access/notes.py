from django.http import Http404

from mindlines.kernel.rules import Rule
from mindlines.meetings import rules
from mindlines.meetings.access.meeting import meeting as meeting_gate
from mindlines.meetings.models import AttendanceImport, Meeting, Point
from mindlines.people.models import Person


def point(person: Person, pk: int, *, may: Rule[[Meeting]] = rules.take_notes) -> Point:
    """A point and its meeting, seen through `point.meeting.viewer`; outsiders meet a 404."""
    found = Point.objects.select_related("item", "raised_by__person", "constituency").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.meeting = meeting_gate(person, found.meeting_id, may=may)
    return found


def report(person: Person, pk: int) -> AttendanceImport:
    """An uploaded attendance report; a forgotten one is a 404."""
    found = AttendanceImport.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    found.meeting = meeting_gate(person, found.meeting_id, may=rules.take_attendance)
    return found
