"""What a facilitator says about a poll, and what members add to it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.kernel.identifiers import link_secret
from mindlines.meetings.models import AgendaItem
from mindlines.ui.forms import DayField, HintedRadios
from mindlines.voice.actions.polls import MOST_OPTIONS, Asked
from mindlines.voice.choices import LISTED, PAIRED, PollKind, Secrecy
from mindlines.voice.models import Poll

KINDS = [(kind.value, kind.label) for kind in PollKind if kind != PollKind.PULSE]
HINTS: dict[str, Any] = {
    PollKind.CHOICE: _("People tick one answer, or several if you allow it."),
    PollKind.SCALE: _("From 1, the least, to 9, the most."),
    PollKind.GRADIENT: _(
        "From “I cannot live with it” to “I agree fully”. Good for finding out whether a proposal holds."
    ),
    PollKind.WORDS: _("Each person gives a few words of their own. You see them before everybody does."),
    PollKind.RANKING: _("People put the whole list in order."),
    PollKind.STATEMENTS: _("People take a side on each statement. Good for finding what all groups can live with."),
}
SECRECY_HINTS: dict[str, Any] = {
    Secrecy.SECRET: _("Not even you or those who run this site can see who gave which answer."),
    Secrecy.NAMED: _("Everyone in the community sees who gave which answer. People are told before they answer."),
}
LONGEST = 300


class PollForm(forms.Form):
    """A question and how it is asked."""

    question = forms.CharField(
        label=_("The question"),
        max_length=300,
        error_messages={"required": _("Write the question that people answer.")},
    )
    words = forms.CharField(
        label=_("What should people know before they answer?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "data-keep": True}),
    )
    kind = forms.ChoiceField(
        label=_("How do people answer?"), choices=KINDS, initial=PollKind.CHOICE, widget=HintedRadios(hints=HINTS)
    )
    options = forms.CharField(
        label=_("The list"),
        help_text=_("What people choose from, put in order, or take a side on. One on each line."),
        max_length=MOST_OPTIONS * LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "data-keep": True}),
    )
    most = forms.IntegerField(
        label=_("How many answers can one person give?"),
        help_text=_("When people choose from a list or give words."),
        min_value=1,
        max_value=9,
        initial=1,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3"}),
    )
    takes_more = forms.BooleanField(
        label=_("Members can add to the list"),
        help_text=_("Without their name. You read what they add before others see it."),
        required=False,
    )
    secrecy = forms.ChoiceField(
        label=_("Who sees the answers?"),
        choices=Secrecy.choices,
        initial=Secrecy.SECRET,
        widget=HintedRadios(hints=SECRECY_HINTS),
    )
    is_paired = forms.BooleanField(
        label=_("Ask the same people before and after the discussion"),
        help_text=_("You see who changed their mind, and nobody sees who. For a list, a number or five steps."),
        required=False,
    )
    asks_sure = forms.BooleanField(label=_("Also ask how sure people are"), required=False)
    item = forms.ChoiceField(label=_("Which item of the agenda is it?"), required=False)
    closes_on = DayField(
        label=_("Open until the end of"),
        help_text=_("Leave it empty if you close it yourself."),
        required=False,
    )
    key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, items: list[AgendaItem], poll: Poll | None = None) -> None:
        super().__init__(data, initial=_said_by(poll) if poll else {"key": link_secret()})
        self.items = {str(item.pk): item for item in items}
        if not items:
            del self.fields["item"]
            return
        field = self.fields["item"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [("", _("None in particular")), *((pk, item.title) for pk, item in self.items.items())]

    def clean_options(self) -> list[str]:
        lines = [" ".join(line.split()) for line in self.cleaned_data["options"].splitlines()]
        found = list(dict.fromkeys(line for line in lines if line))
        if any(len(line) > LONGEST for line in found):
            raise forms.ValidationError(_("Keep each line under 300 letters, so that people can read it at once."))
        if len(found) > MOST_OPTIONS:
            raise forms.ValidationError(_("At most 200 lines, please."))
        return found

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        kind = cleaned.get("kind")
        fewest = 1 if kind == PollKind.STATEMENTS else 2
        if kind in LISTED and "options" in cleaned and len(cleaned["options"]) < fewest:
            self.add_error("options", _("Write the list that people answer from, one on each line."))
        if cleaned.get("is_paired") and kind and kind not in PAIRED:
            self.add_error("is_paired", _("Only a choice, a number or five steps can be asked before and after."))
        return cleaned

    def asked(self) -> Asked:
        """The clean answers as one value."""
        cleaned = {**self.cleaned_data, "item": self.items.get(self.cleaned_data.get("item", ""))}
        return Asked(**{**cleaned, "options": tuple(cleaned["options"])})


class OptionForm(forms.Form):
    """Something that a member adds to the list."""

    words = forms.CharField(
        label=_("What would you like to add?"),
        help_text=_("Nobody can see that it came from you. A facilitator reads it before others do."),
        max_length=LONGEST,
        error_messages={"required": _("Write what you would like to add.")},
    )
    key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"key": link_secret()})

    def clean_words(self) -> str:
        return " ".join(self.cleaned_data["words"].split())


class LineForm(forms.Form):
    """A word or a line that is not to be shown."""

    words = forms.CharField(max_length=LONGEST)


def _said_by(poll: Poll) -> dict[str, Any]:
    return {
        "question": poll.question,
        "words": poll.words,
        "kind": poll.kind,
        "options": "\n".join(option.words for option in poll.options.all()),
        "most": poll.most,
        "takes_more": poll.takes_more,
        "secrecy": poll.secrecy,
        "is_paired": poll.is_paired,
        "asks_sure": poll.asks_sure,
        "item": str(poll.item_id or ""),
        "closes_on": poll.closes_on,
    }
