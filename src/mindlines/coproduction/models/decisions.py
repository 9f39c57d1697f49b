"""Decisions: a question, a rule that was fixed before the vote, votes before and after, and a record that stays."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community, Constituency, Membership
from mindlines.coproduction.choices import VOTING, DecisionStage, ObjectionState, Result, Rule
from mindlines.kernel.identifiers import link_secret, random_key
from mindlines.knowledge.models import Item, Negotiation, Statement
from mindlines.meetings.models import Action, AgendaItem, Meeting, Point
from mindlines.voice.choices import Secrecy
from mindlines.voice.models import BallotBox, Contribution, Poll

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from .outputs import Output
    from .practice import PracticeChange


class Decision(models.Model):
    """A question that the community decides. Once closed it never changes; a later one can supersede it.

    The votes are polls of `voice`: one for the whole decision (consent, ranking, or a single proposal), or one for each
    proposal, all in one ballot box, so that a voter needs one slip.
    """

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="decisions")
    question = models.CharField(_("what do we decide?"), max_length=300)
    words = models.TextField(_("what to know before you vote"), max_length=4000, blank=True)
    meeting = models.ForeignKey(Meeting, on_delete=models.SET_NULL, null=True, blank=True, related_name="decisions")
    agenda_item = models.ForeignKey(
        AgendaItem, on_delete=models.SET_NULL, null=True, blank=True, related_name="decisions"
    )
    negotiation = models.ForeignKey(
        Negotiation, on_delete=models.SET_NULL, null=True, blank=True, related_name="decisions"
    )
    point = models.ForeignKey(
        Point,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="decisions",
        help_text="The line in the notes from which it was made.",
    )
    rule = models.CharField(_("how we decide"), max_length=12, choices=Rule, default=Rule.CONSENT)
    threshold = models.PositiveSmallIntegerField(
        _("how many of a hundred must agree"), null=True, blank=True, help_text="Five steps and a fixed share."
    )
    level = models.PositiveSmallIntegerField(
        _("from which answer on somebody agrees"), null=True, blank=True, help_text="3 to 5 of five steps; 7 of nine."
    )
    most_against = models.PositiveSmallIntegerField(
        _("how many of a hundred may be against"), null=True, blank=True, help_text="Of a fixed share: answers 1 to 3."
    )
    is_paired = models.BooleanField(_("vote before and after talking about it"), default=True)
    secrecy = models.CharField(_("who sees the votes"), max_length=10, choices=Secrecy, default=Secrecy.SECRET)
    why_rule = models.CharField(_("why this rule"), max_length=300, blank=True)
    closes_on = models.DateField(_("open until the end of"), null=True, blank=True)
    box = models.ForeignKey(BallotBox, on_delete=models.SET_NULL, null=True, blank=True, related_name="decisions")
    stage = models.CharField(max_length=10, choices=DecisionStage, default=DecisionStage.DRAFT)
    result = models.CharField(max_length=12, choices=Result, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    review_on = models.DateField(_("look at it again on"), null=True, blank=True)
    reminded_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="When facilitators were told that the day has come."
    )
    supersedes = models.OneToOneField(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="superseded_by"
    )
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    key = models.CharField(max_length=40, unique=True, default=link_secret, help_text="A form sent twice makes one.")

    # The membership through which somebody looks at it; the gate sets it.
    viewer: Membership

    if TYPE_CHECKING:
        proposals: RelatedManager["Proposal"]
        grounds: RelatedManager["Ground"]
        objections: RelatedManager["Objection"]
        dissents: RelatedManager["Dissent"]
        follow_ups: RelatedManager["FollowUp"]
        outputs: RelatedManager[Output]
        changes: RelatedManager[PracticeChange]
        decision_record: "DecisionRecord"
        superseded_by: "Decision"

    class Meta:
        ordering = ("-made_at", "-pk")
        indexes = (models.Index(fields=("community", "stage"), name="decisions_by_stage"),)

    def __str__(self) -> str:
        return self.question

    def get_absolute_url(self) -> str:
        return reverse("coproduction:decision", kwargs={"pk": self.pk})

    @property
    def is_closed(self) -> bool:
        return self.stage == DecisionStage.CLOSED

    @property
    def takes_votes(self) -> bool:
        return self.stage in VOTING


class Proposal(models.Model):
    """One of the things that can be decided on, with the poll that asks about it.

    A ranking has one poll, at its first proposal; the options of that poll are the proposals.
    """

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="proposals")
    position = models.PositiveSmallIntegerField(default=0)
    words = models.CharField(_("proposal"), max_length=300)
    first_words = models.CharField(
        max_length=300, blank=True, help_text="As it was at the first vote, where it was changed before the second."
    )
    poll = models.OneToOneField(Poll, on_delete=models.SET_NULL, null=True, blank=True, related_name="proposal")
    result = models.CharField(max_length=12, choices=Result, blank=True)

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.words


class Ground(models.Model):
    """What a decision rests on, or what was looked at and set aside, and why."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="grounds")
    item = models.ForeignKey(Item, on_delete=models.CASCADE, null=True, blank=True, related_name="grounds")
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, null=True, blank=True, related_name="grounds")
    contribution = models.ForeignKey(
        Contribution, on_delete=models.CASCADE, null=True, blank=True, related_name="grounds"
    )
    is_set_aside = models.BooleanField(_("we looked at it and set it aside"), default=False)
    why = models.CharField(_("why"), max_length=300, blank=True)
    put_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ("is_set_aside", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(item__isnull=False, statement__isnull=True, contribution__isnull=True)
                | Q(item__isnull=True, statement__isnull=False, contribution__isnull=True)
                | Q(item__isnull=True, statement__isnull=True, contribution__isnull=False),
                name="a_ground_is_one_thing",
            ),
            models.UniqueConstraint(fields=("decision", "item"), name="an_item_is_a_ground_once"),
            models.UniqueConstraint(fields=("decision", "statement"), name="a_statement_is_a_ground_once"),
            models.UniqueConstraint(fields=("decision", "contribution"), name="a_contribution_is_a_ground_once"),
        )

    def __str__(self) -> str:
        return str(self.item or self.statement or self.contribution)


class Objection(models.Model):
    """A reason against a proposal. Consent waits until it is met or taken back."""

    id = models.BigAutoField(primary_key=True, default=random_key)
    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="objections")
    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="objections")
    words = models.TextField(_("what speaks against it"), max_length=1000)
    is_anonymous = models.BooleanField(_("without my name"), default=False)
    membership = models.ForeignKey(
        Membership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("So that people can talk with you about it. The words stay without your name when you are erased."),
    )
    constituency = models.ForeignKey(
        Constituency,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="As it was then. Of an anonymous one only where at least five of the group can vote.",
    )
    state = models.CharField(max_length=10, choices=ObjectionState, default=ObjectionState.OPEN)
    answer = models.TextField(_("what we changed, or why it was taken back"), max_length=1000, blank=True)
    made_on = models.DateField(default=timezone.localdate)
    key = models.CharField(max_length=40, unique=True, default=link_secret, help_text="A form sent twice makes one.")

    class Meta:
        ordering = ("made_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(is_anonymous=False) | Q(membership__isnull=True),
                name="an_anonymous_objection_has_nobody",
            ),
        )

    def __str__(self) -> str:
        return self.words[:60]


class Dissent(models.Model):
    """Why somebody does not agree with what was decided, in their own words. It never changes."""

    id = models.BigAutoField(primary_key=True, default=random_key)
    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="dissents")
    words = models.TextField(_("why I do not agree"), max_length=2000)
    is_anonymous = models.BooleanField(_("without my name"), default=False)
    membership = models.ForeignKey(
        Membership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Shown beside your words, as you wished. The words stay without your name when you are erased."),
    )
    constituency = models.ForeignKey(
        Constituency,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="As it was then. Of an anonymous one only where at least five of the group can vote.",
    )
    made_on = models.DateField(default=timezone.localdate)
    key = models.CharField(max_length=40, unique=True, default=link_secret, help_text="A form sent twice makes one.")

    class Meta:
        ordering = ("made_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(is_anonymous=False) | Q(membership__isnull=True), name="an_anonymous_dissent_has_nobody"
            ),
        )

    def __str__(self) -> str:
        return self.words[:60]


class DecisionRecord(models.Model):
    """The record of a closed decision as it was written on the day. The database itself refuses to change it.

    It holds no person: names in dissents and of who closed it stand in rows that an erasure can reach.
    """

    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, related_name="decision_record")
    content = models.JSONField()
    digest = models.CharField(max_length=64, help_text="The SHA-256 of the content in canonical JSON.")
    written_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self) -> str:
        return self.digest[:12]


class FollowUp(models.Model):
    """An action that follows from a decision."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="follow_ups")
    action = models.OneToOneField(Action, on_delete=models.CASCADE, related_name="follow_up")

    def __str__(self) -> str:
        return str(self.action)
