"""Priorities, criteria, what happened outside, and reviews."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.actions.reviews import Verdict
from mindlines.communities.choices import ReviewOutcome
from mindlines.communities.models import ContextEvent, Criterion, Priority
from mindlines.ui.forms import DayField, InlineRadios, RowsField

SAYS_WHY = _("Write why, in a sentence or two.")


class PriorityForm(forms.ModelForm[Priority]):
    """What we work on, why, and which of our criteria it meets."""

    class Meta:
        model = Priority
        fields = ("title", "why", "meets")
        widgets = {"why": forms.Textarea(attrs={"rows": 4, "data-keep": True}), "meets": forms.CheckboxSelectMultiple}
        field_classes = {"meets": RowsField}
        error_messages = {"title": {"required": _("Write what the community works on.")}}

    def __init__(self, *args: Any, criteria: QuerySet[Criterion], taken: Collection[str] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.taken = taken
        self.fields["meets"].queryset = criteria  # type: ignore[attr-defined]  # a choice of models
        if not criteria:
            del self.fields["meets"]

    def clean_title(self) -> str:
        title = str(self.cleaned_data["title"])
        if title.lower() in self.taken:
            raise forms.ValidationError(_("There is already a priority with this title. Choose another title."))
        return title

    @property
    def why(self) -> str:
        return str(self.cleaned_data["why"])

    @property
    def meets(self) -> list[Criterion]:
        return list(self.cleaned_data.get("meets", ()))


class MoveForm(forms.Form):
    """One thing of a list: a step up or down, or to a place."""

    item = forms.IntegerField()
    move = forms.ChoiceField(choices=[("up", _("Up")), ("down", _("Down"))], required=False)
    place = forms.IntegerField(min_value=0, required=False)

    @property
    def steps(self) -> int:
        return {"up": -1, "down": 1}.get(self.cleaned_data["move"], 0)


class CriterionForm(forms.Form):
    """A reason by which this community chooses."""

    words = forms.CharField(
        label=_("Criterion"),
        help_text=_("For example: a patient priority; quoted in national guidance; an implementation plan exists."),
        max_length=150,
        error_messages={"required": _("Write the criterion.")},
    )

    def __init__(self, *args: Any, taken: Collection[str] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.taken = taken

    def clean_words(self) -> str:
        words = str(self.cleaned_data["words"])
        if words.lower() in self.taken:
            raise forms.ValidationError(_("There is already a criterion with these words."))
        return words


class EventForm(forms.ModelForm[ContextEvent]):
    """What happened outside."""

    on = DayField(label=_("When"), initial=timezone.localdate)

    class Meta:
        model = ContextEvent
        fields = ("title", "on", "words", "source")
        widgets = {"words": forms.Textarea(attrs={"rows": 4, "data-keep": True})}
        help_texts = {
            "title": _("For example: Clinics close because of the pandemic."),
            "words": _("What does it change for the people we work for, and for our work?"),
        }
        error_messages = {"title": {"required": _("Write what happened.")}}


class VerdictForm(forms.Form):
    """What is done with one priority, and why."""

    outcome = forms.ChoiceField(
        label=_("What do we do with it?"),
        choices=ReviewOutcome.choices,
        widget=InlineRadios,
        error_messages={"required": _("Choose keep, adapt, pause or stop.")},
    )
    why = forms.CharField(
        label=_("Why?"),
        validators=[MaxLengthValidator(2000)],
        widget=forms.Textarea(attrs={"rows": 2, "data-keep": True}),
        error_messages={"required": SAYS_WHY},
    )
    change = forms.CharField(
        label=_("What changes?"),
        help_text=_("Needed when you adapt it."),
        validators=[MaxLengthValidator(2000)],
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "data-keep": True}),
    )

    def __init__(self, data: Any = None, *, priority: Priority) -> None:
        super().__init__(data, prefix=f"p{priority.pk}")
        self.priority = priority

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("outcome") == ReviewOutcome.ADAPT and not said.get("change"):
            self.add_error("change", _("Write what changes."))
        return said


class ReviewForm(forms.Form):
    """A verdict on each priority, when they were given, and what the writer had seen."""

    on = DayField(label=_("When did you review this?"), initial=timezone.localdate)
    because: "forms.ModelChoiceField[ContextEvent]" = forms.ModelChoiceField(
        queryset=None, label=_("Because of"), empty_label=_("Nothing in particular"), required=False
    )
    based_on = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any = None,
        *,
        based_on: int,
        priorities: Sequence[Priority],
        events: QuerySet[ContextEvent] | None = None,
    ) -> None:
        super().__init__(data, initial={"based_on": based_on})
        if events is None:
            del self.fields["because"]
        else:
            self.fields["because"].queryset = events  # type: ignore[attr-defined]  # a choice of models
        self.parts = [VerdictForm(data, priority=priority) for priority in priorities]

    def is_valid(self) -> bool:
        """Every part is looked at, so that the reader sees all mistakes at once."""
        return all([super().is_valid(), *[part.is_valid() for part in self.parts]])

    @property
    def all_forms(self) -> list[forms.Form]:
        return [self, *self.parts]

    @property
    def has_errors(self) -> bool:
        return any(form.errors for form in self.all_forms)

    @property
    def verdicts(self) -> list[Verdict]:
        """What was decided about each priority."""
        return [Verdict(priority=part.priority, **part.cleaned_data) for part in self.parts]

    @property
    def on_day(self) -> date:
        day: date = self.cleaned_data["on"]
        return day

    @property
    def reason(self) -> ContextEvent | None:
        return self.cleaned_data.get("because")

    @property
    def seen(self) -> int:
        return int(self.cleaned_data["based_on"])

    def start_over(self, words: str, *, newest: int) -> None:
        """Say that somebody was quicker; from now on the reader has seen their review, and what was typed stays."""
        self.data = self.data.copy()  # type: ignore[attr-defined]  # a QueryDict
        self.data["based_on"] = str(newest)  # type: ignore[index]  # a copy can be changed
        self.add_error(None, words)


class KindForm(forms.Form):
    """Which part of a list is shown; an unknown kind shows everything."""

    kind = forms.ChoiceField(label=_("Show"))

    def __init__(self, asked: str, *, kinds: Mapping[str, Any]) -> None:
        self.chosen = asked if asked in kinds else ""
        super().__init__(initial={"kind": self.chosen})
        self.fields["kind"].choices = [("", _("Everything")), *kinds.items()]  # type: ignore[attr-defined]  # choices
