"""What people of the story said, asked and voted, and who spoke."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import count

from mindlines.communities.actions import words
from mindlines.communities.models import RecordLine, Term
from mindlines.demo.story import voices as story
from mindlines.meetings.choices import HERE, Phase
from mindlines.meetings.models import Meeting
from mindlines.voice.actions import ballots, findable, polls, pulse, slips
from mindlines.voice.choices import BoxPurpose, Origin, PollKind, Stage, Uptake
from mindlines.voice.models import Contribution, Poll, Turn, WordRequest
from mindlines.voice.queries import pulse as pulses

from .cast import Cast

VOTES = {"y": 1, "p": 0, "n": -1}
DAYS_TO_REPLY = 14


def make(cast: Cast) -> None:
    """Contributions and words between meetings, a vote that was held and one that is open, and turns of speech."""
    for brought in story.BROUGHT:
        _bring(cast, brought)
    for word, asked, days, meaning in story.WORDS:
        WordRequest.objects.create(
            community=cast.community,
            word=word,
            asked=asked,
            asked_on=cast.day(days),
            term=_explained(cast, word, meaning=meaning),
        )
    _write_glossary(cast)
    _vote_twice(cast)
    _ask_statements(cast)
    for title, answers in zip(story.TITLES_OF_PULSES, story.PULSES, strict=True):
        _how_it_was(cast, title, answers=answers, lines=story.LINES if title == story.TITLE_OF_VOTE else {})
    held = cast.community.meetings.filter(phase=Phase.HELD, items__isnull=False).distinct().order_by("starts_at")
    for meeting, turns in zip(held, story.TURNS, strict=False):
        _speak(cast, meeting, turns=turns)


def _explained(cast: Cast, word: str, *, meaning: str) -> Term | None:
    by = cast.person("frances")
    return words.explain(cast.community, word=word, meaning=meaning, by=by) if meaning else None


def _write_glossary(cast: Cast) -> None:
    """Starting words, what members explained of their own accord, and one that a lay member finds clear."""
    words.take_in(cast.community, by=cast.person("frances"))
    for word, who, reader, meaning in story.EXPLAINED:
        wording = words.Wording(word=word, meaning=meaning)
        term = words.write(cast.community, wording=wording, by=cast.person(who))
        found_clear_by = cast.member(reader)
        if found_clear_by is not None:
            words.find_clear(term, by=found_clear_by)


def _bring(cast: Cast, brought: story.Brought) -> None:
    member = cast.member(brought.by)
    is_lay = member is None or member.constituency.is_lay
    made = Contribution.objects.create(
        community=cast.community,
        kind=brought.kind,
        words=brought.words,
        origin=brought.origin,
        is_anonymous=member is None,
        membership=member,
        constituency=member.constituency if member else cast.members["rosa"].constituency,
        entered_by=cast.person("wendy") if brought.origin == Origin.POST else None,
        made_on=cast.day(brought.days),
        made_at=cast.moment(brought.days) if member else None,
        uptake=brought.uptake,
        reply=brought.reply,
        reply_due=cast.day(brought.days - DAYS_TO_REPLY) if is_lay else None,
        replied_on=cast.day(brought.replied) if brought.uptake != Uptake.UNANSWERED else None,
        replied_by=cast.person("frances") if brought.uptake != Uptake.UNANSWERED else None,
    )
    findable.put(made)


def _vote_twice(cast: Cast) -> None:
    """The vote before and after the talk about the contract."""
    meeting = cast.community.meetings.get(title=story.TITLE_OF_VOTE)
    item = meeting.items.get(title__startswith="What belongs")
    asked = polls.Asked(
        question=story.QUESTION, kind=PollKind.CHOICE, options=story.OPTIONS, is_paired=True, asks_sure=True, item=item
    )
    poll = _opened(cast, asked, meeting=meeting)
    keys = [str(pk) for pk in poll.options.values_list("pk", flat=True)]
    secrets = {key: slips.hand(poll.box, to=cast.members[key]) for key in story.MOVES}
    for key, (before, _after) in story.MOVES.items():
        said = ballots.Answer([keys[before]], sure=2)
        ballots.vote(poll, answer=said, slip=secrets[key], by=cast.member(key))
    polls.discuss(poll, by=cast.person("frances"))
    polls.open_again(poll, by=cast.person("frances"))
    for key, (_before, after) in story.MOVES.items():
        said = ballots.Answer([keys[after]], sure=3, why=story.WHY.get(key, ""))
        ballots.vote(poll, answer=said, slip=secrets[key], by=cast.member(key))
    polls.close(poll, by=cast.person("frances"))
    polls.show_result(poll, by=cast.person("frances"))
    began = meeting.starts_at + timedelta(minutes=50)
    Poll.objects.filter(pk=poll.pk).update(
        made_at=began, opened_at=began, closed_at=meeting.ends_at, shown_at=meeting.ends_at
    )
    RecordLine.objects.filter(community=cast.community, verb__in=("opened-poll", "closed-poll")).update(
        at=meeting.ends_at
    )


def _ask_statements(cast: Cast) -> None:
    """The vote on many statements that is open until the winter meeting."""
    asked = polls.Asked(
        question=story.STATEMENTS_ASKED,
        kind=PollKind.STATEMENTS,
        options=story.STATEMENTS,
        takes_more=True,
        closes_on=cast.day(-15),
    )
    poll = _opened(cast, asked)
    keys = [str(pk) for pk in poll.options.order_by("position").values_list("pk", flat=True)]
    for key, letters in story.SAID.items():
        said = {option: VOTES[letter] for option, letter in zip(keys, letters, strict=True)}
        ballots.vote(poll, answer=ballots.Answer(said), by=cast.member(key))


def _how_it_was(cast: Cast, title: str, *, answers: dict[str, str], lines: dict[str, str]) -> None:
    """The short questions after a meeting; in the story they were asked without mail."""
    meeting = cast.community.meetings.get(title=title)
    there = [row.membership for row in meeting.attendance.filter(presence__in=HERE) if row.membership]
    poll = Poll.objects.create(
        community=cast.community,
        meeting=meeting,
        box=slips.box_of(meeting, purpose=BoxPurpose.PULSE),
        kind=PollKind.PULSE,
        question="How was it?",
        stage=Stage.OPEN,
        told_apart=pulses.sides(there),
        opened_at=meeting.ends_at,
        made_by=cast.person("frances"),
    )
    for key in [key for key in answers if cast.members[key] in there]:
        value = [int(digit) or None for digit in answers[key]]
        pulse.answer(poll, said=ballots.Answer(value, why=lines.get(key, "")), by=cast.members[key])
    pulse.close(poll, by=cast.person("frances"))
    Poll.objects.filter(pk=poll.pk).update(closed_at=meeting.ends_at + timedelta(days=10))


def _opened(cast: Cast, asked: polls.Asked, *, meeting: Meeting | None = None) -> Poll:
    poll = polls.make(asked, of=cast.community, meeting=meeting, by=cast.person("frances"))
    polls.open(poll, by=cast.person("frances"))
    poll.refresh_from_db()
    return poll


def _speak(cast: Cast, meeting: Meeting, *, turns: dict[str, int]) -> None:
    """Who was there takes turns, one after the other until theirs are used up, spread over the meeting."""
    there = set(meeting.attendance.filter(presence__in=HERE).values_list("membership", flat=True))
    speakers = [key for key in turns if cast.members[key].pk in there]
    order = _in_turn([(key, turns[key]) for key in speakers])
    step = meeting.minutes * 60 / max(1, len(order))
    numbers = {key: number for number, key in enumerate(speakers, start=1)}
    Turn.objects.bulk_create(
        Turn(
            meeting=meeting,
            constituency=cast.members[key].constituency,
            speaker=numbers[key],
            began=round(place * step, 1),
            key=f"demo-{place}",
        )
        for place, key in enumerate(order)
    )


def _in_turn(many: Sequence[tuple[str, int]]) -> list[str]:
    """Whoever has most turns left begins each round."""
    found: list[str] = []
    for round_ in count():
        here = [key for key, turns in many if turns > round_]
        if not here:
            return found
        found += here
    return found
