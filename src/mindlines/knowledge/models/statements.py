from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Membership
from mindlines.kernel.identifiers import link_secret

from .items import Item

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from .negotiations import Negotiation


class StatementQuerySet(models.QuerySet["Statement"]):
    def present(self) -> "StatementQuerySet":
        """Without what was withdrawn, itself or with its item."""
        return self.filter(withdrawn_at__isnull=True, item__withdrawn_at__isnull=True)


class Statement(models.Model):
    """One claim or recommendation within an item, quoted or in somebody's own words."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="statements")
    words = models.TextField(_("the statement"), max_length=1000)
    is_quoted = models.BooleanField(_("these are the exact words of the source"), default=False)
    page = models.CharField(_("page"), max_length=20, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    key = models.CharField(max_length=40, unique=True, default=link_secret, help_text="A form sent twice makes one.")

    objects = StatementQuerySet.as_manager()

    # The membership through which somebody looks at it; the gate sets it.
    viewer: Membership

    if TYPE_CHECKING:
        negotiations: RelatedManager[Negotiation]

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.words[:80]

    def get_absolute_url(self) -> str:
        return reverse("knowledge:statement", kwargs={"pk": self.pk})
