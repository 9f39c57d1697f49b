from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Membership
from mindlines.kernel.identifiers import link_secret
from mindlines.knowledge.choices import PlainForm, ReadingOrigin

from .items import Item

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class PlainVersion(models.Model):
    """An item said again in plain words, or in easy read; signed off by a lay reader."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="plain_versions")
    form = models.CharField(max_length=10, choices=PlainForm, default=PlainForm.PLAIN)
    title = models.CharField(_("title"), max_length=300)
    words = models.TextField(_("in plain words"), max_length=30_000, blank=True)
    source_version = models.PositiveIntegerField(help_text="The version of the item that it says again.")
    version = models.PositiveIntegerField(default=1)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)
    signed_by = models.ForeignKey(
        Membership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("The lay member who read it and finds it clear. Taken out when you ask us to erase you."),
    )
    signed_on = models.DateField(null=True, blank=True)
    signed_version = models.PositiveIntegerField(null=True, blank=True)
    signed_origin = models.CharField(max_length=10, choices=ReadingOrigin, blank=True)
    sign_entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Who wrote down that a lay member told us so. Taken out when you ask us to erase you."),
    )

    asked_on = models.DateField(null=True, blank=True, help_text="When lay members were asked to read it.")
    asked_version = models.PositiveIntegerField(null=True, blank=True)

    # The membership through which somebody looks at it; the gate sets it.
    viewer: Membership

    if TYPE_CHECKING:
        lines: RelatedManager["EasyLine"]
        earlier: RelatedManager["EarlierWording"]

    class Meta:
        constraints = (models.UniqueConstraint(fields=("item", "form"), name="one_plain_version_of_a_form"),)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse(f"knowledge:{self.form}", kwargs={"pk": self.item_id})

    @property
    def is_easy(self) -> bool:
        return self.form == PlainForm.EASY

    @property
    def source_changed(self) -> bool:
        """Whether the item was changed since this was written."""
        return self.source_version < self.item.version

    @property
    def is_asked(self) -> bool:
        """Whether lay members were asked to read these very words."""
        return self.asked_on is not None and self.asked_version == self.version

    @property
    def is_signed(self) -> bool:
        """Whether a lay reader signed off these very words."""
        return self.signed_on is not None and self.signed_version == self.version


class EasyLine(models.Model):
    """One line of an easy-read version: a picture at the left, words at the right."""

    plain = models.ForeignKey(PlainVersion, on_delete=models.CASCADE, related_name="lines")
    position = models.PositiveSmallIntegerField(default=0)
    words = models.TextField(_("words"), max_length=400)
    picture = models.CharField(_("picture"), max_length=40, blank=True, help_text="The name of a picture of our own.")
    file = models.FileField(_("your own picture"), upload_to="knowledge/pictures/%Y/", blank=True)
    shows = models.CharField(_("what the picture shows"), max_length=150, blank=True)
    key = models.CharField(max_length=40, unique=True, default=link_secret, help_text="A form sent twice makes one.")

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.words[:60]

    @property
    def has_own_picture(self) -> bool:
        """Whether somebody brought a picture, and it is still on the disk."""
        return bool(self.file.name) and self.file.storage.exists(self.file.name or "")

    @property
    def media_type(self) -> str:
        """Of which kind the picture is that somebody brought."""
        return "image/png" if (self.file.name or "").endswith(".png") else "image/jpeg"


class EarlierWording(models.Model):
    """What a plain version said before it was changed."""

    plain = models.ForeignKey(PlainVersion, on_delete=models.CASCADE, related_name="earlier")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    words = models.TextField(blank=True)
    lines = models.JSONField(default=list, help_text="Of easy read: words and pictures.")
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("plain", "number"), name="one_earlier_wording_of_a_number"),)

    def __str__(self) -> str:
        return f"{self.number}: {self.title}"
