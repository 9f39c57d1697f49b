from functools import cached_property
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import FACILITATING, Answer, RoleName, Standing
from mindlines.ui.marking import Marks

from .community import Community, Constituency, Organisation
from .roles import Role

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from .invitation import Invitation


class MembershipQuerySet(models.QuerySet["Membership"]):
    def present(self) -> "MembershipQuerySet":
        """Who belongs now: invited people are asked, active and paused people belong, those who left do not."""
        return self.filter(standing__in=(Standing.ACTIVE, Standing.PAUSED))

    def active(self) -> "MembershipQuerySet":
        return self.filter(standing=Standing.ACTIVE)

    def with_roles(self) -> "MembershipQuerySet":
        """Each membership knows whether it facilitates and whether it chairs, without a further query."""
        held = Role.objects.filter(membership=OuterRef("pk"), answer=Answer.ACCEPTED)
        return self.annotate(  # type: ignore[no-redef]  # counted for a whole list, instead of once a row
            facilitates=Exists(held.filter(name__in=FACILITATING)),
            chairs=Exists(held.filter(name__in=(RoleName.CHAIR, RoleName.STEERING))),
        )

    def with_elsewhere(self) -> "MembershipQuerySet":
        """Each membership knows whether its person belongs, or is asked, to another community too."""
        others = Membership.objects.filter(person=OuterRef("person")).exclude(community=OuterRef("community"))
        return self.annotate(is_elsewhere=Exists(others))  # type: ignore[no-redef]  # as above


class Membership(models.Model):
    """A person in a community, in one constituency, from an organisation, since a date."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    constituency = models.ForeignKey(Constituency, on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="memberships"
    )
    standing = models.CharField(_("standing"), max_length=10, choices=Standing, default=Standing.INVITED)
    since = models.DateField(_("member since"), default=timezone.localdate)
    left_on = models.DateField(null=True, blank=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    called = models.CharField(
        _("name as invited"),
        max_length=200,
        blank=True,
        help_text=_("How this community names somebody who has not yet said yes. Erased when they answer."),
    )
    note = models.CharField(
        _("note for facilitators"),
        max_length=300,
        blank=True,
        help_text=_("Only facilitators and the member can read it. Kept until the member leaves."),
    )

    objects = MembershipQuerySet.as_manager()

    # The membership of whoever looks at this one; the gate sets it.
    viewer: "Membership"
    # The words that the pages of this person can explain; the gate sets them.
    marks: Marks

    if TYPE_CHECKING:
        roles: RelatedManager[Role]
        invitations: RelatedManager[Invitation]

    class Meta:
        ordering = ("person__name", "pk")
        constraints = (
            models.UniqueConstraint(fields=("community", "person"), name="one_membership_per_person"),
            models.CheckConstraint(
                condition=~Q(standing=Standing.LEFT) | Q(left_on__isnull=False), name="who_left_left_on_a_day"
            ),
        )
        indexes = (models.Index(fields=("community", "standing"), name="membership_by_standing"),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("communities:member", kwargs={"slug": self.community.slug, "pk": self.pk})

    @property
    def name(self) -> str:
        """What this community may call the person; somebody known elsewhere keeps their own name to themselves until they say yes."""
        return self.called or self.person.name

    @property
    def place_words(self) -> str:
        """Constituency and organisation on one line."""
        return " · ".join(filter(None, (self.constituency.name, self.organisation.name if self.organisation else "")))

    @property
    def is_present(self) -> bool:
        return self.standing in (Standing.ACTIVE, Standing.PAUSED)

    @cached_property
    def is_elsewhere(self) -> bool:
        return Membership.objects.filter(person_id=self.person_id).exclude(community_id=self.community_id).exists()

    @property
    def tends_own_details(self) -> bool:
        """Whether name and ways to reach are the person's own business; otherwise a facilitator writes them down for them."""
        return self.person.last_login is not None or self.is_elsewhere or self.person.is_operator

    @property
    def shows_ways_to_reach(self) -> bool:
        """Whether facilitators may see phone, address and needs: not of who left, nor before somebody from elsewhere has said yes."""
        return self.is_present or (self.standing == Standing.INVITED and not (self.called or self.is_elsewhere))

    @cached_property
    def facilitates(self) -> bool:
        return self.roles.filter(answer=Answer.ACCEPTED, name__in=FACILITATING).exists()

    @cached_property
    def chairs(self) -> bool:
        return self.roles.filter(answer=Answer.ACCEPTED, name__in=(RoleName.CHAIR, RoleName.STEERING)).exists()
