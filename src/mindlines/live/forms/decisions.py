"""An answer to a proposal that is decided by consent, with the reason of whoever objects."""

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.coproduction.actions.decisions.objections import Objected
from mindlines.coproduction.actions.decisions.voting import Filled, Given
from mindlines.coproduction.queries.decisions.page import Voted
from mindlines.voice.actions.ballots import LONGEST_LINE, Answer
from mindlines.voice.queries.polls import SURE, Sheet

LONGEST_OBJECTION = 1000


class ConsentForm(forms.Form):
    """The part of the room draws it; this reads what came back."""

    objection = forms.CharField(max_length=LONGEST_OBJECTION, required=False)
    is_anonymous = forms.BooleanField(required=False)
    sure = forms.TypedChoiceField(
        choices=[(str(number), words) for number, words in SURE.items()], coerce=int, required=False, empty_value=None
    )
    why = forms.CharField(max_length=LONGEST_LINE, required=False)
    key = forms.CharField(max_length=40, required=False)

    def __init__(self, data: Any, *, vote: Voted) -> None:
        super().__init__(data, auto_id=f"b{vote.poll.pk}-%s")
        self.vote = vote
        self.fields["answer"] = forms.ChoiceField(
            choices=[(choice.key, choice.words) for choice in vote.sheet.choices],
            widget=forms.RadioSelect,
            error_messages={
                "required": _("Choose an answer first."),
                "invalid_choice": _("This answer is not on the list any more. Choose again."),
            },
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        has_objected = self.vote.sheet.choices[-1].is_given
        if (
            self._objects(cleaned)
            and not cleaned.get("objection")
            and not has_objected
            and "objection" not in self.errors
        ):
            self.add_error("objection", _("Write what speaks against it. An objection counts with its reason."))
        return cleaned

    @property
    def redrawn(self) -> Sheet:
        """The ballot with what was sent, to be corrected."""
        sheet, sent = self.vote.sheet, self.data
        choices = tuple(replace(each, is_given=each.key == sent.get("answer")) for each in sheet.choices)
        sure = tuple(replace(each, is_given=each.key == sent.get("sure")) for each in sheet.sure)
        return replace(sheet, choices=choices, sure=sure, why=sent.get("why", "")[:LONGEST_LINE])

    def filled(self) -> Filled:
        """The clean answer, with what speaks against the proposal where somebody objects and says why."""
        cleaned, poll = self.cleaned_data, self.vote.poll
        sure = cleaned["sure"] if poll.asks_sure else None
        given = Given(poll, Answer([cleaned["answer"]], sure=sure, why=cleaned["why"]))
        if not self._objects(cleaned) or not cleaned["objection"]:
            return Filled([given])
        objected = Objected(self.vote.proposal, cleaned["objection"], cleaned["is_anonymous"], cleaned["key"])
        return Filled([given], [objected])

    def _objects(self, cleaned: dict[str, Any]) -> bool:
        return bool(cleaned.get("answer") == self.vote.sheet.choices[-1].key)
