"""Who may do what, written as sentences over loaded objects."""

from collections.abc import Callable
from typing import Generic, ParamSpec

from django.core.exceptions import PermissionDenied
from django.utils.functional import Promise

P = ParamSpec("P")


class Rule(Generic[P]):
    """A yes-or-no question with the sentence that a person reads when the answer is no."""

    def __init__(self, question: Callable[P, bool], *, otherwise: str | Promise) -> None:
        self._question = question
        self.otherwise = otherwise
        self.__name__ = question.__name__
        self.__doc__ = question.__doc__

    def __call__(self, *subjects: P.args, **named: P.kwargs) -> bool:
        return self._question(*subjects, **named)

    def require(self, *subjects: P.args, **named: P.kwargs) -> None:
        """Raise `PermissionDenied` with the rule's own sentence unless the answer is yes."""
        if not self._question(*subjects, **named):
            raise PermissionDenied(str(self.otherwise))


def rule(*, otherwise: str | Promise) -> Callable[[Callable[P, bool]], Rule[P]]:
    """Turn a question into a `Rule` whose refusal reads as `otherwise`."""

    def make(question: Callable[P, bool]) -> Rule[P]:
        return Rule(question, otherwise=otherwise)

    return make
