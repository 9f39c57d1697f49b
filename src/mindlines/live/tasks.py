"""What the workshop does for rooms."""

from mindlines.kernel.work import every
from mindlines.live.actions import erasing, passes, room


@every(seconds=60)
def tell_time() -> None:
    room.tell_time()


@every(seconds=6 * 3600)
def forget_hands() -> None:
    erasing.forget_hands()


@every(seconds=6 * 3600)
def forget_passes() -> None:
    passes.forget_passes()
