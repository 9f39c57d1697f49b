"""What each part of a room's pages shows, prepared for its template `live/parts/_<part>.html`.

The same words go to everybody of an audience: nothing here may depend on who looks. What is somebody's own (a vote
given, a hand raised) is marked in the page by the script, from `queries.parts.own`.
"""

from collections.abc import Callable

from mindlines.communities.queries import glossary
from mindlines.coproduction.models import Decision, Objection
from mindlines.kernel.times import now
from mindlines.live.choices import Part
from mindlines.live.measures import negotiating, queue
from mindlines.live.models import Room
from mindlines.live.queries import course, decisions, feedback, rooms
from mindlines.live.queries.parts import CONSOLE, SCREEN
from mindlines.meetings.queries import attendance
from mindlines.voice.choices import Stage
from mindlines.voice.measures import voices
from mindlines.voice.measures.results import result
from mindlines.voice.queries import contributions, polls, words

# How many a big screen shows, to be read from the last row.
ON_SCREEN = 5

Prepared = dict[str, object]


def prepare(room: Room, *, part: str, audience: str) -> Prepared:
    """What the template of `part` is given for this audience, beside `room`, `part` and `audience`.

    Words are explained on every screen but the big one, which nobody can tap.
    """
    explained = {} if audience == SCREEN else {"marks": glossary.marks(room.meeting.community)}
    return {**explained, **_PREPARED[Part(part)](room, audience)}


def _now(room: Room, audience: str) -> Prepared:
    return {"course": course.of_room(room, at=now())}


def _poll(room: Room, audience: str) -> Prepared:
    poll = polls.at_hand(room.meeting)
    found: Prepared = {"poll": poll}
    if poll is not None:
        poll.community = room.meeting.community
        has_result = poll.stage in (Stage.DISCUSSING, Stage.CLOSED)
        decision = decisions.at_hand(poll)
        found |= {
            "turnout": polls.turnout(poll),
            "decision": decision,
            "objections": _objections(decision, audience=audience),
            "asked": decisions.asked(poll, beside=polls.open_beside(poll), decision=decision),
            "result": result(poll) if has_result and (poll.shown_at or audience == CONSOLE) else None,
        }
    if audience == CONSOLE:
        found |= {
            "decisions": decisions.of_meeting(room),
            "others": [each for each in polls.of_meeting(room.meeting, for_facilitator=True) if not each.led_by],
            "waiting": polls.options_to_look_at(poll) if poll else [],
            "runs": True,
        }
    return found


def _objections(decision: Decision | None, *, audience: str) -> list[Objection]:
    """What still speaks against a proposal. Nobody reads it from the wall while people vote."""
    if decision is None or decision.is_closed or (audience == SCREEN and decision.takes_votes):
        return []
    return list(decision.objections.all())


def _negotiations(room: Room, audience: str) -> Prepared:
    now, later = negotiating.of_room(room)
    return {"negotiating": now, "later": later if audience == CONSOLE else []}


def _questions(room: Room, audience: str) -> Prepared:
    is_console = audience == CONSOLE
    most = {"most": ON_SCREEN} if audience == SCREEN else {}
    rows = contributions.of_meeting(room.meeting, for_facilitator=is_console, **most)
    return {
        "open": [row for row in rows if not row.is_answered],
        "settled": [row for row in rows if row.is_answered],
        "number": contributions.number_of_meeting(room.meeting, for_facilitator=is_console),
    }


def _words(room: Room, audience: str) -> Prepared:
    found = words.of_meeting(room.meeting)
    return {
        "open": [word for word in found if not word.meaning],
        "explained": [word for word in found if word.meaning],
        "slug": room.meeting.community.slug,
    }


def _queue(room: Room, audience: str) -> Prepared:
    speaking, waiting = queue.speaking(room), queue.waiting(room)
    called = [rooms.key_of(speaking.membership_id)] if speaking else []
    keys = [*called, *(each.key for each in waiting)]
    return {"speaking": speaking, "called": " ".join(called), "waiting": waiting, "raised": " ".join(keys)}


def _voices(room: Room, audience: str) -> Prepared:
    return {"voices": voices.of_meeting(room.meeting), "last": rooms.last_tap(room)}


def _groups(room: Room, audience: str) -> Prepared:
    return {"groups": feedback.of_round(room)}


def _people(room: Room, audience: str) -> Prepared:
    return {"groups": attendance.groups(room.meeting), "scribes": list(rooms.scribes(room))}


_PREPARED: dict[Part, Callable[[Room, str], Prepared]] = {
    Part.NOW: _now,
    Part.POLL: _poll,
    Part.NEGOTIATIONS: _negotiations,
    Part.QUESTIONS: _questions,
    Part.WORDS: _words,
    Part.QUEUE: _queue,
    Part.VOICES: _voices,
    Part.GROUPS: _groups,
    Part.PEOPLE: _people,
}
