"""Whether lines of text are a table, which is no transcript."""

from collections import Counter
from collections.abc import Sequence

_DELIMITERS = {"\t": 1, ";": 2, ",": 2, "|": 2}
_FEWEST = 2
_MOST = 0.9


def is_table(texts: Sequence[str]) -> bool:
    """Whether nearly all lines are divided in the same way.

    Parameters
    ----------
    texts
        Lines that are not blank.

    Returns
    -------
    bool
        Whether they are rows.

    Examples
    --------
    >>> is_table(["name\\tminutes", "Bo\\t3"]), is_table(["Well, I see.", "No, no, no."])
    (True, False)
    """
    if len(texts) < _FEWEST:
        return False
    for delimiter, fewest in _DELIMITERS.items():
        count, times = Counter(text.count(delimiter) for text in texts).most_common(1)[0]
        if count >= fewest and times >= _MOST * len(texts):
            return True
    return False
