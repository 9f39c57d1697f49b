from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.voice.models import Debrief, Mirror

EQUAL = [
    (5, _("Everyone was heard alike")),
    (4, _("Mostly alike")),
    (3, _("Some were heard more")),
    (2, _("A few did most of the talking")),
    (1, _("Far from equal")),
]


class DebriefForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    """One minute, three lines and one tick, all of them free."""

    equal = forms.TypedChoiceField(
        label=_("How equal did it feel?"),
        choices=EQUAL,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Debrief
        fields = ("equal", "went_well", "quiet", "next_time")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for name in ("went_well", "quiet", "next_time"):
            self.fields[name].widget.attrs["rows"] = 3


class MirrorForm(forms.ModelForm):  # type: ignore[type-arg]  # as above
    class Meta:
        model = Mirror
        fields = ("how_agreed",)
        help_texts = {"how_agreed": _("For example: at the meeting in May, nobody was against it.")}
