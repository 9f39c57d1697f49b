from django.db import models
from django.utils import timezone

from mindlines.communities.models import Membership

from .meeting import Meeting


class MinutesCopy(models.Model):
    """The minutes of a meeting were sent to one member; the row keeps anybody from receiving them twice."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="minutes_copies")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "copies of minutes"
        ordering = ("membership__person__name",)
        constraints = (models.UniqueConstraint(fields=("meeting", "membership"), name="minutes_once_each"),)

    def __str__(self) -> str:
        return f"{self.meeting}: {self.membership}"
