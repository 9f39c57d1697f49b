from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import KnowledgeKind
from mindlines.kernel.identifiers import link_secret
from mindlines.knowledge.actions.diagnoses import Begun, Given
from mindlines.knowledge.choices import Confidence, Level, RatingAnswer
from mindlines.knowledge.models import Rating
from mindlines.knowledge.queries.diagnoses import VALUES
from mindlines.knowledge.queries.prompts import Part

# What is sent for an answer: a number, or the word for why there is none.
ANSWERS = [
    *((str(value), words) for value, words in VALUES.items()),
    (RatingAnswer.DONT_KNOW.value, RatingAnswer.DONT_KNOW.label),
    (RatingAnswer.NOT_RELEVANT.value, RatingAnswer.NOT_RELEVANT.label),
]


class BeginForm(forms.Form):
    """Where a statement would be put into practice."""

    setting = forms.CharField(
        label=_("Where would it be done?"),
        max_length=150,
        help_text=_("For example: the hall in Leek."),
        error_messages={"required": _("Write down where it would be done.")},
    )
    level = forms.ChoiceField(
        label=_("What do we look at?"), choices=Level, initial=Level.LOCAL, widget=forms.RadioSelect
    )
    recipients = forms.CharField(
        label=_("Who would do it, and for whom?"), max_length=200, required=False, help_text=_("Groups, not names.")
    )
    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["key"].initial = link_secret()

    def begun(self) -> Begun:
        return Begun(**self.cleaned_data)


class PartForm(forms.Form):
    """One answer to each prompt of a part; what is left open can be answered later."""

    def __init__(self, *args: Any, part: Part, given: Mapping[str, Rating], **more: Any) -> None:
        super().__init__(*args, **more)
        self.part = part
        for prompt in part.prompts:
            self._ask(prompt.key, label=prompt.construct, hint=prompt.words, given=given.get(prompt.key))

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The fields of each prompt: the answer, and what may be added to it."""
        return [
            {
                "answer": self[prompt.key],
                "more": [self[f"{prompt.key}-{name}"] for name in ("confidence", "basis", "words")],
                "has_more": any(self[f"{prompt.key}-{name}"].value() for name in ("confidence", "basis", "words")),
            }
            for prompt in self.part.prompts
        ]

    def given(self) -> dict[str, Given]:
        found = {}
        for prompt in self.part.prompts:
            typed = self.cleaned_data[prompt.key]
            if typed:
                found[prompt.key] = self._given(prompt.key, typed=typed)
        return found

    def _given(self, key: str, *, typed: str) -> Given:
        is_word = typed in RatingAnswer.values
        confidence = self.cleaned_data[f"{key}-confidence"]
        return Given(
            answer=typed if is_word else RatingAnswer.RATED,
            value=None if is_word else int(typed),
            confidence=int(confidence) if confidence else None,
            basis=self.cleaned_data[f"{key}-basis"],
            words=self.cleaned_data[f"{key}-words"],
        )

    def _ask(self, key: str, *, label: Any, hint: Any, given: Rating | None) -> None:
        initial = "" if given is None else (given.answer if given.value is None else str(given.value))
        self.fields[key] = forms.ChoiceField(
            label=label, help_text=hint, choices=ANSWERS, required=False, initial=initial, widget=forms.RadioSelect
        )
        self.fields[f"{key}-confidence"] = forms.ChoiceField(
            label=_("How sure are you?"),
            choices=[("", _("Choose")), *Confidence.choices],
            required=False,
            initial=given.confidence if given else "",
        )
        self.fields[f"{key}-basis"] = forms.ChoiceField(
            label=_("What do you know it from?"),
            choices=[("", _("Choose")), *KnowledgeKind.choices],
            required=False,
            initial=given.basis if given else "",
        )
        self.fields[f"{key}-words"] = forms.CharField(
            label=_("In your words"),
            max_length=500,
            required=False,
            initial=given.words if given else "",
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text=_("Everybody can read this later, without your name. Nothing about single people, please."),
        )
