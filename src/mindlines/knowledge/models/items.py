"""What the community knows: pieces of knowledge of every kind, none before the others."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import KnowledgeKind
from mindlines.communities.models import Community, Constituency, Membership, Priority
from mindlines.kernel.identifiers import link_secret
from mindlines.knowledge.choices import Chart, Form, Naming
from mindlines.voice.models import Contribution

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from .plain import PlainVersion
    from .statements import Statement


class ItemQuerySet(models.QuerySet["Item"]):
    def present(self) -> "ItemQuerySet":
        """Without what was withdrawn."""
        return self.filter(withdrawn_at__isnull=True)


class Item(models.Model):
    """One piece of knowledge. `words` is its abstract, its story or its note, by its form.

    A withdrawn item keeps its row, so that what rested on it can say so; its words, files and versions are gone, and its
    title says that something was withdrawn. Who told a story is said by `queries.cards` alone, as its teller wishes.
    """

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="knowledge")
    kind = models.CharField(_("kind of knowledge"), max_length=10, choices=KnowledgeKind)
    form = models.CharField(max_length=10, choices=Form)
    title = models.CharField(_("title"), max_length=300)
    words = models.TextField(_("in words"), max_length=60_000, blank=True)
    link = models.URLField(_("link"), max_length=500, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=10, blank=True)
    quality = models.TextField(_("how good is it?"), max_length=2000, blank=True)
    priority = models.ForeignKey(
        Priority,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="knowledge",
        verbose_name=_("for which priority"),
    )
    brought_by = models.ForeignKey(
        Membership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="knowledge",
        help_text=_("So that others can ask you about it. Taken out when you ask us to erase you."),
    )
    constituency = models.ForeignKey(
        Constituency,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Whose knowledge it is; as it was when it was brought in. Never of a story told without a group.",
    )
    teller = models.ForeignKey(
        Membership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="stories",
        help_text=_("So that you can change or withdraw your story. Erased with you, and the story with it."),
    )
    naming = models.CharField(_("how you wish to be named"), max_length=10, choices=Naming, blank=True)
    shown_name = models.CharField(_("name to show"), max_length=100, blank=True)
    said = models.ForeignKey(
        Contribution,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="knowledge",
        help_text="What somebody said that it was made from. Empty where that would tell a name that is not to be shown.",
    )
    version = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    key = models.CharField(max_length=40, unique=True, default=link_secret, help_text="A form sent twice makes one.")

    objects = ItemQuerySet.as_manager()

    # The membership through which somebody looks at it; the gate sets it.
    viewer: Membership

    if TYPE_CHECKING:
        citation: "Citation"
        table: "AuditTable"
        files: RelatedManager["ItemFile"]
        versions: RelatedManager["ItemVersion"]
        statements: RelatedManager[Statement]
        plain_versions: RelatedManager[PlainVersion]

    class Meta:
        ordering = ("-made_at", "-pk")
        indexes = (
            models.Index(fields=("community", "kind"), name="knowledge_by_kind"),
            models.Index(fields=("community", "-made_at"), name="knowledge_newest"),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("knowledge:item", kwargs={"pk": self.pk})

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None


class Citation(models.Model):
    """What is known of something published, in the words of CSL-JSON."""

    item = models.OneToOneField(Item, on_delete=models.CASCADE, related_name="citation")
    csl = models.JSONField(default=dict)
    doi = models.CharField(_("DOI"), max_length=200, blank=True, db_index=True)
    pubmed_id = models.CharField(_("PubMed number"), max_length=12, blank=True, db_index=True)
    likeness = models.CharField(max_length=200, blank=True, db_index=True, help_text="Its title and year, simplified.")
    came_from = models.CharField(max_length=200, blank=True, help_text="The file that it was read from.")

    def __str__(self) -> str:
        return self.doi or self.likeness


class AuditTable(models.Model):
    """Numbers that somebody counted here."""

    item = models.OneToOneField(Item, on_delete=models.CASCADE, related_name="table")
    columns = models.JSONField(default=list, help_text="Headings; the first column names the rows.")
    rows = models.JSONField(default=list, help_text="Cells as they were typed.")
    unit = models.CharField(_("what is counted"), max_length=100, blank=True)
    chart = models.CharField(_("show as"), max_length=10, choices=Chart, default=Chart.BARS)

    def __str__(self) -> str:
        return f"{len(self.rows)} × {len(self.columns)}"


class ItemFile(models.Model):
    """A file that belongs to an item. It is handed out by a gate and never by its address alone."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="files")
    file = models.FileField(upload_to="knowledge/%Y/")
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    put_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("put_at", "pk")

    def __str__(self) -> str:
        return self.name


class ItemVersion(models.Model):
    """What an item said before it was changed."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    words = models.TextField(blank=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("item", "number"), name="one_version_of_a_number"),)

    def __str__(self) -> str:
        return f"{self.number}: {self.title}"


class CitationImport(models.Model):
    """A list of citations on its way in. It is erased when it is confirmed or dropped, and a day after upload at the latest."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="citation_imports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=200)
    records = models.JSONField(default=list, help_text="Records as read: CSL, where in the file, and what was noted.")
    refused = models.JSONField(default=list, help_text="What could not be read: where, its first words, and why.")
    choices = models.JSONField(default=dict, help_text="What was decided about records that we may have already.")
    uploaded_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    result = models.JSONField(default=dict)

    viewer: Membership

    class Meta:
        ordering = ("-uploaded_at",)

    def __str__(self) -> str:
        return self.file_name
