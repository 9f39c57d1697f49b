from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Membership
from mindlines.meetings.choices import NoticeKind
from mindlines.meetings.models.meeting import Meeting

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class Notice(models.Model):
    """Something that many members are told about a meeting, one after the other, by the worker."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=15, choices=NoticeKind)
    key = models.CharField(max_length=80, unique=True, help_text="The same deed done twice has the same key.")
    words = models.TextField(_("a few words of your own"), max_length=2000, blank=True)
    audience = models.JSONField(default=dict, help_text="Whom it is for; see `queries.audience`.")
    people = models.PositiveIntegerField(default=0, help_text="For how many people it was when it was sent off.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)

    if TYPE_CHECKING:
        told: RelatedManager["Told"]

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.meeting}"


class Told(models.Model):
    """One member was told; the row keeps anybody from being told the same thing twice."""

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="told")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "told"
        constraints = (models.UniqueConstraint(fields=("notice", "membership"), name="told_once_each"),)

    def __str__(self) -> str:
        return f"{self.notice_id} {self.membership_id}"
