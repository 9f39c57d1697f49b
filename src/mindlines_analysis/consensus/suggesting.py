"""Which rule suits who is there."""

from collections.abc import Collection, Mapping
from typing import Literal, NamedTuple

__all__ = ["Suggestion", "suggest_rule"]

# Below this part of those present, or this number, lay members are few.
FEW_PART, FEW = 1 / 3, 3
# With fewer people than this a share says next to nothing: 4 of 6 lies between 0.30 and 0.90.
FEW_PEOPLE = 7


class Suggestion(NamedTuple):
    """A rule, and why: no lay members, few of them, few people at all, or enough of both."""

    rule: Literal["consent", "gradient"]
    reason: Literal["no_lay", "few_lay", "few_people", "enough"]


def suggest_rule(people: Mapping[str, int], *, lay: Collection[str]) -> Suggestion:
    """Consent where lay members are few, five steps of agreement elsewhere.

    Parameters
    ----------
    people
        How many of each group can vote.
    lay
        Which of the groups are of lay members.

    Returns
    -------
    Suggestion
        Lay members are few when they are fewer than three, or fewer than a third.

    Raises
    ------
    ValueError
        If a number is negative.

    Notes
    -----
    In mixed groups with few women, women spoke less and with less authority under majority rule than where all had to agree
    (Karpowitz, Mendelberg and Shaker 2012, Am Polit Sci Rev 106(3), 533-547). That lay members among professionals fare
    alike, and the borders of three and a third, are our own reading of it.

    Examples
    --------
    >>> suggest_rule({"lay": 2, "clinicians": 9}, lay=["lay"])
    Suggestion(rule='consent', reason='few_lay')
    >>> suggest_rule({"lay": 6, "clinicians": 7}, lay=["lay"]).rule
    'gradient'
    """
    if any(count < 0 for count in people.values()):
        raise ValueError("people: zero or more")
    everybody = sum(people.values())
    present = sum(count for group, count in people.items() if group in lay)
    if not present:
        return Suggestion("consent", "no_lay")
    if present < FEW or present < FEW_PART * everybody:
        return Suggestion("consent", "few_lay")
    return Suggestion("consent", "few_people") if everybody < FEW_PEOPLE else Suggestion("gradient", "enough")
