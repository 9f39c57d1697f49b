from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _


class FeedbackForm(forms.Form):
    """What a group brings back. `version` and `pen` let the program see whether somebody else wrote in between."""

    words = forms.CharField(
        label=_("What should the others hear?"),
        help_text=_("One of you writes. It saves by itself while you type."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "data-keep": True}),
        validators=[MaxLengthValidator(4000, _("This is too long. Keep what the others need to hear."))],
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    pen = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def clean_words(self) -> str:
        """Browsers send line ends of their own kind; the same text must compare as the same."""
        words: str = self.cleaned_data["words"]
        return words.replace("\r\n", "\n")
