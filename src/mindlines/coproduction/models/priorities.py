"""Choosing priorities by the community's own criteria, scored alone and then talked about."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community, Constituency, Criterion, Membership, Priority
from mindlines.coproduction.choices import ScoringStage
from mindlines.kernel.identifiers import link_secret
from mindlines.knowledge.models import Item

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class Scoring(models.Model):
    """One round in which candidates are scored by criteria, from 0 (not at all) to 3 (fully)."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="scorings")
    title = models.CharField(_("what do we choose between?"), max_length=150)
    words = models.TextField(_("what to know before you score"), max_length=2000, blank=True)
    stage = models.CharField(max_length=10, choices=ScoringStage, default=ScoringStage.PRIVATE)
    shown_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    key = models.CharField(max_length=40, unique=True, default=link_secret, help_text="A form sent twice makes one.")

    # The membership through which somebody looks at it; the gate sets it.
    viewer: Membership

    if TYPE_CHECKING:
        yardsticks: RelatedManager["Yardstick"]
        candidates: RelatedManager["Candidate"]

    class Meta:
        ordering = ("-made_at", "-pk")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("coproduction:scoring", kwargs={"pk": self.pk})


class Yardstick(models.Model):
    """A criterion as it was worded when the round began."""

    scoring = models.ForeignKey(Scoring, on_delete=models.CASCADE, related_name="yardsticks")
    criterion = models.ForeignKey(Criterion, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=150)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.words


class Candidate(models.Model):
    """Something that could become a priority."""

    scoring = models.ForeignKey(Scoring, on_delete=models.CASCADE, related_name="candidates")
    words = models.CharField(max_length=150)
    item = models.ForeignKey(Item, on_delete=models.SET_NULL, null=True, blank=True, related_name="candidates")
    priority = models.ForeignKey(
        Priority,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="candidates",
        help_text="What it became.",
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.words


class Score(models.Model):
    """How far a candidate meets a criterion, as one member sees it."""

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="scores")
    yardstick = models.ForeignKey(Yardstick, on_delete=models.CASCADE, related_name="scores")
    membership = models.ForeignKey(
        Membership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_(
            "So that you can change it. Others see only your group’s scores together. Taken out when you ask us to erase you."
        ),
    )
    constituency = models.ForeignKey(
        Constituency, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", help_text="As it was then."
    )
    value = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Nothing where somebody does not know.")
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("candidate", "yardstick", "membership"),
                condition=Q(membership__isnull=False),
                name="one_score_each",
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__range=(0, 3)), name="a_score_is_from_0_to_3"
            ),
        )

    def __str__(self) -> str:
        return f"{self.value}"
