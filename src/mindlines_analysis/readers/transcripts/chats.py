"""Reading the chat of a meeting: messages, replies and reactions."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.transcripts.chat_lines import Entry, chat_entry
from mindlines_analysis.readers.transcripts.cues import has_cues
from mindlines_analysis.readers.transcripts.found import MAX_UTTERANCES, Skipped, skipped
from mindlines_analysis.readers.transcripts.opening import Page, open_page

ChatKind = Literal["message", "reply", "reaction"]

_REPLY = re.compile(r"Replying to \"(?P<about>.*?)\"\s*?\n\s*\n(?P<text>.*)", re.DOTALL)
_SHORT_REPLY = re.compile(r"Replying to \"(?P<about>.*?)\"[ \t]*(?:\n(?P<text>.*))?", re.DOTALL)
_REACTION = re.compile(r"Reacted to \"(?P<about>.*)\" with \"?(?P<text>[^\"]{1,40})\"?", re.DOTALL)
_TAKEN_BACK = re.compile(r"Removed an? (?P<text>.{1,40}?) reaction from \"(?P<about>.*)\"", re.DOTALL)
_PRIVATE = re.compile(r"\((direct message|privately)\)", re.IGNORECASE)
_EVERYBODY = re.compile(
    r"\b(everyone|everybody|all|hosts?|panelists?|attendees|participants|group|room|rooms)\b", re.IGNORECASE
)
_WALL = 5 * 3600.0
_NIGHT = 12 * 3600.0
_DAY = 24 * 3600.0


@dataclass(frozen=True)
class ChatMessage:
    """Something written, or a reaction to it. `at` counts seconds from the beginning; `about` is what it answers."""

    at: float
    sender: str
    text: str
    kind: ChatKind = "message"
    about: str = ""


@dataclass(frozen=True)
class ChatFile:
    """A chat in the order of the file."""

    messages: tuple[ChatMessage, ...]
    skipped: tuple[Skipped, ...]
    notes: tuple[str, ...]


def read_chat(content: bytes, *, name: str) -> ChatFile:
    """Read the chat of a meeting as Zoom saves it, or as it is pasted from Teams into a text or a Word document.

    Private messages are left out, and their words are not kept. A reaction that was taken back is none.

    Parameters
    ----------
    content
        The bytes of the file.
    name
        What it is called.

    Returns
    -------
    ChatFile
        Messages, replies and reactions. `about` holds the words that a reply or a reaction quotes, often shortened.

    Raises
    ------
    Unreadable
        With a sentence: the file is no chat.

    Examples
    --------
    >>> chat = read_chat(
    ...     b'00:01:02\\tBo Lee:\\tWhat does ICB mean?\\r\\n00:01:30\\tAna:\\tReplying to "What does ICB..."\\n\\nThe board.\\r\\n',
    ...     name="chat.txt",
    ... )
    >>> [(each.at, each.sender, each.kind, each.text, each.about) for each in chat.messages]
    [(62.0, 'Bo Lee', 'message', 'What does ICB mean?', ''), (90.0, 'Ana', 'reply', 'The board.', 'What does ICB...')]
    """
    page = open_page(content, name=name, what="chat")
    if has_cues(page):
        raise Unreadable(f"“{name}” is a transcript of what was said, not a chat. Take it in as a transcript.")
    entries, left = _entries(page)
    if not entries:
        raise Unreadable(f"“{name}” is not a chat we know. Choose the chat that Zoom saved as text.")
    if len(entries) > MAX_UTTERANCES:
        raise Unreadable(f"“{name}” has more than {MAX_UTTERANCES:,} messages. Choose the chat of one meeting.")
    notes = list(page.notes)
    entries = _from_the_beginning(entries, notes)
    messages: list[ChatMessage] = []
    for entry in entries:
        reason = _take(messages, entry)
        if reason:
            private = reason == "a private message"
            left.append(skipped((entry.line, "" if private else " ".join(entry.text)), reason=reason))
    if page.is_document:
        left = [replace(each, line=None) for each in left]
    return ChatFile(tuple(messages), tuple(left), tuple(notes))


def _entries(page: Page) -> tuple[list[Entry], list[Skipped]]:
    entries: list[Entry] = []
    left: list[Skipped] = []
    for number, text in page.lines:
        entry = chat_entry(number, text=text)
        if entry:
            entries.append(entry)
        elif entries:
            entries[-1].text.append(text.strip())
        elif text.strip():
            left.append(skipped((number, text), reason="it stands before the first message"))
    return entries, left


def _from_the_beginning(entries: list[Entry], notes: list[str]) -> list[Entry]:
    """Count from the first message where the file shows the clock on the wall; past midnight the clock goes on."""
    first = entries[0].clock
    wall = first >= _WALL or any(entry.dated for entry in entries)
    if not wall:
        return entries
    notes.append("The times are those of the clock on the wall. We count from the first message.")
    days, before, counted = 0, first, []
    for entry in entries:
        days += before - entry.clock > _NIGHT
        before = entry.clock
        counted.append(replace(entry, clock=entry.clock - first + days * _DAY))
    return counted


def _take(messages: list[ChatMessage], entry: Entry) -> str:
    """Add the message, or say why not."""
    if entry.to and (_PRIVATE.search(entry.to) or not _EVERYBODY.search(entry.to)):
        return "a private message"
    text = "\n".join(entry.text).replace("\xa0", " ").strip()
    if not text:
        return "it has no words"
    taken_back = _TAKEN_BACK.fullmatch(text)
    if taken_back:
        _take_back(messages, sender=entry.sender, text=taken_back["text"])
        return "a reaction taken back"
    messages.append(_message(entry, text))
    return ""


def _message(entry: Entry, text: str) -> ChatMessage:
    reaction = _REACTION.fullmatch(text)
    if reaction:
        return ChatMessage(entry.clock, entry.sender, reaction["text"].strip(), "reaction", reaction["about"])
    reply = _REPLY.fullmatch(text) or _SHORT_REPLY.fullmatch(text)
    if reply:
        return ChatMessage(entry.clock, entry.sender, (reply["text"] or "").strip(), "reply", reply["about"])
    return ChatMessage(entry.clock, entry.sender, text)


def _take_back(messages: list[ChatMessage], *, sender: str, text: str) -> None:
    for place in range(len(messages) - 1, -1, -1):
        each = messages[place]
        if each.kind == "reaction" and (each.sender, each.text) == (sender, text):
            del messages[place]
            return
