from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mindlines.kernel.identifiers import link_secret
from mindlines.meetings.actions.notices import Invitation
from mindlines.meetings.actions.replies import Answer
from mindlines.meetings.choices import ReplyWay
from mindlines.meetings.models import Meeting, Reply
from mindlines.meetings.queries import audience, replies
from mindlines.meetings.queries.agenda import GroupSize


class AnnounceForm(forms.Form):
    """Whom to invite, and what to say."""

    who = forms.ChoiceField(
        label=_("Whom do you invite?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whom you invite.")},
    )
    constituencies = forms.TypedMultipleChoiceField(
        label=_("Which groups?"),
        help_text=_("Only if you invite some groups."),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    words = forms.CharField(
        label=_("A few words of your own"),
        help_text=_(
            "They stand at the top of the message. When and where, the agenda and the calendar entry come by themselves."
        ),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "data-keep": True}),
    )
    remind_days = forms.IntegerField(
        label=_("How many days before shall we remind people?"),
        help_text=_("Everyone but those who cannot come. 0 for no reminder."),
        min_value=0,
        max_value=60,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-4"}),
        error_messages={
            "required": _("Enter a number of days, like 3."),
            "invalid": _("Enter a number of days, like 3."),
            "max_value": _("The earliest reminder is 60 days before."),
        },
    )
    key = forms.CharField(max_length=40, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, meeting: Meeting, groups: list[GroupSize]) -> None:
        usual = audience.STEERING if meeting.kind == "steering" else audience.EVERYONE
        super().__init__(data, initial={"who": usual, "remind_days": meeting.remind_days, "key": link_secret()})
        who, some = self.fields["who"], self.fields["constituencies"]
        assert isinstance(who, forms.ChoiceField) and isinstance(some, forms.ChoiceField)  # noqa: S101, PT018 - for the type checker
        who.choices = [
            (audience.EVERYONE, _("All active members")),
            (audience.STEERING, _("The steering group and the facilitators")),
            (audience.SOME, _("Some groups")),
        ]
        some.choices = [(group.pk, f"{group.name} ({group.active})") for group in groups]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("who") == audience.SOME and not cleaned.get("constituencies"):
            self.add_error("constituencies", _("Choose at least one group."))
        return cleaned

    def invitation(self) -> Invitation:
        cleaned = self.cleaned_data
        some = cleaned["constituencies"] if cleaned["who"] == audience.SOME else ()
        return Invitation(
            key=cleaned["key"],
            who=cleaned["who"],
            constituencies=tuple(some),
            words=cleaned["words"],
            remind_days=cleaned["remind_days"],
        )


class WordsForm(forms.Form):
    """A few words that go with a notice."""

    words = forms.CharField(
        label=_("A few words of your own"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class ReplyForm(forms.Form):
    """Whether and how somebody comes."""

    mode = forms.ChoiceField(
        label=_("Will you come?"), widget=forms.RadioSelect, error_messages={"required": _("Say whether you come.")}
    )
    needs = forms.CharField(
        label=_("Anything you need on the day"),
        help_text=_("Facilitators plan the day with it. Erased 30 days after the meeting."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    travel = forms.CharField(
        label=_("Help with travel"),
        help_text=_("For example a taxi or a lift. Erased 30 days after the meeting."),
        max_length=300,
        required=False,
    )

    def __init__(self, data: Any = None, *, meeting: Meeting, reply: Reply | None) -> None:
        said = {"mode": reply.mode, "needs": reply.needs, "travel": reply.travel} if reply else None
        super().__init__(data, initial=said)
        field = self.fields["mode"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [(mode.value, mode.label) for mode in replies.modes(meeting)]

    def answer(self) -> Answer:
        """A quick answer by one button leaves needs and travel as they were."""
        cleaned = self.cleaned_data
        return Answer(
            mode=cleaned["mode"],
            needs=cleaned["needs"] if "needs" in self.data else None,
            travel=cleaned["travel"] if "travel" in self.data else None,
            way=cleaned.get("way") or ReplyWay.SELF,
        )


class ReplyForOtherForm(ReplyForm):
    """An answer that somebody gave by phone or on paper."""

    way = forms.ChoiceField(
        label=_("How did the answer come?"),
        choices=[(way.value, way.label) for way in (ReplyWay.PHONE, ReplyWay.PAPER)],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say how the answer came.")},
    )
    field_order = ("way", "mode", "needs", "travel")

    def __init__(self, data: Any = None, *, meeting: Meeting, reply: Reply | None) -> None:
        super().__init__(data, meeting=meeting, reply=reply)
        self.fields["mode"].label = gettext("Will they come?")
        self.fields["needs"].label = gettext("Anything they need on the day")
