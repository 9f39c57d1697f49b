"""What the workshop does for what people say."""

from mindlines.kernel.work import every
from mindlines.voice.actions import among, closing, findable, polls, transcripts, turns


@every(seconds=3600)
def make_nameless_findable() -> None:
    findable.catch_up()


@every(seconds=600)
def mix_what_has_no_name() -> None:
    among.mix_fresh()


@every(seconds=600)
def mix_ballots() -> None:
    closing.mix_in_use()


@every(seconds=1800)
def close_polls() -> None:
    polls.close_due()


@every(seconds=3600)
def forget_old_transcripts() -> None:
    transcripts.forget_old()


@every(seconds=6 * 3600)
def take_names_out() -> None:
    turns.take_names_out()
