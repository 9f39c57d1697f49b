"""Turns as JSON, as the QMSum collection of meetings has them."""

import json
from typing import Any

from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.transcripts.found import Found
from mindlines_analysis.readers.transcripts.opening import Page
from mindlines_analysis.voice.speech import Utterance

_TURNS = "meeting_transcripts"


def is_json(page: Page) -> bool:
    """Whether the file is JSON: it begins like it, and not like "[00:00:01] Bo: Hello."."""
    opening = "".join(text.strip() for _, text in page.written[:2])
    return opening.startswith(('{"', "[{", "[]", "{}")) or opening == "{"


def read_turn_list(page: Page) -> Found:
    """Read the turns of a QMSum file.

    Parameters
    ----------
    page
        The lines of the file.

    Returns
    -------
    Found
        Utterances without times. Marks such as "{disfmarker}" stay; the published counts of words have them too.

    Raises
    ------
    Unreadable
        The JSON is damaged, or has no list of turns.

    Notes
    -----
    Zhong et al. 2021, https://doi.org/10.18653/v1/2021.naacl-main.472.

    Examples
    --------
    >>> text = '{"meeting_transcripts": [{"speaker": "Chair", "content": "Good morning ."}]}'
    >>> read_turn_list(Page("a.json", ((1, text),))).utterances
    [Utterance(speaker='Chair', start=None, end=None, text='Good morning .')]
    """
    try:
        whole = json.loads("\n".join(text for _, text in page.lines))
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"“{page.name}” is a damaged JSON file. Choose the file as it was downloaded.") from error
    turns = whole.get(_TURNS) if isinstance(whole, dict) else None
    if not isinstance(turns, list):
        raise Unreadable(f"“{page.name}” is a JSON file without turns of a meeting. Choose the transcript itself.")
    found = Found("QMSum")
    for turn in turns:
        said = _said(turn)
        if said:
            found.utterances.append(said)
        else:
            found.skip((0, str(turn)[:100]), "it has no speaker and words")
    found.notes.append("The file has no times, so nobody’s speaking time is known.")
    return found


def _said(turn: Any) -> Utterance | None:
    if not isinstance(turn, dict):
        return None
    speaker, words = turn.get("speaker"), turn.get("content")
    if not isinstance(speaker, str) or not isinstance(words, str):
        return None
    return Utterance(" ".join(speaker.split()), None, None, " ".join(words.split()))
