"""Telling a story: how its teller wishes to be named is asked first."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community, Membership
from mindlines.knowledge.actions.items import NewItem
from mindlines.knowledge.choices import Form, Naming
from mindlines.knowledge.forms.items import ItemForm
from mindlines.meetings.queries import notes
from mindlines.ui.forms import HintedRadios


class StoryForm(ItemForm):
    """A story of one's own; `wishes` says what each way of naming means."""

    form = Form.STORY
    scanned = ("title", "words", "shown_name")
    field_order = ("naming", "shown_name", "title", "words", "kind", "priority")

    naming = forms.ChoiceField(
        label=_("How do you wish to be named?"),
        choices=Naming.choices,
        error_messages={"required": _("Choose how you wish to be named. You can change it later.")},
    )
    shown_name = forms.CharField(
        label=_("The other name, if you chose one"),
        required=False,
        max_length=100,
        help_text=_("Any name that you like, but nobody else’s."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(
        self,
        *args: Any,
        wishes: Mapping[str, str],
        teller: Membership | None = None,
        asks_kind: bool = False,
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self._teller = teller
        for name in ("year",) if asks_kind else ("kind", "year"):
            del self.fields[name]
        self.fields["naming"].widget = HintedRadios(hints=wishes)
        self.fields["naming"].widget.choices = Naming.choices
        self.fields["title"].help_text = _("A few words for the list. Leave out names.")
        self.fields["words"].label = _("Your story")
        self.fields["words"].help_text = _(
            "Tell it as you would tell a friend. Leave out the names of others, and what only they may tell."
        )
        self.fields["words"].error_messages["required"] = _("Tell your story, in your own words.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("naming") == Naming.OTHER and not cleaned.get("shown_name"):
            self.add_error("shown_name", _("Write the name that shall stand beside it."))
        return cleaned

    def values(self) -> dict[str, Any]:
        wishes = {name: self.cleaned_data[name] for name in ("naming", "shown_name")}
        return super().values() | wishes

    def new(self) -> NewItem:
        return replace(super().new(), teller=self._teller)


class WrittenDownForm(StoryForm):
    """A story that a facilitator writes down for a member who told it."""

    field_order = ("who", "naming", "shown_name", "title", "words", "priority")

    who = forms.CharField(
        label=_("Who told it?"),
        max_length=200,
        help_text=_(
            "The whole name, as it is on the people page. It is kept so that the member can change or withdraw the story."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Write the name of the member who told it.")},
    )

    def __init__(self, *args: Any, community: Community, **more: Any) -> None:
        super().__init__(*args, **more)
        self._community = community
        self.fields["naming"].label = _("How do they wish to be named?")
        self.fields["naming"].help_text = _("Ask them, and read them the four answers.")
        self.fields["words"].label = _("Their story, in their words")

    def clean_who(self) -> Membership:
        """The one member of that name."""
        found = notes.named(self._community, name=str(self.cleaned_data["who"]).strip())
        if not found:
            raise forms.ValidationError(_("No member has this name. Look it up on the people page."))
        if len(found) > 1:
            raise forms.ValidationError(_("Several members have this name. Ask one of them to tell it themselves."))
        return found[0]

    def new(self) -> NewItem:
        teller: Membership = self.cleaned_data["who"]
        teller.community = self._community
        return replace(super().new(), teller=teller)
