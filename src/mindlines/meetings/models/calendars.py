from django.conf import settings
from django.db import models
from django.utils import timezone

from mindlines.communities.models import Community
from mindlines.kernel.identifiers import link_secret


class CalendarFeed(models.Model):
    """The secret address under which a person's calendar program reads all their meetings."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feed")
    secret = models.CharField(max_length=64, unique=True, default=link_secret)
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.person_id} {self.made_at:%Y-%m-%d}"


class CalendarImport(models.Model):
    """A calendar file on its way in; erased when it is confirmed or dropped, and a day after upload at the latest."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="calendar_imports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=200)
    events = models.JSONField(help_text="What the file holds between two days, as read.")
    notes = models.JSONField(default=list, help_text="What the reader skipped and why.")
    chosen = models.JSONField(default=list, help_text="Which of the events become meetings.")
    uploaded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-uploaded_at",)

    def __str__(self) -> str:
        return self.file_name
