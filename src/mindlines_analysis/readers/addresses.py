"""E-mail addresses as people write them into cells."""

import re

_ADDRESS = re.compile(
    r"(?=.{3,254}$)[^\s@<>,;:\"()\[\]\\]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{0,61}[^\W_]"
)
_BRACKETS = re.compile(r"^(?P<name>[^<>]*)<(?P<mail>[^<>]*)>$")
_BETWEEN = re.compile(r"[;,\s/|]+")
_NONE = frozenset({"-", "--", "–", "—", "?", "x", "n/a", "na", "none", "no", "nil", "tbc", "tba", "unknown", "no email",
                   "keine", "aucun", "ninguno", "geen", "."})  # fmt: skip


def says_nothing(cell: str) -> bool:
    """Tell whether a cell only says that there is nothing.

    Examples
    --------
    >>> says_nothing("n/a"), says_nothing("bo@x.org")
    (True, False)
    """
    return not cell.strip() or cell.strip().casefold() in _NONE


def split_addresses(cell: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Take the addresses out of a cell: "Bo <bo@x.org>", "mailto:bo@x.org", several with commas between.

    Parameters
    ----------
    cell
        The text of the cell.

    Returns
    -------
    tuple
        The name beside the address, the whole addresses, and the pieces that are none. The part behind the @ comes
        in small letters, the part before it as written.

    Examples
    --------
    >>> split_addresses("Bo Lee <Bo.Lee@NHS.UK>")
    ('Bo Lee', ('Bo.Lee@nhs.uk',), ())
    >>> split_addresses("bo@")
    ('', (), ('bo@',))
    """
    if says_nothing(cell):
        return "", (), ()
    found = _BRACKETS.match(cell.strip())
    beside = found["name"].strip(" \"'“”,") if found else ""
    pieces = [_bare(piece) for piece in _BETWEEN.split(found["mail"] if found else cell)]
    pieces = [piece for piece in pieces if piece]
    whole = tuple(dict.fromkeys(_small(piece) for piece in pieces if _ADDRESS.fullmatch(piece) and ".." not in piece))
    broken = tuple(piece for piece in pieces if not _ADDRESS.fullmatch(piece) or ".." in piece)
    return beside, whole, broken


def _bare(piece: str) -> str:
    bare = re.sub(r"^mailto:", "", piece.strip("<>\"'“”‘’"), flags=re.IGNORECASE)
    return bare.partition("?")[0].rstrip(".")


def _small(address: str) -> str:
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.casefold()}"
