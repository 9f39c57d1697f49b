"""What the workshop does for decisions, and for what is made together."""

from mindlines.coproduction.actions import versions, writing
from mindlines.coproduction.actions.decisions import closing, dissents, objections, reviews
from mindlines.kernel.work import every


@every(seconds=1800)
def close_decisions() -> None:
    closing.close_due()


@every(seconds=6 * 3600)
def remind_of_reviews() -> None:
    reviews.remind()


@every(seconds=600)
def mix_what_was_said_against() -> None:
    objections.mix_nameless()
    dissents.mix_nameless()


@every(seconds=8)
def read_what_was_written() -> None:
    writing.read_stale()


@every(seconds=30)
def join_what_was_written() -> None:
    writing.join_long()


@every(seconds=1800)
def keep_versions() -> None:
    versions.keep_daily()
