from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .community import Community
from .membership import Membership


class TermQuerySet(models.QuerySet["Term"]):
    def shown(self) -> "TermQuerySet":
        return self.filter(is_shown=True)


class Term(models.Model):
    """A word of the glossary with its meaning in plain words; it is marked wherever text is shown."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="terms")
    word = models.CharField(_("word"), max_length=100)
    also = models.JSONField(
        _("other ways to write it"), default=list, blank=True, help_text="Spellings, short forms and plain words."
    )
    meaning = models.TextField(_("in plain words"), max_length=600)
    example = models.CharField(_("an example"), max_length=300, blank=True)
    source = models.CharField(_("where this comes from"), max_length=200, blank=True)
    is_shown = models.BooleanField(default=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    changed_at = models.DateTimeField(default=timezone.now)
    read_by = models.ForeignKey(
        Membership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("The lay member who read it and finds it clear. Taken out when you ask us to erase you."),
    )
    read_on = models.DateField(null=True, blank=True)

    objects = TermQuerySet.as_manager()

    # The membership through which somebody looks at it; the gate sets it.
    viewer: Membership

    class Meta:
        ordering = (Lower("word"), "pk")
        constraints = (models.UniqueConstraint("community", Lower("word"), name="one_term_of_a_word"),)

    def __str__(self) -> str:
        return self.word

    def get_absolute_url(self) -> str:
        return reverse("communities:word", kwargs={"slug": self.community.slug, "pk": self.pk})

    @property
    def version(self) -> str:
        """Tells one wording from the next."""
        return self.changed_at.isoformat()
