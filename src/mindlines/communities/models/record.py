from django.conf import settings
from django.db import models
from django.utils import timezone

from .community import Community


class RecordLine(models.Model):
    """One line of what happened in a community, in order and for good.

    `words` hold no person's name: people stand in `actor` and `about`, so that erasing a person takes the
    name out of the record and leaves the record whole.
    """

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="record")
    at = models.DateTimeField(default=timezone.now)
    verb = models.CharField(max_length=40)
    words = models.CharField(max_length=300, blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    about = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("-at", "-pk")
        indexes = (models.Index(fields=("community", "-at"), name="record_newest_first"),)

    def __str__(self) -> str:
        return f"{self.verb} {self.words}".strip()
