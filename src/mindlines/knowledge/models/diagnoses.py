"""What helps and what hinders a statement in a setting, on the constructs of i-PARIHS, and what follows from it."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import KnowledgeKind
from mindlines.communities.models import Constituency, Membership
from mindlines.kernel.identifiers import link_secret
from mindlines.knowledge.choices import Confidence, Level, RatingAnswer
from mindlines.meetings.models import Action

from .negotiations import Negotiation
from .statements import Statement

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class Diagnosis(models.Model):
    """One round of rating a statement in a setting; a later round `follows` an earlier one."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="diagnoses")
    setting = models.CharField(_("where would it be done?"), max_length=150)
    level = models.CharField(_("what do we look at?"), max_length=15, choices=Level, default=Level.LOCAL)
    recipients = models.CharField(_("who would do it, and for whom?"), max_length=200, blank=True)
    follows = models.OneToOneField("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="followed_by")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    key = models.CharField(max_length=40, unique=True, default=link_secret, help_text="A form sent twice makes one.")

    # The membership through which somebody looks at it; the gate sets it.
    viewer: Membership

    if TYPE_CHECKING:
        ratings: RelatedManager["Rating"]
        steps: RelatedManager["Step"]
        followed_by: "Diagnosis"

    class Meta:
        verbose_name_plural = "diagnoses"
        ordering = ("-opened_at", "-pk")

    def __str__(self) -> str:
        return f"{self.statement} – {self.setting}"

    def get_absolute_url(self) -> str:
        return reverse("knowledge:diagnosis", kwargs={"pk": self.pk})


class Rating(models.Model):
    """One answer to one prompt: from -2, strongly hinders, to +2, strongly helps; or not known; or not relevant here."""

    diagnosis = models.ForeignKey(Diagnosis, on_delete=models.CASCADE, related_name="ratings")
    membership = models.ForeignKey(
        Membership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_(
            "So that you can change it. Others see only your group’s ratings together. Taken out when you ask us to erase you."
        ),
    )
    constituency = models.ForeignKey(
        Constituency, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", help_text="As it was then."
    )
    prompt = models.CharField(max_length=40)
    answer = models.CharField(max_length=15, choices=RatingAnswer, default=RatingAnswer.RATED)
    value = models.SmallIntegerField(null=True, blank=True)
    confidence = models.PositiveSmallIntegerField(choices=Confidence, null=True, blank=True)
    basis = models.CharField(_("what you know it from"), max_length=10, choices=KnowledgeKind, blank=True)
    words = models.CharField(_("in your words"), max_length=500, blank=True)
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("diagnosis", "membership", "prompt"),
                condition=Q(membership__isnull=False),
                name="one_rating_each",
            ),
            models.CheckConstraint(
                condition=Q(answer=RatingAnswer.RATED, value__range=(-2, 2))
                | (~Q(answer=RatingAnswer.RATED) & Q(value__isnull=True)),
                name="a_rating_has_a_value_or_says_why_not",
            ),
        )

    def __str__(self) -> str:
        return f"{self.prompt}: {self.value}"


class Step(models.Model):
    """An action that follows from a diagnosis or a negotiation."""

    action = models.OneToOneField(Action, on_delete=models.CASCADE, related_name="step")
    diagnosis = models.ForeignKey(Diagnosis, on_delete=models.CASCADE, null=True, blank=True, related_name="steps")
    prompt = models.CharField(max_length=40, blank=True)
    negotiation = models.ForeignKey(Negotiation, on_delete=models.CASCADE, null=True, blank=True, related_name="steps")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(diagnosis__isnull=False) | Q(negotiation__isnull=False),
                name="a_step_follows_from_something",
            ),
        )

    def __str__(self) -> str:
        return str(self.action)
