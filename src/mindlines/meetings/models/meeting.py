import uuid
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community, Membership
from mindlines.meetings.choices import MeetingKind, Phase, Rhythm, Setting

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from .action import Action
    from .agenda import AgendaItem
    from .attendance import Attendance, Reply
    from .groups import Round
    from .minutes import MinutesCopy
    from .notes import Correction, Note, Point


def new_uid() -> str:
    """An identifier for calendars that stays the same through every change of a meeting."""
    return f"{uuid.uuid4()}@mindlines"


class Place(models.Model):
    """Where a community meets."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="places")
    name = models.CharField(_("name"), max_length=150)
    address = models.TextField(_("address"), max_length=500, blank=True)
    access = models.TextField(
        _("getting in and around"),
        max_length=1500,
        blank=True,
        help_text=_("Steps, lifts, parking, toilets, hearing loop, quiet space, how to get there."),
    )
    room_for = models.PositiveSmallIntegerField(_("how many people fit"), null=True, blank=True)
    is_step_free = models.BooleanField(_("no steps"), default=False)
    has_loop = models.BooleanField(_("hearing loop"), default=False)

    class Meta:
        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=("community", "name"), name="one_place_of_a_name"),)

    def __str__(self) -> str:
        return self.name


class Series(models.Model):
    """Meetings that come again, such as the third Wednesday of every third month."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="series")
    name = models.CharField(_("name"), max_length=150)
    kind = models.CharField(_("kind"), max_length=20, choices=MeetingKind, default=MeetingKind.COMMUNITY)
    rhythm = models.CharField(_("how often"), max_length=20, choices=Rhythm, default=Rhythm.QUARTERLY)
    weekday = models.PositiveSmallIntegerField(_("day of the week"), default=2, help_text=_("Monday is 0."))
    week = models.SmallIntegerField(_("which week of the month"), default=3, help_text=_("1 to 4; -1 is the last."))
    starts = models.TimeField(_("starts at"))
    minutes = models.PositiveSmallIntegerField(_("length in minutes"), default=120, validators=(MinValueValidator(5),))
    begins_on = models.DateField(
        _("first day"), default=timezone.localdate, help_text=_("The first meeting is on or after this day.")
    )
    setting = models.CharField(_("where"), max_length=10, choices=Setting, default=Setting.IN_PERSON)
    place = models.ForeignKey(Place, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    link = models.URLField(_("link to join online"), max_length=500, blank=True)
    is_resting = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "series"
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def coming(self, at: datetime) -> "MeetingQuerySet":
        """What has not ended yet, soonest first."""
        return self.filter(phase__in=(Phase.PLANNED, Phase.ANNOUNCED, Phase.UNDER_WAY), ends_at__gte=at).order_by(
            "starts_at", "pk"
        )

    def held(self) -> "MeetingQuerySet":
        return self.filter(phase=Phase.HELD)

    def known_to(self, membership: Membership) -> "MeetingQuerySet":
        """Members see a meeting once it is announced; facilitators also see what is being planned."""
        here = self.filter(community_id=membership.community_id)
        return here if membership.facilitates else here.exclude(phase=Phase.PLANNED)


class Meeting(models.Model):
    """One meeting of a community."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="meetings")
    series = models.ForeignKey(Series, on_delete=models.SET_NULL, null=True, blank=True, related_name="meetings")
    title = models.CharField(_("title"), max_length=150)
    kind = models.CharField(_("kind"), max_length=20, choices=MeetingKind, default=MeetingKind.COMMUNITY)
    purpose = models.TextField(_("what this meeting is for"), max_length=2000, blank=True)
    starts_at = models.DateTimeField(_("starts at"))
    minutes = models.PositiveSmallIntegerField(
        _("length in minutes"), default=120, validators=(MinValueValidator(5), MaxValueValidator(24 * 60))
    )
    ends_at = models.DateTimeField(editable=False)
    setting = models.CharField(_("where"), max_length=10, choices=Setting, default=Setting.IN_PERSON)
    place = models.ForeignKey(Place, on_delete=models.SET_NULL, null=True, blank=True, related_name="meetings")
    link = models.URLField(_("link to join online"), max_length=500, blank=True)
    dial_in = models.CharField(_("phone number to join"), max_length=200, blank=True)
    phase = models.CharField(max_length=10, choices=Phase, default=Phase.PLANNED)
    uid = models.CharField(max_length=80, unique=True, default=new_uid, editable=False)
    sequence = models.PositiveIntegerField(
        default=0, editable=False, help_text="How often the calendar entry has changed."
    )
    remind_days = models.PositiveSmallIntegerField(
        _("remind everyone so many days before"),
        default=3,
        validators=(MaxValueValidator(60),),
        help_text=_("0 for no reminder."),
    )
    came_from = models.CharField(
        max_length=300,
        blank=True,
        editable=False,
        help_text="The calendar entry it was imported from: its uid and start.",
    )
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    announced_at = models.DateTimeField(null=True, blank=True, editable=False)
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    held_at = models.DateTimeField(null=True, blank=True, editable=False)
    cancelled_because = models.CharField(_("why it is cancelled"), max_length=300, blank=True)
    minutes_text = models.TextField(
        _("minutes"), blank=True, help_text="The corrected minutes; empty until somebody wrote them."
    )
    minutes_version = models.PositiveIntegerField(default=0, editable=False)
    minutes_sent_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = MeetingQuerySet.as_manager()

    # The membership through which somebody looks at this meeting; the gate sets it.
    viewer: Membership

    if TYPE_CHECKING:
        actions: RelatedManager[Action]
        attendance: RelatedManager[Attendance]
        corrections: RelatedManager[Correction]
        items: RelatedManager[AgendaItem]
        minutes_copies: RelatedManager[MinutesCopy]
        notes: RelatedManager[Note]
        points: RelatedManager[Point]
        replies: RelatedManager[Reply]
        rounds: RelatedManager[Round]

    class Meta:
        ordering = ("-starts_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("starts_at")), name="a_meeting_ends_after_it_starts"
            ),
            models.UniqueConstraint(
                fields=("community", "came_from"), condition=~Q(came_from=""), name="a_calendar_entry_is_imported_once"
            ),
        )
        indexes = (models.Index(fields=("community", "-starts_at"), name="meetings_newest_first"),)

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:meeting", kwargs={"pk": self.pk})

    def set_times(self, starts_at: datetime, minutes: int) -> None:
        """Start and length belong together; the end follows from them."""
        self.starts_at, self.minutes, self.ends_at = starts_at, minutes, starts_at + timedelta(minutes=minutes)

    @property
    def is_open_for_planning(self) -> bool:
        return self.phase in (Phase.PLANNED, Phase.ANNOUNCED, Phase.UNDER_WAY)

    @property
    def is_online(self) -> bool:
        return self.setting in (Setting.ONLINE, Setting.HYBRID)
