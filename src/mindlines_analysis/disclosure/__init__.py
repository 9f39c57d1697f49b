"""Which numbers about few people may be shown, to whom, and how.

Inside a meeting `may_show_inside` and `count_band`; for the pulse `may_compare_pulse`; for what leaves the community `publishable`
for one number and `protect` for a table.
"""

from mindlines_analysis.disclosure.showing import (
    LEAST_ANSWERS,
    LEAST_BEHAVIOUR,
    LEAST_INSIDE,
    LEAST_PULSE,
    CountBand,
    count_band,
    may_compare_pulse,
    may_show_inside,
    publishable,
    rounded,
)
from mindlines_analysis.disclosure.tables import Protected, protect

__all__ = [
    "LEAST_ANSWERS",
    "LEAST_BEHAVIOUR",
    "LEAST_INSIDE",
    "LEAST_PULSE",
    "CountBand",
    "Protected",
    "count_band",
    "may_compare_pulse",
    "may_show_inside",
    "protect",
    "publishable",
    "rounded",
]
