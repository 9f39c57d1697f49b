"""What the workshop does for the post."""

from mindlines.kernel.work import every

from . import actions, post_office


@every(seconds=1)
def deliver() -> None:
    post_office.deliver_waiting()


@every(seconds=6 * 3600)
def forget_words() -> None:
    actions.forget_words()
