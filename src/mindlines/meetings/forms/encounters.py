from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Membership


class PersonForm(forms.Form):
    """One of those who sat in small groups."""

    person = forms.TypedChoiceField(
        label=_("Person"),
        error_messages={
            "required": _("Choose a person."),
            "invalid_choice": _("This person has not been in a small group. Choose another one."),
        },
    )

    def __init__(self, *args: Any, people: Sequence[Membership], **more: Any) -> None:
        super().__init__(*args, **more)
        self._people = {str(one.pk): one for one in people}
        field = self.fields["person"]
        by_name = sorted(people, key=lambda one: one.name.casefold())
        field.choices = [("", _("Choose …")), *((str(one.pk), one.name) for one in by_name)]  # type: ignore[attr-defined]

    def clean_person(self) -> Membership:
        return self._people[self.cleaned_data["person"]]
