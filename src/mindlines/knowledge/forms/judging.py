"""The fourteen questions of a negotiation on one page."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from mindlines.knowledge.actions.judging import Judged
from mindlines.knowledge.choices import Question
from mindlines.knowledge.models import Judgement
from mindlines.knowledge.queries.judgements import ABOUT, HIGHEST, LOWEST

DONT_KNOW = 0
STEPS = [*((step, str(step)) for step in range(LOWEST, HIGHEST + 1)), (DONT_KNOW, _("I don’t know"))]
LONGEST_LINE = 300
_GONE = {
    "invalid_choice": _("Choose a number from 1 to 9, or “I don’t know”."),
    "invalid": _("Choose a number from 1 to 9, or “I don’t know”."),
}


class JudgeForm(forms.Form):
    """From 1 to 9 for each question, or “I don’t know”. Whatever is left open can be answered later."""

    def __init__(self, data: Any = None, *, given: Mapping[str, Judgement]) -> None:
        super().__init__(data)
        for question in Question:
            before = given.get(question)
            step = None if before is None else DONT_KNOW if before.value is None else before.value
            self.fields[question.value] = forms.TypedChoiceField(
                label=str(question.label),
                choices=STEPS,
                coerce=int,
                empty_value=None,
                required=False,
                initial=step,
                widget=forms.RadioSelect,
                error_messages=_GONE,
            )
            self.fields[f"{question.value}-why"] = forms.CharField(
                label=_("Why, in one line"),
                required=False,
                max_length=LONGEST_LINE,
                initial=before.why if before else "",
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
            )

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Each question with what it is about, its steps and its line."""
        return [
            {
                "number": number,
                "step": self[question.value],
                "about": ABOUT[question],
                "why": self[f"{question.value}-why"],
                "is_open": self._has_line(self[f"{question.value}-why"]),
            }
            for number, question in enumerate(Question, start=1)
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for question in Question:
            if (
                cleaned.get(f"{question.value}-why")
                and cleaned.get(question.value) is None
                and question not in self.errors
            ):
                self.add_error(question.value, _("You wrote why. Choose a number too, or “I don’t know”."))
        return cleaned

    def judged(self) -> dict[str, Judged]:
        """What was answered; what was left open is not in it."""
        cleaned = self.cleaned_data
        return {
            question.value: Judged(cleaned[question.value] or None, why=cleaned[f"{question.value}-why"])
            for question in Question
            if cleaned[question.value] is not None
        }

    @staticmethod
    def _has_line(field: BoundField) -> bool:
        return bool(field.value() or field.errors)
