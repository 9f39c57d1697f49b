"""A statement laid beside what is so here and what people live, and what the community does with it."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Constituency, Membership
from mindlines.kernel.identifiers import link_secret
from mindlines.knowledge.choices import NegotiationStage, Outcome, Question, Side
from mindlines.meetings.models import AgendaItem, Meeting
from mindlines.voice.models import Contribution

from .items import Item
from .statements import Statement

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from .diagnoses import Step


class Negotiation(models.Model):
    """One statement in one setting: judged by everybody alone, then shown and talked about, then settled."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="negotiations")
    setting = models.CharField(_("where would it be done?"), max_length=150)
    meeting = models.ForeignKey(Meeting, on_delete=models.SET_NULL, null=True, blank=True, related_name="negotiations")
    agenda_item = models.ForeignKey(
        AgendaItem, on_delete=models.SET_NULL, null=True, blank=True, related_name="negotiations"
    )
    research = models.TextField(_("what the research says"), max_length=4000, blank=True)
    here = models.TextField(_("what is so here"), max_length=4000, blank=True)
    lived = models.TextField(_("what people live"), max_length=4000, blank=True)
    stage = models.CharField(max_length=10, choices=NegotiationStage, default=NegotiationStage.PRIVATE)
    shown_at = models.DateTimeField(null=True, blank=True, editable=False)
    outcome = models.CharField(_("what we do"), max_length=10, choices=Outcome, blank=True)
    why = models.TextField(_("why"), max_length=2000, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True, editable=False)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    review_on = models.DateField(_("look at it again on"), null=True, blank=True)
    reminded_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="When facilitators were told that the day has come."
    )
    reviewed_on = models.DateField(_("looked at again on"), null=True, blank=True, editable=False)
    found = models.TextField(
        _("what we found then"), blank=True, help_text="Each time with its day, one after another."
    )
    follows = models.OneToOneField("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="followed_by")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now, editable=False)
    key = models.CharField(max_length=40, unique=True, default=link_secret, help_text="A form sent twice makes one.")

    # The membership through which somebody looks at it; the gate sets it.
    viewer: Membership

    if TYPE_CHECKING:
        judgements: RelatedManager["Judgement"]
        attached: RelatedManager["Attached"]
        adaptations: RelatedManager["Adaptation"]
        steps: RelatedManager[Step]
        followed_by: "Negotiation"

    class Meta:
        ordering = ("-opened_at", "-pk")

    def __str__(self) -> str:
        return f"{self.statement} – {self.setting}"

    def get_absolute_url(self) -> str:
        return reverse("knowledge:negotiation", kwargs={"pk": self.pk})

    @property
    def is_settled(self) -> bool:
        return self.stage == NegotiationStage.SETTLED


class Judgement(models.Model):
    """What somebody thinks of one question of a negotiation: 1 speaks strongly against, 9 strongly for doing it here."""

    negotiation = models.ForeignKey(Negotiation, on_delete=models.CASCADE, related_name="judgements")
    membership = models.ForeignKey(
        Membership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_(
            "So that you can change it. Others see only your group’s judgements together. Taken out when you ask us to erase you."
        ),
    )
    constituency = models.ForeignKey(
        Constituency, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", help_text="As it was then."
    )
    question = models.CharField(max_length=20, choices=Question)
    value = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Nothing where somebody does not know.")
    why = models.CharField(_("why, in one line"), max_length=300, blank=True)
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("negotiation", "membership", "question"),
                condition=Q(membership__isnull=False),
                name="one_judgement_each",
            ),
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(value__range=(1, 9)), name="a_judgement_is_from_1_to_9"
            ),
        )

    def __str__(self) -> str:
        return f"{self.question}: {self.value}"


class Attached(models.Model):
    """Something laid on one side of the board: another item, a statement, or what somebody said."""

    negotiation = models.ForeignKey(Negotiation, on_delete=models.CASCADE, related_name="attached")
    side = models.CharField(_("on which side"), max_length=10, choices=Side)
    item = models.ForeignKey(Item, on_delete=models.CASCADE, null=True, blank=True, related_name="attached_to")
    statement = models.ForeignKey(
        Statement, on_delete=models.CASCADE, null=True, blank=True, related_name="attached_to"
    )
    contribution = models.ForeignKey(
        Contribution, on_delete=models.CASCADE, null=True, blank=True, related_name="attached_to"
    )
    put_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    put_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "attached"
        ordering = ("put_at", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(item__isnull=False, statement__isnull=True, contribution__isnull=True)
                | Q(item__isnull=True, statement__isnull=False, contribution__isnull=True)
                | Q(item__isnull=True, statement__isnull=True, contribution__isnull=False),
                name="one_thing_is_attached",
            ),
            models.UniqueConstraint(fields=("negotiation", "item"), name="an_item_is_attached_once"),
            models.UniqueConstraint(fields=("negotiation", "statement"), name="a_statement_is_attached_once"),
            models.UniqueConstraint(fields=("negotiation", "contribution"), name="a_contribution_is_attached_once"),
        )

    def __str__(self) -> str:
        return f"{self.side}: {self.item or self.statement or self.contribution}"


class Adaptation(models.Model):
    """What was changed from the research, why, and what is lost by it."""

    negotiation = models.ForeignKey(Negotiation, on_delete=models.CASCADE, related_name="adaptations")
    changed = models.TextField(_("what is different from the research"), max_length=1000)
    because = models.TextField(_("why"), max_length=1000)
    core_lost = models.TextField(_("which core part is lost"), max_length=1000, blank=True)
    still_works = models.TextField(_("how we will see that it still works"), max_length=1000, blank=True)
    reviewed_on = models.DateField(_("looked at again on"), null=True, blank=True)
    found = models.TextField(_("what we found then"), max_length=1000, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("made_at", "pk")

    def __str__(self) -> str:
        return self.changed[:60]
