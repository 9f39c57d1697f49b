"""Bands, times and suggestions in words."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from mindlines_analysis.voice import Band

BANDS = {
    Band.FAR_BELOW: gettext_lazy("far below their share"),
    Band.BELOW: gettext_lazy("below their share"),
    Band.ABOUT: gettext_lazy("about their share"),
    Band.ABOVE: gettext_lazy("above their share"),
    Band.FAR_ABOVE: gettext_lazy("far above their share"),
}


def band_words(band: Band) -> str:
    return str(BANDS[band])


def seconds_words(seconds: float | None) -> str:
    """`3 minutes 20 seconds`, or nothing where it is not known."""
    if seconds is None:
        return ""
    minutes, rest = divmod(round(seconds), 60)
    said = [ngettext("%d minute", "%d minutes", minutes) % minutes] if minutes else []
    if rest or not minutes:
        said.append(ngettext("%d second", "%d seconds", rest) % rest)
    return " ".join(said)


def heard_words(heard: int, *, people: int) -> str:
    return _("%(heard)d of %(people)d spoke") % {"heard": heard, "people": people}
