"""The version that somebody had before their eyes when they pressed a button."""

from django import forms

# No version has as many digits.
_LARGEST = 10**9


class SignForm(forms.Form):
    version = forms.IntegerField(required=False, min_value=0, max_value=_LARGEST)
    source = forms.IntegerField(required=False, min_value=0, max_value=_LARGEST)

    def number(self, name: str) -> int:
        """The number, or 0 where none came."""
        self.full_clean()
        return self.cleaned_data.get(name) or 0
