"""The room of a meeting while it runs."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Membership
from mindlines.kernel.identifiers import link_secret, short_code
from mindlines.meetings.models import AgendaItem, Meeting, RoundGroup

from .choices import HandState, RoomPhase

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


def room_code() -> str:
    """Six letters in two groups, short enough to type from a screen."""
    return short_code(groups=2, length=3)


class Room(models.Model):
    """What everybody in a meeting looks at. `version` counts its changes, so that a page knows when it missed one."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="room")
    code = models.CharField(max_length=12, unique=True, default=room_code)
    screen = models.CharField(
        max_length=40, unique=True, default=link_secret, help_text="The secret part of the address of the big screen."
    )
    phase = models.CharField(max_length=10, choices=RoomPhase, default=RoomPhase.WAITING)
    version = models.PositiveIntegerField(default=0)
    item = models.ForeignKey(AgendaItem, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    takes_questions = models.BooleanField(_("people can send questions and points"), default=True)
    takes_anonymous = models.BooleanField(_("without a name too"), default=True)
    holds_back = models.BooleanField(_("a facilitator reads them before others do"), default=False)
    pause = models.PositiveSmallIntegerField(_("seconds between two of one person"), default=0)
    lets_visitors = models.BooleanField(_("people without an account can follow with the code"), default=False)
    counts_people = models.BooleanField(_("the scribe counts by person"), default=False)
    scribes = models.ManyToManyField(Membership, blank=True, related_name="scribe_in")
    opened_at = models.DateTimeField(null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)

    # The membership through which somebody is in the room, if they have one; the gate sets it.
    viewer: Membership | None
    # Whether they came in with a pass instead of signing in, and whether they write for the room.
    by_pass: bool
    is_scribe: bool

    if TYPE_CHECKING:
        times: RelatedManager["ItemTime"]
        hands: RelatedManager["Hand"]
        passes: RelatedManager["Pass"]

    def __str__(self) -> str:
        return self.code

    def get_absolute_url(self) -> str:
        return reverse("live:room", kwargs={"pk": self.meeting_id})

    @property
    def member(self) -> Membership:
        """The membership of whoever came in through the gate for members."""
        if self.viewer is None:
            raise ValueError("A visitor has no membership.")
        return self.viewer

    @property
    def is_open(self) -> bool:
        return self.phase == RoomPhase.OPEN


class ItemTime(models.Model):
    """When an item of the agenda really began and ended."""

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="times")
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="times")
    began_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("began_at", "pk")
        constraints = (
            models.UniqueConstraint(fields=("room",), condition=Q(ended_at__isnull=True), name="one_item_at_a_time"),
        )

    def __str__(self) -> str:
        return f"{self.item}"


class Hand(models.Model):
    """Somebody would like to speak."""

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="hands")
    membership = models.ForeignKey(
        Membership,
        on_delete=models.CASCADE,
        related_name="hands",
        help_text=_("To call on you. Erased 30 days after the meeting."),
    )
    about = models.CharField(_("in a few words, what about?"), max_length=150, blank=True)
    state = models.CharField(max_length=10, choices=HandState, default=HandState.WAITING)
    raised_at = models.DateTimeField(default=timezone.now)
    called_at = models.DateTimeField(null=True, blank=True)
    key = models.CharField(max_length=40, blank=True, help_text="A hand that is sent twice is raised once.")

    class Meta:
        ordering = ("raised_at", "pk")
        constraints = (
            models.UniqueConstraint(fields=("room", "membership", "key"), condition=~Q(key=""), name="one_hand_a_form"),
            models.UniqueConstraint(
                fields=("room", "membership"),
                condition=Q(state__in=(HandState.WAITING, HandState.SPEAKING)),
                name="one_raised_hand_each",
            ),
        )

    def __str__(self) -> str:
        return f"{self.membership}"


class Pass(models.Model):
    """A code on paper that lets one member into one room without signing in."""

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="passes")
    membership = models.ForeignKey(
        Membership,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("To let you in without an e-mail address. Works until a week after the meeting."),
    )
    mark = models.CharField(max_length=64, unique=True, help_text="The SHA-256 of its code.")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "passes"
        constraints = (models.UniqueConstraint(fields=("room", "membership"), name="one_pass_each"),)

    def __str__(self) -> str:
        return f"{self.room_id} {self.membership_id}"


class Feedback(models.Model):
    """What a small group brings back. `version` refuses a save that was made from an older text."""

    group = models.OneToOneField(RoundGroup, on_delete=models.CASCADE, related_name="feedback")
    words = models.TextField(_("what you bring back"), max_length=4000, blank=True)
    version = models.PositiveIntegerField(default=0)
    pen = models.CharField(max_length=40, blank=True, help_text="The open page that saved last; it may save again.")
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    saved_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True, help_text="When it went to the notes of the meeting.")

    class Meta:
        verbose_name_plural = "feedback"

    def __str__(self) -> str:
        return self.words[:60]
