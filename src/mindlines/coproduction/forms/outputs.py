"""Beginning an output, writing it in the plain form, remarking, thanking."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Membership
from mindlines.coproduction.actions.outputs import Grounds, NewOutput
from mindlines.coproduction.actions.remarks import NewRemark
from mindlines.coproduction.choices import CreditNaming, OutputKind, OutputState
from mindlines.coproduction.models import Decision, Output
from mindlines.coproduction.queries import outputs as queries
from mindlines.kernel.identifiers import link_secret
from mindlines.meetings.queries import notes
from mindlines.ui.forms import HintedRadios
from mindlines.ui.picking import PickField, PickForm

LONGEST_TEXT = 1_000_000


class FilterForm(forms.Form):
    """What a list shows; what makes no sense is passed over."""

    kind = forms.ChoiceField(label=_("What"), required=False, choices=[("", _("Everything")), *OutputKind.choices])
    state = forms.ChoiceField(
        label=_("How far"), required=False, choices=[("", _("All but withdrawn")), *OutputState.choices]
    )

    def wanted(self) -> dict[str, str]:
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in ("kind", "state")}

    def is_narrowed(self) -> bool:
        """Whether anything was chosen."""
        return any(self.wanted().values())


class OutputForm(forms.Form):
    """What is to be made."""

    title = forms.CharField(
        label=_("What do you call it?"), max_length=200, error_messages={"required": _("Give it a title.")}
    )
    kind = forms.ChoiceField(
        label=_("What is it?"), choices=OutputKind.choices, initial=OutputKind.DOCUMENT, widget=forms.RadioSelect
    )
    about = forms.CharField(
        label=_("What is it for?"),
        required=False,
        max_length=300,
        help_text=_("One sentence: who will use it, and what for."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    link = forms.URLField(
        label=_("Where can it be seen?"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("If it is a video, or stands somewhere else: its address. You can leave this empty."),
        error_messages={"invalid": _("Write a whole address, such as https://example.org/video.")},
    )
    key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None, **more: Any) -> None:
        super().__init__(data, initial={"key": link_secret(), **(initial or {})}, **more)

    def new(self, *, comes_from: Decision | None = None) -> NewOutput:
        return NewOutput(**self.cleaned_data, comes_from=comes_from)

    def about_it(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("title", "kind", "about", "link")}


class PlainForm(forms.Form):
    """The whole text with simple marks, and what it was when the page was opened."""

    words = forms.CharField(
        label=_("Text"),
        required=False,
        max_length=LONGEST_TEXT,
        help_text=_(
            "Leave an empty line between paragraphs. Begin a heading with ##, a point of a list with - and a quote with >. "
            "Write **two stars** around strong words."
        ),
        widget=forms.Textarea(attrs={"rows": 24, "data-keep": True}),
    )
    before = forms.CharField(required=False, max_length=LONGEST_TEXT, strip=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, now: str) -> None:
        super().__init__(data, initial={"words": now, "before": now})
        # The count of letters is of no use to whoever writes a long text.
        self.fields["words"].widget.attrs.pop("maxlength", None)


class KeepForm(forms.Form):
    note = forms.CharField(
        label=_("What changed?"),
        required=False,
        max_length=300,
        help_text=_("A few words, so that others find it again."),
    )


class RemarkForm(forms.Form):
    """A comment, or other words for a passage."""

    passage = forms.CharField(
        label=_("Which words is it about?"),
        required=False,
        max_length=1000,
        help_text=_("Copy them from the text. Leave this empty if it is about the whole."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    instead = forms.CharField(
        label=_("Say this instead"),
        required=False,
        max_length=2000,
        help_text=_("Only if you suggest other words. Leave this empty for a comment."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    words = forms.CharField(
        label=_("Your comment"),
        required=False,
        max_length=2000,
        help_text=_("Others see your name beside it, so that they can answer you. It is kept with the text."),
        widget=forms.Textarea(attrs={"rows": 3, "data-keep": True}),
    )
    key = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, on: Output) -> None:
        super().__init__(data, initial={"key": link_secret()})
        self.on = on

    def clean_passage(self) -> str:
        """As it stands in a paragraph: a passage copied over a line end has a space there."""
        return " ".join(str(self.cleaned_data["passage"]).split())

    def clean_instead(self) -> str:
        return " ".join(str(self.cleaned_data["instead"]).split())

    def clean(self) -> dict[str, Any]:
        """There must be words; a suggestion needs a passage that can be found."""
        found = super().clean() or {}
        if not (found.get("words") or found.get("instead")):
            self.add_error("words", _("Write a comment, or say what should stand there instead."))
        passage = found.get("passage", "")
        if found.get("instead") and not passage:
            self.add_error("passage", _("Copy the words here that you would say otherwise."))
        elif found.get("instead"):
            self._look_for(passage)
        return found

    def _look_for(self, passage: str) -> None:
        times = queries.times_in_text(self.on, passage=passage)
        if times == 0:
            self.add_error(
                "passage", _("These words do not stand in one paragraph of the text. Copy them again from the text.")
            )
        elif times > 1:
            self.add_error("passage", _("These words stand there more than once. Copy a few more words around them."))

    def new(self) -> NewRemark:
        return NewRemark(**self.cleaned_data)


class SettleForm(forms.Form):
    """What becomes of a remark."""

    answer = forms.CharField(label=_("Answer"), required=False, max_length=500)

    def words(self) -> str:
        return str(self.cleaned_data["answer"]) if self.is_valid() else ""


NAMING_HINTS: dict[str, Any] = {
    CreditNaming.GROUP: _("Only the name of your group stands there. This is what we do until you choose."),
    CreditNaming.NOBODY: _("Nothing stands there about you."),
}


class WishForm(forms.Form):
    """How somebody wishes to be thanked."""

    naming = forms.ChoiceField(
        label=_("How shall we thank you?"),
        choices=CreditNaming.choices,
        initial=CreditNaming.GROUP,
        widget=HintedRadios(hints=NAMING_HINTS),
        error_messages={"required": _("Choose how you wish to be thanked.")},
    )
    shown_name = forms.CharField(
        label=_("The other name"),
        required=False,
        max_length=100,
        help_text=_(
            "Only if you chose another name. It stands in the thanks until you change it or ask us to erase you."
        ),
    )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if found.get("naming") == CreditNaming.OTHER and not found.get("shown_name"):
            self.add_error("shown_name", _("Write the name that shall stand there."))
        return found


class ThankForm(forms.Form):
    """Somebody who helped, a member or not."""

    who = forms.CharField(
        label=_("Who helped?"),
        max_length=100,
        help_text=_(
            "A member is asked how they wish to be thanked. Ask others before you write down their name: "
            "it stands in the thanks until somebody takes it out."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Write who helped.")},
    )
    part = forms.CharField(label=_("What did they do?"), required=False, max_length=150)

    def __init__(self, data: Any = None, *, viewer: Membership) -> None:
        super().__init__(data)
        self.viewer = viewer

    def thanked(self) -> dict[str, Any]:
        """The member of that name, or the name as it was written."""
        name = self.cleaned_data["who"].strip()
        found = notes.named(self.viewer.community, name=name)
        member = found[0] if len(found) == 1 else None
        return {"membership": member, "shown_name": "" if member else name, "part": self.cleaned_data["part"]}


class GroundsForm(PickForm):
    """What an output rests on: knowledge that is looked for, and decisions and actions from a list."""

    things: forms.Field = PickField(label=_("Knowledge"), required=False)
    decisions = forms.TypedMultipleChoiceField(
        label=_("Decisions"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    actions = forms.TypedMultipleChoiceField(
        label=_("Actions"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: Any = None, *, output: Output, **more: Any) -> None:
        super().__init__(data, **more)
        self.unseen = queries.unseen_decisions(output)
        self.lists: dict[str, list[Any]] = {
            "decisions": queries.offered_decisions(output),
            "actions": queries.offered_actions(output),
        }
        for name, offered in self.lists.items():
            field: Any = self.fields[name]
            field.choices = [(one.pk, str(one)) for one in offered]

    def grounds(self) -> Grounds:
        taken: dict[str, list[Any]] = {
            name: [one for one in found if one.pk in self.cleaned_data[name]] for name, found in self.lists.items()
        }
        taken["decisions"] += self.unseen
        return Grounds(items=queries.items_among(one.key for one in self.picked), **taken)
