from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.voice.actions.ballots import LONGEST_LINE, Answer
from mindlines.voice.actions.slips import FEWEST_PAPER, MOST_PAPER
from mindlines.voice.choices import Side
from mindlines.voice.models import Ballot, Poll
from mindlines.voice.queries import slips
from mindlines.voice.queries.pulse import NOT_FOR_ME, STATEMENTS, STEPS


class PulseForm(forms.Form):
    """Six statements and one line. Whatever is left open counts as “does not apply”."""

    def __init__(self, *args: Any, given: Ballot | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        said = (given.before if given else None) or [None] * len(STATEMENTS)
        steps = [*((str(step), words) for step, words in STEPS.items()), (str(NOT_FOR_ME), _("Does not apply"))]
        for number, statement in enumerate(STATEMENTS):
            initial = said[number] if said[number] is not None else (NOT_FOR_ME if given else None)
            self.fields[f"said-{number}"] = forms.TypedChoiceField(
                label=str(statement),
                choices=steps,
                coerce=int,
                empty_value=None,
                required=False,
                initial=str(initial) if initial is not None else "",
                widget=forms.RadioSelect,
            )
        self.fields["why"] = forms.CharField(
            label=_("Anything else, in one line"),
            help_text=_("Only the facilitators read it. Leave out names. It is kept with the result."),
            max_length=LONGEST_LINE,
            required=False,
            initial=given.why if given else "",
        )

    @property
    def rows(self) -> list[Any]:
        """The fields of the six statements."""
        return [self[f"said-{number}"] for number in range(len(STATEMENTS))]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not any(self._said(cleaned)):
            raise forms.ValidationError(_("Choose an answer to at least one sentence."))
        return cleaned

    def answer(self) -> Answer:
        return Answer(self._said(self.cleaned_data), why=self.cleaned_data["why"])

    def _said(self, cleaned: dict[str, Any]) -> list[int | None]:
        return [cleaned.get(f"said-{number}") or None for number in range(len(STATEMENTS))]


class SheetForm(PulseForm):
    """What stands on a sheet of paper: its code, the pile it is from, and the answers."""

    field_order = ("code", "side")

    def __init__(self, *args: Any, poll: Poll, **more: Any) -> None:
        self.poll = poll
        super().__init__(*args, **more)
        self.fields["code"] = forms.CharField(
            label=_("Code on the sheet"),
            help_text=_("Four groups of four letters and numbers, like HKQ7-3MTW-CDFG-9JKN."),
            max_length=60,
            widget=forms.TextInput(
                attrs={"class": "govuk-input--width-20", "autocomplete": "off", "spellcheck": "false"}
            ),
        )
        if poll.told_apart:
            self.fields["side"] = forms.ChoiceField(
                label=_("It says"), choices=[(side.value, side.label) for side in Side], widget=forms.RadioSelect
            )
        self.order_fields(("code", "side"))

    def clean_code(self) -> str:
        secret = slips.tidied(self.cleaned_data["code"])
        if not slips.is_valid(self.poll.box, secret=secret):
            raise forms.ValidationError(_("No sheet has this code. Look at it again, letter by letter."))
        return secret

    def answer(self) -> Answer:
        said = super().answer()
        return Answer(said.value, why=said.why, side=self.cleaned_data.get("side", ""))


class SheetsForm(forms.Form):
    """How many sheets to print; of each pile where the two sides are counted."""

    def __init__(self, *args: Any, poll: Poll, **more: Any) -> None:
        super().__init__(*args, **more)
        piles = [(side.value, side.label) for side in Side] if poll.told_apart else [("all", _("How many sheets"))]
        for name, label in piles:
            self.fields[name] = forms.IntegerField(
                label=label,
                min_value=0,
                max_value=MOST_PAPER,
                initial=10 if len(piles) == 1 else 5,
                widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3"}),
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not FEWEST_PAPER <= sum(cleaned.values()) <= MOST_PAPER:
            raise forms.ValidationError(
                _("Print at least 5 and at most 300 sheets, so that nobody can tell who drew which.")
            )
        return cleaned

    @property
    def piles(self) -> dict[str, int]:
        """How many of which pile."""
        return dict(self.cleaned_data)
