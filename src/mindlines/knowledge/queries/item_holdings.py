"""What is held of what a person brought in, for the person's own page and file."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from mindlines.knowledge.models import CitationImport, Item, ItemVersion, Statement
from mindlines.people.holdings import Row
from mindlines.people.models import Person


def story_rows(person: Person) -> Iterable[Row]:
    """Stories that the person told, also those without a name: only the person sees this."""
    told = Item.objects.filter(teller__person=person).select_related("community", "constituency")
    return [
        {
            _("Community"): item.community.name,
            _("On"): item.made_at,
            _("Title"): item.title,
            _("Your words"): item.words,
            _("How you wish to be named"): item.get_naming_display(),
            _("Name that is shown"): item.shown_name,
            _("Group that is shown"): item.constituency and item.constituency.name,
        }
        for item in told.order_by("-made_at", "-pk")
    ]


def brought_rows(person: Person) -> Iterable[Row]:
    """What else the person brought in or wrote down for others; whose story it is is not said."""
    brought = Item.objects.filter(brought_by__person=person).select_related("community")
    return [
        {
            _("Community"): item.community.name,
            _("On"): item.made_at,
            _("What it is"): item.get_form_display(),
            _("Title"): item.title,
        }
        for item in brought.order_by("-made_at", "-pk")
    ]


def statement_rows(person: Person) -> Iterable[Row]:
    """Statements that the person wrote."""
    written = Statement.objects.filter(made_by=person).select_related("item__community")
    return [
        {_("Community"): one.item.community.name, _("On"): one.made_at, _("Statement"): one.words}
        for one in written.order_by("-made_at", "-pk")
    ]


def change_rows(person: Person) -> Iterable[Row]:
    """Which items the person changed, and when."""
    changed = ItemVersion.objects.filter(changed_by=person).select_related("item__community")
    return [
        {_("Community"): one.item.community.name, _("On"): one.changed_at, _("Title"): one.item.title}
        for one in changed.order_by("-changed_at", "-pk")
    ]


def import_rows(person: Person) -> Iterable[Row]:
    """Lists of references that the person is bringing in."""
    brought = CitationImport.objects.filter(by=person).select_related("community").defer("records", "refused")
    return [{_("Community"): one.community.name, _("On"): one.uploaded_at, _("File"): one.file_name} for one in brought]
