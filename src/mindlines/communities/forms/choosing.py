"""Choosing members: by a list while there are few, by their names when there are many."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Membership
from mindlines.ui.forms import RowsField

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# A longer list would be slow to load, and nobody finds a name in it.
MOST_IN_A_LIST = 120


class _Named(forms.ModelChoiceField[Membership]):
    def label_from_instance(self, obj: Membership) -> str:
        return f"{obj.name} ({obj.constituency.name})"


class _NamedMany(RowsField):
    def label_from_instance(self, obj: Membership) -> str:
        return f"{obj.name} ({obj.constituency.name})"


class MemberByName(forms.CharField):
    """A name as it stands on the members page; gives back the membership."""

    def __init__(self, *, members: Iterable[Membership], **more: Any) -> None:
        super().__init__(**more)
        self.members = members

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        return _found(typed, members=self.members) if typed else None


class MembersByName(forms.CharField):
    """Names, one on a line; gives back the memberships."""

    widget = forms.Textarea(attrs={"rows": 6})

    def __init__(self, *, members: Iterable[Membership], **more: Any) -> None:
        super().__init__(**more)
        self.members = members

    def clean(self, value: Any) -> Any:
        known = list(self.members)
        return [_found(line, members=known) for line in super().clean(value).splitlines() if line.strip()]


def one_member(members: QuerySet[Membership], *, label: "StrOrPromise", missing: "StrOrPromise") -> forms.Field:
    """A field for one member."""
    if members.count() <= MOST_IN_A_LIST:
        return _Named(members, label=label, empty_label=_("Choose a member"), error_messages={"required": missing})
    hint = _("Write the name as it stands on the members page.")
    return MemberByName(members=members, label=label, help_text=hint, error_messages={"required": missing})


def some_members(members: QuerySet[Membership], *, label: "StrOrPromise", hint: "StrOrPromise") -> forms.Field:
    """A field for any number of members."""
    if members.count() <= MOST_IN_A_LIST:
        return _NamedMany(members, label=label, help_text=hint, required=False, widget=forms.CheckboxSelectMultiple)
    named = _("Write one name on each line, as it stands on the members page.")
    return MembersByName(members=members, label=label, help_text=named, required=False)


def numbers(asked: Iterable[str]) -> list[int]:
    """The numbers of rows that an address names; whatever is none, or larger than any row, is passed over."""
    return [int(each) for each in asked if each.isdecimal() and len(each) < 19]


def _found(typed: str, *, members: Iterable[Membership]) -> Membership:
    wanted = " ".join(typed.split()).casefold()
    same = [member for member in members if member.name.casefold() == wanted]
    if len(same) == 1:
        return same[0]
    if same:
        raise forms.ValidationError(_("There is more than one member called “%(name)s”.") % {"name": typed.strip()})
    raise forms.ValidationError(
        _("There is no active member called “%(name)s”. Check the spelling.") % {"name": typed.strip()}
    )
