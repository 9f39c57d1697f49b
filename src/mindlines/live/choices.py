from django.db import models
from django.utils.translation import gettext_lazy as _


class RoomPhase(models.TextChoices):
    WAITING = "waiting", _("Not open yet")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


class HandState(models.TextChoices):
    """Where a raised hand is."""

    WAITING = "waiting", _("Waiting to speak")
    SPEAKING = "speaking", _("Speaking now")
    SPOKEN = "spoken", _("Has spoken")
    LOWERED = "lowered", _("Lowered")


class Part(models.TextChoices):
    """The parts of the room's pages that change while people look at them."""

    NOW = "now", _("Where we are")
    POLL = "poll", _("The question at hand")
    NEGOTIATIONS = "negotiations", _("What we negotiate")
    QUESTIONS = "questions", _("Questions and points")
    WORDS = "words", _("Words")
    QUEUE = "queue", _("Who would like to speak")
    VOICES = "voices", _("How the voices are shared")
    GROUPS = "groups", _("Small groups")
    PEOPLE = "people", _("Who is here")


class Audience(models.TextChoices):
    """Who looks at a page of the room; all of one audience are sent the same words."""

    EVERYONE = "everyone", _("Everyone")
    CONSOLE = "console", _("Facilitators and scribes")
    SCREEN = "screen", _("The big screen")


PARTS_OF: dict[str, tuple[str, ...]] = {
    Audience.EVERYONE: (
        Part.NOW,
        Part.POLL,
        Part.NEGOTIATIONS,
        Part.QUESTIONS,
        Part.WORDS,
        Part.QUEUE,
        Part.GROUPS,
    ),
    Audience.CONSOLE: tuple(Part),
    Audience.SCREEN: (Part.NOW, Part.POLL, Part.NEGOTIATIONS, Part.QUESTIONS),
}
