from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from mindlines.communities.actions.members import Details
from mindlines.communities.choices import Standing
from mindlines.communities.measures.members import Alike, alike
from mindlines.communities.models import Community, Constituency, Membership
from mindlines.communities.queries.members import Wanted
from mindlines.people.choices import Way

ORDERS = [
    ("name", _("Name")),
    ("group", _("Group")),
    ("organisation", _("Organisation")),
    ("newest", _("Newest first")),
]


class FilterForm(forms.Form):
    """Whom a list shows; what makes no sense is passed over."""

    words = forms.CharField(label=_("Name or organisation"), required=False, max_length=100)
    constituency = forms.TypedChoiceField(label=_("Group"), required=False, coerce=int, empty_value=None)
    standing = forms.ChoiceField(label=_("Standing"), required=False)
    order = forms.ChoiceField(label=_("Order"), required=False, choices=ORDERS)

    def __init__(self, *args: Any, community: Community, standings: list[dict[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = [(group.pk, group.name) for group in community.constituencies.all()]
        self.fields["constituency"].choices = [("", _("All groups")), *groups]  # type: ignore[attr-defined]
        shown = [(row["standing"], f"{row['label']} ({row['count']})") for row in standings]
        self.fields["standing"].choices = [("", _("Everybody")), *shown]  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        self.is_valid()
        said = {name: value for name, value in self.cleaned_data.items() if value}
        return Wanted(**said)


class PlaceForm(forms.Form):
    """Where somebody stands in a community."""

    constituency: "forms.ModelChoiceField[Constituency]" = forms.ModelChoiceField(
        label=_("Group"),
        queryset=None,
        empty_label=_("Choose a group"),
        error_messages={"required": _("Choose a group.")},
    )
    organisation = forms.CharField(
        label=_("Organisation"),
        required=False,
        max_length=150,
        help_text=_("Where they work or whom they speak with. Lay members need none."),
    )
    note = forms.CharField(
        label=_("Note for facilitators"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Only facilitators and the member can read it. Kept until the member leaves."),
    )

    def __init__(self, *args: Any, community: Community, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.community = community
        self.fields["constituency"].queryset = community.constituencies.all()  # type: ignore[attr-defined]

    def details(self, *, name: str) -> Details:
        return Details(**{"name": name, **self.cleaned_data})


class MemberForm(PlaceForm):
    """A person as a facilitator writes them down."""

    name = forms.CharField(
        label=_("Name"),
        max_length=200,
        help_text=_("The name they want people to use. Kept until they ask us to erase them."),
        error_messages={"required": _("Write the person's name.")},
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_(
            "For signing in and for news of the community. Leave it empty if they have none. Kept until they change it or leave."
        ),
        error_messages={"invalid": _("Write an e-mail address like name@example.org, or leave it empty.")},
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    phone = forms.CharField(
        label=_("Phone number"),
        required=False,
        max_length=40,
        help_text=_("Only facilitators see it. Kept until it is removed or the member leaves."),
    )
    address = forms.CharField(
        label=_("Postal address"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("To post papers. Only facilitators see it. Kept until it is removed or the member leaves."),
    )
    reach_by = forms.ChoiceField(
        label=_("Best way to reach them"),
        choices=Way.choices,
        initial=Way.MAIL,
        widget=forms.RadioSelect,
        required=False,
    )
    field_order: tuple[str, ...] = (
        "name",
        "constituency",
        "organisation",
        "email",
        "phone",
        "address",
        "reach_by",
        "note",
    )

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cleaned["reach_by"] = cleaned.get("reach_by") or Way.MAIL
        if cleaned["reach_by"] == Way.MAIL and not cleaned.get("email") and "email" not in self.errors:
            cleaned["reach_by"] = Way.POST if cleaned.get("address") else Way.PHONE
        return cleaned


class AddForm(MemberForm):
    """A new member; somebody who looks like a person already here is asked about."""

    standing = forms.ChoiceField(
        label=_("Have they said yes?"),
        choices=[
            (Standing.ACTIVE, _("Yes, they are a member")),
            (Standing.INVITED, _("Not yet. I will invite them")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether they have said yes.")},
    )
    is_somebody_else = forms.BooleanField(label=_("No, this is somebody else. Add them."), required=False)
    field_order = (*MemberForm.field_order, "standing", "is_somebody_else")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.alike: list[Alike] = []
        self.fields["standing"].widget.hints = {
            Standing.ACTIVE: _(
                "We tell them by mail, if they have an address. Somebody who uses this site elsewhere is asked first."
            ),
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.alike = alike(
            self.community,
            name=cleaned.get("name", ""),
            email=cleaned.get("email", ""),
            organisation=cleaned.get("organisation", ""),
        )
        if any(known.is_same_address for known in self.alike):
            raise ValidationError({"email": _("Somebody with this address is already on the list.")})
        if self.alike and not cleaned.get("is_somebody_else"):
            raise ValidationError({"is_somebody_else": _("Somebody here has a name like this. Is it the same person?")})
        return cleaned

    def details(self, *, name: str = "") -> Details:
        own = {key: value for key, value in self.cleaned_data.items() if key not in ("standing", "is_somebody_else")}
        return Details(**own)


class EditForm(MemberForm):
    """What a facilitator wrote down, to change."""

    def details(self, *, name: str = "") -> Details:
        return Details(**self.cleaned_data)


def edit_form(membership: Membership, *, data: Any = None) -> PlaceForm:
    """All details of a person whom facilitators look after; of others only their place in the community."""
    shown = {
        "constituency": membership.constituency_id,
        "organisation": str(membership.organisation or ""),
        "note": membership.note,
    }
    if membership.tends_own_details:
        return PlaceForm(data, community=membership.community, initial=shown)
    person = membership.person
    own = {name: getattr(person, name) for name in ("name", "email", "phone", "address", "reach_by")}
    return EditForm(data, community=membership.community, initial={**shown, **own})
