from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .community import Community
from .membership import Membership

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class CharterVersion(models.Model):
    """Purpose, people and practice as agreed on a day; the one with the highest number is current."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="charter_versions")
    number = models.PositiveSmallIntegerField()
    purpose = models.TextField(_("purpose"), max_length=4000, help_text=_("What are we here for?"))
    people = models.TextField(
        _("people"), max_length=4000, blank=True, help_text=_("Who belongs, and how do we treat each other?")
    )
    practice = models.TextField(
        _("practice"), max_length=4000, blank=True, help_text=_("How do we meet, decide and share?")
    )
    what_changed = models.TextField(_("what changed"), max_length=2000, blank=True)
    why = models.TextField(_("why it changed"), max_length=2000, blank=True)
    how_agreed = models.CharField(_("how it was agreed"), max_length=300, blank=True)
    present = models.ManyToManyField(Membership, blank=True, related_name="+", verbose_name=_("who was in the room"))
    agreed_on = models.DateField(_("agreed on"), default=timezone.localdate)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    viewer: Membership

    if TYPE_CHECKING:
        readings: RelatedManager["CharterReading"]

    class Meta:
        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("community", "number"), name="charter_versions_are_numbered"),)

    def __str__(self) -> str:
        return f"{self.community}: {self.number}"


class CharterReading(models.Model):
    """A member says: I have read this version."""

    version = models.ForeignKey(CharterVersion, on_delete=models.CASCADE, related_name="readings")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="charter_readings")
    read_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("version", "membership"), name="one_reading_per_version"),)

    def __str__(self) -> str:
        return f"{self.membership_id} {self.version_id}"
