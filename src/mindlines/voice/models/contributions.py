"""What people bring in, and what becomes of it."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community, Constituency, Membership, Term
from mindlines.kernel.identifiers import link_secret, random_key
from mindlines.meetings.models import AgendaItem, Meeting, Point
from mindlines.voice.choices import Audience, ContributionKind, Origin, Showing, Uptake, WordState

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class ContributionQuerySet(models.QuerySet["Contribution"]):
    def shown(self) -> "ContributionQuerySet":
        return self.filter(showing=Showing.SHOWN)

    def unanswered(self) -> "ContributionQuerySet":
        return self.filter(uptake=Uptake.UNANSWERED)

    def owed(self) -> "ContributionQuerySet":
        """What is owed a reply and has none, the most urgent first."""
        return (
            self.unanswered()
            .exclude(showing__in=(Showing.HIDDEN, Showing.MERGED))
            .filter(reply_due__isnull=False)
            .order_by("reply_due", "pk")
        )


class Contribution(models.Model):
    """A point, question, story or objection, with its constituency as it was on the day.

    An anonymous one has no person, no time of day and no number in a row: see the decision on anonymity.
    """

    id = models.BigAutoField(primary_key=True, default=random_key)
    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="contributions")
    meeting = models.ForeignKey(Meeting, on_delete=models.SET_NULL, null=True, blank=True, related_name="contributions")
    item = models.ForeignKey(AgendaItem, on_delete=models.SET_NULL, null=True, blank=True, related_name="contributions")
    kind = models.CharField(_("what is it?"), max_length=10, choices=ContributionKind, default=ContributionKind.POINT)
    words = models.TextField(_("in your words"), max_length=2000)
    origin = models.CharField(max_length=10, choices=Origin, default=Origin.BETWEEN)
    audience = models.CharField(_("who can read it"), max_length=12, choices=Audience, default=Audience.EVERYONE)
    is_anonymous = models.BooleanField(_("without my name"), default=False)
    membership = models.ForeignKey(
        Membership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="contributions",
        help_text=_("To tell you what became of it. The words stay without your name when you ask us to erase you."),
    )
    constituency = models.ForeignKey(
        Constituency,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="As it was at the time. Of an anonymous one only where at least five of the group were there.",
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Who wrote it down for somebody else.",
    )
    made_on = models.DateField(default=timezone.localdate)
    made_at = models.DateTimeField(null=True, blank=True, help_text="Never of an anonymous one.")
    showing = models.CharField(max_length=10, choices=Showing, default=Showing.SHOWN)
    hidden_because = models.CharField(_("why it is hidden"), max_length=300, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="merged_from"
    )
    uptake = models.CharField(_("what became of it"), max_length=10, choices=Uptake, default=Uptake.UNANSWERED)
    reply = models.TextField(_("our reply"), max_length=2000, blank=True)
    reply_due = models.DateField(_("reply by"), null=True, blank=True)
    replied_on = models.DateField(null=True, blank=True)
    replied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    point = models.ForeignKey(
        Point,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="contributions",
        help_text="The point in the notes that it was carried to.",
    )
    mark = models.CharField(
        max_length=64, blank=True, help_text="Lets the device that sent an anonymous one find it again."
    )
    key = models.CharField(max_length=40, unique=True, default=link_secret, help_text="A form sent twice adds one.")

    objects = ContributionQuerySet.as_manager()

    # The membership through which somebody looks at it, and whether it is their own; the gate sets both.
    viewer: Membership
    is_own: bool

    if TYPE_CHECKING:
        supports: RelatedManager["Support"]
        merged_from: RelatedManager["Contribution"]

    class Meta:
        ordering = ("-made_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(is_anonymous=False)
                | Q(membership__isnull=True, entered_by__isnull=True, made_at__isnull=True),
                name="an_anonymous_contribution_has_nobody_and_no_time",
            ),
        )
        indexes = (
            models.Index(fields=("community", "uptake", "reply_due"), name="contributions_owed"),
            models.Index(fields=("meeting", "showing"), name="contributions_of_a_meeting"),
        )

    def __str__(self) -> str:
        return self.words[:60]

    def get_absolute_url(self) -> str:
        return reverse("voice:contribution", kwargs={"pk": self.pk})

    @property
    def waits(self) -> bool:
        """Whether a facilitator reads it before others do."""
        return self.showing == Showing.WAITING


class Support(models.Model):
    """Somebody wants this contribution heard too. Only the device that gave the support can tell whose it is."""

    id = models.BigAutoField(primary_key=True, default=random_key)
    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="supports")
    lock = models.CharField(max_length=64)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("contribution", "lock"), name="one_support_each"),)

    def __str__(self) -> str:
        return f"{self.contribution_id}"


class WordRequestQuerySet(models.QuerySet["WordRequest"]):
    def explained(self) -> "WordRequestQuerySet":
        """Those that the glossary explains."""
        return self.exclude(state=WordState.DROPPED).filter(term__is_shown=True).select_related("term")

    def to_explain(self) -> "WordRequestQuerySet":
        """Those that it does not explain, neither as the answer nor as a word of the same name."""
        same = Term.objects.shown().annotate(lower=Lower("word")).filter(community=OuterRef("community"))
        asked = self.filter(state=WordState.OPEN).annotate(lower=Lower("word")).select_related("term")
        return asked.exclude(term__isnull=False, term__is_shown=True).exclude(
            Exists(same.filter(lower=OuterRef("lower")))
        )


class WordRequest(models.Model):
    """A word that somebody did not understand; nobody knows who asked. What it means stands in the glossary."""

    id = models.BigAutoField(primary_key=True, default=random_key)
    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="word_requests")
    meeting = models.ForeignKey(Meeting, on_delete=models.SET_NULL, null=True, blank=True, related_name="word_requests")
    word = models.CharField(_("which word?"), max_length=100)
    asked = models.PositiveIntegerField(default=1, help_text="How often it was asked.")
    asked_on = models.DateField(default=timezone.localdate)
    state = models.CharField(max_length=10, choices=WordState, default=WordState.OPEN)
    term = models.ForeignKey(Term, on_delete=models.SET_NULL, null=True, blank=True, related_name="requests")

    objects = WordRequestQuerySet.as_manager()

    # As above.
    viewer: Membership

    class Meta:
        ordering = ("-asked_on", "word")
        constraints = (models.UniqueConstraint("community", Lower("word"), name="a_word_is_asked_for_in_one_place"),)

    def __str__(self) -> str:
        return self.word

    @property
    def meaning(self) -> str:
        """What the glossary says, or nothing."""
        return self.term.meaning if self.term is not None and self.term.is_shown else ""
