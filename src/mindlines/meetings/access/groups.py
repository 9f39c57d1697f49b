from django.http import Http404

from mindlines.meetings import rules
from mindlines.meetings.access.meeting import meeting as meeting_gate
from mindlines.meetings.models import Division, Round, Seat
from mindlines.meetings.queries import rounds
from mindlines.people.models import Person


def round_of(person: Person, pk: int, *, of: int) -> Round:
    """A round of small groups of meeting `of`, for somebody who may divide; seen through `round.meeting.viewer`."""
    meeting = meeting_gate(person, of, may=rules.make_groups)
    found = Round.objects.select_related("item", "chosen").filter(pk=pk, meeting=meeting).first()
    if found is None:
        raise Http404
    found.meeting = meeting
    return found


def division(person: Person, pk: int, *, of: int) -> Division:
    """One division of a round of meeting `of`, for somebody who may divide."""
    meeting = meeting_gate(person, of, may=rules.make_groups)
    found = Division.objects.select_related("round__item").filter(pk=pk, round__meeting=meeting).first()
    if found is None:
        raise Http404
    found.round.meeting = meeting
    return found


def my_seat(person: Person, pk: int, *, of: int) -> Seat:
    """Where this person sits in round `pk`, once they may know it."""
    meeting = meeting_gate(person, of)
    found = rounds.seats_to_know(meeting).filter(division__round=pk).first()
    if found is None:
        raise Http404
    found.division.round.meeting = meeting
    return found
