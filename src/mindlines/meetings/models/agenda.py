from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Membership, Priority
from mindlines.kernel.identifiers import link_secret
from mindlines.meetings.choices import ItemKind, Outcome

from .meeting import Meeting
from .methods import Method

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from .notes import Point
    from .ratings import MethodRating


class AgendaItem(models.Model):
    """A timed item of an agenda. Its start follows from the items before it and is stored nowhere."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(_("title"), max_length=150)
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), default=15, validators=(MinValueValidator(1), MaxValueValidator(600))
    )
    kind = models.CharField(_("kind"), max_length=20, choices=ItemKind, default=ItemKind.DISCUSSION)
    lead = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, blank=True, related_name="led_items")
    words = models.TextField(_("what we want from it"), max_length=2000, blank=True)
    knowledge = models.JSONField(_("knowledge we need"), default=list, blank=True)
    priority = models.ForeignKey(
        Priority, on_delete=models.SET_NULL, null=True, blank=True, related_name="agenda_items"
    )
    outcome = models.CharField(max_length=12, choices=Outcome, default=Outcome.WAITING)
    came_from_item = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="carried_to"
    )
    came_from_point = models.ForeignKey(
        "meetings.Point", on_delete=models.SET_NULL, null=True, blank=True, related_name="carried_to"
    )
    came_from_action = models.ForeignKey(
        "meetings.Action", on_delete=models.SET_NULL, null=True, blank=True, related_name="carried_to"
    )
    method = models.CharField(
        _("method"), max_length=60, blank=True, default="", help_text="The key of a method of the library."
    )
    became = models.TextField(_("what became of it"), max_length=1000, blank=True)
    let_go_because = models.CharField(_("why it is let go"), max_length=300, blank=True)
    version = models.PositiveIntegerField(
        default=0, editable=False, help_text="Refuses a change made from an older view."
    )
    key = models.CharField(
        max_length=40, unique=True, default=link_secret, editable=False, help_text="A form sent twice adds one item."
    )

    # Filled in when an agenda is laid out in order.
    starts_at: datetime
    guide: Method | None

    if TYPE_CHECKING:
        carried_to: RelatedManager["AgendaItem"]
        points: RelatedManager["Point"]
        ratings: RelatedManager["MethodRating"]

    class Meta:
        ordering = ("position", "pk")
        indexes = (models.Index(fields=("meeting", "position"), name="agenda_in_order"),)

    def __str__(self) -> str:
        return self.title

    @property
    def shorter(self) -> int:
        """The next step down on a clock of five minutes."""
        return max(1, (self.minutes - 1) // 5 * 5)

    @property
    def longer(self) -> int:
        """The next step up."""
        return min(600, self.minutes // 5 * 5 + 5)


class RemovedItem(models.Model):
    """What a removed item said, kept for a day so that it can be put back."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="removed_items")
    item = models.JSONField(help_text="The fields of the item.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-at",)

    def __str__(self) -> str:
        return str(self.item.get("title", ""))
