"""Bringing in what one knows, each kind in the form that suits it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import KnowledgeKind
from mindlines.communities.models import Priority
from mindlines.kernel.identifiers import link_secret
from mindlines.knowledge.actions.items import Changed, NewItem
from mindlines.knowledge.choices import Form
from mindlines.knowledge.forms.patients import NoPatientsForm
from mindlines.knowledge.models import Item
from mindlines.ui.forms import HintedRadios

KIND_HINTS: dict[str, Any] = {
    KnowledgeKind.RESEARCH: _("What was studied and found, here or elsewhere."),
    KnowledgeKind.TRAINING: _("What is taught to those who treat and care."),
    KnowledgeKind.PRACTICE: _("What those who do the work have learned from doing it."),
    KnowledgeKind.STORY: _("What happened to somebody, told by them."),
    KnowledgeKind.LIVED: _("What people know who live with it, or who use the service."),
    KnowledgeKind.AUDIT: _("What was counted here."),
    KnowledgeKind.SYSTEM: _("How services are run, paid for and joined up."),
    KnowledgeKind.LOCAL: _("Places, people, transport: what is different here."),
}
EARLIEST = 1000


class ItemForm(NoPatientsForm):
    """What every form asks: what it is, for which priority, and from which year."""

    form = Form.NOTE
    scanned: tuple[str, ...] = ("title", "words")

    title = forms.CharField(
        label=_("Title"),
        max_length=300,
        help_text=_("A few words by which others find it."),
        error_messages={"required": _("Give it a title.")},
    )
    words = forms.CharField(
        label=_("In words"),
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 8, "data-keep": True}),
        error_messages={"required": _("Write it down, in your own words.")},
    )
    kind = forms.ChoiceField(
        label=_("What kind of knowledge is it?"),
        choices=KnowledgeKind.choices,
        widget=HintedRadios(hints=KIND_HINTS),
        error_messages={"required": _("Choose what kind of knowledge it is. None counts more than another.")},
    )
    year = forms.IntegerField(
        label=_("From which year is it?"),
        required=False,
        min_value=EARLIEST,
        max_value=9999,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
        error_messages={
            "invalid": _("Write the year with four figures, such as 2026."),
            "min_value": _("Write the year with four figures, such as 2026."),
            "max_value": _("Write the year with four figures, such as 2026."),
        },
    )
    priority = forms.TypedChoiceField(label=_("For which priority?"), required=False, coerce=int, empty_value=None)
    key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        priorities: Sequence[Priority] = (),
        initial: Any = None,
        **more: Any,
    ) -> None:
        super().__init__(data, files, initial={"key": link_secret(), **(initial or {})}, **more)
        self._priorities = {one.pk: one for one in priorities}
        self._offer_priorities()

    def clean_year(self) -> int | None:
        """No year that is still to come."""
        year: int | None = self.cleaned_data["year"]
        if year is not None and year > timezone.localdate().year + 1:
            raise forms.ValidationError(_("This year is still to come. Write the year that it is from."))
        return year

    def values(self) -> dict[str, Any]:
        """What every form holds, by the names of an item."""
        cleaned = self.cleaned_data
        return {
            "title": cleaned["title"],
            "words": cleaned.get("words", ""),
            "kind": cleaned.get("kind") or KnowledgeKind.STORY,
            "link": cleaned.get("link") or "",
            "year": cleaned.get("year"),
            "priority": self._priorities.get(cleaned.get("priority") or 0),
        }

    def new(self) -> NewItem:
        return NewItem(form=self.form, key=self.cleaned_data["key"], **self.values())

    def changed(self) -> Changed:
        return Changed(**self.values())

    def _offer_priorities(self) -> None:
        if not self._priorities:
            del self.fields["priority"]
            return
        known = [(pk, priority.title) for pk, priority in self._priorities.items()]
        self.fields["priority"].choices = [("", _("None in particular")), *known]  # type: ignore[attr-defined]


class NoteForm(ItemForm):
    """Something that somebody knows, in their own words."""

    form = Form.NOTE
    field_order = ("title", "words", "kind", "year", "priority")


class LinkForm(ItemForm):
    """Something that lies elsewhere on the web."""

    form = Form.LINK
    field_order = ("link", "title", "words", "kind", "year", "priority")

    link = forms.URLField(
        label=_("Address"),
        max_length=500,
        assume_scheme="https",
        help_text=_("It begins with https:// or http://. Copy it from the top of your browser."),
        error_messages={
            "required": _("Copy the address of the page."),
            "invalid": _("This is no address of a page. Copy it from the top of your browser."),
        },
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["words"].required = False
        self.fields["words"].label = _("What do we learn from it?")


class PublishedForm(ItemForm):
    """The title and the abstract of something published."""

    form = Form.CITATION
    field_order: tuple[str, ...] = ("title", "words", "kind", "year", "priority")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["words"].required = False
        self.fields["words"].label = _("What it says, or its abstract")


def initial_of(item: Item) -> dict[str, Any]:
    """What the form of an item begins with."""
    return {
        "title": item.title,
        "words": item.words,
        "kind": item.kind,
        "link": item.link,
        "year": item.year,
        "priority": item.priority_id,
        "naming": item.naming,
        "shown_name": item.shown_name,
    }
