"""Choosing pieces of knowledge, statements and what was said, by words that are typed.

The search and the choice are one form, so that looking for more keeps everything that was ticked or typed. It is a search
when its button `look` was pressed: the view then shows the same page again with what was found.
"""

from collections.abc import Sequence
from typing import Any, Protocol

from django import forms
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

LOOK = "look"
LONGEST = 200


class Thing(Protocol):
    """One thing that can be chosen: its key, its words, and a line under them."""

    @property
    def key(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def beside(self) -> str: ...


class Offered(Protocol):
    """What was typed, what was ticked before, and all that can be chosen now."""

    @property
    def typed(self) -> str: ...
    @property
    def ticked(self) -> Sequence[Thing]: ...
    @property
    def things(self) -> Sequence[Thing]: ...


class HintedTicks(forms.CheckboxSelectMultiple):
    """Tick boxes, each with a line under it."""

    hints: dict[str, str]


class HintedDots(forms.RadioSelect):
    """Of which one can be chosen, each with a line under it."""

    hints: dict[str, str]


class PickField(forms.MultipleChoiceField):
    """Any number of things; its value is their keys."""

    widget = HintedTicks
    default_error_messages = {
        "required": _("Tick at least one thing in the list, or look for others."),
        "invalid_choice": _("One of them can no longer be chosen. Look again and tick what you want."),
    }


class PickOneField(forms.ChoiceField):
    """One thing; its value is its key."""

    widget = HintedDots
    default_error_messages = {
        "required": _("Choose one thing from the list, or look for others."),
        "invalid_choice": _("This can no longer be chosen. Look again and choose another."),
    }


class PickForm(forms.Form):
    """Which things; the page draws it with `knowledge/picking/_pick.html`."""

    typed = forms.CharField(
        label=_("Look for"),
        required=False,
        max_length=LONGEST,
        help_text=_("Type words that stand in it, or words that mean the same."),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    things: forms.Field = PickField(label=_("Tick what you want"))

    def __init__(self, data: Any = None, *, offered: Offered, **more: Any) -> None:
        kept = {"typed": offered.typed, "things": [one.key for one in offered.ticked]}
        initial = kept | (more.pop("initial", None) or {})
        super().__init__(data, initial=initial, **more)
        self.offered = offered
        field: Any = self.fields["things"]
        field.choices = [(one.key, one.words) for one in offered.things]
        field.widget.hints = {one.key: one.beside for one in offered.things}

    @property
    def is_looking(self) -> bool:
        """Whether the search was asked for, and nothing is to be written."""
        return LOOK in self.data

    def is_valid(self) -> bool:
        """Never while somebody is looking for more."""
        return not self.is_looking and super().is_valid()

    @property
    def errors(self) -> Any:
        """None while somebody is looking for more: they have not finished."""
        return ErrorDict() if self.is_looking else super().errors

    @property
    def picked(self) -> list[Any]:
        """What was chosen, in the order of the list."""
        chosen = self.cleaned_data["things"]
        keys = [chosen] if isinstance(chosen, str) else chosen
        return [one for one in self.offered.things if one.key in keys]


class PickOneForm(PickForm):
    """Which one thing."""

    things: forms.Field = PickOneField(label=_("Choose one"))


def asked(sent: QueryDict) -> dict[str, Any]:
    """What was typed and ticked, for `knowledge.queries.things.offered`; a search can also come as an address with `?typed=`.

    PostgreSQL is asked for no NUL, which it refuses.
    """
    return {"typed": sent.get("typed", "").replace("\x00", "")[:LONGEST], "keys": sent.getlist("things")}
