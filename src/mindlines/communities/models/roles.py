from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import Answer, KnowledgeKind, RoleName

from .community import Community, Constituency

if TYPE_CHECKING:
    from .membership import Membership


class Role(models.Model):
    """A formal role that a member was offered, and holds for a time."""

    membership = models.ForeignKey("communities.Membership", on_delete=models.CASCADE, related_name="roles")
    name = models.CharField(_("role"), max_length=20, choices=RoleName)
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.OFFERED)
    words = models.TextField(_("what you would like to say with the offer"), max_length=1000, blank=True)
    offered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    offered_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    takes_over_from = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="The role that ends when this one is accepted.",
    )

    # The membership through which somebody looks at this role; the gate sets it.
    viewer: "Membership"

    class Meta:
        ordering = ("name", "offered_at")
        constraints = (
            models.UniqueConstraint(
                fields=("membership", "name"),
                condition=Q(answer__in=(Answer.OFFERED, Answer.ACCEPTED)),
                name="a_role_is_offered_or_held_once",
            ),
        )

    def __str__(self) -> str:
        return self.get_name_display()

    def get_absolute_url(self) -> str:
        """Where the person who was asked answers."""
        return reverse("communities:role_answer", kwargs={"slug": self.membership.community.slug, "pk": self.pk})


class RoleCard(models.Model):
    """What a seat is for: one card for each constituency, or for a role."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="role_cards")
    constituency = models.OneToOneField(
        Constituency, on_delete=models.CASCADE, null=True, blank=True, related_name="role_card"
    )
    role = models.CharField(_("role"), max_length=20, choices=RoleName, blank=True)
    knowledge = models.JSONField(_("knowledge we ask of you"), default=list, blank=True)
    asked = models.TextField(_("what we ask of you"), max_length=1500, blank=True)
    not_expected = models.TextField(_("what we do not expect"), max_length=1500, blank=True)
    time = models.CharField(_("time it takes"), max_length=200, blank=True)
    pay = models.CharField(_("payment and expenses"), max_length=300, blank=True)
    contact = models.CharField(_("whom to ask"), max_length=200, blank=True)
    step_back = models.CharField(_("how to step back"), max_length=300, blank=True)
    changed_at = models.DateTimeField(default=timezone.now)

    viewer: "Membership"

    class Meta:
        ordering = ("constituency__position", "role")
        constraints = (
            models.CheckConstraint(
                condition=Q(constituency__isnull=True) ^ Q(role=""), name="a_card_is_for_a_constituency_or_a_role"
            ),
            models.UniqueConstraint(fields=("community", "role"), condition=~Q(role=""), name="one_card_per_role"),
        )

    def __str__(self) -> str:
        return str(self.constituency) if self.constituency else str(self.get_role_display())

    @property
    def seat(self) -> str:
        """How the card is named in addresses: `group-12` or `role-chair`."""
        return f"role-{self.role}" if self.role else f"group-{self.constituency_id}"

    @property
    def knowledge_words(self) -> list[str]:
        """The kinds of knowledge in words, in the order of `KnowledgeKind`."""
        return [str(kind.label) for kind in KnowledgeKind if kind.value in self.knowledge]
