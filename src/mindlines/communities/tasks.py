"""What comes again by itself."""

from mindlines.communities.actions import imports
from mindlines.kernel.work import every


@every(seconds=3600)
def forget_lists() -> None:
    """Member lists that nobody finished do not stay longer than a day and an hour."""
    imports.forget_old()
