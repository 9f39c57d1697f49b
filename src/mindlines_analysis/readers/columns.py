"""Which column of a member list holds what."""

import re
from collections.abc import Mapping

from mindlines_analysis.names import plain
from mindlines_analysis.readers.tables import Table

FIELDS = (
    "name",
    "first_name",
    "last_name",
    "email",
    "phone",
    "constituency",
    "organisation",
    "role",
    "address",
    "access_needs",
    "note",
)

# Plain words as `plain` leaves them: no accents, no capitals, no hyphens. The first field that fits a header has it,
# so that "e-mail address" is no postal address and "first name" no name.
_WORDS: tuple[tuple[str, str], ...] = (
    ("email", r"e ?mail|mail|courriel|correo|upn"),
    ("access_needs", r"access( |ibility)|accessib|adjustment|barrieref|besoins|toegankelijk|accesibilidad|needs$"),
    ("phone", r"phone|telephone|tel\b|mobile|telefon|handy|telefono|movil|telefoon|mobiel|portable|contact number"),
    ("first_name", r"(first|given|fore|christian) ?name|vorname|prenom|voornaam|nombre de pila"),
    ("last_name", r"(last|family|sur|second) ?name|nachname|familienname|nom de famille|apellido|achternaam"),
    (
        "constituency",
        (
            r"constituenc|stakeholder|interessengruppe|^(member )?(group|type|category)$|type of member|"
            r"^(gruppe|groupe|grupo|groep|kategorie|categorie|categoria)$|perspective"
        ),
    ),
    (
        "organisation",
        (
            r"organi[sz]a|^org$|employer|company|institution|affiliation|^trust$|^practice$|workplace|place of work|"
            r"einrichtung|^firma$|unternehmen|arbeitgeber|organisme|societe|entreprise|empresa|werkgever|instelling|bedrijf"
        ),
    ),
    ("role", r"^role|job|position|occupation|profession|^funktion$|^rolle$|beruf|fonction|cargo|puesto|functie|^rol$"),
    ("address", r"address|anschrift|adresse|direccion|adres$|^street"),
    ("note", r"^notes?$|comment|remark|bemerkung|anmerkung|remarque|commentaire|^notas?$|observacion|opmerking"),
    (
        "name",
        (
            r"^(full |display |member |contact |participant |person )?names?$|^(participant|member|person|who)$|"
            r"name original name|vollstandiger name|nom complet|nombre completo|nombre y apellido|volledige naam|"
            r"^(nom|nombre|naam|teilnehmer(in)?|mitglied|membre|miembro|lid)$|^name of"
        ),
    ),
)
_BARE = ("name", "nom", "naam", "nombre")
_MAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.\w{2,}")
_PERSON = re.compile(r"[^\W\d_]+([ '’.,-]+[^\W\d_]+){1,4}\.?")


def guess_columns(table: Table) -> dict[str, str]:
    """Guess which column holds what, from its heading and from what stands in it.

    Headings are understood in English, German, French, Spanish and Dutch. Nothing is guessed twice; a column that is
    not understood is left out, and so is a field that no column fits.

    Parameters
    ----------
    table
        A table as `read_table` gives it.

    Returns
    -------
    dict
        From our fields (`FIELDS`) to the table's columns.

    Examples
    --------
    >>> from mindlines_analysis.readers.tables import read_table
    >>> guess_columns(read_table("Name;Vorname;E-Mail\\nLee;Bo;bo@x.org\\n".encode(), name="list.csv"))
    {'email': 'E-Mail', 'first_name': 'Vorname', 'last_name': 'Name'}
    """
    guessed: dict[str, str] = {}
    for column in table.columns:
        field = _field_of(column)
        if field and field not in guessed:
            guessed[field] = column
    _heed_content(table, guessed)
    _settle_names(guessed)
    return {field: guessed[field] for field in sorted(guessed, key=_WORDED.index)}


_WORDED = [field for field, _ in _WORDS]


def _field_of(column: str) -> str:
    heading = plain(re.sub(r"\(\d+\)$", "", column).replace("_", " "))
    return next((field for field, words in _WORDS if re.search(words, heading)), "")


def _heed_content(table: Table, guessed: dict[str, str]) -> None:
    """Addresses show themselves; names do only where no heading says otherwise."""
    free = [column for column in table.columns if column not in guessed.values()]
    if "email" not in guessed or _share(table, guessed["email"], _MAIL) == 0:
        found = max(free, key=lambda column: _share(table, column, _MAIL), default=None)
        if found is not None and _share(table, found, _MAIL) >= 0.5:
            guessed["email"] = found
            free.remove(found)
    if not {"name", "first_name", "last_name"} & set(guessed):
        unnamed = [column for column in free if column.startswith("Column ")]
        found = next((column for column in unnamed if _share(table, column, _PERSON) >= 0.6), None)
        if found is not None:
            guessed["name"] = found


def _share(table: Table, column: str, pattern: re.Pattern[str]) -> float:
    filled = [cell for cell in table.values(column) if cell]
    fitting = sum(bool(pattern.search(cell) if pattern is _MAIL else pattern.fullmatch(cell)) for cell in filled)
    return fitting / len(filled) if filled else 0.0


def _settle_names(guessed: dict[str, str]) -> None:
    """A bare "Name" beside a first name is the surname, and "Nombre" beside the surname is the first name."""
    if "name" not in guessed or plain(guessed["name"]) not in _BARE:
        return
    if "first_name" in guessed and "last_name" not in guessed:
        guessed["last_name"] = guessed.pop("name")
    elif "last_name" in guessed and "first_name" not in guessed:
        guessed["first_name"] = guessed.pop("name")


def check_columns(table: Table, columns: Mapping[str, str]) -> None:
    """Raise `ValueError` in words unless `columns` points from our fields to columns that are there.

    Parameters
    ----------
    table
        The table that is going to be read.
    columns
        From our fields to the table's columns.

    Examples
    --------
    >>> check_columns(Table(("Town",), ()), {"address": "Town"})
    Traceback (most recent call last):
    ...
    ValueError: columns: choose the column that holds the names.
    """
    for field, column in columns.items():
        if field not in FIELDS:
            raise ValueError(f"columns: there is no field “{field}”; the fields are {', '.join(FIELDS)}.")
        if column not in table.columns:
            raise ValueError(f"columns: there is no column “{column}” in the file.")
    if not {"name", "first_name", "last_name"} & set(columns):
        raise ValueError("columns: choose the column that holds the names.")
