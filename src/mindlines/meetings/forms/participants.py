from collections.abc import Sequence
from typing import Any

from django import forms

from mindlines.meetings.actions.participants import MARKS, Ticks
from mindlines.meetings.queries.participants import Row


class Members(forms.TypedMultipleChoiceField):
    """Ticked members; whoever has left since the page was opened is passed over."""

    def clean(self, value: Any) -> Any:
        return super().clean([one for one in value or [] if self.valid_value(one)])


class PeopleForm(forms.Form):
    """Ticks beside the names on one page; what is not among the names is left alone."""

    def __init__(self, data: Any = None, *, rows: Sequence[Row]) -> None:
        super().__init__(data)
        members = [(str(row.membership.pk), row.membership.name) for row in rows]
        for mark in ("shown", *MARKS):
            self.fields[mark] = Members(choices=members, coerce=int, required=False)

    def ticks(self) -> Ticks:
        return Ticks(**self.cleaned_data)
