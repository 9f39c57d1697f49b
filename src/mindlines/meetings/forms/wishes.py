from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Constituency
from mindlines.meetings.choices import WishKind
from mindlines.meetings.models import Participant


class StandardForm(forms.Form):
    """A wish that every round can have."""

    kind = forms.ChoiceField()

    def __init__(self, data: Any = None, *, offers: Sequence[tuple[str, str]]) -> None:
        super().__init__(data)
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = list(offers)


class PeopleWishForm(forms.Form):
    """Some people together, or apart."""

    prefix = "people"
    kind = forms.ChoiceField(
        label=_("These people"),
        choices=((WishKind.APART, _("are not in one group")), (WishKind.TOGETHER, _("are in one group"))),
        initial=WishKind.APART,
        widget=forms.RadioSelect,
    )
    people = forms.TypedMultipleChoiceField(
        label=_("Who?"),
        help_text=_(
            "Choose two or more. Only facilitators can read such a wish. It is erased 30 days after the meeting."
        ),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least two people.")},
    )

    def __init__(self, data: Any = None, *, there: Sequence[Participant]) -> None:
        super().__init__(data)
        self.there = {one.pk: one for one in there}
        field = self.fields["people"]
        assert isinstance(field, forms.TypedMultipleChoiceField)  # noqa: S101 - for the type checker
        field.choices = [(one.pk, f"{one.name} ({one.membership.constituency})") for one in there]

    def clean_people(self) -> list[Participant]:
        chosen = [self.there[pk] for pk in self.cleaned_data["people"]]
        if len(chosen) < 2:
            raise forms.ValidationError(_("Choose at least two people."))
        return chosen


class NumberWishForm(forms.Form):
    """At least or at most so many of a constituency in each group."""

    prefix = "number"
    kind = forms.ChoiceField(
        label=_("In each group"),
        choices=(
            (WishKind.AT_LEAST, _("at least")),
            (WishKind.AT_MOST, _("at most")),
            (WishKind.NOT_ALONE, _("none, or at least")),
        ),
    )
    count = forms.IntegerField(
        label=_("How many"),
        min_value=1,
        max_value=50,
        initial=2,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3"}),
        error_messages={
            "required": _("Enter a number, like 2."),
            "invalid": _("Enter a number, like 2."),
            "min_value": _("Enter a number from 1 to 50."),
            "max_value": _("Enter a number from 1 to 50."),
        },
    )
    group = forms.ChoiceField(label=_("of"))

    def __init__(self, data: Any = None, *, constituencies: Sequence[Constituency]) -> None:
        super().__init__(data)
        self.constituencies = {str(one.pk): one for one in constituencies}
        field = self.fields["group"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [(pk, one.name) for pk, one in self.constituencies.items()]

    def clean_group(self) -> Constituency:
        return self.constituencies[self.cleaned_data["group"]]
