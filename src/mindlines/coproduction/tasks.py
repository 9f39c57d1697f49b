"""What the workshop does for what is made together."""

from mindlines.coproduction.actions import versions, writing
from mindlines.kernel.work import every


@every(seconds=8)
def read_what_was_written() -> None:
    writing.read_stale()


@every(seconds=30)
def join_what_was_written() -> None:
    writing.join_long()


@every(seconds=1800)
def keep_versions() -> None:
    versions.keep_daily()
