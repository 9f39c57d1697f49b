import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.meetings.choices import DivisionOrigin
from mindlines.meetings.models import Division

WAY = re.compile(r"^(group|with)-(\d{1,9})$")


class DivideForm(forms.Form):
    """How to divide, once however often the button is pressed."""

    how = forms.ChoiceField(
        choices=[
            (origin.value, origin.label)
            for origin in (DivisionOrigin.DIVIDED, DivisionOrigin.SHUFFLED, DivisionOrigin.BY_HAND)
        ]
    )
    key = forms.CharField(required=False, max_length=40)


class MoveForm(forms.Form):
    """To which group somebody moves, or with whom they change places."""

    to = forms.CharField(error_messages={"required": _("Choose a group, or somebody to change places with.")})
    version = forms.IntegerField(min_value=0)

    def clean_to(self) -> tuple[str, int]:
        found = WAY.match(self.cleaned_data["to"])
        if found is None:
            raise forms.ValidationError(_("Choose a group, or somebody to change places with."))
        return found[1], int(found[2])

    @property
    def value(self) -> str:
        """The chosen way as the page names it."""
        return "-".join(map(str, self.cleaned_data["to"]))


class VersionForm(forms.Form):
    """The state of a division that somebody looked at."""

    version = forms.IntegerField(min_value=0)


class LockForm(forms.Form):
    """Lock or unlock."""

    locked = forms.TypedChoiceField(choices=[("yes", "yes"), ("no", "no")], coerce=lambda value: value == "yes")


class UndoForm(forms.Form):
    """Which change to take back."""

    change = forms.IntegerField(min_value=1)


class CompareForm(forms.Form):
    """Which two divisions stand side by side; without an answer the newest two."""

    one = forms.ChoiceField(label=_("One"))
    other = forms.ChoiceField(label=_("The other"))

    def __init__(self, data: Any = None, *, divisions: Sequence[Division]) -> None:
        self.divisions = {str(division.pk): division for division in divisions}
        newest = list(self.divisions)[-2:]
        super().__init__(data or dict(zip(("one", "other"), newest, strict=False)))
        for name in ("one", "other"):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
            field.choices = [(pk, str(division)) for pk, division in self.divisions.items()]

    @property
    def pair(self) -> tuple[Division, Division] | None:
        """The two, when there are two."""
        if not self.is_valid() or len(self.divisions) < 2:
            return None
        return self.divisions[self.cleaned_data["one"]], self.divisions[self.cleaned_data["other"]]
