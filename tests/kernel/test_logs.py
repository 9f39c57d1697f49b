import logging

from mindlines.kernel.logs import Masking


def written(message: str, *, trouble: Exception | None = None) -> str:
    found = (type(trouble), trouble, None) if trouble else None
    return Masking("{message}", style="{").format(
        logging.LogRecord("django.request", logging.ERROR, __file__, 1, message, None, found)
    )


def test_secret_addresses_of_pages_are_not_written_down():
    assert written("Not Found: /join/HKQ7-3MTW/") == "Not Found: /join/(secret)/"
    assert written("Conflict: /reply/WzEsMl0:1abc:x_y/") == "Conflict: /reply/(secret)/"
    assert written("Not Found: /how-was-it/WzEsMl0:1abc:x_y/") == "Not Found: /how-was-it/(secret)/"
    assert written("Not Found: /calendar/abc/meetings.ics") == "Not Found: /calendar/(secret)/meetings.ics"
    assert written("Not Found: /communities/hips/") == "Not Found: /communities/hips/"


def test_what_the_database_quotes_is_left_out():
    refused = ValueError("duplicate key\nDETAIL:  Key (name)=(Bo Berg) already exists.\n")
    said = written("Internal Server Error: /me/", trouble=refused)
    assert "Bo Berg" not in said
    assert "duplicate key" in said


def test_mail_addresses_are_left_out():
    assert written("Sent to <bo@example.org>, done") == "Sent to <(address)>, done"
