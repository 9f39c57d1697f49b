"""Simple line pictures of our own for easy read, and the words that stand for each."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# The name of the file, and what it is for; in the order in which somebody picks from them.
PICTURES: dict[str, str | Promise] = {
    "person": _("A person"),
    "people": _("People"),
    "group": _("A group that meets"),
    "family": _("A family"),
    "talk": _("Talking"),
    "listen": _("Listening"),
    "question": _("A question"),
    "idea": _("An idea"),
    "yes": _("Yes"),
    "no": _("No"),
    "vote": _("A vote"),
    "help": _("Help"),
    "happy": _("Happy"),
    "sad": _("Sad"),
    "pain": _("Pain"),
    "knee": _("A knee"),
    "hip": _("A hip"),
    "back": _("A back"),
    "exercise": _("Exercise"),
    "walk": _("Walking"),
    "chair": _("A chair"),
    "stairs": _("Stairs"),
    "wheelchair": _("A wheelchair"),
    "sleep": _("Sleep"),
    "food": _("Food"),
    "medicine": _("Medicine"),
    "doctor": _("A doctor"),
    "nurse": _("A nurse"),
    "hospital": _("A hospital"),
    "home": _("Home"),
    "bus": _("A bus"),
    "money": _("Money"),
    "clock": _("A time"),
    "calendar": _("A day"),
    "phone": _("A phone"),
    "letter": _("A letter"),
    "computer": _("A computer"),
    "book": _("A book"),
    "start": _("Start"),
    "stop": _("Stop"),
}


def path(name: str) -> str:
    """Where the picture lies among the static files."""
    return f"knowledge/easy/{name}.svg"


@dataclass(frozen=True)
class Choice:
    """A picture to pick; `drawn` is empty where there is nothing to draw."""

    value: str
    words: str | Promise
    drawn: str
    is_chosen: bool


def choices(chosen: object) -> list[Choice]:
    """No picture, each of ours, and one's own."""
    ours = [Choice(name, words, path(name), chosen == name) for name, words in PICTURES.items()]
    return [
        Choice("", _("No picture"), "", not chosen),
        *ours,
        Choice("own", _("My own picture"), "", chosen == "own"),
    ]
