from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Membership


class PassesForm(forms.Form):
    """For whom a paper with a code of their own is printed."""

    members = forms.TypedMultipleChoiceField(
        label=_("Who needs a paper?"),
        help_text=_("Ticked are those who said yes, have no e-mail address and no paper yet."),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose at least one member."),
            "invalid_choice": _("Somebody in this list can have no paper any more. Look at the list again."),
        },
    )
    large = forms.BooleanField(label=_("In large print"), required=False)

    def __init__(self, data: Any = None, *, members: Sequence[Any]) -> None:
        self.people: dict[int, Membership] = {member.pk: member for member in members}
        without = [pk for pk, member in self.people.items() if needs_one(member)]
        super().__init__(data, initial={"members": without})
        field: Any = self.fields["members"]
        field.choices = [(pk, _words(member)) for pk, member in self.people.items()]

    @property
    def chosen(self) -> list[Membership]:
        return [self.people[pk] for pk in self.cleaned_data["members"]]


def needs_one(member: Any) -> bool:
    return bool(member.said_yes and not member.person.email and not member.has_pass)


def _words(member: Any) -> str:
    words = f"{member.name} · {member.constituency.name}"
    return _("%(member)s (has a paper; a new one takes its place)") % {"member": words} if member.has_pass else words
