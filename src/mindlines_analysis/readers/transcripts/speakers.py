"""Who says what in a file of cues: voice tags, names before a colon, names on a line of their own."""

import re
from collections.abc import Sequence
from itertools import accumulate

from mindlines_analysis.readers.transcripts.cues import Cue, cut_cues
from mindlines_analysis.readers.transcripts.found import Found
from mindlines_analysis.readers.transcripts.labels import find_labels, split_label
from mindlines_analysis.readers.transcripts.markup import plain, voices
from mindlines_analysis.readers.transcripts.opening import Page
from mindlines_analysis.readers.transcripts.rolling import unroll
from mindlines_analysis.voice.speech import Utterance

_SOUND = re.compile(r"[♪♫#\s]*(\[[^\[\]]*\]|\([^()]*\)|[♪♫][^♪♫]*)[♪♫#\s.]*")
_CHANGE = ">>"

Said = list[tuple[str, str]]


def read_cues(page: Page) -> Found:
    """Read a file of cues.

    Where a cue has several speakers, its time is divided among them by their words, because the file does not say more.
    A ">>" marks that somebody else speaks, so that cues without it go on with the one who spoke; without such marks
    nobody is named for a cue that names nobody.

    Parameters
    ----------
    page
        The lines of the file.

    Returns
    -------
    Found
        The utterances, and what was skipped.

    Examples
    --------
    >>> said = ["WEBVTT", "", "00:01.000 --> 00:03.000", "<v Bo>Can you</v><v Ana>Yes I can.</v>"]
    >>> [(each.speaker, each.start, each.end) for each in read_cues(Page("a", tuple(enumerate(said)))).utterances]
    [('Bo', 1.0, 1.8), ('Ana', 1.8, 3.0)]
    """
    found, cues = cut_cues(page)
    cues, rolls = unroll(cues)
    if rolls:
        found.notes.append("The captions roll: each repeats the line before. Repeated lines were taken out.")
    shared = 0
    for cue, said in zip(cues, _all_said(found, cues), strict=True):
        if not said:
            found.skip((cue.line[0], " ".join(cue.text) or cue.line[1]), _why_silent(cue))
        shared += len(said) > 1
        found.utterances += _timed(cue, said)
    if shared:
        found.notes.append(_how_shared(shared))
    return found


def _all_said(found: Found, cues: Sequence[Cue]) -> list[Said]:
    if found.format == "Teams":
        return _first_lines(cues)
    texts = [[words for words in map(plain, cue.text) if words] for cue in cues]
    tagged = [voices(cue.text) for cue in cues]
    if any(tagged):
        return [said if said is not None else _unnamed(text) for said, text in zip(tagged, texts, strict=True)]
    labels = find_labels(text[0] for text in texts if text)
    changes = any(text and text[0].startswith(_CHANGE) for text in texts)
    every: list[Said] = []
    for text in texts:
        before = every[-1][-1][0] if changes and every and every[-1] else ""
        every.append(_labelled(text, labels=labels, before=before))
    return every


def _first_lines(cues: Sequence[Cue]) -> list[Said]:
    """In a Word document of Teams a name stands above the words, unless names were left out when it was saved."""
    named = 2 * sum(len(cue.text) > 1 for cue in cues) > len(cues)
    every: list[Said] = []
    for cue in cues:
        text = [plain(line) for line in cue.text]
        every.append([(text[0], " ".join(text[1:]))] if named and len(text) > 1 else _unnamed(text))
    return every


def _unnamed(text: Sequence[str]) -> Said:
    words = " ".join(text)
    return [("", words)] if words and not _SOUND.fullmatch(words) else []


def _labelled(text: Sequence[str], *, labels: frozenset[str], before: str) -> Said:
    said: Said = []
    for line in text:
        cut = split_label(line, labels=labels)
        if cut is not None:
            said.append(cut)
        elif line.startswith(_CHANGE):
            said += _unnamed([line.removeprefix(_CHANGE).strip()])
        elif said:
            said[-1] = (said[-1][0], f"{said[-1][1]} {line}".strip())
        else:
            said += [(before, words) for _, words in _unnamed([line])]
    return said


def _why_silent(cue: Cue) -> str:
    return "a sound, not speech" if cue.text else "it has no words"


def _timed(cue: Cue, said: Said) -> list[Utterance]:
    weights = [max(1, len(words.split())) for _, words in said]
    ends = [cue.start + (cue.end - cue.start) * part / sum(weights) for part in accumulate(weights)]
    ends[-1:] = [cue.end] * bool(ends)
    starts = [cue.start, *ends]
    return [
        Utterance(speaker, round(start, 6), round(end, 6), words)
        for (speaker, words), start, end in zip(said, starts, ends, strict=False)
    ]


def _how_shared(count: int) -> str:
    what = "One piece has" if count == 1 else f"{count} pieces have"
    return f"{what} several speakers. The time was divided among them by their words."
