"""What the community makes together."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community, Membership
from mindlines.coproduction.choices import CreditNaming, OutputKind, OutputState, RemarkKind, RemarkState
from mindlines.kernel.identifiers import link_secret
from mindlines.knowledge.models import Item
from mindlines.meetings.models import Action

from .decisions import Decision

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from .practice import PracticeChange


class Output(models.Model):
    """A document, pathway, leaflet, video or data made together.

    Its text is a shared document (Yjs): the updates are in `Update`; `words` is the text as it stands, for reading,
    for searching, and for whoever writes in the plain form.
    """

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="outputs")
    kind = models.CharField(_("what is it?"), max_length=10, choices=OutputKind, default=OutputKind.DOCUMENT)
    title = models.CharField(_("title"), max_length=200)
    about = models.CharField(_("what it is for"), max_length=300, blank=True)
    link = models.URLField(_("where it can be seen"), max_length=500, blank=True)
    words = models.TextField(blank=True, editable=False)
    words_at = models.PositiveBigIntegerField(default=0, editable=False, help_text="The last update in `words`.")
    last_update = models.PositiveBigIntegerField(default=0, editable=False, help_text="The last update there is.")
    weight = models.PositiveBigIntegerField(default=0, editable=False, help_text="Bytes in all its updates.")
    state = models.CharField(max_length=10, choices=OutputState, default=OutputState.WRITING)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    decisions = models.ManyToManyField(Decision, blank=True, related_name="outputs")
    items = models.ManyToManyField(Item, blank=True, related_name="outputs")
    actions = models.ManyToManyField(Action, blank=True, related_name="outputs")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    key = models.CharField(max_length=40, unique=True, default=link_secret, help_text="A form sent twice makes one.")

    # The membership through which somebody looks at it; the gate sets it.
    viewer: Membership

    if TYPE_CHECKING:
        updates: RelatedManager["Update"]
        versions: RelatedManager["OutputVersion"]
        credits: RelatedManager["Credit"]
        remarks: RelatedManager["Remark"]
        changes: RelatedManager[PracticeChange]

    class Meta:
        ordering = ("-changed_at", "-pk")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("coproduction:output", kwargs={"pk": self.pk})


class Update(models.Model):
    """One change to the text of an output, as Yjs writes it; many are joined into one from time to time."""

    output = models.ForeignKey(Output, on_delete=models.CASCADE, related_name="updates")
    content = models.BinaryField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.output_id}"


class OutputVersion(models.Model):
    """The text as it stood when somebody kept it."""

    output = models.ForeignKey(Output, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    words = models.TextField(blank=True)
    content = models.BinaryField(help_text="The whole document, as Yjs writes it.")
    note = models.CharField(_("what changed"), max_length=300, blank=True)
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    kept_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("output", "number"), name="one_output_version_of_a_number"),)

    def __str__(self) -> str:
        return f"{self.number}"


class Credit(models.Model):
    """Somebody worked on an output, and is thanked in it as they wish."""

    output = models.ForeignKey(Output, on_delete=models.CASCADE, related_name="credits")
    membership = models.ForeignKey(
        Membership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("So that you are thanked as you wish. Taken out when you ask us to erase you."),
    )
    part = models.CharField(_("what they did"), max_length=150, blank=True)
    naming = models.CharField(_("how to be thanked"), max_length=10, choices=CreditNaming, blank=True)
    shown_name = models.CharField(_("name to show"), max_length=100, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "pk")
        constraints = (models.UniqueConstraint(fields=("output", "membership"), name="one_credit_each"),)

    def __str__(self) -> str:
        return self.shown_name or self.part


class Remark(models.Model):
    """A comment on a passage of an output, or a suggestion to say it otherwise."""

    output = models.ForeignKey(Output, on_delete=models.CASCADE, related_name="remarks")
    kind = models.CharField(max_length=10, choices=RemarkKind, default=RemarkKind.COMMENT)
    passage = models.TextField(_("which words?"), max_length=1000, blank=True)
    words = models.TextField(_("your comment"), max_length=2000, blank=True)
    instead = models.TextField(_("say this instead"), max_length=2000, blank=True)
    membership = models.ForeignKey(
        Membership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("So that others can answer you. The words stay without your name when you ask us to erase you."),
    )
    state = models.CharField(max_length=10, choices=RemarkState, default=RemarkState.OPEN)
    answer = models.CharField(_("answer"), max_length=500, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True, blank=True)
    key = models.CharField(max_length=40, unique=True, default=link_secret, help_text="A form sent twice makes one.")

    class Meta:
        ordering = ("made_at", "pk")

    def __str__(self) -> str:
        return self.words[:60] or self.instead[:60]
