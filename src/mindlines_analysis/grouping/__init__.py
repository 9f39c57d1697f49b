"""Small groups that mix people well: hard wishes kept, people spread, few meeting twice.

`divide` makes groups, `assess` judges groups that somebody made by hand. Both take people, what should be mixed
(`Spread`, `Separate`, `Distances`), hard wishes (`Apart`, `Together`, `AtLeast`, `AtMost`, `NotAlone`, `Pinned`, rooms and
sizes), and who met whom before (`History`).
"""

from mindlines_analysis.grouping.assessing import assess
from mindlines_analysis.grouping.dividing import divide
from mindlines_analysis.grouping.division import Broken, Conflict, Division, Encounter, Part, Price, Reason
from mindlines_analysis.grouping.mixing import Distances, History, Mix, Separate, Spread
from mindlines_analysis.grouping.people import Participant, Room
from mindlines_analysis.grouping.wishes import Apart, AtLeast, AtMost, NotAlone, Pinned, Roomed, Sized, Together, Wish

__all__ = [
    "Apart",
    "AtLeast",
    "AtMost",
    "Broken",
    "Conflict",
    "Distances",
    "Division",
    "Encounter",
    "History",
    "Mix",
    "NotAlone",
    "Part",
    "Participant",
    "Pinned",
    "Price",
    "Reason",
    "Room",
    "Roomed",
    "Separate",
    "Sized",
    "Spread",
    "Together",
    "Wish",
    "assess",
    "divide",
]
