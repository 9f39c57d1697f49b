"""Saying that plain words are clear: for oneself, or for a reader who told it by phone, by post or through somebody."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Membership
from mindlines.knowledge.choices import ReadingOrigin
from mindlines.knowledge.models import PlainVersion
from mindlines.knowledge.queries import plain as queries

# No version has as many digits.
_LARGEST = 10**9


class SignForm(forms.Form):
    """The version that somebody had before their eyes when they pressed a button."""

    version = forms.IntegerField(required=False, min_value=0, max_value=_LARGEST)
    source = forms.IntegerField(required=False, min_value=0, max_value=_LARGEST)

    def number(self, name: str) -> int:
        """The number, or 0 where none came."""
        self.full_clean()
        return self.cleaned_data.get(name) or 0


class SignForForm(forms.Form):
    """Who found it clear and told us in another way than on the page."""

    who = forms.ChoiceField(
        label=_("Who found it clear?"),
        help_text=_(
            "Lay members who did not write these words. The name stands beside the words until the reader takes it back or asks us to erase it."
        ),
        error_messages={"required": _("Choose the lay member who found it clear.")},
    )
    origin = forms.ChoiceField(
        label=_("How did they tell you?"),
        choices=[
            (ReadingOrigin.PHONE, _("By phone")),
            (ReadingOrigin.POST, _("By post")),
            (ReadingOrigin.PROXY, _("Somebody told it for them")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how they told you.")},
    )
    version = forms.IntegerField(min_value=1, max_value=_LARGEST, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, plain: PlainVersion) -> None:
        super().__init__(data, initial={"version": plain.version})
        self.readers = {str(reader.pk): reader for reader in queries.readers(plain)}
        named = [(key, reader.name) for key, reader in self.readers.items()]
        self.fields["who"].choices = [("", _("Choose a name")), *named]  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("origin", "version")} | {"of": self.reader}

    @property
    def reader(self) -> Membership:
        return self.readers[self.cleaned_data["who"]]
