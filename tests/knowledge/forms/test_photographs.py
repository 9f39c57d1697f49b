"""A picture loses place, time and camera, and stays the way up it was."""

import struct

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings

from mindlines.knowledge.forms.photographs import PhotographField, bare
from mindlines.knowledge.forms.plain import LineForm
from tests import make_plain

SECRET = b"51.5 north"


def exif(turn: int | None, *, little: bool = False, tag: int = 0x0112) -> bytes:
    order = "<" if little else ">"
    head = (b"II" if little else b"MM") + struct.pack(f"{order}HI", 42, 8)
    entries = [] if turn is None else [struct.pack(f"{order}HHIHH", tag, 3, 1, turn, 0)]
    return b"Exif\0\0" + head + struct.pack(f"{order}H", len(entries)) + b"".join(entries) + SECRET


def test_a_png_keeps_what_draws_it():
    given = make_plain.png((b"tEXt", SECRET), (b"eXIf", SECRET), (b"tIME", b"1234567"))
    kept = bare(given)
    assert (kept.content, kept.ending) == (make_plain.png(), "png")


def test_a_jpeg_keeps_what_draws_it():
    given = make_plain.jpeg((0xE0, b"JFIF"), (0xE1, exif(1)), (0xED, SECRET), (0xFE, SECRET), (0xDB, b"table"))
    kept = bare(given)
    assert (kept.content, kept.ending) == (make_plain.jpeg((0xE0, b"JFIF"), (0xDB, b"table")), "jpg")


@pytest.mark.parametrize("little", [True, False])
def test_a_jpeg_stays_the_way_up_it_was(little):
    kept = bare(make_plain.jpeg((0xE0, b"JFIF"), (0xE1, exif(6, little=little)))).content
    assert SECRET not in kept
    assert bare(kept).content == kept and b"Exif" in kept


@pytest.mark.parametrize("part", [exif(None), exif(77), exif(6, tag=0x0110), b"http://ns.adobe.com/xap/1.0/"])
def test_where_the_camera_does_not_say_nothing_is_turned(part):
    assert b"Exif" not in bare(make_plain.jpeg((0xE1, part))).content


BROKEN = {
    "text": b"hello",
    "half a png": make_plain.png()[:-15],
    "a png without an end": make_plain.png().replace(b"IEND", b"tEXt"),
    "half a jpeg": make_plain.jpeg((0xE0, b"JFIF"))[:9],
    "a jpeg with a hole": make_plain.jpeg((0xE0, b"JFIF")).replace(b"\xff\xda", b"\x00\x01"),
    "an exif without a body": make_plain.jpeg((0xE1, b"Exif\0\0MM")),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_what_is_no_picture_is_refused_with_a_sentence(content):
    with pytest.raises(forms.ValidationError, match="PNG or JPEG"):
        PhotographField().clean(SimpleUploadedFile("x.png", content))


def test_a_picture_that_is_too_large_is_refused():
    with override_settings(MINDLINES_UPLOAD_LIMIT=10), pytest.raises(forms.ValidationError, match="Make it smaller"):
        PhotographField().clean(SimpleUploadedFile("x.png", make_plain.png()))


def line(body, **files) -> LineForm:
    return LineForm({"words": "Here.", **body}, files)


def test_an_own_picture_needs_a_file_and_words_for_what_it_shows():
    assert "file" in line({"picture": "own"}).errors
    picture = SimpleUploadedFile("x.png", make_plain.png())
    assert "shows" in line({"picture": "own"}, file=picture).errors


def test_a_file_is_an_own_picture_whatever_was_picked():
    picture = SimpleUploadedFile("x.png", make_plain.png())
    form = line({"picture": "hip", "shows": "The hall"}, file=picture)
    assert form.is_valid()
    assert (form.line().picture, form.line().shows, form.line().own.ending) == ("", "The hall", "png")


def test_a_file_that_is_broken_gets_one_sentence():
    form = line({"picture": "own"}, file=SimpleUploadedFile("x.png", b"hello"))
    assert len(form.errors["file"]) == 1


def test_a_number_of_a_patient_is_asked_about():
    assert not line({"words": "Mr Smith, 943 476 5919, was here."}).is_valid()
