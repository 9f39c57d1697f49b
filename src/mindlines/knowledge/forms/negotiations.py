"""Beginning a negotiation, filling its board, settling it, and looking at it again."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community, Membership
from mindlines.kernel.identifiers import link_secret
from mindlines.knowledge.actions.negotiations import Changed, Settled
from mindlines.knowledge.choices import Outcome, Side
from mindlines.knowledge.forms.patients import NoPatientsForm
from mindlines.knowledge.forms.picking import PickForm
from mindlines.knowledge.queries.negotiations import fingerprint
from mindlines.meetings.queries import notes
from mindlines.ui.forms import DayField, HintedRadios

LONGEST_SIDE, LONGEST_WHY, LONGEST = 4000, 2000, 1000
OUTCOME_HINTS: dict[str, Any] = {
    Outcome.ADOPT: _("We do it the way the research did."),
    Outcome.ADAPT: _("We do it, and change something. Write down what below."),
    Outcome.TRIAL: _("We try it in a small place for a while, and then look at it again."),
    Outcome.DEFER: _("Something is missing. Say what, and when we come back to it."),
    Outcome.REJECT: _("We do not do it here. Say why, so that others can follow."),
}
# What must be looked at again has a day for it.
NEED_A_DAY = (Outcome.ADAPT, Outcome.TRIAL, Outcome.DEFER)


class BeginForm(forms.Form):
    """In which setting a statement is negotiated, and where people talk about it."""

    setting = forms.CharField(
        label=_("Where would it be done?"),
        max_length=150,
        help_text=_(
            "One place or one service, like “The physiotherapy clinic in Leek”. Elsewhere it may be different."
        ),
        error_messages={"required": _("Write where it would be done.")},
    )
    place = forms.ChoiceField(
        label=_("Where do we talk about it?"),
        required=False,
        help_text=_("A meeting, or one item of its agenda. You can leave it open."),
    )
    key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, places: list[tuple[str, str]], setting: str = "") -> None:
        super().__init__(data, initial={"key": link_secret(), "setting": setting})
        self.fields["place"].choices = [("", _("In no meeting yet")), *places]  # type: ignore[attr-defined]


class SideForm(NoPatientsForm):
    """What one side of the board says."""

    scanned = ("words",)

    words = forms.CharField(
        label=_("In words"),
        required=False,
        max_length=LONGEST_SIDE,
        widget=forms.Textarea(attrs={"rows": 10, "data-keep": True}),
    )
    seen = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, words: str) -> None:
        super().__init__(data, initial={"words": words, "seen": fingerprint(words)})

    def after(self, saved: str) -> "SideForm":
        """The same words once more, for whoever has now read what somebody else wrote in between."""
        again = SideForm(words=saved)
        again.initial["words"] = self.cleaned_data["words"]
        return again


class AttachForm(PickForm):
    """Things for one side of the board."""

    side = forms.ChoiceField(label=_("On which side?"), choices=Side.choices, widget=forms.RadioSelect)


class SettleForm(NoPatientsForm):
    """What the community does, why, and what is different when it adapts."""

    scanned = ("why", "changed", "because", "core_lost", "still_works")

    outcome = forms.ChoiceField(
        label=_("What do we do?"),
        choices=Outcome.choices,
        widget=HintedRadios(hints=OUTCOME_HINTS),
        error_messages={"required": _("Choose what we do.")},
    )
    why = forms.CharField(
        label=_("Why?"),
        max_length=LONGEST_WHY,
        help_text=_("What spoke for it and what against, and what made the difference."),
        widget=forms.Textarea(attrs={"rows": 4, "data-keep": True}),
        error_messages={"required": _("Write why. People who were not there want to know.")},
    )
    review_on = DayField(
        label=_("When do we look at it again?"),
        required=False,
        help_text=_("Needed to adapt, to try out and to defer. Facilitators are reminded on this day."),
    )
    changed = forms.CharField(
        label=_("What is different from the research?"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3, "data-keep": True}),
    )
    because = forms.CharField(
        label=_("Why is it different?"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3, "data-keep": True}),
    )
    core_lost = forms.CharField(
        label=_("Which part that made it work is lost?"),
        required=False,
        max_length=LONGEST,
        help_text=_("Leave it empty if nothing of that kind is lost."),
        widget=forms.Textarea(attrs={"rows": 2, "data-keep": True}),
    )
    still_works = forms.CharField(
        label=_("How will we see that it still works?"),
        required=False,
        max_length=LONGEST,
        help_text=_("Something that can be counted or asked on the day we look at it again."),
        widget=forms.Textarea(attrs={"rows": 2, "data-keep": True}),
    )
    adaptation = ("changed", "because", "core_lost", "still_works")
    needed: dict[str, Any] = {
        "changed": _("Write what is different from the research."),
        "because": _("Write why it is different."),
        "still_works": _("Write how we will see that it still works."),
    }

    @property
    def first_fields(self) -> list[Any]:
        return [self[name] for name in ("outcome", "why", "review_on")]

    @property
    def adaptation_fields(self) -> list[Any]:
        return [self[name] for name in self.adaptation]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        outcome = cleaned.get("outcome")
        if outcome in NEED_A_DAY and not cleaned.get("review_on") and "review_on" not in self.errors:
            self.add_error("review_on", _("Choose a day on which we look at it again."))
        if outcome == Outcome.ADAPT:
            for name in self.needed.keys() - self.errors.keys():
                if not cleaned.get(name):
                    self.add_error(name, self.needed[name])
        elif outcome and any(cleaned.get(name) for name in self.adaptation):
            self.add_error("outcome", _("You wrote what is different. Choose “Adapt”, or empty those boxes."))
        return cleaned

    def settled(self) -> Settled:
        said = self.cleaned_data
        is_adapted = said["outcome"] == Outcome.ADAPT
        return Settled(
            outcome=said["outcome"],
            why=said["why"],
            review_on=said["review_on"],
            adaptation=Changed(**{name: said[name] for name in self.adaptation}) if is_adapted else None,
        )


class ReviewForm(NoPatientsForm):
    """What was found when it was looked at again."""

    scanned = ("found",)

    found = forms.CharField(
        label=_("What did you find?"),
        max_length=LONGEST,
        help_text=_("Does it still work? Is it still done? What do people say who live with it?"),
        widget=forms.Textarea(attrs={"rows": 4, "data-keep": True}),
        error_messages={"required": _("Write what you found, in a sentence or two.")},
    )
    on = DayField(label=_("When was it looked at?"))
    again_on = DayField(
        label=_("When do we look again?"), required=False, help_text=_("Leave it empty if this was the last time.")
    )

    def review(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("found", "on", "again_on")}


class StepForm(forms.Form):
    """Something that somebody does because of it."""

    words = forms.CharField(
        label=_("What is to be done?"), max_length=300, error_messages={"required": _("Write what is to be done.")}
    )
    owner = forms.CharField(
        label=_("Who does it?"),
        required=False,
        max_length=200,
        help_text=_("The whole name, as it is on the people page. Leave it empty if nobody does it yet."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    due_on = DayField(label=_("By when?"), required=False)

    def __init__(self, data: Any = None, *, community: Community) -> None:
        super().__init__(data)
        self.community = community

    def clean_owner(self) -> Membership | None:
        """The one member of that name."""
        typed = str(self.cleaned_data["owner"]).strip()
        found = notes.named(self.community, name=typed) if typed else []
        if typed and not found:
            raise forms.ValidationError(_("No member has this name. Look it up on the people page."))
        if len(found) > 1:
            raise forms.ValidationError(_("Several members have this name. Leave it empty, and agree it in a meeting."))
        return found[0] if found else None
