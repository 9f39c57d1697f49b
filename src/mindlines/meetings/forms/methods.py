from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.kernel.identifiers import link_secret
from mindlines.meetings.actions.agenda import Words
from mindlines.meetings.choices import GoodFor, MethodOrder, Verdict
from mindlines.meetings.models import Meeting, Method
from mindlines.meetings.queries.methods.library import library
from mindlines.meetings.queries.methods.listing import Wish
from mindlines.ui.dates import span_words

SHORT_NUMBER = {"inputmode": "numeric", "class": "govuk-input--width-4"}


def _number(label: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=1, max_value=999, required=False, widget=forms.TextInput(attrs=SHORT_NUMBER),
        error_messages={"invalid": _("Enter a number, like 15."), "min_value": _("Enter 1 or more."), "max_value": _("Enter 999 or less.")},
    )  # fmt: skip


class WishForm(forms.Form):
    """What somebody is looking for in the library; what cannot be read is passed over."""

    q = forms.CharField(label=_("Words"), max_length=100, required=False)
    good_for = forms.ChoiceField(
        label=_("What is it for?"), choices=[("", _("Anything")), *GoodFor.choices], required=False
    )
    people = _number(_("How many people?"))
    minutes = _number(_("How many minutes do you have?"))
    order = forms.ChoiceField(label=_("Order"), choices=MethodOrder.choices, required=False)
    online = forms.BooleanField(label=_("Works online"), required=False)
    seated = forms.BooleanField(label=_("Nobody has to move about"), required=False)
    item = forms.IntegerField(required=False, widget=forms.HiddenInput)
    meeting = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def wish(self) -> Wish:
        self.is_valid()
        asked = self.cleaned_data
        return Wish(
            words=asked.get("q", ""),
            good_for=asked.get("good_for", ""),
            people=asked.get("people"),
            minutes=asked.get("minutes"),
            online=asked.get("online", False),
            seated=asked.get("seated", False),
            order=asked.get("order") or MethodOrder.NAME,
        )

    @property
    def is_narrowed(self) -> bool:
        return any(self.cleaned_data.get(name) for name in ("people", "minutes", "online", "seated", "order"))


class StarForm(forms.Form):
    """Keep a method among the favourites, or not."""

    keep = forms.BooleanField(required=False)


class PutForm(forms.Form):
    """On which agenda a method goes, and how."""

    meeting = forms.ChoiceField(
        label=_("Which meeting?"), widget=forms.RadioSelect, error_messages={"required": _("Choose a meeting.")}
    )
    title = forms.CharField(
        label=_("What do you call the item?"),
        max_length=150,
        error_messages={"required": _("Say in a few words what it is about.")},
    )
    minutes = forms.IntegerField(
        label=_("Minutes"),
        min_value=1,
        max_value=600,
        widget=forms.TextInput(attrs=SHORT_NUMBER),
        error_messages={
            "required": _("Enter how many minutes, like 15."),
            "invalid": _("Enter the minutes as a number, like 15."),
            "min_value": _("An item takes at least 1 minute."),
            "max_value": _("An item takes at most 600 minutes."),
        },
    )
    own_steps = forms.BooleanField(
        label=_("Write the steps into the item, so that I can change them"),
        help_text=_("If you leave this empty, the item shows the steps as they stand here."),
        required=False,
    )
    key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, method: Method, meetings: list[Meeting], meeting: str = "") -> None:
        begun = {"title": method.name, "minutes": method.usual_minutes, "meeting": meeting, "key": link_secret()}
        super().__init__(data, initial=begun)
        self.method = method
        self.meetings = {str(coming.pk): coming for coming in meetings}
        field = self.fields["meeting"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [
            (pk, f"{coming.title}, {span_words(coming.starts_at, end=coming.ends_at)}")
            for pk, coming in self.meetings.items()
        ]
        if len(meetings) == 1:
            self.initial["meeting"] = str(meetings[0].pk)

    @property
    def chosen(self) -> Meeting:
        return self.meetings[self.cleaned_data["meeting"]]

    def words(self) -> Words:
        cleaned, method = self.cleaned_data, self.method
        said = method.numbered_steps if cleaned["own_steps"] else method.purpose
        return Words(
            title=cleaned["title"], minutes=cleaned["minutes"], kind=method.kind, words=said, method=method.key
        )


class MethodForm(forms.Form):
    """By which method an item is led; empty takes it off."""

    method = forms.ChoiceField(required=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        field = self.fields["method"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [("", ""), *((key, method.name) for key, method in library().items())]


class RatingForm(forms.Form):
    """How it went."""

    verdict = forms.ChoiceField(
        label=_("How did it go?"),
        help_text=_("Members see this without your name."),
        choices=Verdict.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it went.")},
    )
    words = forms.CharField(
        label=_("What would we do differently?"),
        help_text=_(
            "One line, if you like. Only facilitators of this community read it. It is kept with the meeting, and without your name once you are erased."
        ),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "data-keep": True}),
    )
