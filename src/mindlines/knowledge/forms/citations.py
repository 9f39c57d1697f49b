"""One published work: pasted, or typed field by field."""

import re
from dataclasses import replace
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community
from mindlines.knowledge.forms.items import PublishedForm
from mindlines.knowledge.measures import citations as measures
from mindlines.knowledge.models import Item
from mindlines.knowledge.queries.citations import KnownWork
from mindlines_analysis.readers.citations import CitationRecord, read_citations
from mindlines_analysis.readers.citations.cleaning import clean_doi, clean_pages, clean_pubmed
from mindlines_analysis.readers.citations.people import people
from mindlines_analysis.readers.refusal import Unreadable

TYPES = (
    ("article-journal", _("Article in a journal")),
    ("article-newspaper", _("Article in a newspaper or magazine")),
    ("book", _("Book")),
    ("chapter", _("Chapter in a book")),
    ("paper-conference", _("Paper at a conference")),
    ("report", _("Report or guideline")),
    ("thesis", _("Thesis")),
    ("webpage", _("Page on the web")),
    ("document", _("Something else")),
)
# Fields of the form, and how CSL calls them.
PLAIN = {
    "type": "type",
    "journal": "container-title",
    "volume": "volume",
    "issue": "issue",
    "publisher": "publisher",
    "address": "URL",
}
LONGEST_PASTE = 200_000
DOI_ALONE = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:?\s*)?10\.\d{4,9}/\S+", re.IGNORECASE)
PUBMED_ALONE = re.compile(
    r"(?:https?://(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/|pmid:?\s*)?(\d{4,9})/?",
    re.IGNORECASE,
)


class PasteForm(forms.Form):
    """What a reference program gives when one copies a reference."""

    paste = forms.CharField(
        label=_("Paste it here"),
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "What your reference program or a database gives you: RIS, BibTeX or NBIB. Or a DOI, or a PubMed number."
        ),
        error_messages={"required": _("Paste a reference, or type it below.")},
    )

    def clean_paste(self) -> list[CitationRecord]:
        pasted = self.cleaned_data["paste"].strip()
        if len(pasted) > LONGEST_PASTE:
            raise forms.ValidationError(_("This is too long to paste. Save it as a file, and bring that in."))
        if DOI_ALONE.fullmatch(pasted):
            return [CitationRecord({"title": ""}, doi=clean_doi(pasted)[0])]
        number = PUBMED_ALONE.fullmatch(pasted)
        if number:
            return [CitationRecord({"title": ""}, pubmed_id=clean_pubmed(number[1]))]
        try:
            found = read_citations(pasted.encode(), name=str(_("What you pasted")))
        except Unreadable:
            words = _(
                "We cannot read this as a reference. Copy it as RIS, BibTeX or NBIB, or type it into the fields below."
            )
            raise forms.ValidationError(words) from None
        if len(found.records) != 1 or found.refused:
            words = _(
                "These are %(count)d references. Save them as a file, and bring that in: you see first what happens."
            )
            only = _("It was read, and taken for no reference: %(reason)s")
            if len(found.records) + len(found.refused) == 1:
                raise forms.ValidationError(only, params={"reason": found.refused[0].reason})
            raise forms.ValidationError(words, params={"count": len(found.records) + len(found.refused)})
        return list(found.records)


class CitationForm(PublishedForm):
    """One published work, field by field."""

    field_order = (
        "title", "authors", "year", "type", "journal", "volume", "issue", "pages", "publisher", "doi", "pubmed_id",
        "address", "words", "kind", "priority", "anyway",
    )  # fmt: skip
    scanned = ("title", "words", "authors")

    authors = forms.CharField(
        label=_("Authors"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One on each line, the family name first: Smith, Ann B. An organisation as it is called."),
    )
    type = forms.ChoiceField(label=_("What was published?"), choices=TYPES, initial="article-journal")
    journal = forms.CharField(label=_("In which journal, book or paper?"), required=False, max_length=300)
    volume = forms.CharField(label=_("Volume"), required=False, max_length=40)
    issue = forms.CharField(label=_("Issue"), required=False, max_length=40)
    pages = forms.CharField(label=_("Pages"), required=False, max_length=40)
    publisher = forms.CharField(label=_("Publisher"), required=False, max_length=200)
    doi = forms.CharField(
        label=_("DOI"), required=False, max_length=250, help_text=_("It begins with 10. and holds a slash.")
    )
    pubmed_id = forms.CharField(label=_("PubMed number"), required=False, max_length=20)
    address = forms.URLField(
        label=_("Address on the web"),
        required=False,
        max_length=500,
        assume_scheme="https",
        error_messages={"invalid": _("This is no address of a page. Copy it from the top of your browser.")},
    )
    anyway = forms.BooleanField(
        label=_("It is another one: add it all the same"), required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, community: Community, before: Item | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.community, self.before = community, before

    def clean_doi(self) -> str:
        doi, note = clean_doi(self.cleaned_data["doi"])
        if note and not doi:
            raise forms.ValidationError(_("This is no DOI. It begins with 10. and holds a slash; or leave it empty."))
        return doi

    def clean_pubmed_id(self) -> str:
        typed = self.cleaned_data["pubmed_id"]
        found = clean_pubmed(typed)
        if typed.strip() and not found:
            raise forms.ValidationError(_("A PubMed number has only figures. Leave it empty if there is none."))
        return found

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not cleaned.get("anyway"):
            but = self.before.pk if self.before else None
            ours = measures.ours_like(self.record().csl, community=self.community, but=but)
            if ours:
                self.fields["anyway"].widget = forms.CheckboxInput()
                self.add_error(None, _like(ours))
        return cleaned

    def record(self) -> CitationRecord:
        """What the fields say, over what was known before and is not among the fields."""
        cleaned = self.cleaned_data
        csl = dict(self.before.citation.csl) if self.before else {}
        csl |= {name: cleaned[field] for field, name in PLAIN.items()}
        csl |= {"title": cleaned["title"], "author": people(cleaned["authors"].splitlines())}
        csl |= {"page": clean_pages(cleaned["pages"]), "DOI": cleaned["doi"], "PMID": cleaned["pubmed_id"]}
        csl["issued"] = _issued(csl.get("issued") or {}, year=cleaned.get("year"))
        csl = {name: value for name, value in csl.items() if value}
        return CitationRecord(csl, cleaned["doi"], cleaned["pubmed_id"], cleaned["words"])


def initial_of(record: CitationRecord) -> dict[str, Any]:
    """What the form begins with when a record is known."""
    csl = record.csl
    known = dict(TYPES)
    values = {field: csl.get(name, "") for field, name in PLAIN.items()}
    return {
        **values,
        "type": csl.get("type") if csl.get("type") in known else "document" if csl.get("type") else "article-journal",
        "title": csl.get("title", ""),
        "authors": "\n".join(_written(person) for person in csl.get("author", [])),
        "year": record.year,
        "pages": csl.get("page", ""),
        "doi": record.doi,
        "pubmed_id": record.pubmed_id,
        "words": record.abstract,
    }


def record_of(item: Item) -> CitationRecord:
    """The record that is kept with an item."""
    kept = item.citation
    record = CitationRecord({"title": item.title, **kept.csl}, kept.doi, kept.pubmed_id, item.words)
    return replace(record, notes=())


def _issued(before: dict[str, Any], *, year: int | None) -> dict[str, Any]:
    """Month and day stay while the year does."""
    parts = before.get("date-parts") or [[]]
    if year is None:
        return {} if parts[0] else before
    return before if parts[0] and parts[0][0] == year else {"date-parts": [[year]]}


def _written(person: dict[str, str]) -> str:
    if person.get("literal"):
        return person["literal"]
    family = " ".join(filter(None, (person.get("non-dropping-particle"), person.get("family"))))
    return ", ".join(filter(None, (family, person.get("given"), person.get("suffix"))))


def _like(ours: list[KnownWork]) -> SafeString:
    links = format_html_join(
        ", ", '<a href="{}">{}</a>', ((reverse("knowledge:item", kwargs={"pk": work.pk}), work.title) for work in ours)
    )
    words = _("It looks like one that we have: {}. If it is another one, tick the box at the end and send it again.")
    return format_html(str(words), links)
