from django.db import models
from django.utils.translation import gettext_lazy as _


class TextSize(models.TextChoices):
    NORMAL = "normal", _("Normal")
    LARGE = "large", _("Large")
    LARGER = "larger", _("Larger")


class Theme(models.TextChoices):
    AUTO = "auto", _("The same as my device")
    LIGHT = "light", _("Light")
    DARK = "dark", _("Dark")


class Way(models.TextChoices):
    """How a person wishes to be reached."""

    MAIL = "mail", _("E-mail")
    POST = "post", _("A letter by post")
    PHONE = "phone", _("A phone call")


class Need(models.TextChoices):
    """What somebody needs to take part: the need, never the diagnosis."""

    LARGE_PRINT = "large_print", _("Large print (18 point)")
    EASY_READ = "easy_read", _("Easy read")
    PAPER = "paper", _("Papers by post")
    CAPTIONS = "captions", _("Captions on screen")
    BSL = "bsl", _("British Sign Language")
    LOOP = "loop", _("A hearing loop")
    STEP_FREE = "step_free", _("A room without steps")
    BREAKS = "breaks", _("Breaks every 45 minutes")
    PHONE_IN = "phone_in", _("Joining by phone")
    SUPPORTER = "supporter", _("Someone to come with me")
    QUIET = "quiet", _("A quiet space")
    FOOD = "food", _("Food needs")
    INTERPRETER = "interpreter", _("An interpreter")
    OTHER = "other", _("Something else")
