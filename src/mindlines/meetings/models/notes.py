from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Constituency, Membership
from mindlines.meetings.choices import PointKind

from .agenda import AgendaItem
from .meeting import Meeting

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class Note(models.Model):
    """Free notes on one item, or on the meeting as a whole. `version` refuses a save that was made from an older text."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="notes")
    item = models.OneToOneField(AgendaItem, on_delete=models.CASCADE, null=True, blank=True, related_name="note")
    words = models.TextField(_("notes"), blank=True, max_length=50_000)
    version = models.PositiveIntegerField(default=0)
    pen = models.CharField(max_length=40, blank=True, help_text="The open page that saved last; it may save again.")
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("meeting",), condition=Q(item__isnull=True), name="one_note_on_the_whole"),
        )

    def __str__(self) -> str:
        return self.words[:60]


class Point(models.Model):
    """One line worth keeping: a point, a question, a decision in words, or something parked."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="points")
    item = models.ForeignKey(AgendaItem, on_delete=models.SET_NULL, null=True, blank=True, related_name="points")
    kind = models.CharField(_("kind"), max_length=10, choices=PointKind, default=PointKind.POINT)
    words = models.TextField(_("in words"), max_length=1000)
    raised_by = models.ForeignKey(
        Membership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="points",
        verbose_name=_("who raised it"),
    )
    constituency = models.ForeignKey(
        Constituency,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="As it was on the day.",
    )
    became = models.TextField(_("what became of it"), max_length=1000, blank=True)
    let_go_because = models.CharField(_("why it is let go"), max_length=300, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    if TYPE_CHECKING:
        carried_to: RelatedManager[AgendaItem]

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return self.words[:60]


class Correction(models.Model):
    """A member says what the minutes should say instead."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="corrections")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    words = models.TextField(_("what should change"), max_length=2000)
    at = models.DateTimeField(default=timezone.now)
    answer = models.TextField(_("answer"), max_length=1000, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("at", "pk")

    def __str__(self) -> str:
        return self.words[:60]
