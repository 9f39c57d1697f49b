from django.db import models
from django.utils import timezone

from .community import Community


class SearchEntry(models.Model):
    """Words and an address by which something can be found; the context that owns the thing keeps its entry current."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="search_entries")
    ref = models.CharField(max_length=60, unique=True, help_text="What it is, such as meetings.meeting:12.")
    kind = models.CharField(max_length=30)
    title = models.CharField(max_length=250)
    words = models.TextField(blank=True)
    url = models.CharField(max_length=300)
    for_facilitators = models.BooleanField(default=False)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "search entries"
        ordering = ("-changed_at",)

    def __str__(self) -> str:
        return self.title
