"""What comes in over the wire: of a file that is too large only so much is let through as shows that it is too large.

Its form then says so in words, beside everything else that was typed, and nobody's disk fills up.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from email.message import Message
from typing import Any

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]

# Under this name a request says that more came than this site reads at all.
TOO_LARGE = "mindlines.too_large"
_LONGEST_HEAD = 64 * 1024
_BREAK, _END_OF_HEAD = b"\r\n", b"\r\n\r\n"


class Sieve:
    """A form in parts, as it flows by; of each file in it at most `most` bytes get through."""

    def __init__(self, boundary: bytes, *, most: int) -> None:
        self._mark, self._most = _BREAK + b"--" + boundary, most
        # The first mark stands at the very beginning, without a break of its own.
        self._rest, self._ahead = _BREAK, len(_BREAK)
        self._is_head = False
        self._left: int | None = None

    def let_through(self, piece: bytes) -> bytes:
        """What of the next piece, and of what was held back before it, goes on."""
        self._rest += piece
        passed = bytearray()
        while (found := self._head() if self._is_head else self._body()) is not None:
            passed += found
        return self._without_first_break(bytes(passed + self._surely_body()))

    def last(self) -> bytes:
        """What was held back, once nothing more comes."""
        rest, self._rest = self._rest, b""
        return self._without_first_break(rest if self._is_head else self._counted(rest))

    def _head(self) -> bytes | None:
        end = self._rest.find(_END_OF_HEAD)
        if end < 0 and len(self._rest) < _LONGEST_HEAD:
            return None
        head = self._taken(end + len(_END_OF_HEAD) if end >= 0 else len(self._rest))
        self._is_head, self._left = False, self._most if b"filename" in head.lower() else None
        return head

    def _body(self) -> bytes | None:
        end = self._rest.find(self._mark)
        if end < 0:
            return None
        body = self._counted(self._taken(end))
        self._is_head = True
        return body + self._taken(len(self._mark))

    def _surely_body(self) -> bytes:
        """All but an end that may be the beginning of a mark."""
        sure = len(self._rest) - len(self._mark) + 1
        return b"" if self._is_head or sure <= 0 else self._counted(self._taken(sure))

    def _taken(self, many: int) -> bytes:
        taken, self._rest = self._rest[:many], self._rest[many:]
        return taken

    def _counted(self, body: bytes) -> bytes:
        if self._left is None:
            return body
        body = body[: self._left]
        self._left -= len(body)
        return body

    def _without_first_break(self, passed: bytes) -> bytes:
        cut = min(self._ahead, len(passed))
        self._ahead -= cut
        return passed[cut:]


class Incoming:
    """The body of one request on its way in.

    `of_a_file` bytes of each file are let through, `most` of everything together; after `read` bytes nobody listens any more,
    and the request says `TOO_LARGE`.
    """

    def __init__(self, scope: Scope, receive: Receive, *, of_a_file: int, most: int, read: int) -> None:
        self._scope, self._receive, self._most, self._read = scope, receive, most, read
        boundary = _boundary(scope)
        self._sieve = Sieve(boundary, most=of_a_file) if boundary else None
        self._came = self._passed = 0

    async def receive(self) -> MutableMapping[str, Any]:
        message = await self._receive()
        while self._scope.get(TOO_LARGE) and message["type"] == "http.request":
            # Nobody waits for it any more; it only makes room for the answer.
            message = await self._receive()
        if message["type"] != "http.request":
            return message
        body, more = message.get("body", b""), message.get("more_body", False)
        self._came += len(body)
        if self._sieve is not None:
            body = self._sieve.let_through(body) + (b"" if more else self._sieve.last())
        self._passed += len(body)
        if self._passed > self._most or self._came > self._read:
            self._scope[TOO_LARGE] = True
            return {"type": "http.request", "body": b"", "more_body": False}
        return {"type": "http.request", "body": body, "more_body": more}


def _boundary(scope: Scope) -> bytes:
    """What stands between the parts of a form with files; nothing where no such form comes."""
    message = Message()
    message["content-type"] = dict(scope.get("headers", ())).get(b"content-type", b"").decode("latin-1")
    if message.get_content_type() != "multipart/form-data":
        return b""
    return str(message.get_param("boundary") or "").encode("latin-1", "replace")
