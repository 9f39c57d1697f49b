from collections.abc import Sequence
from typing import Any

from django import forms

from mindlines.meetings.actions.participants import MARKS, Ticks
from mindlines.meetings.queries.participants import Row


class PeopleForm(forms.Form):
    """Ticks beside the names on one page; what is not among the names is left alone."""

    def __init__(self, data: Any = None, *, rows: Sequence[Row]) -> None:
        super().__init__(data)
        members = [(str(row.membership.pk), row.membership.name) for row in rows]
        for mark in ("shown", *MARKS):
            self.fields[mark] = forms.TypedMultipleChoiceField(choices=members, coerce=int, required=False)

    def ticks(self) -> Ticks:
        return Ticks(**self.cleaned_data)
