from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community, Membership
from mindlines.meetings.choices import ActionState

from .agenda import AgendaItem
from .meeting import Meeting

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class ActionQuerySet(models.QuerySet["Action"]):
    def open(self) -> "ActionQuerySet":
        return self.filter(state=ActionState.OPEN)


class Action(models.Model):
    """What somebody agreed to do by a date."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="actions")
    meeting = models.ForeignKey(Meeting, on_delete=models.SET_NULL, null=True, blank=True, related_name="actions")
    item = models.ForeignKey(AgendaItem, on_delete=models.SET_NULL, null=True, blank=True, related_name="actions")
    words = models.CharField(_("what is to be done"), max_length=300)
    owner = models.ForeignKey(
        Membership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="actions",
        verbose_name=_("who does it"),
    )
    due_on = models.DateField(_("by when"), null=True, blank=True)
    state = models.CharField(max_length=10, choices=ActionState, default=ActionState.OPEN)
    reason = models.CharField(_("a few words about it"), max_length=300, blank=True)
    moves = models.PositiveSmallIntegerField(default=0, help_text="How often the date was moved.")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    closed_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(
        null=True, blank=True, help_text="When the owner was reminded of the present date."
    )

    objects = ActionQuerySet.as_manager()

    # The membership through which somebody looks at this action; the gate sets it.
    viewer: Membership

    if TYPE_CHECKING:
        carried_to: RelatedManager[AgendaItem]

    class Meta:
        ordering = (models.F("due_on").asc(nulls_last=True), "pk")
        indexes = (models.Index(fields=("community", "state"), name="action_by_state"),)

    def __str__(self) -> str:
        return self.words

    def get_absolute_url(self) -> str:
        return reverse("meetings:action", kwargs={"pk": self.pk})

    def is_late(self, today: date) -> bool:
        return self.state == ActionState.OPEN and self.due_on is not None and self.due_on < today
