"""Who may do what to get ready, and to arrange it."""

from django.utils.translation import gettext_lazy as _

from mindlines.communities.rules import facilitate
from mindlines.communities.rules import take_part as be_active
from mindlines.kernel.rules import rule
from mindlines.preparation.models import CallWish, PathStep, PreparationPath


@rule(otherwise=_("This is still being written. A facilitator can tell you when it is ready."))
def read_step(step: PathStep) -> bool:
    """Shown paths are open to everybody, also those of other groups; what is being written only to facilitators."""
    return step.path.is_shown or facilitate(step.viewer)


@rule(otherwise=_("Only active members can do this. Ask a facilitator if you would like to come back."))
def do_step(step: PathStep) -> bool:
    return read_step(step) and be_active(step.viewer)


@rule(otherwise=_("Only a facilitator can arrange how people get ready."))
def arrange(path: PreparationPath) -> bool:
    return facilitate(path.viewer)


@rule(otherwise=_("Only a facilitator can arrange how people get ready."))
def arrange_step(step: PathStep) -> bool:
    return facilitate(step.viewer)


@rule(otherwise=_("Only a facilitator can say that a call was made."))
def answer_call(wish: CallWish) -> bool:
    return facilitate(wish.viewer)
