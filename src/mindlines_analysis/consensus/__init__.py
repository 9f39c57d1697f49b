"""When a community has agreed: rules that are fixed before anybody votes.

`ram` and `count_rule` tell whether people who gave numbers from 1 to 9 agree. `consent`, `gradient`, `appropriate` and `share`
are rules of decision, in each of which a group that is mostly against stops a majority. `ranking` puts things in order and
calls a tie a tie. `wilson` says how little a share of few people tells. `suggest_rule` says which rule suits who is there.
"""

from mindlines_analysis.consensus.deciding import GroupShare, Outcome, appropriate, consent, gradient, share
from mindlines_analysis.consensus.intervals import Wilson, wilson
from mindlines_analysis.consensus.judging import CountRule, Ram, count_rule, ram
from mindlines_analysis.consensus.ordering import Ranking, ranking
from mindlines_analysis.consensus.suggesting import Suggestion, suggest_rule
from mindlines_analysis.voice.figures import Figure

__all__ = [
    "CountRule",
    "Figure",
    "GroupShare",
    "Outcome",
    "Ram",
    "Ranking",
    "Suggestion",
    "Wilson",
    "appropriate",
    "consent",
    "count_rule",
    "gradient",
    "ram",
    "ranking",
    "share",
    "suggest_rule",
    "wilson",
]
