from django.conf import settings
from django.db import models
from django.utils import timezone

from .community import Community
from .membership import Membership


class MemberImport(models.Model):
    """A member list on its way in. It is erased when it is confirmed or dropped, and a day after upload at the latest."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="member_imports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=200)
    table = models.JSONField(help_text="Columns, rows with their line numbers, and notes, as read from the file.")
    columns = models.JSONField(default=dict, help_text="Which of our fields is in which column.")
    constituencies = models.JSONField(default=dict, help_text="Which words of the file mean which constituency.")
    choices = models.JSONField(default=dict, help_text="What was decided about rows that look like somebody known.")
    uploaded_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    result = models.JSONField(default=dict, help_text="Counts of what was written, without names.")

    viewer: Membership

    class Meta:
        ordering = ("-uploaded_at",)

    def __str__(self) -> str:
        return self.file_name
