"""What comes again by itself."""

from mindlines.kernel.work import every
from mindlines.knowledge.actions import citation_imports


@every(seconds=3600)
def forget_lists() -> None:
    """Lists of citations that nobody finished do not stay longer than a day and an hour."""
    citation_imports.forget_old()
