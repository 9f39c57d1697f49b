"""What a list of knowledge shows, and in which order."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import KnowledgeKind
from mindlines.knowledge.choices import Form
from mindlines.knowledge.queries.items import NEWEST, TITLE, YEAR, Offered, Wanted


class FilterForm(forms.Form):
    """What a list shows; what makes no sense is passed over."""

    q = forms.CharField(label=_("Words in it"), required=False, max_length=200)
    form = forms.ChoiceField(label=_("Form"), required=False, choices=[("", _("Any form")), *Form.choices])
    group = forms.TypedChoiceField(label=_("Whose knowledge"), required=False, coerce=int, empty_value=None)
    priority = forms.TypedChoiceField(label=_("Priority"), required=False, coerce=int, empty_value=None)
    year = forms.TypedChoiceField(label=_("Year"), required=False, coerce=int, empty_value=None)
    order = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[(NEWEST, _("Newest here first")), (YEAR, _("By year")), (TITLE, _("By title"))],
    )
    kind = forms.ChoiceField(required=False, choices=[("", ""), *KnowledgeKind.choices], widget=forms.HiddenInput)

    def __init__(self, *args: Any, offered: Offered, **more: Any) -> None:
        super().__init__(*args, **more)
        choices: dict[str, list[tuple[Any, Any]]] = {
            "group": [("", _("Anybody’s")), *((one.pk, one.name) for one in offered.groups)],
            "priority": [("", _("Any or none")), *((one.pk, one.title) for one in offered.priorities)],
            "year": [("", _("Any year")), *((year, str(year)) for year in offered.years)],
        }
        for name, known in choices.items():
            self.fields[name].choices = known  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        self.is_valid()
        cleaned = {name: value for name, value in self.cleaned_data.items() if value}
        words = cleaned.pop("q", "")
        return Wanted(words=words, **cleaned)

    def is_narrowed(self) -> bool:
        """Whether anything was chosen besides words and kind."""
        wanted = self.wanted()
        return (wanted.form, wanted.group, wanted.priority, wanted.year, wanted.order) != ("", None, None, None, NEWEST)
