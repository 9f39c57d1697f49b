"""Names before a colon. "So here is the thing: we are late" names nobody, and only the whole file can tell."""

import re
from collections import Counter
from collections.abc import Iterable

_LABEL = re.compile(r"(?P<mark>>>+\s{0,3})?(?P<label>[^:：\n]{1,60}?)\s{0,3}(?:：|:(?=\s|$))\s*(?P<text>.*)", re.DOTALL)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\|.*")
_SENTENCE = re.compile(r"[?!;\"“”„…]|,.*,|\.\s+\S+\s+\S+\s+\S+\s+\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LONGEST = 7
_MOSTLY = 0.6
CERTAIN = 3

# Words that stand in sentences and not in names.
_IN_SENTENCES = """
    a about after again all also an and any are as at because been before being but by can could did do does for from had
    has have he her here here's his how i i'd i'll i'm i've if in into is it it's its just like me more my no not of on
    one only or our she should so some such than that that's the their them then there there's these they they're thing
    things think this those to very was we we'll we're we've were what what's when where which who why with would yes you
    your you're
"""
# Words with which a line begins that says something about the meeting, or something to come.
_FIRST = """
    action actions agenda answer apologies attendees attention background date decision decisions duration example
    examples file first finally important introduction last length location look meeting next note notes ok okay
    participants place please point present question questions reason recording remember result results right second
    secondly similarly subject summary task third time title today topic topics transcript transcription update warning
    well
"""
_SPEECH, _OPENING = frozenset(_IN_SENTENCES.split()), frozenset(_FIRST.split())


def find_labels(lines: Iterable[str]) -> frozenset[str]:
    """Which words before a colon are names of speakers, by the evidence of a whole file.

    Where most lines begin with such words, they are names unless they read like a sentence and are rare. Where few do,
    only those are names that come back, are written in capitals, or stand behind ">>".

    Parameters
    ----------
    lines
        The beginnings of all pieces of a transcript: cues, or paragraphs.

    Returns
    -------
    frozenset of str
        The names.

    Examples
    --------
    >>> sorted(find_labels(["Bo Lee: Hello.", "ana: Hello.", "Here is the thing: we are late.", "Bo Lee: I see."]))
    ['Bo Lee', 'ana']
    >>> find_labels(["I will say this: no.", "It was late.", "We went home.", "Nobody spoke."])
    frozenset()
    """
    every = list(lines)
    matches = [match for match in map(_match, every) if match and could_be_name(match["label"])]
    counts = Counter(clean_name(match["label"]) for match in matches)
    marked = {clean_name(match["label"]) for match in matches if match["mark"]}
    rare = [label for label, times in counts.items() if times < CERTAIN and reads_like_speech(label)]
    share = (len(matches) - sum(counts[label] for label in rare)) / max(1, len(every))
    names = counts.keys() - rare
    if share >= _MOSTLY:
        return frozenset(names)
    sure = {label for label in names if counts[label] > 1 or label in marked or _is_shouted(label)}
    once = {label for label in names if any(counts[label] > 1 for label in sure) and _is_complete(label)}
    return frozenset(sure | once)


def split_label(line: str, *, labels: frozenset[str]) -> tuple[str, str] | None:
    """Cut a line into its speaker and what they say; nothing where it names no speaker.

    Parameters
    ----------
    line
        A line of the transcript.
    labels
        What `find_labels` found in the whole file.

    Returns
    -------
    tuple or None
        Speaker and words.

    Examples
    --------
    >>> split_label(">> ALICE: Here: take it.", labels=frozenset(["ALICE"]))
    ('ALICE', 'Here: take it.')
    >>> split_label("Here: take it.", labels=frozenset(["ALICE"])) is None
    True
    """
    match = _match(line)
    label = clean_name(match["label"]) if match else ""
    return (label, match["text"].strip()) if match and label in labels else None


def clean_name(name: str) -> str:
    """Take marks of emphasis, brackets around it, and blanks from a name.

    Parameters
    ----------
    name
        As the file has it.

    Returns
    -------
    str
        The name.

    Examples
    --------
    >>> clean_name(" **Bo  Lee** "), clean_name("[Ana Ruiz]"), clean_name("Bo (lay)")
    ('Bo Lee', 'Ana Ruiz', 'Bo (lay)')
    """
    bare = " ".join(name.replace("**", "").lstrip("-–•# ").split())
    whole = re.fullmatch(r"\[([^\[\]]+)\]|<([^<>]+)>", bare)
    return (whole[1] or whole[2]).strip() if whole else bare


def _match(line: str) -> re.Match[str] | None:
    return _LABEL.match(line.replace("**", "").strip())


def may_name_speaker(line: str) -> bool:
    """Whether a line begins with what could be a name and a colon."""
    match = _match(line)
    return match is not None and could_be_name(match["label"])


def could_be_name(label: str) -> bool:
    """Whether it is short enough for a name, and has letters and no marks of a sentence."""
    bare = _BRACKETS.sub("", clean_name(label)) or clean_name(label)
    return bool(_WORD.search(label)) and len(bare.split()) <= _LONGEST and not _SENTENCE.search(bare)


def reads_like_speech(label: str) -> bool:
    """Whether it has a word of sentences. "Will Smith" and "So Young" are names: a capital follows."""
    words = [word.replace("’", "'") for word in _WORD.findall(_BRACKETS.sub("", label))]
    if any(word in _SPEECH for word in words):
        return True
    first, following = words[0].casefold() if words else "", words[1:2]
    return first in _OPENING or (first in _SPEECH and not any(word[0].isupper() for word in following))


def _is_shouted(label: str) -> bool:
    letters = "".join(_WORD.findall(label))
    return len(letters) > 1 and letters.isupper()


def _is_complete(label: str) -> bool:
    """Whether it looks like the names of people in full, or like those of machines: "Bo Lee", "Speaker 3", "P3"."""
    words = _WORD.findall(_BRACKETS.sub("", label))
    return label[-1].isdigit() or (len(words) > 1 and all(word[0].isupper() for word in words))
