from django.db import models
from django.utils.translation import gettext_lazy as _


class StepKind(models.TextChoices):
    """What somebody does in a step."""

    READ = "read", _("Read")
    WATCH = "watch", _("Watch")
    TALK = "talk", _("Talk to somebody")
    TRY = "try", _("Try out")
    TELL = "tell", _("Tell us")


class Inside(models.TextChoices):
    """A page of this community to which a step leads; each value is a route."""

    CARD = "communities:my_card", _("What we ask of you")
    CHARTER = "communities:charter", _("The charter")
    PEOPLE = "communities:members", _("Who is here")
    WORDS = "communities:words", _("The words we use")
    KNOWLEDGE = "knowledge:items", _("What we know")
    MEETINGS = "meetings:list", _("Meetings")
    VOICES = "voice:voices", _("What people said")


class Band(models.TextChoices):
    """How many of a group are ready, so that nobody can be found in it."""

    FEW = "few", _("A few are ready, or nobody yet")
    HALF = "half", _("About half are ready")
    MOST = "most", _("Most or all are ready")
