"""Saying something in plain words, and one line of easy read."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.kernel.identifiers import link_secret
from mindlines.knowledge.actions.easy import Line
from mindlines.knowledge.forms.patients import NoPatientsForm
from mindlines.knowledge.forms.photographs import PhotographField
from mindlines.knowledge.models import EasyLine, Item, PlainVersion
from mindlines.knowledge.queries.pictures import PICTURES

OWN, NONE = "own", ""


class PlainWordsForm(NoPatientsForm):
    """Plain words for an item; it knows from which versions somebody writes."""

    scanned = ("title", "words")

    title = forms.CharField(
        label=_("Title in plain words"), max_length=300, error_messages={"required": _("Write a title.")}
    )
    words = forms.CharField(
        label=_("In plain words"),
        max_length=30_000,
        help_text=_("Write as you would tell it to a friend. Short sentences, one idea each, and say “you” and “we”."),
        widget=forms.Textarea(attrs={"rows": 16, "data-keep": True}),
        error_messages={"required": _("Write some words.")},
    )
    based_on = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    source = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, item: Item, plain: PlainVersion | None) -> None:
        begun: dict[str, Any] = {"title": item.title, "based_on": 0, "source": item.version}
        if plain is not None:
            begun |= {"title": plain.title, "words": plain.words, "based_on": plain.version}
        super().__init__(data, initial=begun)

    def said(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("title", "words", "based_on", "source")}

    def words_so_far(self) -> str:
        """What stands in the box now, right or wrong."""
        return str(self["words"].value() or "")

    def start_over_from(self, number: int) -> None:
        """From now on the writer has seen version `number`; what was typed stays."""
        self.data = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict
        self.data["based_on"] = str(number)  # type: ignore[index]  # a copy can be changed


class EasyTitleForm(NoPatientsForm):
    """The title of an easy-read version."""

    scanned = ("title",)

    title = forms.CharField(
        label=_("Title"),
        max_length=300,
        help_text=_("Short, and in easy words."),
        error_messages={"required": _("Write a title.")},
    )


class LineForm(NoPatientsForm):
    """One line: a picture of ours, one's own, or none, and the words beside it."""

    scanned = ("words", "shows")

    words = forms.CharField(
        label=_("Words"),
        max_length=400,
        help_text=_("One idea, in 10 to 15 words."),
        widget=forms.Textarea(attrs={"rows": 3, "data-keep": True}),
        error_messages={"required": _("Write what this line says.")},
    )
    picture = forms.ChoiceField(
        label=_("Picture"),
        required=False,
        choices=[(NONE, _("No picture")), *PICTURES.items(), (OWN, _("My own picture"))],
        widget=forms.RadioSelect,
    )
    file = PhotographField(
        label=_("My own picture"),
        required=False,
        help_text=_("PNG or JPEG. Show nobody who has not agreed. Where it was taken is removed from the file."),
    )
    shows = forms.CharField(
        label=_("What does my own picture show?"),
        max_length=150,
        required=False,
        help_text=_("For people who cannot see it."),
    )
    key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, files: Any = None, *, line: EasyLine | None = None) -> None:
        begun: dict[str, Any] = {"key": link_secret(), "picture": NONE}
        self.has_own = bool(line and line.file)
        if line is not None:
            begun |= {
                "words": line.words,
                "picture": OWN if line.file else line.picture,
                "shows": line.shows,
                "key": line.key,
            }
        super().__init__(data, files, initial=begun)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("file"):
            cleaned["picture"] = OWN
        if cleaned.get("picture") == OWN and "file" not in self.errors:
            if not cleaned.get("file") and not self.has_own:
                self.add_error("file", _("Choose a picture from your device, or pick one of ours."))
            elif not cleaned.get("shows"):
                self.add_error("shows", _("Say what your picture shows."))
        return cleaned

    def line(self) -> Line:
        cleaned = self.cleaned_data
        is_own = cleaned["picture"] == OWN
        return Line(
            words=cleaned["words"],
            picture="" if is_own else cleaned["picture"],
            shows=cleaned["shows"] if is_own else "",
            own=cleaned.get("file") or None,
            keep_own=is_own,
        )
