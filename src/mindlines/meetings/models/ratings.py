from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Membership
from mindlines.meetings.choices import Verdict

from .agenda import AgendaItem


class MethodRating(models.Model):
    """How the method of an item went, as somebody says who led it or who facilitates."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="ratings")
    membership = models.ForeignKey(Membership, on_delete=models.SET_NULL, null=True, related_name="method_ratings")
    method = models.CharField(
        max_length=60, help_text="What is said here is said of this method, whatever comes later."
    )
    verdict = models.CharField(_("how did it go?"), max_length=10, choices=Verdict)
    words = models.CharField(
        _("what we would do differently"),
        max_length=300,
        blank=True,
        help_text=_(
            "Only facilitators of this community read this. Kept as long as the meeting, and without your name once you are erased."
        ),
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("at", "pk")
        constraints = (models.UniqueConstraint(fields=("item", "membership"), name="one_rating_of_an_item_each"),)

    def __str__(self) -> str:
        return self.get_verdict_display()
