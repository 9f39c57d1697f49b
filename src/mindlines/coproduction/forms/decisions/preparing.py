"""What a facilitator says about a decision."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.coproduction.actions.decisions.preparing import MOST_PROPOSALS, Prepared
from mindlines.coproduction.choices import Rule
from mindlines.coproduction.queries.decisions.beginnings import Place
from mindlines.kernel.identifiers import link_secret
from mindlines.ui.forms import DayField, HintedRadios
from mindlines.voice.choices import Secrecy
from mindlines.voice.queries.polls import GRADIENT

LONGEST = 300
HINTS: dict[str, Any] = {
    Rule.CONSENT: _(
        "Each person can object, with a reason. Good when few people of one group are there: one is enough."
    ),
    Rule.GRADIENT: _("From “I cannot live with it” to “I agree fully”. Good for one proposal that people know well."),
    Rule.APPROPRIATE: _("Good for judging how well something fits, before and after a talk. It needs 7 people."),
    Rule.DELPHI: _("From 1 to 9, with a share that you fix now. Good for many people who never meet."),
    Rule.RANKING: _("Good for choosing where to start. It does not say that people agree."),
}
SECRECY_HINTS: dict[str, Any] = {
    Secrecy.SECRET: _("Not even you or those who run this site can see who gave which answer."),
    Secrecy.NAMED: _("Everyone in the community sees who gave which answer. People are told before they answer."),
}
LEVELS = [(number, GRADIENT[number]) for number in (3, 4, 5)]
_NUMBER = {"inputmode": "numeric", "class": "govuk-input--width-3"}
_SHARE = {
    "invalid": _("Enter a number from 50 to 100."),
    "min_value": _("Enter a number from 50 to 100."),
    "max_value": _("Enter a number from 50 to 100."),
}
_AGAINST = {
    "invalid": _("Enter a number from 1 to 50."),
    "min_value": _("Enter a number from 1 to 50."),
    "max_value": _("Enter a number from 1 to 50."),
}


class DecisionForm(forms.Form):
    """A question, what is proposed, and the rule by which it is decided."""

    question = forms.CharField(
        label=_("What do we decide?"),
        help_text=_("One question in plain words, such as “How many sessions do we ask for?”"),
        max_length=LONGEST,
        error_messages={"required": _("Write the question that is decided.")},
    )
    proposals = forms.CharField(
        label=_("What is proposed?"),
        help_text=_("One proposal on each line. People answer to each of them."),
        max_length=MOST_PROPOSALS * LONGEST,
        widget=forms.Textarea(attrs={"rows": 4, "data-keep": True}),
        error_messages={"required": _("Write at least one proposal.")},
    )
    words = forms.CharField(
        label=_("What should people know before they vote?"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "data-keep": True}),
    )
    rule = forms.ChoiceField(
        label=_("How do we decide?"),
        help_text=_("It is told to everybody before they vote. Once the vote is open it cannot be changed."),
        choices=Rule.choices,
        initial=Rule.CONSENT,
        widget=HintedRadios(hints=HINTS),
    )
    threshold = forms.IntegerField(
        label=_("How many of a hundred people must agree?"),
        help_text=_("For five steps (75 is usual) and for a share (70 is usual)."),
        min_value=50,
        max_value=100,
        required=False,
        widget=forms.TextInput(attrs=_NUMBER),
        error_messages=_SHARE,
    )
    level = forms.TypedChoiceField(
        label=_("From which step on does somebody agree?"),
        help_text=_("For five steps."),
        choices=LEVELS,
        coerce=int,
        initial=4,
        required=False,
        empty_value=None,
    )
    most_against = forms.IntegerField(
        label=_("Fewer than how many of a hundred may be against?"),
        help_text=_("For a share (15 is usual): people who answer 1, 2 or 3."),
        min_value=1,
        max_value=50,
        required=False,
        widget=forms.TextInput(attrs=_NUMBER),
        error_messages=_AGAINST,
    )
    why_rule = forms.CharField(
        label=_("Why this rule?"),
        help_text=_("One sentence. It stands in the record."),
        max_length=LONGEST,
        required=False,
    )
    is_paired = forms.BooleanField(
        label=_("Vote before and after talking about it"),
        help_text=_("You see how many changed their mind, and nobody sees who. A list is put in order once."),
        initial=True,
        required=False,
    )
    secrecy = forms.ChoiceField(
        label=_("Who sees the votes?"),
        choices=Secrecy.choices,
        initial=Secrecy.SECRET,
        widget=HintedRadios(hints=SECRECY_HINTS),
    )
    place = forms.ChoiceField(label=_("Where do people vote?"), required=False)
    closes_on = DayField(
        label=_("Open until the end of"), help_text=_("Leave it empty if you close the vote yourself."), required=False
    )
    review_on = DayField(
        label=_("Look at it again on"),
        help_text=_("You are reminded on that day. You can say it at closing too."),
        required=False,
    )
    key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, places: Sequence[Place], initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial={"key": link_secret(), **(initial or {})})
        self.places = {place.key: place for place in places}
        field = self.fields["place"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [("", _("On this site, outside meetings")), *((each.key, each.label) for each in places)]

    def clean_question(self) -> str:
        return " ".join(self.cleaned_data["question"].split())

    def clean_proposals(self) -> tuple[str, ...]:
        lines = [" ".join(line.split()) for line in self.cleaned_data["proposals"].splitlines()]
        found = tuple(dict.fromkeys(line for line in lines if line))
        if any(len(line) > LONGEST for line in found):
            raise forms.ValidationError(
                _("Keep each proposal under 300 letters. Details fit into what people should know.")
            )
        if len(found) > MOST_PROPOSALS:
            raise forms.ValidationError(_("At most 12 proposals, please. Make a second decision for the rest."))
        return found

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("rule") == Rule.RANKING and len(cleaned.get("proposals", "xx")) < 2:
            self.add_error("proposals", _("Write at least two proposals to put in order, one on each line."))
        closes, review = cleaned.get("closes_on"), cleaned.get("review_on")
        if isinstance(closes, date) and isinstance(review, date) and review <= closes:
            self.add_error("review_on", _("Choose a day after the vote is closed."))
        return cleaned

    def prepared(self) -> Prepared:
        """The clean answers as one value."""
        cleaned = dict(self.cleaned_data)
        place = self.places.get(cleaned.pop("place"))
        return Prepared(meeting=place.meeting if place else None, item=place.item if place else None, **cleaned)
