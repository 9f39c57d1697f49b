from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.kernel.identifiers import link_secret
from mindlines.meetings.actions.rounds import Room, Words
from mindlines.meetings.models import AgendaItem, Round, RoundGroup

NUMBER = {"inputmode": "numeric", "class": "govuk-input--width-3"}
WHOLE = _("Enter a number, like 5.")


class RoundForm(forms.Form):
    """What the groups work on, and how large they are."""

    title = forms.CharField(
        label=_("What do the groups work on?"),
        help_text=_("In a few words, for example “What gets in the way?”"),
        max_length=150,
        error_messages={"required": _("Say in a few words what the groups work on.")},
    )
    item = forms.ChoiceField(label=_("Which item of the agenda is it?"), required=False)
    task = forms.CharField(
        label=_("Their task"),
        help_text=_("Everybody reads it beside their group."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "data-keep": True}),
    )
    prompts = forms.CharField(
        label=_("Questions for those who facilitate a group"),
        help_text=_("Only they read these, to be prepared. One question on each line."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "data-keep": True}),
    )
    by = forms.ChoiceField(
        label=_("How large are the groups?"),
        choices=(("size", _("So many people in each group")), ("count", _("So many groups"))),
        initial="size",
        widget=forms.RadioSelect,
    )
    number = forms.IntegerField(
        label=_("How many?"),
        min_value=1,
        max_value=400,
        initial=5,
        widget=forms.TextInput(attrs=NUMBER),
        error_messages={
            "required": WHOLE,
            "invalid": WHOLE,
            "min_value": WHOLE,
            "max_value": _("At most 400 groups, please."),
        },
    )
    key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, items: list[AgendaItem], work: Round | None = None, item: str = "") -> None:
        begun = next((one for one in items if str(one.pk) == item), None)
        super().__init__(data, initial=_said_by(work) if work else _begun_with(begun))
        self.items = {str(one.pk): one for one in items}
        field = self.fields["item"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [("", _("None in particular")), *((pk, one.title) for pk, one in self.items.items())]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        number = cleaned.get("number")
        if cleaned.get("by") == "size" and number is not None and not 2 <= number <= 50:
            self.add_error("number", _("A group has 2 to 50 people."))
        return cleaned

    def words(self) -> Words:
        cleaned = self.cleaned_data
        return Words(
            title=cleaned["title"],
            task=cleaned["task"],
            prompts=cleaned["prompts"],
            item=self.items.get(cleaned["item"]),
            size=cleaned["number"] if cleaned["by"] == "size" else None,
            group_count=cleaned["number"] if cleaned["by"] == "count" else None,
        )


class RoomForm(forms.Form):
    """Where one group sits."""

    name = forms.CharField(label=_("Name"), max_length=60, required=False)
    place = forms.CharField(label=_("Room, table or link"), max_length=300, required=False)
    is_step_free = forms.BooleanField(label=_("Can be reached without steps"), required=False)
    is_online = forms.BooleanField(label=_("Meets online"), required=False)
    task = forms.CharField(
        label=_("A task of its own"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class RoomsForm:
    """One small form for each group, sent together."""

    def __init__(self, data: Any = None, *, groups: list[RoundGroup]) -> None:
        self.rooms = [
            (group, RoomForm(data, prefix=f"group-{group.number}", initial=_of_group(group))) for group in groups
        ]

    def is_valid(self) -> bool:
        return all(form.is_valid() for _group, form in self.rooms)

    @property
    def has_errors(self) -> bool:
        return any(form.errors for _group, form in self.rooms)

    def read(self) -> list[Room]:
        return [Room(number=group.number, **form.cleaned_data) for group, form in self.rooms]


def _of_group(group: RoundGroup) -> dict[str, Any]:
    return {
        "name": group.name,
        "place": group.place,
        "is_step_free": group.is_step_free,
        "is_online": group.is_online,
        "task": group.task,
    }


def _begun_with(item: AgendaItem | None) -> dict[str, Any]:
    begun = {"title": item.title, "item": str(item.pk), "task": item.words} if item else {}
    return {"key": link_secret(), **begun}


def _said_by(work: Round) -> dict[str, Any]:
    return {
        "title": work.title,
        "item": str(work.item_id or ""),
        "task": work.task,
        "prompts": work.prompts,
        "by": "size" if work.size is not None else "count",
        "number": work.size if work.size is not None else work.group_count,
    }
