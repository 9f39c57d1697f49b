"""Chats of meetings, as Zoom saves them and as they are pasted from Teams."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindlines_analysis.readers import Unreadable, read_chat
from tests.analysis.samples import document

ZOOM = (
    "00:01:02\tAna Ruiz | Trust:\tWhat is an ICB?\u00a0\r\n"
    '00:01:30\tBo Lee:\tReplying to "What is an ICB?"\n\nThe "board".\n\nOf the area: all of it.\r\n'
    '00:01:31\tChi:\tReacted to "The "board"..." with 👍\r\n'
    '00:01:32\tChi:\tReacted to "The "board"..." with "🎉"\r\n'
    '00:01:40\tChi:\tRemoved a 👍 reaction from "The "board"..."\r\n'
    '00:01:41\tDee:\tRemoved a 🎉 reaction from "The "board"..."\r\n'
    "00:01:50\tmo:\t\r\n"
    "1:02:03\tmo:\tBye: all\r\n"
)


def written(content: str | bytes, *, name: str = "chat.txt"):
    chat = read_chat(content if isinstance(content, bytes) else content.encode(), name=name)
    return [(each.at, each.sender, each.kind, each.text, each.about) for each in chat.messages]


@pytest.mark.parametrize("content", [ZOOM, ZOOM.replace("\r\n", "\n")])
def test_messages_replies_and_reactions_are_told_apart(content):
    assert written(content) == [
        (62.0, "Ana Ruiz | Trust", "message", "What is an ICB?", ""),
        (90.0, "Bo Lee", "reply", 'The "board".\n\nOf the area: all of it.', "What is an ICB?"),
        (92.0, "Chi", "reaction", "🎉", 'The "board"...'),
        (3723.0, "mo", "message", "Bye: all", ""),
    ]
    chat = read_chat(content.encode(), name="chat.txt")
    assert [each.reason for each in chat.skipped] == ["a reaction taken back"] * 2 + ["it has no words"]
    assert chat.notes == ()


def test_older_chats_of_zoom_are_read():
    assert written("00:01:02\t From  Ana Ruiz : Hello: you\n00:01:05\t From Bo Lee to Everyone : Hi\n") == [
        (62.0, "Ana Ruiz", "message", "Hello: you", ""),
        (65.0, "Bo Lee", "message", "Hi", ""),
    ]


def test_chats_saved_on_a_computer_count_from_the_first_message():
    text = (
        "23:59:58 From Ana Ruiz to Everyone:\n\tHello\n"
        '2026-05-14 00:00:02 From Bo Lee to Everyone:\n\tReplying to "Hello"\n\t\n\tHi there\n'
        '00:00:04 From Chi to Hosts and panelists:\n\tReplying to "Hi"\n'
    )
    assert written(text) == [
        (0.0, "Ana Ruiz", "message", "Hello", ""),
        (4.0, "Bo Lee", "reply", "Hi there", "Hello"),
        (6.0, "Chi", "reply", "", "Hi"),
    ]
    assert "clock on the wall" in read_chat(text.encode(), name="chat.txt").notes[0]


def test_private_messages_are_left_out_and_their_words_are_not_kept():
    chat = read_chat(
        b"10:00:00 From Ana to Everyone:\n\tHello\n10:00:01 From Bo to Ana (Direct Message):\n\tsecret one\n"
        b"10:00:02 From Bo to Ana(Privately):\n\tsecret two\n10:00:03 From Bo to Ana Ruiz:\n\tsecret three\n",
        name="chat.txt",
    )
    assert [each.text for each in chat.messages] == ["Hello"]
    assert [(each.line, each.reason, each.text) for each in chat.skipped] == [
        (line, "a private message", "") for line in (3, 5, 7)
    ]


def test_chats_pasted_from_teams_are_read():
    content = document("Spring meeting", "[10:58 AM] Ruiz, Ana\nHello", "all", "[13/05/2026 1:03 PM] Bo Lee: Hi: you")
    chat = read_chat(content, name="chat.docx")
    assert [(each.at, each.sender, each.text) for each in chat.messages] == [
        (0.0, "Ruiz, Ana", "Hello\n\nall"),
        (7500.0, "Bo Lee", "Hi: you"),
    ]
    assert [(each.line, each.text) for each in chat.skipped] == [(None, "Spring meeting")]
    assert written("[10:03] Ana\nHello\n") == [(0.0, "Ana", "message", "Hello", "")]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\x00\x00\x00\x20ftypisom", "a video or sound recording, not a chat"),
        (b"%PDF-1.7", "a PDF document, not a chat"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\nHi.", "Take it in as a transcript"),
        (b"Ana said something.\n", "not a chat we know"),
        (b"a\x00\x01b", "so it is not a chat"),
        (b"00:00:01\tAna:\tHi\n" * 50_001, "more than 50,000 messages"),
        (document(), "document without text"),
    ],
)
def test_what_is_no_chat_is_refused_in_words(content, words):
    with pytest.raises(Unreadable, match=words):
        read_chat(content, name="chat")


@pytest.mark.parametrize(
    "line", ["00:00:02 From " + "x to y " * 30_000, 'Reacted to "' + '" with a' * 20_000, '"\n\n' * 50_000]
)
def test_no_line_keeps_the_reader_busy(line):
    start = time.process_time()
    assert written(f'00:00:01\tAna:\tHi\n{line}\n00:00:09\tBo:\tReplying to "{line}')
    assert time.process_time() - start < 2


@given(st.text(alphabet='01:\t\nFrom to"Replying Reacted with[]()AP', max_size=100))
@settings(max_examples=200, deadline=None)
def test_any_text_that_looks_a_little_like_a_chat_is_read(text):
    assert written(f"00:00:01\tAna:\tHi\n{text}")[0][1] == "Ana"
