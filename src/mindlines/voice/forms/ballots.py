"""A ballot as it was sent, and the code of a voting slip."""

from dataclasses import replace
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Membership
from mindlines.voice.actions.ballots import LONGEST_LINE, Answer
from mindlines.voice.actions.polls import MOST_OPTIONS
from mindlines.voice.actions.slips import FEWEST_PAPER, MOST_PAPER
from mindlines.voice.choices import PollKind
from mindlines.voice.models import BallotBox, Poll
from mindlines.voice.queries import slips
from mindlines.voice.queries.answers import LONGEST_WORD
from mindlines.voice.queries.polls import SURE, Line, Sheet

NOTHING = _("Choose an answer first.")
LONGEST_CODE = 60


class BallotForm(forms.Form):
    """An answer to one poll. The page draws it from the `Sheet`; this reads what came back."""

    sure = forms.TypedChoiceField(
        choices=[(str(number), words) for number, words in SURE.items()], coerce=int, required=False, empty_value=None
    )
    why = forms.CharField(max_length=LONGEST_LINE, required=False)

    def __init__(self, data: Any, *, sheet: Sheet) -> None:
        super().__init__(data)
        self.sheet, self.poll = sheet, sheet.poll
        for name, field in _fields(sheet).items():
            self.fields[name] = field

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if self.poll.kind in (PollKind.WORDS, PollKind.STATEMENTS) and not self.errors and not self._value():
            self.add_error(None, _("Write a word first.") if self.poll.kind == PollKind.WORDS else NOTHING)
        return cleaned

    @property
    def order(self) -> list[str]:
        """The order of a ranking as it came, after the step that a button asked for."""
        order = [choice for choice in self._sent("order") if choice.isdecimal()]
        step, _colon, key = self.data.get("move", "").partition(":")
        if key in order and step in ("up", "down"):
            place = order.index(key)
            order.insert(max(0, place - 1) if step == "up" else place + 1, order.pop(place))
        return order

    @property
    def redrawn(self) -> Sheet:
        """The ballot with what was sent, to be corrected or moved on."""
        chosen, order = self._sent("answer"), self.order
        choices = [replace(choice, is_given=choice.key in chosen) for choice in self.sheet.choices]
        if self.poll.kind == PollKind.RANKING:
            choices.sort(key=lambda choice: order.index(choice.key) if choice.key in order else len(order))
        boxes = tuple(self.data.get(f"word_{number}", "") for number in range(1, len(self.sheet.boxes) + 1))
        return replace(
            self.sheet,
            choices=tuple(choices),
            boxes=boxes,
            lines=tuple(self._line(line) for line in self.sheet.lines),
            sure=tuple(replace(choice, is_given=choice.key == self.data.get("sure")) for choice in self.sheet.sure),
            why=self.data.get("why", "")[:LONGEST_LINE],
        )

    @property
    def is_moving(self) -> bool:
        """Whether a button moves something up or down, so that nothing is voted yet."""
        return self.poll.kind == PollKind.RANKING and "move" in self.data

    def answer(self) -> Answer:
        """The clean answer."""
        cleaned = self.cleaned_data
        return Answer(self._value(), sure=cleaned["sure"] if self.poll.asks_sure else None, why=cleaned["why"])

    def _line(self, line: Line) -> Line:
        side = self.data.get(f"side_{line.key}")
        return replace(line, sides=tuple(replace(each, is_given=each.key == side) for each in line.sides))

    def _sent(self, name: str) -> list[str]:
        assert isinstance(self.data, QueryDict)  # noqa: S101 - for the type checker
        return [str(value) for value in self.data.getlist(name)][:MOST_OPTIONS]

    def _value(self) -> Any:
        cleaned = self.cleaned_data
        if self.poll.kind == PollKind.WORDS:
            return [cleaned[name] for name in cleaned if name.startswith("word_") and cleaned[name]]
        if self.poll.kind == PollKind.STATEMENTS:
            sides = ((line.key, cleaned.get(f"side_{line.key}")) for line in self.sheet.lines)
            return {key: int(side) for key, side in sides if side}
        if self.poll.kind == PollKind.RANKING:
            return self.order
        answer = cleaned["answer"]
        return [answer] if self.poll.kind == PollKind.CHOICE and self.poll.most == 1 else answer


def _fields(sheet: Sheet) -> dict[str, forms.Field]:
    poll = sheet.poll
    choices = [(choice.key, choice.words) for choice in sheet.choices]
    wanted = {"required": NOTHING, "invalid_choice": _("This answer is not on the list any more. Choose again.")}
    if poll.kind == PollKind.CHOICE and poll.most > 1:
        return {"answer": forms.MultipleChoiceField(choices=choices, error_messages=wanted)}
    if poll.kind == PollKind.CHOICE:
        return {"answer": forms.ChoiceField(choices=choices, error_messages=wanted)}
    if poll.kind in (PollKind.SCALE, PollKind.GRADIENT):
        return {"answer": forms.TypedChoiceField(choices=choices, coerce=int, error_messages=wanted)}
    if poll.kind == PollKind.WORDS:
        words = range(1, len(sheet.boxes) + 1)
        return {f"word_{number}": forms.CharField(max_length=LONGEST_WORD, required=False) for number in words}
    sides = [(choice.key, choice.words) for line in sheet.lines[:1] for choice in line.sides]
    return {f"side_{line.key}": forms.ChoiceField(choices=sides, required=False) for line in sheet.lines}


class SlipForm(forms.Form):
    """The code of a slip of one box, typed by hand."""

    code = forms.CharField(
        label=_("Code of your voting slip"),
        help_text=_("Four groups of four letters and numbers, like HKQ7-3MTW-CDFG-9JKN."),
        max_length=LONGEST_CODE,
        widget=forms.TextInput(
            attrs={
                "class": "govuk-input--width-20",
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
            }
        ),
        error_messages={"required": _("Type the code of your voting slip.")},
    )

    def __init__(self, data: Any = None, *, box: BallotBox) -> None:
        super().__init__(data)
        self.box = box

    def clean_code(self) -> str:
        secret = slips.tidied(self.cleaned_data["code"])
        if not slips.is_valid(self.box, secret=secret):
            raise forms.ValidationError(_("No voting slip has this code. Look at it again, letter by letter."))
        return secret


class CodeForm(SlipForm):
    """The code of the voting slip for a poll."""

    def __init__(self, data: Any = None, *, poll: Poll) -> None:
        super().__init__(data, box=poll.box)


class PrintForm(forms.Form):
    """How many slips or ballots on paper."""

    WRONG = _("Enter a number from 5 to 300.")
    count = forms.IntegerField(
        label=_("How many?"),
        help_text=_("At least 5. Print a few more than you need, so that nobody draws the last one."),
        min_value=FEWEST_PAPER,
        max_value=MOST_PAPER,
        initial=20,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3"}),
        error_messages={"required": WRONG, "invalid": WRONG, "min_value": WRONG, "max_value": WRONG},
    )
    large = forms.BooleanField(label=_("In large print"), required=False)


class VoterForm(forms.Form):
    """For which member something is written down."""

    member = forms.ChoiceField(
        label=_("Who is it?"),
        error_messages={"required": _("Choose a member."), "invalid_choice": _("Choose a member.")},
    )

    def __init__(self, data: Any = None, *, members: list[Membership]) -> None:
        super().__init__(data)
        self.members = {str(member.pk): member for member in members}
        field = self.fields["member"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [("", _("Choose a member")), *((pk, str(member)) for pk, member in self.members.items())]

    @property
    def voter(self) -> Membership:
        return self.members[self.cleaned_data["member"]]
