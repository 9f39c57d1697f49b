"""The headings of attendance reports, in the words of several programs, years and languages."""

import re
from collections.abc import Sequence
from typing import Literal

from mindlines_analysis.names import plain

Shape = Literal["actions", "summary", "sessions", "meeting", ""]

# The first that fits has the heading, so the special words stand before the general ones.
_COLUMNS: tuple[tuple[str, str], ...] = (
    ("email", r"mail|courriel|correo"),
    ("identity", r"upn|participant id|teilnehmer id|id de participant|deelnemer id"),
    ("duration", r"durat|dauer|duree|duracion|duur"),
    ("timestamp", r"timestamp|time stamp|zeitstempel|horodat|marca de (tiempo|hora)|tijdstempel"),
    ("action", r"user action|benutzeraktion|action|accion|actie$"),
    ("joined", (r"\bjoin|beitr|beigetreten|teilnahmebeginn|arrivee|connexion|premiere participation|\bunion|unirse|entrada|"
               r"ingreso|deelname|aangemeld")),
    ("left", r"leave|\bleft\b|exit|verlass|austritt|depart|sortie|deconnexion|abandono|salida|vertrek|verlaten"),
    ("room", r"waiting room|warteraum|salle d attente|sala de espera|wachtruimte"),
    ("guest", r"^guest|^gast|^invite|^invitado"),
    ("role", r"^rol|^funktion"),
    ("first", r"first name|vorname|prenom|voornaam|given name|^nombre de pila"),
    ("last", r"last name|surname|nachname|nom de famille|apellido|achternaam"),
    ("name", r"\bname|vollstandiger name|\bnom\b|\bnombre\b|naam|^participant$|^teilnehmer$|^deelnemer$"),
)  # fmt: skip
_MEETING = r"topic|thema|sujet|tema|onderwerp|meeting id|reunion id|id de (la )?reunion|vergadering id"
_LINES: tuple[tuple[str, str], ...] = (
    ("count", r"participants|teilnehmer|teilgenommen|participantes|asistentes|deelnemers|attended"),
    ("duration", r"durat|dauer|duree|duracion|duur|average|durchschnitt|moyen|promedio|gemiddeld"),
    ("started", r"start|beginn|debut|inicio|comienzo|begin"),
    ("ended", r"\bend|\bfin\b|finalizacion|\beind"),
    ("title", r"title|titel|titre|titulo|topic|thema|tema|subject|sujet|onderwerp"),
)
_LANGUAGES: tuple[tuple[str, str], ...] = (
    ("de", r"dauer|zeit|beitr|vollstandiger|teilnehmer|vorname|benutzer"),
    ("fr", r"duree|heure|prenom|nom complet|reunion\b.*\bde|debut|horodat"),
    ("es", r"duracion|hora\b|nombre|correo|accion"),
    ("nl", r"duur|naam|tijd|deelname|vertrek"),
)
_JOINED = r"join|beigetreten|teilgenommen|rejoint|unio|unido|deelgenomen|toegetreden|neemt deel|entro"
_BEFORE = r"before|vorher|zuvor|davor|bereits|avant|antes|eerder|daarvoor"
_LEFT = r"\bleft|verlass|quitt|parti\b|salio|abandono|verlaten|vertrok"
_YES = {"yes", "ja", "oui", "si", "true", "1"}


def column_of(heading: str) -> str:
    """Name what a column of an attendance report holds; empty where it is none of ours.

    Examples
    --------
    >>> column_of("Name (Original Name)"), column_of("Heure de départ"), column_of("Beitrittszeit")
    ('name', 'left', 'joined')
    """
    return next((field for field, words in _COLUMNS if re.search(words, plain(heading))), "")


def shape_of(cells: Sequence[str]) -> Shape:
    """Tell which kind of block a line is the header of; empty where it is no header.

    Parameters
    ----------
    cells
        One line of the report.

    Returns
    -------
    str
        ``"actions"`` (joined and left as separate rows), ``"summary"`` (first join and last leave), ``"sessions"``
        (a row for each stay, or for each person), ``"meeting"`` (the meeting itself), or nothing.

    Examples
    --------
    >>> shape_of(["Full Name", "User Action", "Timestamp"]), shape_of(["Bo Lee", "Joined", "11/12/2020, 12:27:24"])
    ('actions', '')
    """
    words = [plain(cell) for cell in cells if cell]
    if len(words) < 2 or any(re.search(r"\d{1,2}[:.]\d{2}|@", cell) for cell in cells):
        return ""
    fields = {column_of(cell) for cell in cells if cell}
    if any(re.search(_MEETING, word) for word in words):
        times = sum(line_of(cell) in ("started", "ended") for cell in cells if cell)
        return "meeting" if times or "duration" in fields else ""
    if not fields & {"name", "first", "last"}:
        return ""
    if {"action", "timestamp"} <= fields:
        return "actions"
    if not fields & {"joined", "left", "duration"}:
        return ""
    first = any(re.search(r"\bfirst join|erster beitritt|premier|primera|eerste", word) for word in words)
    return "summary" if first else "sessions"


def line_of(label: str) -> str:
    """Name what a line like "Meeting title" of a report's head tells; empty where it is none of ours.

    Examples
    --------
    >>> line_of("Meeting title"), line_of("Attended participants"), line_of("Hora de inicio")
    ('title', 'count', 'started')
    """
    return next((field for field, words in _LINES if re.search(words, plain(label))), "")


def action_of(words: str) -> str:
    """Tell whether somebody "joined", was there "before", or "left"; empty where the words are unknown.

    Examples
    --------
    >>> action_of("Joined before"), action_of("Beigetreten"), action_of("A quitté")
    ('before', 'joined', 'left')
    """
    bare = plain(words)
    if re.search(_LEFT, bare):
        return "left"
    if re.search(_JOINED, bare):
        return "before" if re.search(_BEFORE, bare) else "joined"
    return ""


def says_yes(words: str) -> bool:
    """Tell whether a cell says yes.

    Examples
    --------
    >>> says_yes("Ja"), says_yes("No")
    (True, False)
    """
    return plain(words) in _YES


def language_of(headings: Sequence[str]) -> str:
    """Name the language of a report by its headings: en, de, fr, es or nl.

    Examples
    --------
    >>> language_of(["Name", "Beitrittszeit", "Dauer"])
    'de'
    """
    text = plain(" ".join(headings))
    return (
        max(_LANGUAGES, key=lambda one: len(re.findall(one[1], text)))[0]
        if any(re.search(words, text) for _, words in _LANGUAGES)
        else "en"
    )
