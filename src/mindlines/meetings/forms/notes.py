from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community, Constituency, Membership
from mindlines.meetings.choices import PointKind
from mindlines.meetings.queries import notes
from mindlines.ui.forms import DayField


class NoteForm(forms.Form):
    """Notes on one item. `version` and `pen` let the program see whether somebody else wrote in between."""

    words = forms.CharField(
        label=_("Notes"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 3, "data-keep": True}),
        validators=[
            MaxLengthValidator(50_000, _("These notes are too long for one item. Put a part of them at another item."))
        ],
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    pen = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def clean_words(self) -> str:
        """Browsers send line ends of their own kind; the same text must compare as the same."""
        words: str = self.cleaned_data["words"]
        return words.replace("\r\n", "\n")


class WhoField(forms.ChoiceField):
    """A group or somebody who is here, in one list; clean value is a membership, a constituency or nothing."""

    def __init__(self, **more: Any) -> None:
        super().__init__(required=False, **more)
        self.known: dict[str, Membership | Constituency] = {}

    def offer(self, *, people: list[Membership], groups: list[Constituency], nobody: Any) -> None:
        """Fill the list."""
        members = {f"m{member.pk}": member for member in people}
        constituencies = {f"g{group.pk}": group for group in groups}
        self.known = {**members, **constituencies}
        self.choices = [("", nobody)]
        if groups:
            self.choices += [(_("Groups"), [(value, str(group)) for value, group in constituencies.items()])]
        if people:
            self.choices += [(_("People"), [(value, member.person.name) for value, member in members.items()])]

    def clean(self, value: Any) -> Any:
        return self.known.get(super().clean(value))


class PointForm(forms.Form):
    """One line worth keeping."""

    words = forms.CharField(
        label=_("What was said"),
        widget=forms.Textarea(attrs={"rows": 2, "data-keep": True}),
        validators=[
            MaxLengthValidator(1000, _("This is too long for one line. Put it into the notes, or cut it in two."))
        ],
        error_messages={"required": _("Write down what was said.")},
    )
    kind = forms.ChoiceField(
        label=_("What is it?"),
        choices=PointKind.choices,
        initial=PointKind.POINT,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is.")},
    )
    who = WhoField(label=_("Who raised it?"), help_text=_("A group is enough. So people see later what became of it."))

    def __init__(self, *args: Any, sources: notes.Sources, **more: Any) -> None:
        super().__init__(*args, **more)
        who: Any = self.fields["who"]
        who.offer(people=sources.people, groups=sources.groups, nobody=_("Nobody in particular"))


class AgreeForm(forms.Form):
    """An action as it is agreed in the meeting."""

    words = forms.CharField(
        label=_("What is to be done"), max_length=300, error_messages={"required": _("Write down what is to be done.")}
    )
    owner = WhoField(label=_("Who does it?"))
    name = forms.CharField(
        label=_("Somebody who is not in the list"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    due_on = DayField(label=_("By when?"), required=False)

    def __init__(self, *args: Any, sources: notes.Sources, community: Community, **more: Any) -> None:
        super().__init__(*args, **more)
        self.community = community
        owner: Any = self.fields["owner"]
        owner.offer(people=sources.people, groups=[], nobody=_("Nobody yet"))

    def clean_name(self) -> Membership | None:
        """The one member of that name."""
        typed = str(self.cleaned_data["name"]).strip()
        found = notes.named(self.community, name=typed) if typed else []
        if typed and not found:
            raise forms.ValidationError(_("No member has this name. Check the spelling, or leave it empty."))
        if len(found) > 1:
            raise forms.ValidationError(_("Several members have this name. Leave it empty and choose later."))
        return found[0] if found else None

    @property
    def who_does_it(self) -> Membership | None:
        """The typed name counts more than the list."""
        found: Membership | None = self.cleaned_data["name"] or self.cleaned_data["owner"]
        return found


class ChangePointForm(forms.Form):
    words = forms.CharField(
        label=_("In better words"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4, "data-keep": True}),
        error_messages={"required": _("Write down what was said.")},
    )
    kind = forms.ChoiceField(label=_("What is it?"), choices=PointKind.choices, widget=forms.RadioSelect)


class CloseForm(forms.Form):
    """Items that nobody has marked: which of them were finished?"""

    reached = forms.TypedMultipleChoiceField(
        label=_("Which of these did you finish?"),
        help_text=_("What you do not tick was not reached. It waits for one of the next meetings."),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, items: list[tuple[int, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        if items:
            field: Any = self.fields["reached"]
            field.choices = items
        else:
            del self.fields["reached"]

    @property
    def reached_items(self) -> set[int]:
        return set(self.cleaned_data.get("reached", ()))
