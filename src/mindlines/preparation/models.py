"""Ordered steps by which people get ready, what each has done of them, and calls that they asked for."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community, Constituency, Membership
from mindlines.kernel.identifiers import link_secret
from mindlines.meetings.models import Meeting
from mindlines.preparation.choices import Inside, StepKind


class PreparationPath(models.Model):
    """Steps for everybody, or for one constituency."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="paths")
    constituency = models.ForeignKey(
        Constituency,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="paths",
        verbose_name=_("for whom"),
        help_text="Nobody here means everybody.",
    )
    title = models.CharField(_("title"), max_length=100)
    about = models.CharField(_("what it is for"), max_length=300, blank=True)
    is_shown = models.BooleanField(_("members can see it"), default=False)
    position = models.PositiveSmallIntegerField(default=0)
    key = models.CharField(max_length=40, unique=True, default=link_secret, help_text="A form sent twice makes one.")

    # The membership through which somebody looks at it; the gate sets it.
    viewer: Membership

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("preparation:path", kwargs={"pk": self.pk})


class PathStep(models.Model):
    """One thing to do, in everyday words and in easy read."""

    path = models.ForeignKey(PreparationPath, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(_("what to do"), max_length=10, choices=StepKind, default=StepKind.READ)
    title = models.CharField(_("title"), max_length=120)
    words = models.TextField(_("words"), max_length=6000, blank=True)
    easy = models.TextField(_("the same in easy read"), max_length=4000, blank=True)
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), default=5, validators=[MinValueValidator(1), MaxValueValidator(120)]
    )
    inside = models.CharField(_("a page of this community"), max_length=40, choices=Inside, blank=True)
    link = models.URLField(_("or a page elsewhere"), max_length=500, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    key = models.CharField(max_length=40, unique=True, default=link_secret, help_text="A form sent twice makes one.")

    viewer: Membership

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("preparation:step", kwargs={"pk": self.pk})

    @property
    def easy_lines(self) -> list[str]:
        """Easy read, a sentence each."""
        return [line.strip() for line in self.easy.splitlines() if line.strip()]


class StepDone(models.Model):
    """A member has done a step. Nobody else can read it."""

    step = models.ForeignKey(PathStep, on_delete=models.CASCADE, related_name="done")
    membership = models.ForeignKey(
        Membership,
        on_delete=models.CASCADE,
        related_name="steps_done",
        help_text=_("Only you see which steps you have done. Kept until you take it back or are erased."),
    )
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ("at", "pk")
        constraints = (models.UniqueConstraint(fields=("step", "membership"), name="a_step_is_done_once"),)

    def __str__(self) -> str:
        return str(self.step)


class CallWish(models.Model):
    """A member would like to be called."""

    membership = models.ForeignKey(
        Membership,
        on_delete=models.CASCADE,
        related_name="call_wishes",
        help_text=_("Facilitators see it and call you. Kept until you take it back or are erased."),
    )
    when = models.CharField(
        _("when it suits you"),
        max_length=200,
        blank=True,
        help_text=_("Facilitators see it and call you. Kept until you take it back or are erased."),
    )
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    called_at = models.DateTimeField(null=True, blank=True)
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    viewer: Membership

    class Meta:
        ordering = ("asked_at", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("membership",), condition=models.Q(called_at__isnull=True), name="one_open_call_each"
            ),
        )

    def __str__(self) -> str:
        return self.when or str(self.membership)


class Reminder(models.Model):
    """Everybody who is expected was reminded to get ready, in the same words, so that nobody is picked out."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="preparation_reminders")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    words = models.TextField(max_length=1500)
    people = models.PositiveIntegerField(default=0)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ("-sent_at", "-pk")

    def __str__(self) -> str:
        return self.words
