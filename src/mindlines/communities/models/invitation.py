from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import InvitationOutcome, InvitationWay

from .membership import Membership


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self, *, at: datetime) -> "InvitationQuerySet":
        return self.filter(outcome="", expires_at__gt=at)


class Invitation(models.Model):
    """A link or a short code by which an invited person says yes or no; both work without signing in."""

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="invitations")
    way = models.CharField(max_length=10, choices=InvitationWay)
    code = models.CharField(max_length=40, unique=True)
    words = models.TextField(_("a few words of your own"), max_length=1000, blank=True)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=InvitationOutcome, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ("-sent_at",)

    def __str__(self) -> str:
        return f"{self.get_way_display()} {self.sent_at:%Y-%m-%d}"

    def is_open(self, at: datetime) -> bool:
        return not self.outcome and at < self.expires_at
