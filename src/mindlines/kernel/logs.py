"""What is written to the log names nobody and opens no door."""

import logging
import re

# A mail address; the row that PostgreSQL quotes when it refuses it; and addresses of pages that are secrets themselves.
_PRIVATE = (
    (re.compile(r"[^\s\"'<>(),;:=]{1,64}@[^\s\"'<>(),;]{1,255}"), "(address)"),
    (re.compile(r"^DETAIL:.*$", re.MULTILINE), "DETAIL: (left out)"),
    (re.compile(r"/(join|reply|calendar|how-was-it)/[^/\s]+"), r"/\1/(secret)"),
)


class Masking(logging.Formatter):
    """Writes a line, and the trouble that led to it, without what is somebody's own."""

    def format(self, record: logging.LogRecord) -> str:
        written = super().format(record)
        for private, instead in _PRIVATE:
            written = private.sub(instead, written)
        return written
