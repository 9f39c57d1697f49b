"""Codes that people copy by hand, secrets that only machines copy, and numbers of patients that belong nowhere here."""

import re
import secrets
import unicodedata

# No vowels, so that no word arises; no 0/O, 1/I/L, 5/S, 2/Z, 8/B, which people confuse on paper.
CODE_LETTERS = "CDFGHJKMNPQRTVWX34679"
_TEN_FIGURES = re.compile(r"(?<![\d.,-])[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}(?![\d]|[.,-]\d)")


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


def nhs_numbers(text: str) -> list[str]:
    """What in a text can be the NHS number of a patient: ten figures whose last one checks the others, by modulus 11."""
    return list(dict.fromkeys(match[0] for match in _TEN_FIGURES.finditer(text) if _checks(match[0])))


def _checks(typed: str) -> bool:
    figures = [int(letter) for letter in typed if letter.isdigit()]
    weighed = sum(weight * figure for weight, figure in zip(range(10, 1, -1), figures, strict=False))
    last = 11 - weighed % 11
    return figures[-1] == (0 if last == 11 else last)
