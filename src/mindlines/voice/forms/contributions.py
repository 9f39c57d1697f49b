"""Saying something, answering, hiding, joining."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Membership
from mindlines.kernel.identifiers import link_secret
from mindlines.meetings.models import Meeting
from mindlines.meetings.queries import notes
from mindlines.ui.forms import HintedRadios
from mindlines.voice.actions.contributions import Said
from mindlines.voice.choices import (
    TAKEN_UP,
    Audience,
    ContributionKind,
    Origin,
    Showing,
    Uptake,
)
from mindlines.voice.queries import marks
from mindlines.voice.queries.contributions import DUE, NEWEST, SUPPORTED, Wanted
from mindlines.voice.queries.saying import Told

KIND_HINTS: dict[str, Any] = {
    ContributionKind.POINT: _("Something that others should know or think about."),
    ContributionKind.QUESTION: _("Something that you would like an answer to."),
    ContributionKind.STORY: _(
        "Something that happened to you, or to somebody you care for. Leave out the names of others."
    ),
    ContributionKind.OBJECTION: _("Something that you do not agree with, and why."),
}
UPTAKE_HINTS: dict[str, Any] = {
    Uptake.ANSWERED: _("Your reply says all there is to say."),
    Uptake.BUILT_ON: _("It led to something else. Say what."),
    Uptake.ADOPTED: _("We do it the way it was said."),
    Uptake.ADAPTED: _("We do it in another way. Say what changed, and why."),
    Uptake.PARKED: _("We do not do it now. Say why, and when we look at it again."),
}
NAMED, NAMELESS = "yes", "no"


class FilterForm(forms.Form):
    """What a list shows; what makes no sense is passed over."""

    kind = forms.ChoiceField(
        label=_("What"), required=False, choices=[("", _("Everything")), *ContributionKind.choices]
    )
    uptake = forms.ChoiceField(
        label=_("What became of it"), required=False, choices=[("", _("All the same")), *Uptake.choices]
    )
    meeting = forms.TypedChoiceField(label=_("Meeting"), required=False, coerce=int, empty_value=None)
    showing = forms.ChoiceField(
        label=_("Shown or not"),
        required=False,
        choices=[
            ("", _("Shown and waiting")),
            (Showing.WAITING, _("Waiting for a facilitator")),
            (Showing.HIDDEN, _("Hidden")),
        ],
    )
    order = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[
            (NEWEST, _("Newest first")),
            (SUPPORTED, _("Most supported first")),
            (DUE, _("By the day of the reply")),
        ],
    )

    def __init__(self, *args: Any, meetings: list[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(meeting.pk, meeting.title) for meeting in meetings]
        self.fields["meeting"].choices = [("", _("Any or none")), *known]  # type: ignore[attr-defined]

    def is_narrowed(self) -> bool:
        """Whether anything was chosen."""
        return self.wanted() != Wanted()

    def wanted(self) -> Wanted:
        self.is_valid()
        return Wanted(**{name: value for name, value in self.cleaned_data.items() if value})


class ContributionForm(forms.Form):
    """What somebody says: kind, words, and who can read it."""

    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=ContributionKind.choices,
        initial=ContributionKind.POINT,
        widget=HintedRadios(hints=KIND_HINTS),
    )
    words = forms.CharField(
        label=_("In your words"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5, "data-keep": True}),
        error_messages={"required": _("Write down what you want to say.")},
    )
    audience = forms.ChoiceField(
        label=_("Who can read it?"), choices=Audience.choices, initial=Audience.EVERYONE, widget=forms.RadioSelect
    )
    key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None, **more: Any) -> None:
        super().__init__(data, initial={"key": link_secret(), **(initial or {})}, **more)


class SayForm(ContributionForm):
    """The same for oneself; `told` says beforehand who reads what."""

    named = forms.ChoiceField(
        label=_("With your name?"),
        choices=[(NAMED, _("With my name")), (NAMELESS, _("Without my name"))],
        initial=NAMED,
        widget=forms.RadioSelect,
    )
    field_order = ("kind", "words", "audience", "named", "key")

    def __init__(self, *args: Any, told: Told, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["audience"].widget = HintedRadios(
            hints={Audience.EVERYONE: told.everyone, Audience.FACILITATORS: told.facilitators}
        )
        self.fields["named"].widget = HintedRadios(hints={NAMED: told.with_name, NAMELESS: told.without_name})
        self.fields["audience"].widget.choices = Audience.choices
        self.fields["named"].widget.choices = SayForm.base_fields["named"].choices  # type: ignore[attr-defined]

    @property
    def is_nameless(self) -> bool:
        return bool(self.cleaned_data["named"] == NAMELESS)

    def said(self, *, secret: str) -> Said:
        """What is said; without a name it bears the mark of the device with this secret."""
        key = self.cleaned_data["key"] or link_secret()
        return Said(
            words=self.cleaned_data["words"],
            kind=self.cleaned_data["kind"],
            audience=self.cleaned_data["audience"],
            is_anonymous=self.is_nameless,
            key=key,
            mark=marks.mark(secret, of=key) if self.is_nameless else "",
        )


class WriteDownForm(ContributionForm):
    """What reached a facilitator on paper, by phone or through somebody."""

    who = forms.CharField(
        label=_("Who said it?"),
        max_length=200,
        help_text=_(
            "The whole name, as it is on the people page. It is kept so that the member hears what became of it."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Write the name of the member who said it.")},
    )
    origin = forms.ChoiceField(
        label=_("How did it reach you?"),
        choices=[
            (Origin.POST, _("By post")),
            (Origin.PHONE, _("By phone")),
            (Origin.PROXY, _("Somebody told it for them")),
            (Origin.SPOKEN, _("They said it in a meeting")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it reached you.")},
    )
    meeting = forms.TypedChoiceField(label=_("About which meeting?"), required=False, coerce=int, empty_value=None)
    is_nameless = forms.BooleanField(
        label=_("They want no name beside it"),
        required=False,
        help_text=_("Then nothing says who said it or who wrote it down, and nobody can be told of the reply."),
    )
    field_order = ("who", "origin", "kind", "words", "meeting", "audience", "is_nameless", "key")

    def __init__(self, *args: Any, viewer: Membership, meetings: list[Meeting], **more: Any) -> None:
        super().__init__(*args, **more)
        self.viewer = viewer
        self.fields["words"].label = _("In their words")
        known = [(meeting.pk, meeting.title) for meeting in meetings]
        self.fields["meeting"].choices = [("", _("No meeting in particular")), *known]  # type: ignore[attr-defined]

    def clean_who(self) -> Membership:
        """The one member of that name."""
        found = notes.named(self.viewer.community, name=str(self.cleaned_data["who"]).strip())
        if not found:
            raise forms.ValidationError(_("No member has this name. Look it up on the people page."))
        if len(found) > 1:
            raise forms.ValidationError(_("Several members have this name. Ask one of them to write it themselves."))
        return found[0]

    def said(self) -> Said:
        own = {name: self.cleaned_data[name] for name in ("words", "kind", "audience", "origin", "key")}
        return Said(**own, is_anonymous=self.cleaned_data["is_nameless"])


class AnswerForm(forms.Form):
    uptake = forms.ChoiceField(
        label=_("What became of it?"),
        choices=[(one.value, one.label) for one in TAKEN_UP],
        widget=HintedRadios(hints=UPTAKE_HINTS),
        error_messages={"required": _("Choose what became of it.")},
    )
    reply = forms.CharField(
        label=_("Our reply"),
        max_length=2000,
        help_text=_("In plain words. Whoever said it will read this."),
        widget=forms.Textarea(attrs={"rows": 4, "data-keep": True}),
        error_messages={"required": _("Write a reply, in a sentence or two.")},
    )


class HideForm(forms.Form):
    because = forms.CharField(
        label=_("Why do you hide it?"),
        max_length=300,
        help_text=_("The facilitators, and whoever wrote it, can read the reason."),
        error_messages={"required": _("Write why. Nothing is hidden without a reason.")},
    )


class FindForm(forms.Form):
    """Words to look for; what makes no sense is passed over."""

    q = forms.CharField(label=_("Which words?"), required=False, max_length=100)

    def words(self) -> str:
        return str(self.cleaned_data["q"]) if self.is_valid() else ""


class CarryForm(forms.Form):
    """Under which item of the agenda; none for the meeting as a whole."""

    item = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)

    def chosen(self) -> int | None:
        return self.cleaned_data["item"] if self.is_valid() else 0


class PickForm(forms.Form):
    """One other contribution, picked by a button."""

    into = forms.IntegerField(min_value=1, max_value=2**63 - 1)

    def picked(self) -> int:
        return int(self.cleaned_data["into"]) if self.is_valid() else 0


class AskForm(forms.Form):
    """A word that somebody would like to understand."""

    word = forms.CharField(label=_("Which word?"), max_length=100, error_messages={"required": _("Write the word.")})
    key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)


class ExplainForm(forms.Form):
    meaning = forms.CharField(
        label=_("What does it mean, in plain words?"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3, "data-keep": True}),
        error_messages={"required": _("Write what it means, in plain words.")},
    )
