"""Small groups: a round, who takes part, what is wished, and the divisions made of it."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Constituency, Membership
from mindlines.kernel.identifiers import link_secret
from mindlines.meetings.choices import (
    ABOUT_NUMBERS,
    ONCE_EACH,
    ChangeKind,
    DivisionOrigin,
    ParticipantSource,
    WishKind,
)

from .agenda import AgendaItem
from .meeting import Meeting

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class Round(models.Model):
    """One time in a meeting when people work in small groups."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="rounds")
    item = models.ForeignKey(AgendaItem, on_delete=models.SET_NULL, null=True, blank=True, related_name="rounds")
    position = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(_("title"), max_length=150)
    task = models.TextField(_("what the groups do"), max_length=2000, blank=True)
    prompts = models.TextField(_("questions for those who facilitate a group"), max_length=2000, blank=True)
    size = models.PositiveSmallIntegerField(
        _("people in each group"), null=True, blank=True, validators=(MinValueValidator(2), MaxValueValidator(50))
    )
    group_count = models.PositiveSmallIntegerField(
        _("how many groups"), null=True, blank=True, validators=(MinValueValidator(1), MaxValueValidator(400))
    )
    chosen = models.ForeignKey(
        "meetings.Division", on_delete=models.SET_NULL, null=True, blank=True, related_name="chosen_for"
    )
    shown_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="Since when members see the chosen division."
    )
    dividing_since = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="The workshop is dividing many people."
    )
    trouble = models.JSONField(
        default=dict, blank=True, editable=False, help_text="Why the last attempt to divide came to nothing."
    )
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    key = models.CharField(
        max_length=40, unique=True, default=link_secret, editable=False, help_text="A form sent twice makes one round."
    )

    if TYPE_CHECKING:
        groups: RelatedManager["RoundGroup"]
        participants: RelatedManager["Participant"]
        wishes: RelatedManager["Wish"]
        divisions: RelatedManager["Division"]

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(size__isnull=True) ^ Q(group_count__isnull=True), name="a_round_has_a_size_or_a_number"
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:round", kwargs={"pk": self.meeting_id, "work": self.pk})

    def groups_for(self, people: int) -> int:
        """How many groups `people` make: as many as were asked for, or so many that sizes come nearest to the size."""
        if self.group_count is not None:
            return self.group_count
        size = self.size or 5
        # Halves go up, as they do in the library; Python's own rounding would take 12 groups of 25 people in pairs.
        return max(1, (2 * people + size) // (2 * size))


class RoundGroup(models.Model):
    """One group of a round: its name, and where it sits. Divisions of one round share them."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="groups")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(_("name"), max_length=60, blank=True)
    place = models.CharField(_("room, table or link"), max_length=300, blank=True)
    is_step_free = models.BooleanField(_("no steps"), default=True)
    is_online = models.BooleanField(_("meets online"), default=False)
    task = models.TextField(_("a task of its own"), max_length=1000, blank=True)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("round", "number"), name="a_round_has_a_group_number_once"),)

    def __str__(self) -> str:
        return self.name or _now("Group %(number)d") % {"number": self.number}

    @property
    def what_to_do(self) -> str:
        """Its own task, or else that of the round."""
        return self.task or self.round.task


class ParticipantQuerySet(models.QuerySet["Participant"]):
    def present(self) -> "ParticipantQuerySet":
        return self.filter(is_present=True)

    def there(self, work: Round) -> "ParticipantQuerySet":
        """Everybody who is there for this round."""
        return self.filter(round=work, is_present=True)

    def named(self) -> "ParticipantQuerySet":
        """With what cards and lists say of people, in the order of names."""
        return self.select_related(
            "membership__person", "membership__constituency", "membership__organisation"
        ).order_by("membership__person__name", "pk")


class Participant(models.Model):
    """Somebody who is there for a round. What they need is erased 30 days after the meeting."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="participants")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="round_places")
    source = models.CharField(max_length=12, choices=ParticipantSource, default=ParticipantSource.HAND)
    is_present = models.BooleanField(_("is there"), default=True)
    is_facilitator = models.BooleanField(_("facilitates a group"), default=False)
    is_online = models.BooleanField(_("online"), default=False)
    needs_step_free = models.BooleanField(
        _("needs a room without steps"),
        default=False,
        help_text=_("Only facilitators see it. Erased 30 days after the meeting."),
    )
    is_late = models.BooleanField(_("comes late"), default=False)
    leaves_early = models.BooleanField(_("leaves early"), default=False)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        ordering = ("membership__person__name", "pk")
        constraints = (models.UniqueConstraint(fields=("round", "membership"), name="one_place_in_a_round_each"),)

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return self.membership.name

    @property
    def is_there_partly(self) -> bool:
        """Whether they miss a part of the round, so that no wish should rely on them."""
        return self.is_late or self.leaves_early


class Wish(models.Model):
    """What is wished of the groups of a round. Wishes that name people are erased 30 days after the meeting."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="wishes")
    kind = models.CharField(max_length=20, choices=WishKind)
    constituency = models.ForeignKey(Constituency, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    count = models.PositiveSmallIntegerField(default=1)
    people = models.ManyToManyField(
        Participant,
        blank=True,
        related_name="wishes",
        help_text=_("Only facilitators see it. Erased 30 days after the meeting."),
    )

    class Meta:
        verbose_name_plural = "wishes"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("round", "kind"), condition=Q(kind__in=ONCE_EACH), name="a_usual_wish_is_there_once"
            ),
            models.UniqueConstraint(
                fields=("round", "kind", "constituency"), name="a_wish_for_a_constituency_is_there_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=ABOUT_NUMBERS) ^ Q(constituency__isnull=True),
                name="a_wish_for_a_number_names_a_constituency",
            ),
        )

    def __str__(self) -> str:
        return self.get_kind_display()


class Division(models.Model):
    """The people of a round in groups. A round can have several to compare; one of them is chosen."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="divisions")
    number = models.PositiveSmallIntegerField(help_text="Its place in the alphabet.")
    origin = models.CharField(max_length=10, choices=DivisionOrigin)
    group_count = models.PositiveSmallIntegerField(help_text="It uses the groups up to this number.")
    seed = models.PositiveIntegerField(default=0)
    steps = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(
        default=0, editable=False, help_text="Refuses a move made from an older view."
    )
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    key = models.CharField(
        max_length=40,
        unique=True,
        default=link_secret,
        editable=False,
        help_text="A button pressed twice divides once.",
    )

    if TYPE_CHECKING:
        seats: RelatedManager["Seat"]
        changes: RelatedManager["Change"]

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("round", "number"), name="a_round_has_a_letter_once"),)

    def __str__(self) -> str:
        return _now("Division %(letter)s") % {"letter": self.letter}

    def get_absolute_url(self) -> str:
        return reverse("meetings:division", kwargs={"pk": self.round.meeting_id, "division": self.pk})

    @property
    def letter(self) -> str:
        """A, B … Z, AA, AB …"""
        letters, number = "", self.number
        while number > 0:
            number, rest = divmod(number - 1, 26)
            letters = chr(65 + rest) + letters
        return letters


class Seat(models.Model):
    """Where somebody sits in one division; without a group they are not placed yet."""

    division = models.ForeignKey(Division, on_delete=models.CASCADE, related_name="seats")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="seats")
    group = models.ForeignKey(RoundGroup, on_delete=models.SET_NULL, null=True, blank=True, related_name="seats")
    is_locked = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("division", "participant"), name="one_seat_each_in_a_division"),)

    def __str__(self) -> str:
        return f"{self.participant}: {self.group or '–'}"


class Change(models.Model):
    """What was last done to a division, so that it can be undone; the last fifty are kept."""

    division = models.ForeignKey(Division, on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(max_length=10, choices=ChangeKind)
    moves = models.JSONField(help_text="Each seat with its group before and after.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.get_kind_display()
