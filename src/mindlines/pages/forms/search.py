from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import FoundKind, KnowledgeKind
from mindlines.communities.queries.search import Narrowed

LONGEST = 200


class SearchForm(forms.Form):
    """What an address of the search asks for. What makes no sense in it is passed over: a link is not a form to be filled in again."""

    q = forms.CharField(label=_("What are you looking for?"), required=False)
    kind = forms.ChoiceField(choices=FoundKind, required=False)
    knowledge = forms.ChoiceField(choices=KnowledgeKind, required=False)
    group = forms.IntegerField(min_value=1, max_value=2**62, required=False)
    year = forms.IntegerField(min_value=1, max_value=9999, required=False)
    priority = forms.IntegerField(min_value=1, max_value=2**62, required=False)
    community = forms.IntegerField(min_value=1, max_value=2**62, required=False)
    letter = forms.BooleanField(required=False)

    @property
    def typed(self) -> str:
        return str(self.data.get("q", "")).replace("\x00", "").strip()[:LONGEST]

    @property
    def to_the_letter(self) -> bool:
        return bool(self._clean("letter"))

    @property
    def narrowed(self) -> Narrowed:
        return Narrowed(
            kind=self._clean("kind") or "",
            knowledge=self._clean("knowledge") or "",
            group=self._clean("group"),
            year=self._clean("year"),
            priority=self._clean("priority"),
            community=self._clean("community"),
        )

    def _clean(self, name: str) -> Any:
        self.is_valid()
        return self.cleaned_data.get(name)
