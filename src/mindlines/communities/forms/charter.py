"""Writing a new version of the charter, and choosing two versions to compare."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.forms.choosing import some_members
from mindlines.communities.models import CharterVersion, Membership
from mindlines.ui.forms import DayField

WORDS = ("purpose", "people", "practice", "what_changed", "why", "how_agreed", "agreed_on")


class CharterForm(forms.ModelForm[CharterVersion]):
    """The text starts from the version before; what changed and why is asked from the second version on."""

    agreed_on = DayField(label=_("When was it agreed?"))
    based_on = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    class Meta:
        model = CharterVersion
        fields = ("purpose", "people", "practice", "what_changed", "why", "how_agreed")
        widgets = {
            "purpose": forms.Textarea(attrs={"rows": 8, "data-keep": True}),
            "people": forms.Textarea(attrs={"rows": 8, "data-keep": True}),
            "practice": forms.Textarea(attrs={"rows": 8, "data-keep": True}),
            "what_changed": forms.Textarea(attrs={"rows": 3, "data-keep": True}),
            "why": forms.Textarea(attrs={"rows": 3, "data-keep": True}),
        }
        help_texts = {
            "what_changed": _("In a sentence or two, for people who know the version before."),
            "why": _("What happened, or what did people say?"),
            "how_agreed": _("For example: everybody in the room said yes; two members by phone."),
        }
        error_messages = {
            "purpose": {"required": _("Write what the community is here for.")},
            "what_changed": {"required": _("Write what changed since the version before.")},
            "why": {"required": _("Write why it changed.")},
        }

    def __init__(self, data: Any = None, *, before: CharterVersion | None, members: QuerySet[Membership]) -> None:
        number = before.number if before else 0
        text = {name: getattr(before, name) for name in ("purpose", "people", "practice")} if before else {}
        super().__init__(data, initial={**text, "agreed_on": timezone.localdate(), "based_on": number})
        self.fields["what_changed"].required = self.fields["why"].required = before is not None
        if before is None:
            del self.fields["what_changed"], self.fields["why"]
        self.fields["present"] = some_members(
            members, label=_("Who was in the room?"), hint=_("Every member can read this list, now and later.")
        )
        self.order_fields((*(name for name in WORDS if name in self.fields), "present"))
        self.number = number

    def said(self) -> dict[str, Any]:
        """The words of the new version by their names."""
        return {name: self.cleaned_data[name] for name in WORDS if name in self.cleaned_data}

    def start_over_from(self, number: int) -> None:
        """From now on the reader has seen version `number`; what was typed stays."""
        self.data = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict
        self.data["based_on"] = str(number)  # type: ignore[index]  # a copy can be changed


class CompareForm(forms.Form):
    """Two versions."""

    old = forms.TypedChoiceField(label=_("From version"), coerce=int)
    new = forms.TypedChoiceField(label=_("To version"), coerce=int)

    @classmethod
    def of_the_last_two(cls, numbers: list[int]) -> "CompareForm":
        """Ready to compare the current version with the one before."""
        return cls(numbers=numbers, initial=dict(zip(("new", "old"), numbers, strict=False)))

    def __init__(self, *args: Any, numbers: list[int], **more: Any) -> None:
        super().__init__(*args, **more)
        for name in ("old", "new"):
            self.fields[name].choices = [(number, number) for number in numbers]  # type: ignore[attr-defined]  # both are choices
