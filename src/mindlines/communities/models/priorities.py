from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import PriorityState, ReviewOutcome

from .community import Community
from .membership import Membership

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class ContextEvent(models.Model):
    """Something outside that matters to the community: a policy, a pandemic, a cut."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="context_events")
    title = models.CharField(_("what happened"), max_length=150)
    on = models.DateField(_("when"), default=timezone.localdate)
    words = models.TextField(_("what it means for us"), max_length=2000, blank=True)
    source = models.CharField(
        _("where this comes from"), max_length=300, blank=True, help_text=_("A link, or a document's name.")
    )
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    viewer: Membership

    class Meta:
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("communities:event", kwargs={"slug": self.community.slug, "pk": self.pk})


class Criterion(models.Model):
    """One of the community's own reasons to choose a priority, such as “quoted in national guidance”."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="criteria")
    words = models.CharField(_("criterion"), max_length=150)
    position = models.PositiveSmallIntegerField(default=0)

    viewer: Membership

    class Meta:
        verbose_name_plural = "criteria"
        ordering = ("position", "pk")
        constraints = (models.UniqueConstraint("community", Lower("words"), name="one_criterion_of_a_name"),)

    def __str__(self) -> str:
        return self.words


class Priority(models.Model):
    """What the community works on."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="priorities")
    title = models.CharField(_("what we work on"), max_length=150)
    why = models.TextField(_("why it matters"), max_length=2000, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=PriorityState, default=PriorityState.ACTIVE)
    position = models.PositiveSmallIntegerField(default=0)
    meets = models.ManyToManyField(
        Criterion, blank=True, related_name="priorities", verbose_name=_("which criteria it meets")
    )
    chosen_on = models.DateField(_("chosen on"), default=timezone.localdate)

    viewer: Membership

    if TYPE_CHECKING:
        reviews: RelatedManager["PriorityReview"]

    class Meta:
        verbose_name_plural = "priorities"
        ordering = ("position", "pk")
        constraints = (models.UniqueConstraint("community", Lower("title"), name="one_priority_of_a_title"),)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("communities:priority", kwargs={"slug": self.community.slug, "pk": self.pk})

    @property
    def is_open(self) -> bool:
        """Still in our hands: worked on, or paused."""
        return self.state in (PriorityState.ACTIVE, PriorityState.PAUSED)


class PriorityReview(models.Model):
    """A look back at a priority: keep, adapt, pause or stop, and why."""

    priority = models.ForeignKey(Priority, on_delete=models.CASCADE, related_name="reviews")
    because = models.ForeignKey(
        ContextEvent,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="reviews",
        verbose_name=_("because of"),
    )
    outcome = models.CharField(_("what we do"), max_length=10, choices=ReviewOutcome)
    why = models.TextField(_("why"), max_length=2000)
    change = models.TextField(_("what changes"), max_length=2000, blank=True)
    on = models.DateField(_("when"), default=timezone.localdate)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.priority}"
