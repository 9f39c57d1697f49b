"""Polls, and ballots that nobody can trace.

Whoever may vote is handed one slip for a box: a secret that only their device, or a piece of paper, holds. The box knows
the mark of every slip and who was handed one, and not which slip is whose. A secret ballot is locked with the slip's secret,
so that its owner can change it until the poll closes and two ballots of one slip cannot be told to be of one person.
"""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community, Constituency, Membership
from mindlines.kernel.identifiers import link_secret, random_key
from mindlines.meetings.models import AgendaItem, Meeting
from mindlines.voice.choices import TAKING_VOTES, BoxPurpose, PollKind, Secrecy, Showing, Side, Stage, Way

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class BallotBox(models.Model):
    """What slips are handed out for: the votes of one meeting, the pulse after it, or one ballot."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="ballot_boxes")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, null=True, blank=True, related_name="ballot_boxes")
    purpose = models.CharField(max_length=10, choices=BoxPurpose)
    made_at = models.DateTimeField(default=timezone.now)

    if TYPE_CHECKING:
        slips: RelatedManager["Slip"]
        handed: RelatedManager["Handed"]
        polls: RelatedManager["Poll"]

    class Meta:
        verbose_name_plural = "ballot boxes"
        constraints = (
            models.UniqueConstraint(
                fields=("meeting", "purpose"),
                condition=Q(meeting__isnull=False) & ~Q(purpose=BoxPurpose.BALLOT),
                name="one_box_of_a_purpose_for_a_meeting",
            ),
        )

    def __str__(self) -> str:
        return self.get_purpose_display()


class Slip(models.Model):
    """A right to answer once in each poll of a box. Whose it is stands nowhere."""

    id = models.BigAutoField(primary_key=True, default=random_key)
    box = models.ForeignKey(BallotBox, on_delete=models.CASCADE, related_name="slips")
    mark = models.CharField(max_length=64, help_text="The SHA-256 of its secret.")
    is_paper = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("box", "mark"), name="a_slip_is_in_a_box_once"),)

    def __str__(self) -> str:
        return f"{self.box_id}"


class Handed(models.Model):
    """Somebody was handed a slip for a box, so that nobody is handed two."""

    id = models.BigAutoField(primary_key=True, default=random_key)
    box = models.ForeignKey(BallotBox, on_delete=models.CASCADE, related_name="handed")
    membership = models.ForeignKey(
        Membership,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("So that everyone has one vote. It does not say whether or how you voted. Erased with the ballot."),
    )
    way = models.CharField(max_length=10, choices=Way, default=Way.SELF)

    class Meta:
        verbose_name_plural = "handed"
        constraints = (models.UniqueConstraint(fields=("box", "membership"), name="one_slip_each"),)

    def __str__(self) -> str:
        return f"{self.box_id} {self.membership_id}"


class Poll(models.Model):
    """A question put to everyone who is there, or to all members."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="polls")
    box = models.ForeignKey(BallotBox, on_delete=models.CASCADE, related_name="polls")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, null=True, blank=True, related_name="polls")
    item = models.ForeignKey(AgendaItem, on_delete=models.SET_NULL, null=True, blank=True, related_name="polls")
    position = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(_("kind of question"), max_length=12, choices=PollKind, default=PollKind.CHOICE)
    question = models.CharField(_("question"), max_length=300)
    words = models.TextField(_("what to know before you answer"), max_length=2000, blank=True)
    secrecy = models.CharField(_("who sees the answers"), max_length=10, choices=Secrecy, default=Secrecy.SECRET)
    is_paired = models.BooleanField(_("ask before and after the discussion"), default=False)
    asks_sure = models.BooleanField(_("ask how sure people are"), default=False)
    most = models.PositiveSmallIntegerField(_("how many answers each"), default=1)
    takes_more = models.BooleanField(_("members can add to the list"), default=False)
    stage = models.CharField(max_length=12, choices=Stage, default=Stage.PLANNED)
    told_apart = models.JSONField(
        default=list,
        editable=False,
        help_text="The constituencies that are large enough to be told apart; fixed at opening.",
    )
    opened_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    shown_at = models.DateTimeField(null=True, blank=True, editable=False, help_text="Since when all see the result.")
    closes_on = models.DateField(_("open until the end of"), null=True, blank=True)
    led_by = models.CharField(
        max_length=200,
        blank=True,
        editable=False,
        help_text="The address of the page from which it is opened and closed, where that is not its own.",
    )
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    key = models.CharField(max_length=40, unique=True, default=link_secret, help_text="A form sent twice makes one.")

    # The membership through which somebody looks at it; the gate sets it.
    viewer: Membership

    if TYPE_CHECKING:
        options: RelatedManager["Option"]
        ballots: RelatedManager["Ballot"]

    class Meta:
        ordering = ("position", "pk")
        indexes = (models.Index(fields=("community", "stage"), name="polls_by_stage"),)

    def __str__(self) -> str:
        return self.question

    def get_absolute_url(self) -> str:
        if self.kind == PollKind.PULSE:
            return reverse("voice:pulse", kwargs={"pk": self.meeting_id})
        return self.led_by or reverse("voice:poll", kwargs={"pk": self.pk})

    @property
    def takes_votes(self) -> bool:
        return self.stage in TAKING_VOTES

    @property
    def is_secret(self) -> bool:
        return self.secrecy == Secrecy.SECRET

    @property
    def is_second_time(self) -> bool:
        """Whether an answer given now is the one after the discussion."""
        return self.stage in (Stage.OPEN_AGAIN, Stage.CLOSED) and self.is_paired


class Option(models.Model):
    """Something to choose, to rank, or to agree with; members may have added it, and nobody knows which of them."""

    id = models.BigAutoField(primary_key=True, default=random_key)
    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="options")
    position = models.PositiveSmallIntegerField(default=0)
    words = models.CharField(_("words"), max_length=300)
    showing = models.CharField(max_length=10, choices=Showing, default=Showing.SHOWN)
    key = models.CharField(max_length=40, unique=True, default=link_secret, help_text="A form sent twice adds one.")

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.words


class Ballot(models.Model):
    """One answer to a poll; where the poll is asked twice, both answers of the same voter.

    `before` and `after` hold, by kind of poll: the keys of the options chosen; a number from 1; a list of words; the keys of
    the options in order; for each statement 1, 0 or -1; for the pulse six numbers from 1 to 5, or nothing where it does not apply.
    """

    id = models.BigAutoField(primary_key=True, default=random_key)
    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="ballots")
    lock = models.CharField(max_length=64, blank=True, help_text="Of a secret ballot; only its slip opens it.")
    membership = models.ForeignKey(
        Membership,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="ballots",
        help_text=_("Only of a vote that was announced as named. Kept with the result; erased with you."),
    )
    constituency = models.ForeignKey(
        Constituency,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="As it was when the vote was given; of a secret ballot only if the group can be told apart.",
    )
    side = models.CharField(
        max_length=10,
        choices=Side,
        blank=True,
        help_text="Of the pulse alone, where at least five lay members and five others were there.",
    )
    before = models.JSONField(null=True, blank=True)
    before_sure = models.PositiveSmallIntegerField(null=True, blank=True)
    after = models.JSONField(null=True, blank=True)
    after_sure = models.PositiveSmallIntegerField(null=True, blank=True)
    why = models.CharField(_("in one line"), max_length=300, blank=True)
    way = models.CharField(max_length=10, choices=Way, default=Way.SELF)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("poll", "lock"), condition=~Q(lock=""), name="one_secret_ballot_each"),
            models.UniqueConstraint(
                fields=("poll", "membership"), condition=Q(membership__isnull=False), name="one_named_ballot_each"
            ),
            models.CheckConstraint(
                condition=Q(lock="") ^ Q(membership__isnull=True), name="a_ballot_is_secret_or_named"
            ),
        )

    def __str__(self) -> str:
        return f"{self.poll_id}"
