from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community
from mindlines.kernel.identifiers import link_secret
from mindlines.preparation.actions.arranging import PathWords, StepWords
from mindlines.preparation.choices import Inside, StepKind
from mindlines.preparation.models import PathStep, PreparationPath
from mindlines.preparation.queries import paths as queries


class PathForm(forms.Form):
    """What a path is called, and for whom it is."""

    title = forms.CharField(
        label=_("Title"), max_length=100, error_messages={"required": _("Give it a title, like “Getting ready”.")}
    )
    about = forms.CharField(label=_("What is it for?"), max_length=300, required=False)
    constituency: Any = forms.ModelChoiceField(None, label=_("For whom?"), required=False, empty_label=_("Everybody"))
    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args: Any, community: Community, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["constituency"].queryset = queries.groups(community)  # type: ignore[attr-defined]
        self.fields["key"].initial = link_secret()

    def words(self) -> PathWords:
        return PathWords(**self.cleaned_data)


class StepForm(forms.Form):
    """What one step says."""

    kind = forms.ChoiceField(label=_("What do people do?"), choices=StepKind.choices)
    title = forms.CharField(label=_("Title"), max_length=120, error_messages={"required": _("Give the step a title.")})
    words = forms.CharField(
        label=_("Words"),
        max_length=6000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8, "data-keep": ""}),
        help_text=_("Short sentences, everyday words. Leave an empty line between paragraphs."),
    )
    easy = forms.CharField(
        label=_("The same in easy read"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8, "data-keep": ""}),
        help_text=_("One short sentence on each line. People who need easy read see this first."),
    )
    minutes = forms.IntegerField(
        label=_("How many minutes does it take?"),
        min_value=1,
        max_value=120,
        initial=5,
        error_messages={"required": _("Write a number of minutes."), "invalid": _("Write a whole number, like 5.")},
    )
    inside = forms.ChoiceField(
        label=_("Does it lead to a page here?"), choices=[("", _("No")), *Inside.choices], required=False
    )
    link = forms.URLField(
        label=_("Or to a page, film or file elsewhere?"), max_length=500, required=False, assume_scheme="https",
        error_messages={"invalid": _("Write the whole address. It begins with https://")},
    )  # fmt: skip
    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["key"].initial = link_secret()

    def step_words(self) -> StepWords:
        return StepWords(**self.cleaned_data)


class CallForm(forms.Form):
    """When a call would suit somebody."""

    when = forms.CharField(
        label=_("When does it suit you?"),
        max_length=200,
        required=False,
        help_text=_("For example: weekday mornings. A facilitator sees this and your phone number."),
    )


class ReminderForm(forms.Form):
    """What the reminder says."""

    words = forms.CharField(
        label=_("Your words"),
        max_length=1500,
        widget=forms.Textarea(attrs={"rows": 8, "data-keep": ""}),
        help_text=_("The address of the page “Get ready” is put below your words."),
        error_messages={"required": _("Write a few kind words.")},
    )


def path_initial(path: PreparationPath) -> dict[str, Any]:
    return {"title": path.title, "about": path.about, "constituency": path.constituency_id}


def step_initial(step: PathStep) -> dict[str, Any]:
    names = ("kind", "title", "words", "easy", "minutes", "inside", "link")
    return {name: getattr(step, name) for name in names}
