from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community
from mindlines.coproduction.actions.scorings import Begun
from mindlines.coproduction.models import Candidate, Yardstick
from mindlines.coproduction.queries import scorings as queries
from mindlines.kernel.identifiers import link_secret
from mindlines.ui.forms import RowsField

UNKNOWN, MOST = "unknown", 20


class BeginForm(forms.Form):
    """What is chosen between, and by which of the community's own criteria."""

    title = forms.CharField(label=_("What do we choose between?"), max_length=150)
    words = forms.CharField(
        label=_("What to know before you score"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "data-keep": True}),
    )
    candidates = forms.CharField(
        label=_("What could we work on? One on a line"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6, "data-keep": True}),
        help_text=_("At least two, at most twenty."),
    )
    criteria = RowsField(
        None,
        label=_("By which criteria?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least one criterion.")},
    )
    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)

    def __init__(self, *args: Any, community: Community, **more: Any) -> None:
        super().__init__(*args, **more)
        found = queries.criteria(community)
        self.fields["criteria"].queryset = found  # type: ignore[attr-defined]
        self.fields["criteria"].initial = list(found)
        self.fields["key"].initial = link_secret()

    def clean_candidates(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["candidates"].splitlines() if line.strip()]
        found = list(dict.fromkeys(lines))
        if len(found) < 2:
            raise forms.ValidationError(_("Write at least two, each on a line of its own."))
        if len(found) > MOST:
            raise forms.ValidationError(_("Write at most twenty. More cannot be scored with care."))
        if long := [line for line in found if len(line) > 150]:
            raise forms.ValidationError(_("This line is too long: “%(line)s…”"), params={"line": long[0][:40]})
        return found

    def begun(self) -> Begun:
        values = self.cleaned_data
        return Begun(
            title=values["title"],
            candidates=values["candidates"],
            criteria=list(values["criteria"]),
            words=values["words"],
            key=values["key"],
        )


class ScoreForm(forms.Form):
    """One answer for each candidate and each criterion; what is left empty is asked again another time."""

    def __init__(
        self,
        *args: Any,
        candidates: Sequence[Candidate],
        yardsticks: Sequence[Yardstick],
        given: dict[tuple[int, int], int | None],
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.candidates, self.yardsticks = candidates, yardsticks
        choices = [("", _("Choose")), *queries.VALUES.items(), (UNKNOWN, _("I don’t know"))]
        for candidate in candidates:
            for yardstick in yardsticks:
                at = (candidate.pk, yardstick.pk)
                value = given.get(at)
                self.fields[_name(*at)] = forms.ChoiceField(
                    label=yardstick.words,
                    choices=choices,
                    required=False,
                    initial=(UNKNOWN if value is None else value) if at in given else "",
                )

    @property
    def parts(self) -> list[tuple[Candidate, list[Any]]]:
        """Each candidate with its fields."""
        return [
            (candidate, [self[_name(candidate.pk, yardstick.pk)] for yardstick in self.yardsticks])
            for candidate in self.candidates
        ]

    def given(self) -> dict[tuple[int, int], int | None]:
        found: dict[tuple[int, int], int | None] = {}
        for candidate in self.candidates:
            for yardstick in self.yardsticks:
                typed = self.cleaned_data[_name(candidate.pk, yardstick.pk)]
                if typed != "":
                    found[candidate.pk, yardstick.pk] = None if typed == UNKNOWN else int(typed)
        return found


class CloseForm(forms.Form):
    """Which candidates become priorities."""

    chosen = RowsField(
        None,
        label=_("Which become our priorities?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The scores help you to talk. They do not decide."),
    )

    def __init__(self, *args: Any, candidates: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["chosen"].queryset = candidates  # type: ignore[attr-defined]


def _name(candidate: int, yardstick: int) -> str:
    return f"score-{candidate}-{yardstick}"
