"""From a transcript and the list of who was there to one voice for each person."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from mindlines_analysis.voice.equality import Voice
from mindlines_analysis.voice.speech import Utterance, has_text
from mindlines_analysis.voice.turns import Turn, merge_turns


def voices(
    utterances: Iterable[Utterance],
    *,
    present: Mapping[str, str],
    speakers: Mapping[str, str],
    pause: float | None = None,
) -> tuple[Voice, ...]:
    """One voice for everybody who was there: what the transcript holds of them, or silence.

    Parameters
    ----------
    utterances
        All pieces of one recording.
    present
        The group of everybody who was there, by person.
    speakers
        The person behind each shown name. Two names of one person, such as a laptop and a telephone, count as one.
        What names say that are missing here is nobody's: it ends turns of others, and belongs to no group.
    pause
        As in `merge_turns`.

    Returns
    -------
    tuple of Voice
        In the order of `present`. Questions are counted where there is text: as turns that hold a question mark.

    Raises
    ------
    ValueError
        If `speakers` leads to somebody who is not in `present`.

    Examples
    --------
    >>> said = [Utterance("Bo's phone", 3.0, 5.0, "Hello?"), Utterance("Ana R", 5.0, 9.0, "Welcome, Bo.")]
    >>> found = voices(
    ...     said,
    ...     present={"Bo": "lay", "Di": "lay", "Ana": "clinicians"},
    ...     speakers={"Bo's phone": "Bo", "Ana R": "Ana"},
    ... )
    >>> [(voice.person, voice.turns, voice.words, voice.seconds, voice.questions) for voice in found]
    [('Bo', 1, 1, 2.0, 1), ('Di', 0, 0, 0.0, 0), ('Ana', 1, 2, 4.0, 0)]
    """
    strangers = sorted(set(speakers.values()) - present.keys())
    if strangers:
        raise ValueError(f"present: nobody called {strangers[0]}")
    every = tuple(utterances)
    # A shown name may happen to be spelled like another person's key, so each kind gets a mark of its own.
    marked = [replace(each, speaker=_mark(each.speaker, speakers)) for each in every]
    found: dict[str, list[Turn]] = {person: [] for person in present}
    for turn in merge_turns(marked, pause=pause):
        if turn.speaker.startswith(_PERSON):
            found[turn.speaker.removeprefix(_PERSON)].append(turn)
    written = has_text(every)
    return tuple(
        _voice(person, group, found[person], has_words=written or not every) for person, group in present.items()
    )


_PERSON, _NAME = "person:", "name:"


def _mark(shown: str, speakers: Mapping[str, str]) -> str:
    return f"{_PERSON}{speakers[shown]}" if shown in speakers else f"{_NAME}{shown}"


def _voice(person: str, group: str, turns: list[Turn], *, has_words: bool) -> Voice:
    seconds = [turn.seconds for turn in turns if turn.seconds is not None]
    starts = [turn.start for turn in turns if turn.start is not None]
    return Voice(
        person=person,
        group=group,
        turns=len(turns),
        words=sum(turn.words or 0 for turn in turns) if has_words else None,
        seconds=round(sum(seconds, start=0.0), 6) if len(seconds) == len(turns) else None,
        questions=sum(turn.is_question for turn in turns) if has_words else None,
        first=min(starts) if len(starts) == len(turns) and starts else None,
    )
