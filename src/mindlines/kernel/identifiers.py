"""Codes that people copy by hand, and secrets that only machines copy."""

import secrets
import unicodedata

# No vowels, so that no word arises; no 0/O, 1/I/L, 5/S, 2/Z, 8/B, which people confuse on paper.
CODE_LETTERS = "CDFGHJKMNPQRTVWX34679"


def short_code(*, groups: int = 2, length: int = 4) -> str:
    """A code for paper such as `HKQ7-3MTW`; 21 letters, so two groups of four hold about 35 bits."""
    return "-".join("".join(secrets.choice(CODE_LETTERS) for _ in range(length)) for _ in range(groups))


def tidy_code(typed: str, *, length: int = 4) -> str:
    """What a person typed, in the form in which the code was given out, in groups of `length`."""
    kept = [letter for letter in unicodedata.normalize("NFKC", typed).upper() if letter in CODE_LETTERS]
    return "-".join("".join(kept[start : start + length]) for start in range(0, len(kept), length))


def link_secret() -> str:
    """A secret for a link, 192 bits."""
    return secrets.token_urlsafe(24)


def random_key() -> int:
    """A key that says nothing about when its row was made. Scripts can hold it exactly: it has 53 bits."""
    return secrets.randbelow(2**53 - 1) + 1
