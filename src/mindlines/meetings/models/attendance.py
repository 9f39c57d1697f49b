from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Membership
from mindlines.meetings.choices import Presence, ReplyMode, ReplyWay

from .meeting import Meeting


class Reply(models.Model):
    """What a member answered to an invitation."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="replies")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="replies")
    mode = models.CharField(_("will you come?"), max_length=10, choices=ReplyMode)
    needs = models.CharField(
        _("anything you need on the day"),
        max_length=500,
        blank=True,
        help_text=_("Facilitators plan the day with it. Erased 30 days after the meeting."),
    )
    travel = models.CharField(
        _("help with travel"),
        max_length=300,
        blank=True,
        help_text=_("For example a taxi or a lift. Erased 30 days after the meeting."),
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        help_text="The member, or who wrote down an answer given by phone or on paper.",
    )
    way = models.CharField(_("how the answer came"), max_length=10, choices=ReplyWay, default=ReplyWay.SELF)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "replies"
        ordering = ("membership__person__name",)
        constraints = (models.UniqueConstraint(fields=("meeting", "membership"), name="one_reply_each"),)
        indexes = (models.Index(fields=("meeting", "mode"), name="replies_by_mode"),)

    def __str__(self) -> str:
        return self.get_mode_display()


class Attendance(models.Model):
    """Somebody was there, or sent apologies. A guest is counted by name only until the minutes are sent."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendance")
    membership = models.ForeignKey(
        Membership, on_delete=models.CASCADE, null=True, blank=True, related_name="attendance"
    )
    guest = models.CharField(_("guest"), max_length=150, blank=True)
    presence = models.CharField(_("how"), max_length=10, choices=Presence)
    minutes = models.PositiveSmallIntegerField(_("minutes present"), null=True, blank=True)
    from_report = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "attendance"
        ordering = ("membership__person__name", "guest")
        constraints = (
            models.UniqueConstraint(
                fields=("meeting", "membership"), condition=Q(membership__isnull=False), name="one_attendance_each"
            ),
            models.CheckConstraint(
                condition=Q(membership__isnull=True) ^ Q(guest=""), name="attendance_is_of_a_member_or_a_guest"
            ),
        )

    def __str__(self) -> str:
        return f"{self.membership or self.guest}: {self.get_presence_display()}"


class AttendanceImport(models.Model):
    """A report of a meeting tool on its way in; erased when confirmed or dropped, and a day after upload at the latest."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendance_imports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=200)
    report = models.JSONField(help_text="People as shown in the report, with minutes, and notes of the reader.")
    choices = models.JSONField(default=dict, help_text="Which displayed name is which member, guest or nobody.")
    uploaded_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-uploaded_at",)

    def __str__(self) -> str:
        return self.file_name
