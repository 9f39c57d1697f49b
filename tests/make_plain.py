"""Makers of plain versions and lines of easy read."""

import struct
import zlib
from typing import Any

from django.core.files.base import ContentFile

from mindlines.knowledge.choices import PlainForm
from mindlines.knowledge.models import EasyLine, Item, PlainVersion


def plain(of: Item, words: str = "Moving more helps your knee.", **more: Any) -> PlainVersion:
    """The item in plain words; `by` is the person who wrote it."""
    by = more.pop("by", None)
    values = {"title": "Moving helps", "form": PlainForm.PLAIN, "source_version": of.version, "changed_by": by}
    return PlainVersion.objects.create(item=of, words=words, **(values | more))


def easy(of: Item, *lines: str, **more: Any) -> PlainVersion:
    """The item in easy read, with a line for each of `lines`."""
    made = plain(of, "", **({"form": PlainForm.EASY} | more))
    for words in lines:
        line(made, words)
    return made


def line(of: PlainVersion, words: str = "You can bring a friend.", **more: Any) -> EasyLine:
    """A line at the end; `own` are the bytes of a picture that somebody brought."""
    own = more.pop("own", None)
    if own is not None:
        more["file"] = ContentFile(own, name="picture.png")
    return EasyLine.objects.create(plain=of, words=words, position=of.lines.count(), **more)


def png(*more: tuple[bytes, bytes]) -> bytes:
    """One blue dot as PNG, with further parts before its end."""
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0\x20\x60\xc0")),
        *more,
        (b"IEND", b""),
    ]
    packed = (
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def jpeg(*parts: tuple[int, bytes]) -> bytes:
    """The skeleton of a JPEG: its parts, and a scan."""
    packed = (struct.pack(">BBH", 0xFF, kind, len(body) + 2) + body for kind, body in parts)
    return b"\xff\xd8" + b"".join(packed) + b"\xff\xda\x00\x02scan\xff\xd9"
