"""What pages and server say to each other while a text is written: the messages of y-protocols, and two of our own."""

import json
from typing import Any

from pycrdt import Decoder, Encoder, write_message

SYNC, PRESENCE = 0, 1
ASK, ANSWER, CHANGE = 0, 1, 2
# Ours: the server has kept so many messages of this page; and: the line still stands.
KEPT, BEAT = 8, 9
MOST_PRESENCE = 4_000


class Malformed(ValueError):
    """This is no message of our pages."""


def asked(state: bytes) -> bytes:
    return bytes([SYNC, ASK]) + write_message(state)


def answered(content: bytes) -> bytes:
    return bytes([SYNC, ANSWER]) + write_message(content)


def changed(content: bytes) -> bytes:
    return bytes([SYNC, CHANGE]) + write_message(content)


def kept(times: int) -> bytes:
    encoder = Encoder()
    encoder.write_var_uint(KEPT)
    encoder.write_var_uint(times)
    return bytes(encoder.to_bytes())


def beat() -> bytes:
    return bytes([BEAT])


def part_of(message: bytes) -> bytes:
    """What a message carries behind its two kinds."""
    try:
        content = Decoder(message[2:]).read_message()
    except (IndexError, ValueError) as trouble:
        raise Malformed from trouble
    if content is None:
        raise Malformed
    return bytes(content)


def presence(client: int, *, clock: int, state: dict[str, Any] | None) -> bytes:
    """Where somebody writes; without a state they are gone."""
    encoder = Encoder()
    encoder.write_var_uint(1)
    encoder.write_var_uint(client)
    encoder.write_var_uint(clock)
    encoder.write_var_string(json.dumps(state))
    return bytes([PRESENCE]) + write_message(encoder.to_bytes())


def presence_in(message: bytes) -> tuple[int, int, dict[str, Any] | None]:
    """Whose presence a page tells, its count, and what it says."""
    if len(message) > MOST_PRESENCE:
        raise Malformed
    try:
        decoder = Decoder(Decoder(message[1:]).read_message() or b"")
        if decoder.read_var_uint() != 1:
            raise Malformed
        client, clock = decoder.read_var_uint(), decoder.read_var_uint()
        state = json.loads(decoder.read_var_string())
    except (IndexError, ValueError, RecursionError) as trouble:
        raise Malformed from trouble
    if not (state is None or isinstance(state, dict)) or max(client, clock) >= 2**53:
        raise Malformed
    return client, clock, state
