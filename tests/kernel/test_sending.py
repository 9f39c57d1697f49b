"""A file that is too large is let through just so far that its form can say so."""

import pytest

from bench.room.listening import alone
from mindlines.kernel.sending import TOO_LARGE, Incoming, Sieve

BOUNDARY = b"----edge"


def form(*parts: tuple[bytes, bytes]) -> bytes:
    told = [
        b"--" + BOUNDARY + b"\r\nContent-Disposition: form-data; " + head + b"\r\n\r\n" + body for head, body in parts
    ]
    return b"\r\n".join([*told, b"--" + BOUNDARY + b"--\r\n"])


TYPED = (b'name="title"', b"What I typed")
NOTE = (b'name="note"', b"And after it\r\n--not the edge")


def sieved(whole: bytes, *, most: int, step: int) -> bytes:
    sieve = Sieve(BOUNDARY, most=most)
    pieces = [whole[start : start + step] for start in range(0, len(whole), step)]
    return b"".join([sieve.let_through(piece) for piece in pieces] + [sieve.last()])


@pytest.mark.parametrize("step", [1, 7, 64, 10_000])
def test_only_what_is_over_the_limit_of_a_file_falls_however_it_comes_in(step):
    whole = form(TYPED, (b'name="file"; filename="a.pdf"', b"x" * 500), NOTE)
    assert sieved(whole, most=20, step=step) == form(TYPED, (b'name="file"; filename="a.pdf"', b"x" * 20), NOTE)


@pytest.mark.parametrize("step", [1, 9, 10_000])
def test_what_is_small_enough_comes_through_as_it_was(step):
    whole = form((b'name="none"; filename=""', b""), TYPED, (b'name="file"; filename="a"', b"\r\n--\r\n"), NOTE)
    assert sieved(whole, most=20, step=step) == whole


def test_a_form_that_never_ends_and_a_head_without_end_are_passed_on_to_be_refused_elsewhere():
    assert sieved(b"--" + BOUNDARY + b"\r\nContent-", most=20, step=5) == b"--" + BOUNDARY + b"\r\nContent-"
    long = b"--" + BOUNDARY + b"\r\n" + b"h" * 70_000
    assert sieved(long, most=20, step=999) == long


def test_a_file_cut_off_in_the_middle_stays_within_its_limit():
    whole = form((b'name="file"; filename="a"', b"x" * 500))[:-40]
    assert len(sieved(whole, most=20, step=13)) < 120


def received(pieces: list[bytes], *, content_type: bytes = b"", **limits: int) -> tuple[bytes, bool]:
    """What comes through, and whether the request says that it was too much."""
    scope = {"headers": [(b"content-type", content_type)]}
    told = iter([{"type": "http.request", "body": piece, "more_body": True} for piece in pieces])

    async def receive() -> dict[str, object]:
        return next(told, {"type": "http.request", "body": b"", "more_body": False})

    async def read() -> bytes:
        incoming, whole, more = Incoming(scope, receive, **limits), b"", True
        while more:
            message = await incoming.receive()
            whole, more = whole + message["body"], message["more_body"]
        return whole

    return alone(read()), TOO_LARGE in scope


def test_a_form_in_parts_is_sieved_and_anything_else_is_not():
    whole = form(TYPED, (b'name="file"; filename="a"', b"x" * 500))
    limits = {"of_a_file": 20, "most": 1000, "read": 2000}
    told, is_too_large = received([whole], content_type=b"multipart/form-data; boundary=" + BOUNDARY, **limits)
    assert (len(told), is_too_large) == (len(whole) - 480, False)
    assert received([b"a=b"], content_type=b"text/plain", **limits) == (b"a=b", False)


def test_nobody_listens_for_ever():
    limits = {"of_a_file": 20, "most": 100, "read": 2000}
    assert received([b"x" * 60] * 3, **limits) == (b"x" * 60, True)
    head = form((b'name="file"; filename="a"', b"x"))[:-20]
    endless = received(
        [head, *[b"x" * 500] * 9], content_type=b'multipart/form-data; boundary="----edge"', **limits | {"most": 300}
    )
    assert endless[1]


def test_what_comes_after_it_was_too_much_is_not_heard():
    told = iter([{"type": "http.request", "body": b"x" * 9, "more_body": True}] * 5 + [{"type": "http.disconnect"}])

    async def receive() -> dict[str, object]:
        return next(told)

    async def twice() -> list[str]:
        incoming = Incoming({"headers": []}, receive, of_a_file=1, most=10, read=99)
        return [(await incoming.receive())["type"] for _ in range(3)]

    assert alone(twice()) == ["http.request", "http.request", "http.disconnect"]


def test_whoever_hangs_up_is_not_waited_for():
    async def receive() -> dict[str, object]:
        return {"type": "http.disconnect"}

    incoming = Incoming({"headers": []}, receive, of_a_file=1, most=1, read=1)
    assert alone(incoming.receive()) == {"type": "http.disconnect"}
