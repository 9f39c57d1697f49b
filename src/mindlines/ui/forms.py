"""How every form looks, and fields that forgive the way people write days and times."""

import re
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField, BoundWidget
from django.forms.renderers import TemplatesSetting
from django.forms.widgets import Input
from django.utils.dates import MONTHS
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from mindlines.ui import dates, looks

_CLOCK = re.compile(r"^(\d{1,2})(?:[.:h ]?(\d{2}))? ?([ap])?\.?(?:m\.?)?$")
_UNNAMED = forms.Field.default_error_messages["required"]
_NAMED_TIMES = {"midday": time(12), "noon": time(12), "midnight": time(0)}


class ShownField(BoundField):
    """A field that knows how it is drawn."""

    @property
    def kind(self) -> str:
        """Which part of the field template draws it."""
        widget = self.field.widget
        if isinstance(widget, forms.CheckboxSelectMultiple):
            return "checkboxes"
        if isinstance(widget, forms.RadioSelect):
            return "radios"
        return "tick" if isinstance(widget, forms.CheckboxInput) else "plain"

    @property
    def anchor(self) -> str:
        """Where a link in the error summary leads."""
        if isinstance(self.field.widget, DayInput):
            return f"{self.auto_id}_day"
        return f"{self.auto_id}_0" if self.field.widget.use_fieldset else self.auto_id

    @property
    def sentences(self) -> list[str]:
        """Errors as sentences; where the form has no words of its own, the label is named."""
        return [self._missing() if str(error) == _UNNAMED else str(error) for error in self.errors]

    def _missing(self) -> str:
        words = _("Tick “%(label)s”.") if self.kind == "tick" else _("Fill in “%(label)s”.")
        if self.kind in ("radios", "checkboxes") or isinstance(self.field.widget, forms.Select):
            words = _("Choose an answer to “%(label)s”.")
        return str(words) % {"label": self.label}

    @property
    def counted(self) -> int | None:
        """The most characters that fit, where people should see how many are left."""
        most = self.field.widget.attrs.get("maxlength")
        return int(most) if most and isinstance(self.field.widget, forms.Textarea) else None

    @property
    def aria_describedby(self) -> str | None:
        """Hint, error and the count of characters."""
        said = super().aria_describedby
        return f"{said or ''} {self.auto_id}-info".strip() if self.counted else said

    @property
    def options(self) -> list[tuple[BoundWidget, str]]:
        """Choices, each with the hint that the widget's `hints` holds for its value."""
        hints: Mapping[str, str] = getattr(self.field.widget, "hints", {})
        pairs = [(option, str(hints.get(str(option.data["value"]), ""))) for option in self.subwidgets]
        for option, hint in pairs:
            option.data["attrs"]["class"] = f"govuk-{self.kind}__input"
            if hint:
                option.data["attrs"]["aria-describedby"] = f"{option.id_for_label}_hint"
        return pairs

    @property
    def tick(self) -> SafeString:
        """A single tick box, styled; its label stands after it."""
        return super().as_widget(attrs={"class": "govuk-checkboxes__input"})

    def as_widget(
        self,
        widget: forms.Widget | None = None,
        attrs: dict[str, Any] | None = None,
        only_initial: bool = False,  # noqa: FBT001, FBT002 - the signature is Django's
    ) -> SafeString:
        """Choices in our own markup, everything else as Django draws it."""
        if widget is None and self.kind in ("radios", "checkboxes"):
            return mark_safe(self.renderer.render("ui/forms/choices.html", {"field": self}))  # noqa: S308 - a rendered template
        return super().as_widget(widget, attrs, only_initial)

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """Adds the class that the widget's kind is drawn with."""
        drawn = widget or self.field.widget
        built = super().build_widget_attrs(attrs, widget)
        own = _widget_class(drawn)
        if own and not drawn.is_hidden:
            error = f" {own}--error" if self.errors else ""
            error += " govuk-js-character-count" if self.counted else ""
            built["class"] = f"{own}{error} {drawn.attrs.get('class', '')} {attrs.get('class', '')}".strip()
        return built


def _widget_class(widget: forms.Widget) -> str:
    if isinstance(widget, forms.Textarea):
        return "govuk-textarea"
    if isinstance(widget, (forms.RadioSelect, forms.CheckboxSelectMultiple, forms.CheckboxInput)):
        return ""
    if isinstance(widget, forms.Select):
        return "govuk-select"
    if isinstance(widget, forms.FileInput):
        return "ml-file"
    return "govuk-input" if isinstance(widget, Input) else ""


class Renderer(TemplatesSetting):
    """Draws every form of the site."""

    form_template_name = "ui/forms/form.html"
    formset_template_name = "ui/forms/formset.html"
    field_template_name = "ui/forms/field.html"
    bound_field_class = ShownField


class HintedRadios(forms.RadioSelect):
    """Radio buttons with a sentence under some of them, by value."""

    def __init__(self, *, hints: Mapping[str, Any]) -> None:
        super().__init__()
        self.hints = hints


class InlineRadios(forms.RadioSelect):
    """A few short answers side by side."""

    is_inline = True


class DayInput(forms.Widget):
    """Day, month and year in three boxes, as people say them."""

    template_name = "ui/forms/day.html"
    use_fieldset = True

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The three boxes with what was typed or kept."""
        context = super().get_context(name, value, attrs)
        typed = (value.isoformat() if isinstance(value, date) else str(value or "")).split("-", 2)
        year, month, day = typed if len(typed) == 3 else ("", "", "")
        boxes = (("day", _("Day"), day), ("month", _("Month"), month), ("year", _("Year"), year))
        context["widget"]["boxes"] = [
            {"part": part, "label": label, "value": shown.lstrip("0")} for part, label, shown in boxes
        ]
        context["widget"]["invalid"] = "aria-invalid" in context["widget"]["attrs"]
        return context

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> str:
        """`year-month-day` as typed; one value under the plain name is taken too."""
        typed = [str(data.get(f"{name}_{part}", "")).strip().replace("-", "") for part in ("year", "month", "day")]
        return "-".join(typed) if any(typed) else str(data.get(name) or "")

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Whether none of the boxes was on the page."""
        return name not in data and not any(f"{name}_{part}" in data for part in ("day", "month", "year"))

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """No label of its own: the legend names the three boxes."""
        return ""


class RowsField(forms.ModelMultipleChoiceField[Any]):
    """Several rows of a table; a number that no database can hold is no row of it."""

    def clean(self, value: Any) -> Any:
        if any(len(str(number)) > _LONGEST_NUMBER for number in value or ()):
            raise ValidationError(self.error_messages["invalid_pk_value"], params={"pk": "…"})
        return super().clean(value)


class DayField(forms.DateField):
    """A day typed as `9 12 2026` or `9 December 2026`."""

    widget = DayInput
    default_error_messages = {
        "required": _("Enter the day, like 9 12 2026."),
        "invalid": _("This is not a real day. Enter it like 9 12 2026."),
        "partial": _("Enter the day, the month and the year, like 9 12 2026."),
    }

    def to_python(self, value: Any) -> date | None:
        """Takes names of months and years of two digits."""
        if not isinstance(value, str) or not value:
            return super().to_python(value)
        parts = value.split("-", 2)
        if len(parts) != 3 or not all(parts):
            raise ValidationError(self.error_messages["partial"], code="partial")
        try:
            year, month, day = _year(parts[0]), _month(parts[1]), int(parts[2])
            return date(year, month, day)
        except (ValueError, OverflowError):
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


_LONGEST_NUMBER = 18
# A slip of the finger; reckoning with times so far away would also overflow.
_YEARS = range(1800, 2200)


def _year(typed: str) -> int:
    year = 2000 + int(typed) if len(typed) == 2 else int(typed)
    if year not in _YEARS:
        raise ValueError(typed)
    return year


def _month(typed: str) -> int:
    if typed.isdigit():
        return int(typed)
    wanted = typed.casefold().rstrip(".")
    found = [number for number, name in MONTHS.items() if len(wanted) > 2 and str(name).casefold().startswith(wanted)]
    if len(found) != 1:
        raise ValueError(typed)
    return found[0]


class ClockField(forms.TimeField):
    """A time typed as `10am`, `10.30am`, `2:30 pm` or `14:00`."""

    widget = forms.TextInput(attrs={"class": "govuk-input--width-10", "autocomplete": "off"})
    default_error_messages = {
        "required": _("Enter the time, like 10am or 2.30pm."),
        "invalid": _("Enter the time like 10am or 2.30pm."),
        "half": _("Add am or pm to the time, like 2.30pm."),
    }

    def to_python(self, value: Any) -> time | None:
        """Refuses to guess when `2.30` could be night or afternoon."""
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value)
        typed = value.strip().lower()
        if typed in _NAMED_TIMES:
            return _NAMED_TIMES[typed]
        match = _CLOCK.match(typed)
        if match is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return self._time(hour=int(match[1]), minute=int(match[2] or 0), half=match[3])

    def _time(self, *, hour: int, minute: int, half: str | None) -> time:
        if half is None and 1 <= hour <= 6:
            raise ValidationError(self.error_messages["half"], code="half")
        if half is not None and not 1 <= hour <= 12:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if half is not None:
            hour = hour % 12 + (12 if half == "p" else 0)
        try:
            return time(hour, minute)
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def prepare_value(self, value: Any) -> Any:
        """Shown the way people write it."""
        return dates.clock_words(value) if isinstance(value, time) else value


class LooksForm(forms.Form):
    """How the pages look on this device."""

    text_size = forms.ChoiceField(
        label=_("Text size"),
        choices=[("normal", _("Normal")), ("large", _("Large")), ("larger", _("Larger"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a text size.")},
    )
    theme = forms.ChoiceField(
        label=_("Colours"),
        choices=[("auto", _("The same as my device")), ("light", _("Light")), ("dark", _("Dark"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose light, dark or the same as your device.")},
    )
    words = forms.ChoiceField(
        label=_("Words that we explain"),
        help_text=_("Kept on this device alone."),
        choices=[
            (looks.MARKED, _("Mark them in texts, so that I can press them")),
            (looks.UNMARKED, _("Leave texts as they are")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether words are marked in texts.")},
    )

    def chosen(self) -> looks.Looks:
        """The clean answers as one value."""
        return looks.Looks(text_size=self.cleaned_data["text_size"], theme=self.cleaned_data["theme"])


class MoveForm(forms.Form):
    """One thing of a list that can be put in order (`sortable_list`): a step up or down, or to a place counted from 0."""

    item = forms.IntegerField()
    move = forms.ChoiceField(choices=[("up", _("Up")), ("down", _("Down"))], required=False)
    place = forms.IntegerField(min_value=0, max_value=1000, required=False)

    @property
    def steps(self) -> int:
        """How far down; less than 0 is up."""
        return {"up": -1, "down": 1}.get(self.cleaned_data["move"], 0)
