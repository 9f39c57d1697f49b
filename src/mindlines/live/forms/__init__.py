"""What comes into a room."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.kernel.identifiers import link_secret
from mindlines.live.actions.room import Manner
from mindlines.live.models import Room
from mindlines.meetings.choices import Presence
from mindlines.voice.actions.contributions import Said
from mindlines.voice.choices import Audience, ContributionKind, Origin, Uptake
from mindlines.voice.queries import marks

WAYS = [(Presence.ROOM, _("In the room")), (Presence.ONLINE, _("Online")), (Presence.PHONE, _("By phone"))]
KINDS = [
    (ContributionKind.QUESTION, _("A question")),
    (ContributionKind.POINT, _("A point")),
    (ContributionKind.OBJECTION, _("I see it otherwise")),
]
LATER = {"built_on": Uptake.BUILT_ON, "adopted": Uptake.ADOPTED, "adapted": Uptake.ADAPTED}


class CodeForm(forms.Form):
    """The code of a room, as it stands on the wall."""

    code = forms.CharField(
        label=_("The code of the meeting"),
        max_length=30,
        help_text=_("Six letters and numbers, such as HKQ-7MT. It stands on the screen or on your paper."),
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": "govuk-input--width-10",
            }
        ),
        error_messages={"required": _("Type the code of the meeting.")},
    )


class PassForm(forms.Form):
    """The code on somebody's own paper."""

    code = forms.CharField(
        label=_("Your own code"),
        max_length=30,
        help_text=_("Eight letters and numbers, on the paper with your name."),
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": "govuk-input--width-10",
            }
        ),
        error_messages={"required": _("Type the code on your paper.")},
    )


class ArriveForm(forms.Form):
    way = forms.ChoiceField(
        label=_("How are you here?"),
        choices=WAYS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you are here.")},
    )


class SayForm(forms.Form):
    """Something for the meeting, typed in its room."""

    words = forms.CharField(
        label=_("Your question or point"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "data-keep": True}),
        error_messages={"required": _("Write your question or point.")},
    )
    kind = forms.ChoiceField(label=_("What is it?"), choices=KINDS, initial=ContributionKind.QUESTION, required=False)
    is_nameless = forms.TypedChoiceField(
        label=_("With your name?"),
        choices=[("no", _("With my name")), ("yes", _("Without my name"))],
        initial="no",
        required=False,
        empty_value="no",
        widget=forms.RadioSelect,
    )
    for_facilitators = forms.BooleanField(label=_("Only for the facilitators"), required=False)
    key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput, initial=link_secret)

    def said(self, *, nameless: bool, secret: str) -> Said:
        """`nameless` holds whatever was ticked: a visitor has no name here."""
        found = self.cleaned_data
        is_nameless = nameless or found["is_nameless"] == "yes"
        return Said(
            words=found["words"],
            kind=found["kind"] or ContributionKind.QUESTION,
            audience=Audience.FACILITATORS if found["for_facilitators"] else Audience.EVERYONE,
            is_anonymous=is_nameless,
            origin=Origin.LIVE,
            key=found["key"],
            mark=marks.mark(secret, of=found["key"]) if is_nameless and found["key"] else "",
        )


class WordForm(forms.Form):
    """A word that somebody does not know."""

    word = forms.CharField(max_length=100)
    key = forms.CharField(required=False, max_length=40)


class TendForm(forms.Form):
    """What a facilitator does with something that was said, in one tap."""

    deed = forms.ChoiceField(
        choices=[(deed, deed) for deed in ("answered", "built_on", "parked", "carry", "hide", "show")]
    )
    words = forms.CharField(required=False, max_length=1000)


class MannerForm(forms.Form):
    """How the room works."""

    takes_questions = forms.BooleanField(label=_("People can send questions and points"), required=False)
    takes_anonymous = forms.BooleanField(label=_("They can send them without a name"), required=False)
    holds_back = forms.BooleanField(label=_("A facilitator reads them before others do"), required=False)
    pause = forms.TypedChoiceField(
        label=_("How soon can one person send the next?"),
        coerce=int,
        choices=[(0, _("At once")), (30, _("After half a minute")), (120, _("After two minutes"))],
    )
    lets_visitors = forms.BooleanField(
        label=_("People who are not signed in can follow with the code"),
        help_text=_(
            "Whoever has the code then reads what members read, names included, and can ask without a name. They cannot vote. "
            "Ask the members first."
        ),
        required=False,
    )
    counts_people = forms.BooleanField(
        label=_("The scribe counts by person"),
        help_text=_("Only if your charter says so. Names go out of the count 30 days after the meeting."),
        required=False,
    )

    def __init__(self, posted: Any = None, *, room: Room) -> None:
        super().__init__(posted, initial={name: getattr(room, name) for name in Manner.__dataclass_fields__})

    def manner(self) -> Manner:
        return Manner(**self.cleaned_data)


class TapForm(forms.Form):
    """Somebody spoke: of which group or who, whether it was a question, and to whom."""

    group = forms.IntegerField(required=False, min_value=1)
    person = forms.IntegerField(required=False, min_value=1)
    is_question = forms.BooleanField(required=False)
    aimed_at = forms.IntegerField(required=False, min_value=1)
    key = forms.CharField(max_length=40, required=False)
