"""What comes again by itself."""

from mindlines.kernel.work import every
from mindlines.knowledge.actions import citation_imports, files_left, negotiation_reminding


@every(seconds=3600)
def forget_lists() -> None:
    """Lists of citations that nobody finished do not stay longer than a day and an hour."""
    citation_imports.forget_old()


@every(seconds=3600)
def remind_of_reviews() -> None:
    """What the community wanted to look at again on a day that has come."""
    negotiation_reminding.remind_due()


@every(seconds=6 * 3600)
def forget_files_left() -> None:
    files_left.forget()
