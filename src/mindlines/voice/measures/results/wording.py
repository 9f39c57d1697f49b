"""Counts of people in words, so that one or two are never told from nobody."""

from django.utils.translation import gettext_lazy as _

from mindlines_analysis.disclosure import CountBand, count_band

BANDS = {
    CountBand.NOBODY: _("two or fewer"),
    CountBand.ONE_OR_TWO: _("two or fewer"),
    CountBand.THREE_TO_FIVE: _("3 to 5"),
    CountBand.SIX_TO_TEN: _("6 to 10"),
    CountBand.ELEVEN_TO_TWENTY: _("11 to 20"),
    CountBand.MORE_THAN_TWENTY: _("more than 20"),
}
# How thick a band is drawn.
SIZES = {
    CountBand.NOBODY: 1,
    CountBand.ONE_OR_TWO: 1,
    CountBand.THREE_TO_FIVE: 2,
    CountBand.SIX_TO_TEN: 3,
    CountBand.ELEVEN_TO_TWENTY: 4,
    CountBand.MORE_THAN_TWENTY: 5,
}


def band_words(count: int) -> str:
    return str(BANDS[count_band(count)])


def band_size(count: int) -> int:
    return SIZES[count_band(count)]
