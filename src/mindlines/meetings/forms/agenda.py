from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import KnowledgeKind
from mindlines.communities.models import Community, Membership
from mindlines.kernel.identifiers import link_secret
from mindlines.meetings.actions.agenda import Words
from mindlines.meetings.choices import ItemKind
from mindlines.meetings.models import AgendaItem, Meeting
from mindlines.meetings.queries import agenda

# With scripts, names are offered while one types.
OFFER_NAMES = {
    "autocomplete": "off",
    "list": "names-to-lead",
    "hx-trigger": "input changed delay:200ms",
    "hx-target": "#names-to-lead",
}


class QuickItemForm(forms.Form):
    """The few words with which an item begins."""

    title = forms.CharField(
        label=_("What is it about?"),
        max_length=150,
        error_messages={"required": _("Say in a few words what it is about.")},
    )
    minutes = forms.IntegerField(
        label=_("Minutes"),
        min_value=1,
        max_value=600,
        initial=15,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
        error_messages={
            "required": _("Enter how many minutes, like 15."),
            "invalid": _("Enter the minutes as a number, like 15."),
            "min_value": _("An item takes at least 1 minute."),
            "max_value": _("An item takes at most 600 minutes."),
        },
    )
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=ItemKind.choices,
        initial=ItemKind.DISCUSSION,
        error_messages={"required": _("Choose a kind.")},
    )
    lead_name = forms.CharField(
        label=_("Who leads it?"),
        help_text=_("Type a name, or a part of it."),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=OFFER_NAMES),
    )
    lead = forms.ChoiceField(
        label=_("Which of these people?"),
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose one of these people, or type another name.")},
    )
    key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, meeting: Meeting, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial={"key": link_secret(), **(initial or {})})
        self.community: Community = meeting.community
        self.fields["lead_name"].widget.attrs["hx-get"] = reverse("meetings:agenda_names", kwargs={"pk": meeting.pk})
        self.found = agenda.people_named(self.community, words=str(data.get("lead_name", ""))) if data else []
        choices = [(str(person.pk), f"{person.person.name} ({person.constituency.name})") for person in self.found]
        if len(self.found) > 1:
            field = self.fields["lead"]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
            field.choices = choices
        else:
            del self.fields["lead"]

    def clean_lead_name(self) -> str:
        """A name that fits several members asks which one; one that fits nobody says so."""
        name = " ".join(self.cleaned_data["lead_name"].split())
        if name and not self.found:
            raise forms.ValidationError(_("No member has this name. Check the spelling, or leave it empty for now."))
        return name

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "lead" in self.fields and not cleaned.get("lead") and "lead" not in self.errors:
            self.add_error("lead", _("More than one member has this name. Choose one of them."))
        return cleaned

    @property
    def leading(self) -> Membership | None:
        if len(self.found) < 2:
            return self.found[0] if self.found else None
        return next((person for person in self.found if str(person.pk) == self.cleaned_data["lead"]), None)

    def words(self) -> Words:
        cleaned = self.cleaned_data
        return Words(title=cleaned["title"], minutes=cleaned["minutes"], kind=cleaned["kind"], lead=self.leading)


class ItemForm(QuickItemForm):
    """Everything about an item. Whoever leads stays when the name was left as it is, even beside a namesake."""

    knowledge = forms.MultipleChoiceField(
        label=_("Which knowledge does it need?"),
        help_text=_("Choose any that apply. None is worth more than another."),
        choices=KnowledgeKind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    priority = forms.ChoiceField(label=_("Which priority does it serve?"), required=False)
    text = forms.CharField(
        label=_("What do we want from it?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "data-keep": True}),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    field_order = ("title", "minutes", "kind", "lead_name", "lead", "text", "knowledge", "priority", "key", "version")

    def __init__(self, data: Any = None, *, meeting: Meeting, item: AgendaItem | None = None) -> None:
        super().__init__(data, meeting=meeting, initial=_said_by(item))
        served = agenda.priorities_to_serve(self.community, keep=item.priority_id if item else None)
        self.priorities = {str(priority.pk): priority for priority in served}
        field = self.fields["priority"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [
            ("", _("None in particular")),
            *((pk, priority.title) for pk, priority in self.priorities.items()),
        ]
        self.stays = item.lead if item and item.lead and "lead_name" not in self.changed_data else None
        if self.stays:
            self.found = [self.stays]
            self.fields.pop("lead", None)

    def words(self) -> Words:
        cleaned = self.cleaned_data
        return Words(
            title=cleaned["title"],
            minutes=cleaned["minutes"],
            kind=cleaned["kind"],
            lead=self.leading,
            words=cleaned["text"],
            knowledge=tuple(cleaned["knowledge"]),
            priority=self.priorities.get(cleaned["priority"]),
        )


def _said_by(item: AgendaItem | None) -> dict[str, Any]:
    if item is None:
        return {}
    return {
        "title": item.title,
        "minutes": item.minutes,
        "kind": item.kind,
        "lead_name": item.lead.person.name if item.lead else "",
        "knowledge": item.knowledge,
        "priority": str(item.priority_id or ""),
        "text": item.words,
        "version": item.version,
        "key": item.key,
    }


class OrderForm(forms.Form):
    """One step by a button, or a place by dragging."""

    item = forms.IntegerField()
    move = forms.ChoiceField(choices=[("up", "up"), ("down", "down")], required=False)
    place = forms.IntegerField(required=False, min_value=0)

    @property
    def steps(self) -> int:
        return {"up": -1, "down": 1}.get(self.cleaned_data["move"], 0)


class MinutesForm(forms.Form):
    """A few minutes more or less."""

    minutes = forms.IntegerField(min_value=1, max_value=600)


class KeyForm(forms.Form):
    """A deed that is done once, however often it is clicked."""

    key = forms.CharField(required=False, max_length=40)


class BringForm(forms.Form):
    """Which meeting's agenda to bring."""

    other = forms.ChoiceField(
        label=_("Which meeting?"), widget=forms.RadioSelect, error_messages={"required": _("Choose a meeting.")}
    )

    def __init__(self, data: Any = None, *, others: list[Meeting]) -> None:
        super().__init__(data)
        self.others = {str(other.pk): other for other in others}
        field = self.fields["other"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [(pk, other.title) for pk, other in self.others.items()]

    @property
    def chosen(self) -> Meeting:
        return self.others[self.cleaned_data["other"]]
