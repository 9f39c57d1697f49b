"""What people think, together and apart: agreement across groups, opinion groups, who moved, and plain tallies.

`agreement` asks whether every declared group can live with a statement. `opinion_groups` finds groups of people who vote
alike, where there are enough of them. `moved` compares the answers of the same people before and after. `tally` counts a poll.
"""

from mindlines_analysis.opinion.agreeing import GroupAgreement, StatementAgreement, agreement
from mindlines_analysis.opinion.likeminded import OpinionGroups, Place, Telling, opinion_groups
from mindlines_analysis.opinion.moving import Flow, GroupMove, Moved, Pair, Test, moved
from mindlines_analysis.opinion.tallying import Count, Ranked, Tally, tally
from mindlines_analysis.voice.figures import Figure

__all__ = [
    "Count",
    "Figure",
    "Flow",
    "GroupAgreement",
    "GroupMove",
    "Moved",
    "OpinionGroups",
    "Pair",
    "Place",
    "Ranked",
    "StatementAgreement",
    "Tally",
    "Telling",
    "Test",
    "agreement",
    "moved",
    "opinion_groups",
    "tally",
]
