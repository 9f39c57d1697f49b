from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _


class MinutesForm(forms.Form):
    words = forms.CharField(
        label=_("Minutes"),
        help_text=_(
            "A line that begins with # is a heading, one with - a point of a list. **Two stars** make words bold."
        ),
        widget=forms.Textarea(attrs={"rows": 25, "data-keep": True}),
        error_messages={"required": _("The minutes are empty. Write at least one sentence.")},
        validators=[MaxLengthValidator(100_000, _("These minutes are too long. Cut them to what people need."))],
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def clean_words(self) -> str:
        """Browsers send line ends of their own kind; the same text must compare as the same."""
        words: str = self.cleaned_data["words"]
        return words.replace("\r\n", "\n")


class CorrectionForm(forms.Form):
    words = forms.CharField(
        label=_("What should change?"),
        max_length=2000,
        help_text=_("Say what is written and what should be there instead. Kept with the minutes until you leave."),
        widget=forms.Textarea(attrs={"rows": 4, "data-keep": True}),
        error_messages={"required": _("Write what should change.")},
    )


class AnswerForm(forms.Form):
    words = forms.CharField(
        label=_("Your answer"),
        max_length=1000,
        help_text=_("The member is told. If you change the minutes, do that first."),
        widget=forms.Textarea(attrs={"rows": 3, "data-keep": True}),
        error_messages={"required": _("Write a short answer, such as “Changed, thank you”.")},
    )
