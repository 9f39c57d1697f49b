"""What is done differently now, where, since when, and how we know."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community, Membership, Organisation
from mindlines.coproduction.choices import Grade
from mindlines.kernel.identifiers import link_secret
from mindlines.knowledge.models import Item
from mindlines.meetings.models import Action

from .decisions import Decision
from .outputs import Output


class PracticeChange(models.Model):
    """Something that is done differently at one organisation."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="practice_changes")
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="practice_changes",
        verbose_name=_("where"),
    )
    place = models.CharField(_("which team or place there"), max_length=150, blank=True)
    what = models.CharField(_("what is done differently now"), max_length=300)
    before = models.CharField(_("how it was before"), max_length=300, blank=True)
    since = models.DateField(_("since when"))
    ended_on = models.DateField(_("until when, if it has ended"), null=True, blank=True)
    why_ended = models.CharField(_("why it ended"), max_length=300, blank=True)
    grade = models.CharField(_("how we know"), max_length=10, choices=Grade, default=Grade.SAID)
    said_by = models.ForeignKey(
        Membership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("So that others can ask you. Taken out when you ask us to erase you."),
    )
    confirmed_by = models.ForeignKey(
        Membership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("The second person who says so. Taken out when you ask us to erase you."),
    )
    confirmed_on = models.DateField(null=True, blank=True)
    proof = models.TextField(_("what shows it"), max_length=1000, blank=True)
    proof_link = models.URLField(_("link to it"), max_length=500, blank=True)
    proof_item = models.ForeignKey(
        Item,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="proves",
        verbose_name=_("numbers or a file that show it"),
    )
    decisions = models.ManyToManyField(Decision, blank=True, related_name="changes")
    outputs = models.ManyToManyField(Output, blank=True, related_name="changes")
    actions = models.ManyToManyField(Action, blank=True, related_name="changes")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField(default=timezone.now, editable=False)
    key = models.CharField(max_length=40, unique=True, default=link_secret, help_text="A form sent twice makes one.")

    # The membership through which somebody looks at it; the gate sets it.
    viewer: Membership

    class Meta:
        ordering = ("-since", "-pk")
        indexes = (models.Index(fields=("community", "-since"), name="changes_newest"),)

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return reverse("coproduction:change", kwargs={"pk": self.pk})
