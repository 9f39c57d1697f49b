"""Looking for a word, and saying what it means."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Term

MOST_SPELLINGS = 10


class LookForm(forms.Form):
    """What to look for; what makes no sense is passed over."""

    q = forms.CharField(label=_("Which word?"), required=False, max_length=100)
    letter = forms.CharField(required=False, max_length=1)
    show = forms.ChoiceField(required=False, choices=[("hidden", "")])

    def wanted(self) -> dict[str, Any]:
        self.is_valid()
        said = self.cleaned_data
        return {
            "words": said.get("q", ""),
            "letter": said.get("letter", ""),
            "is_hidden": said.get("show", "") == "hidden",
        }


class WordForm(forms.ModelForm[Term]):
    """A word in plain words. Whoever changes one has seen the version in `based_on`."""

    also = forms.CharField(
        label=_("Other ways to write it"),
        help_text=_("Its short form, its long form, more than one of it. Put a comma between them."),
        required=False,
        max_length=500,
    )
    based_on = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    field_order = ("word", "meaning", "also", "example", "source")

    class Meta:
        model = Term
        fields = ("word", "meaning", "example", "source")
        widgets = {"meaning": forms.Textarea(attrs={"rows": 3, "maxlength": 600, "data-keep": True})}
        help_texts = {
            "meaning": _("One or two short sentences, as you would say it to a friend."),
            "example": _("A sentence that uses it."),
            "source": _("Leave it empty if these are your own words."),
        }
        error_messages = {
            "word": {"required": _("Write the word.")},
            "meaning": {"required": _("Write what it means, in plain words.")},
        }

    def __init__(self, data: Any = None, *, term: Term | None = None, word: str = "") -> None:
        initial: dict[str, Any] = {"word": word}
        if term is not None:
            initial = {name: getattr(term, name) for name in ("word", "meaning", "example", "source")}
            initial |= {"also": ", ".join(term.also), "based_on": term.version}
        super().__init__(data, initial=initial)
        self.fields["meaning"].validators.append(MaxLengthValidator(600))
        self.fields["word"].widget.attrs["autocomplete"] = "off"

    def clean_also(self) -> tuple[str, ...]:
        others = dict.fromkeys(" ".join(other.split()) for other in str(self.cleaned_data["also"]).split(","))
        kept = tuple(other for other in others if other)
        if len(kept) > MOST_SPELLINGS or any(len(other) > 100 for other in kept):
            raise forms.ValidationError(_("Write at most ten other ways, each no longer than 100 letters."))
        return kept

    def clean_word(self) -> str:
        return " ".join(str(self.cleaned_data["word"]).split())

    def said(self) -> dict[str, Any]:
        """The words by their names."""
        return {name: self.cleaned_data[name] for name in ("word", "meaning", "also", "example", "source")}

    def start_over_from(self, version: str) -> None:
        """From now on the reader has seen this version; what was typed stays."""
        self.data = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict
        self.data["based_on"] = version  # type: ignore[index]  # a copy can be changed
