"""Who does what after a decision, and when it is looked at again."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Membership
from mindlines.coproduction.actions.decisions.following import Agreed
from mindlines.ui.forms import DayField


class FollowUpForm(forms.Form):
    words = forms.CharField(
        label=_("What is to be done?"), max_length=300, error_messages={"required": _("Write down what is to be done.")}
    )
    owner = forms.ChoiceField(label=_("Who does it?"), required=False)
    due_on = DayField(label=_("By when?"), required=False)

    def __init__(self, data: Any = None, *, members: list[Membership]) -> None:
        super().__init__(data)
        self.members = {str(member.pk): member for member in members}
        field = self.fields["owner"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [("", _("Nobody yet")), *((pk, str(member)) for pk, member in self.members.items())]

    def agreed(self) -> Agreed:
        """The clean answers as one value."""
        cleaned = self.cleaned_data
        return Agreed(cleaned["words"], owner=self.members.get(cleaned["owner"]), due_on=cleaned["due_on"])


class ReviewForm(forms.Form):
    """It still holds: when is it looked at again?"""

    review_on = DayField(label=_("Look at it again on"))
