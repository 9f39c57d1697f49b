"""Offering roles, handing them over, and writing role cards."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import KnowledgeKind, RoleName
from mindlines.communities.forms.choosing import one_member
from mindlines.communities.models import Membership, RoleCard


class OfferForm(forms.Form):
    """Whom we ask, for what, with which words."""

    name = forms.ChoiceField(
        label=_("Role"),
        choices=[("", _("Choose a role")), *RoleName.choices],
        error_messages={"required": _("Choose a role.")},
    )
    words = forms.CharField(
        label=_("What you would like to say with the offer"),
        help_text=_("For example why you thought of this person, and how long the role is for."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "data-keep": True}),
    )

    field_order = ("member", "name", "words")

    def __init__(self, *args: Any, members: QuerySet[Membership], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["member"] = one_member(
            members, label=_("Whom do you ask?"), missing=_("Choose the member whom you ask.")
        )
        self.order_fields(self.field_order)


class HandOverForm(OfferForm):
    """The same for a role that somebody holds."""

    def __init__(self, *args: Any, members: QuerySet[Membership], **more: Any) -> None:
        super().__init__(*args, members=members, **more)
        del self.fields["name"]


class AnswerForm(forms.Form):
    """Yes or no."""

    answer = forms.ChoiceField(
        choices=[("yes", _("Yes")), ("no", _("No"))], error_messages={"required": _("Choose yes or no.")}
    )

    @property
    def is_yes(self) -> bool:
        return bool(self.cleaned_data["answer"] == "yes")


class CardForm(forms.ModelForm[RoleCard]):
    """What a role card says."""

    knowledge = forms.MultipleChoiceField(
        label=_("Which knowledge do we ask of this seat?"),
        help_text=_("Tick one or more. No kind stands above another."),
        choices=KnowledgeKind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = RoleCard
        fields = ("knowledge", "asked", "not_expected", "time", "pay", "contact", "step_back")
        widgets = {"asked": forms.Textarea(attrs={"rows": 4}), "not_expected": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "asked": _("Short and plain: what does somebody in this seat do?"),
            "not_expected": _("What may people put out of their minds? For example: to speak for all patients."),
            "time": _("For example: four meetings a year, two hours each, and an hour to read."),
            "pay": _("For example: £27.50 an hour, and travel. Write “none” if there is none."),
            "contact": _("A name with a phone number or an address."),
            "step_back": _("For example: tell Ana at any time; you need not say why."),
        }
