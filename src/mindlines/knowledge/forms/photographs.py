"""A picture that somebody brings: PNG or JPEG, without what the camera wrote into it."""

import struct
from typing import Any

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from mindlines.knowledge.actions.easy import Own

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
# Parts of a PNG that draw it. All others may say where, when and by whom.
_DRAWN = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs"}
_SCAN = 0xDA
# JFIF, colours (ICC) and Adobe’s colours; everything else that a program may add, and remarks, go.
_FIRST_APP = 0xE0
_KEPT_APPS = {0xE0, 0xE2, 0xEE}
_EXIF, _REMARK = 0xE1, 0xFE
_TURN = 0x0112


class PhotographField(forms.FileField):
    """Its clean value is an `Own`, free of place, time and camera; which way is up is kept."""

    default_error_messages = {"empty": _("This file is empty. Choose another one.")}

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if not file:
            return None
        most = settings.MINDLINES_UPLOAD_LIMIT
        if (file.size or 0) > most:
            words = _("This picture is larger than %(most)s, which is the most we take. Make it smaller.")
            raise forms.ValidationError(words % {"most": filesizeformat(most)})
        try:
            return bare(file.read())
        except (ValueError, IndexError, struct.error) as problem:
            raise forms.ValidationError(_("We take pictures as PNG or JPEG. Save it as one of these.")) from problem


def bare(content: bytes) -> Own:
    """The picture without place, time and camera. Raises `ValueError` and the like where it is no PNG or JPEG."""
    if content.startswith(_PNG):
        return Own(_bare_png(content), "png")
    if content.startswith(_JPEG):
        return Own(_bare_jpeg(content), "jpg")
    raise ValueError("neither PNG nor JPEG")


def _bare_png(content: bytes) -> bytes:
    kept, place = [_PNG], len(_PNG)
    while place < len(content):
        (length,) = struct.unpack_from(">I", content, place)
        name = content[place + 4 : place + 8]
        if name in _DRAWN:
            kept.append(content[place : place + 12 + length])
        place += 12 + length
        if name == b"IEND":
            return b"".join(kept)
    raise ValueError("the picture has no end")


def _bare_jpeg(content: bytes) -> bytes:
    kept, place, turn = [content[:2]], 2, 1
    while content[place + 1] != _SCAN:
        if content[place] != _JPEG[0]:
            raise ValueError("a part begins in the wrong place")
        kind = content[place + 1]
        (length,) = struct.unpack_from(">H", content, place + 2)
        part = content[place : place + 2 + length]
        if kind == _EXIF:
            turn = _turned(part[4:]) or turn
        if (kind < _FIRST_APP or kind in _KEPT_APPS) and kind != _REMARK:
            kept.append(part)
        place += 2 + length
    return b"".join((*kept[:1], _turn(turn), *kept[1:], content[place:]))


def _turned(exif: bytes) -> int:
    """Which way is up, from 1 to 8; 0 where the camera does not say."""
    if not exif.startswith(b"Exif\0\0"):
        return 0
    tiff = exif[6:]
    order = "<" if tiff[:2] == b"II" else ">"
    (first,) = struct.unpack_from(f"{order}I", tiff, 4)
    (count,) = struct.unpack_from(f"{order}H", tiff, first)
    for entry in range(count):
        tag, _kind, _count, value = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * entry)
        if tag == _TURN:
            return value if value in range(1, 9) else 0
    return 0


def _turn(turn: int) -> bytes:
    """The smallest part that says which way is up; nothing where it is as it lies."""
    if turn == 1:
        return b""
    body = b"Exif\0\0" + struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _TURN, 3, 1, turn, 0, 0)
    return struct.pack(">BBH", 0xFF, _EXIF, len(body) + 2) + body
