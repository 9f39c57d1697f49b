"""The ballots of all proposals of a decision on one page."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from mindlines.coproduction.actions.decisions.objections import Objected
from mindlines.coproduction.actions.decisions.voting import Filled, Given
from mindlines.coproduction.queries.decisions.page import Voted
from mindlines.kernel.identifiers import link_secret
from mindlines.ui.forms import InlineRadios
from mindlines.voice.actions.ballots import LONGEST_LINE, Answer
from mindlines.voice.choices import PollKind
from mindlines.voice.queries.polls import SURE

LONGEST_OBJECTION = 1000
LEFT_OUT = "left-out"
_GONE = {"invalid_choice": _("This answer is not on the list any more. Choose again.")}


class VoteForm(forms.Form):
    """One answer for each proposal. Of several, one can be left out."""

    is_anonymous = forms.BooleanField(
        label=_("My objection stands there without my name"),
        help_text=_("Otherwise people can come and talk with you about it."),
        required=False,
    )
    key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, votes: list[Voted]) -> None:
        super().__init__(data, initial={"key": link_secret()})
        self.votes = votes
        for vote in votes:
            for name, field in _fields(vote, is_alone=len(votes) == 1).items():
                self.fields[f"{name}_{vote.proposal.pk}"] = field
        if not any(_is_consent(vote) for vote in votes):
            del self.fields["is_anonymous"]

    @property
    def parts(self) -> list[list[BoundField]]:
        """The fields of each proposal."""
        names = ("answer", "objection", "sure", "why")
        listed = [[f"{name}_{vote.proposal.pk}" for name in names] for vote in self.votes]
        return [[self[name] for name in part if name in self.fields] for part in listed]

    @property
    def last(self) -> list[BoundField]:
        return [self[name] for name in ("is_anonymous", "key") if name in self.fields]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors and all(self._is_left_out(vote) for vote in self.votes):
            self.add_error(None, _("Choose an answer first."))
        for vote in self.votes:
            name = f"objection_{vote.proposal.pk}"
            if self._objects(vote) and not cleaned.get(name) and not _objected_before(vote):
                self.add_error(name, _("Write what speaks against it. An objection counts with its reason."))
        return cleaned

    def filled(self) -> Filled:
        """The clean answers, and what speaks against the proposals to which this voter objects."""
        return Filled(self._given(), self._objections())

    def _given(self) -> list[Given]:
        found = []
        for vote in self.votes:
            value = self._said(vote, "answer")
            if not self._is_left_out(vote):
                kept = [value] if vote.poll.kind == PollKind.CHOICE else value
                answer = Answer(kept, sure=self._said(vote, "sure"), why=self._said(vote, "why") or "")
                found.append(Given(vote.poll, answer))
        return found

    def _objections(self) -> list[Objected]:
        written = [(vote.proposal, self._said(vote, "objection")) for vote in self.votes if self._objects(vote)]
        nameless, key = self.cleaned_data.get("is_anonymous", False), self.cleaned_data["key"]
        return [Objected(each, str(words), nameless, f"{key[:30]}-{each.position}") for each, words in written if words]

    def _objects(self, vote: Voted) -> bool:
        return _is_consent(vote) and self._said(vote, "answer") == vote.sheet.choices[-1].key

    def _is_left_out(self, vote: Voted) -> bool:
        return self._said(vote, "answer") in (LEFT_OUT, None)

    def _said(self, vote: Voted, name: str) -> Any:
        return self.cleaned_data.get(f"{name}_{vote.proposal.pk}")


def _number(key: str) -> int | None:
    return int(key) if key != LEFT_OUT else None


def _is_consent(vote: Voted) -> bool:
    return vote.poll.kind == PollKind.CHOICE


def _objected_before(vote: Voted) -> bool:
    return vote.sheet.choices[-1].is_given


def _fields(vote: Voted, *, is_alone: bool) -> dict[str, forms.Field]:
    fields: dict[str, forms.Field] = {"answer": _answer(vote, is_alone=is_alone)}
    if _is_consent(vote):
        fields["objection"] = forms.CharField(
            label=_("If you object: what speaks against it?"),
            help_text=_("Everybody reads it, so that the proposal can be changed to meet it."),
            max_length=LONGEST_OBJECTION,
            required=False,
            widget=forms.Textarea(attrs={"rows": 2, "data-keep": True}),
        )
    if vote.sheet.sure:
        fields["sure"] = forms.TypedChoiceField(
            label=_("How sure are you?"),
            choices=[(str(number), words) for number, words in SURE.items()],
            coerce=int,
            required=False,
            empty_value=None,
            initial=next((choice.key for choice in vote.sheet.sure if choice.is_given), None),
            widget=InlineRadios,
        )
    if vote.poll.is_paired and vote.poll.is_second_time:
        fields["why"] = forms.CharField(
            label=_("What changed your mind, if anything?"),
            help_text=_("One line. It is shown with the result, without a name."),
            max_length=LONGEST_LINE,
            required=False,
            initial=vote.sheet.why,
            widget=forms.TextInput(attrs={"autocomplete": "off"}),
        )
    return fields


def _answer(vote: Voted, *, is_alone: bool) -> forms.Field:
    given = next((choice.key for choice in vote.sheet.choices if choice.is_given), None)
    choices = [(choice.key, choice.words) for choice in vote.sheet.choices]
    if not is_alone and given is None:
        choices.append((LEFT_OUT, _("I leave this one out")))
    more: dict[str, Any] = {
        "label": vote.proposal.words,
        "choices": choices,
        "initial": given,
        "error_messages": {**_GONE, "required": _("Choose an answer to “%(words)s”.") % {"words": vote.proposal.words}},
    }
    if vote.poll.kind == PollKind.CHOICE:
        return forms.ChoiceField(widget=forms.RadioSelect, **more)
    if vote.poll.kind == PollKind.SCALE:
        hint = _("1 is the least, 9 is the most.")
        return forms.TypedChoiceField(widget=InlineRadios, coerce=_number, help_text=hint, **more)
    return forms.TypedChoiceField(widget=forms.RadioSelect, coerce=_number, **more)
