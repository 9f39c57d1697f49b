from typing import TYPE_CHECKING

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import TONES, ConstituencyKind, Stage

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from .charter import CharterVersion
    from .membership import Membership
    from .priorities import ContextEvent, Priority
    from .record import RecordLine
    from .words import Term


class CommunityQuerySet(models.QuerySet["Community"]):
    def open(self) -> "CommunityQuerySet":
        return self.exclude(stage=Stage.CLOSED)


class Community(models.Model):
    """A community of practice."""

    name = models.CharField(_("name"), max_length=150)
    slug = models.SlugField(_("short name for the address"), max_length=60, unique=True)
    about = models.CharField(
        _("in one sentence"), max_length=300, blank=True, help_text=_("What brings these people together?")
    )
    stage = models.CharField(_("stage"), max_length=20, choices=Stage, default=Stage.POTENTIAL)
    language = models.CharField(_("language"), max_length=10, default="en-gb")
    time_zone = models.CharField(_("time zone"), max_length=60, default="Europe/London")
    contact = models.CharField(
        _("whom to ask"),
        max_length=200,
        blank=True,
        help_text=_("A name and a phone number or address, printed on letters."),
    )
    is_demo = models.BooleanField(default=False)
    words_version = models.CharField(
        max_length=40, blank=True, editable=False, help_text="New after each change of the glossary; empty without one."
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = CommunityQuerySet.as_manager()

    if TYPE_CHECKING:
        constituencies: RelatedManager["Constituency"]
        organisations: RelatedManager["Organisation"]
        memberships: RelatedManager[Membership]
        charter_versions: RelatedManager[CharterVersion]
        context_events: RelatedManager[ContextEvent]
        priorities: RelatedManager[Priority]
        record: RelatedManager[RecordLine]
        terms: RelatedManager[Term]

    class Meta:
        verbose_name_plural = "communities"
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("communities:overview", kwargs={"slug": self.slug})

    @property
    def charter_url(self) -> str:
        return reverse("communities:charter", kwargs={"slug": self.slug})


class Constituency(models.Model):
    """A stakeholder group within a community; voices are compared between constituencies."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="constituencies")
    name = models.CharField(_("name"), max_length=80)
    kind = models.CharField(_("kind"), max_length=20, choices=ConstituencyKind)
    target = models.PositiveSmallIntegerField(
        _("how many people you hope for"), null=True, blank=True, validators=(MaxValueValidator(9999),)
    )
    position = models.PositiveSmallIntegerField(default=0)

    # The membership through which somebody looks at this group; the gate sets it.
    viewer: "Membership"

    if TYPE_CHECKING:
        memberships: RelatedManager[Membership]

    class Meta:
        verbose_name_plural = "constituencies"
        ordering = ("position", "pk")
        constraints = (models.UniqueConstraint("community", Lower("name"), name="one_constituency_of_a_name"),)

    def __str__(self) -> str:
        return self.name

    @property
    def is_lay(self) -> bool:
        return self.kind == ConstituencyKind.LAY

    @property
    def is_support(self) -> bool:
        return self.kind == ConstituencyKind.SUPPORT

    @property
    def tone(self) -> int:
        """The colour and pattern in which this constituency is drawn, the same on every page."""
        return TONES[ConstituencyKind(self.kind)]


class Organisation(models.Model):
    """Where members come from: a practice, trust, council, university, charity."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="organisations")
    name = models.CharField(_("name"), max_length=150)

    class Meta:
        ordering = ("name",)
        constraints = (models.UniqueConstraint("community", Lower("name"), name="one_organisation_of_a_name"),)

    def __str__(self) -> str:
        return self.name
