"""How a reader says no."""


class Unreadable(ValueError):
    """The file cannot be taken. The message is one or two plain sentences: what is wrong, and what to do.

    Examples
    --------
    >>> raise Unreadable("“members.csv” is empty. Choose the file that holds the list.")
    Traceback (most recent call last):
    ...
    mindlines_analysis.readers.refusal.Unreadable: “members.csv” is empty. Choose the file that holds the list.
    """
