from django.db import models
from django.utils import timezone

from mindlines.communities.choices import KnowledgeKind

from .community import Community, Constituency
from .priorities import Priority


class SearchEntry(models.Model):
    """Words and an address by which something can be found; the context that owns the thing keeps its entry current."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="search_entries")
    ref = models.CharField(max_length=60, unique=True, help_text="What it is, such as meetings.meeting:12.")
    kind = models.CharField(max_length=30)
    title = models.CharField(max_length=250)
    words = models.TextField(blank=True)
    url = models.CharField(max_length=300)
    for_facilitators = models.BooleanField(default=False)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    knowledge_kind = models.CharField(max_length=10, choices=KnowledgeKind, blank=True)
    constituency = models.ForeignKey(
        Constituency,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Whose it is. Never of what was told without a name or a group.",
    )
    priority = models.ForeignKey(Priority, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "search entries"
        ordering = ("-changed_at",)

    def __str__(self) -> str:
        return self.title
