"""Who spoke, as far as anybody counted; and how it was for people."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Community, Constituency, Membership
from mindlines.meetings.models import AgendaItem, Meeting
from mindlines.voice.choices import TurnSource


class Turn(models.Model):
    """Somebody spoke until somebody else did. What was said is not kept."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="turns")
    item = models.ForeignKey(AgendaItem, on_delete=models.SET_NULL, null=True, blank=True, related_name="turns")
    constituency = models.ForeignKey(
        Constituency,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="As it was on the day; empty for a guest.",
    )
    membership = models.ForeignKey(
        Membership,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="turns",
        help_text=_("To see who has not spoken yet. Your name is taken out 30 days after the meeting."),
    )
    speaker = models.PositiveIntegerField(
        null=True, blank=True, help_text="Tells the speakers of one meeting apart, without saying who they are."
    )
    source = models.CharField(max_length=10, choices=TurnSource, default=TurnSource.TAP)
    began = models.FloatField(null=True, blank=True, help_text="Seconds since the meeting, or its recording, began.")
    seconds = models.FloatField(null=True, blank=True)
    words = models.PositiveIntegerField(null=True, blank=True)
    is_question = models.BooleanField(default=False)
    aimed_at = models.ForeignKey(Constituency, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    key = models.CharField(max_length=40, blank=True, help_text="A tap sent twice counts once.")

    class Meta:
        ordering = ("began", "pk")
        indexes = (models.Index(fields=("meeting", "source"), name="turns_of_a_meeting"),)
        constraints = (
            models.UniqueConstraint(fields=("meeting", "key"), condition=~models.Q(key=""), name="one_turn_a_tap"),
        )

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.constituency or ''}"


class TranscriptImport(models.Model):
    """A transcript on its way in; erased when it is confirmed or dropped, and a day after upload at the latest."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="transcript_imports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=200)
    speakers = models.JSONField(default=list, help_text="Shown names with their turns, words and seconds.")
    turns = models.JSONField(
        default=list, help_text="Turns without their words: speaker, start, seconds, count, question."
    )
    times = models.JSONField(default=dict, help_text="Length, overlap and silence, in seconds.")
    notes = models.JSONField(default=list, help_text="What the reader skipped and why.")
    choices = models.JSONField(default=dict, help_text="Which shown name is which member, guest or nobody.")
    uploaded_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-uploaded_at",)

    def __str__(self) -> str:
        return self.file_name


class Recording(models.Model):
    """What a transcript told of a meeting as a whole. It names nobody."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="recording")
    length = models.FloatField(null=True, blank=True, help_text="Seconds, as the three that follow.")
    any_speech = models.FloatField(null=True, blank=True)
    overlap = models.FloatField(null=True, blank=True)
    silence = models.FloatField(null=True, blank=True)
    has_words = models.BooleanField(default=True)
    left_out = models.PositiveIntegerField(default=0, help_text="Turns of what is not a person, or of nobody known.")
    taken_in_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.meeting_id}"


class Mirror(models.Model):
    """The members agreed to see together how equal their voices are; without it only facilitators see it."""

    community = models.OneToOneField(Community, on_delete=models.CASCADE, related_name="mirror")
    how_agreed = models.CharField(_("how it was agreed"), max_length=300, blank=True)
    since = models.DateField(default=timezone.localdate)

    def __str__(self) -> str:
        return f"{self.community_id}"


class Debrief(models.Model):
    """What a facilitator thinks after a meeting; only the writer reads it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="debriefs")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Only you can read it. Erased with you."),
    )
    went_well = models.TextField(_("what went well"), max_length=1000, blank=True)
    quiet = models.TextField(_("who was quiet, and what might help"), max_length=1000, blank=True)
    next_time = models.TextField(_("what to do differently next time"), max_length=1000, blank=True)
    equal = models.PositiveSmallIntegerField(_("how equal did it feel?"), null=True, blank=True)
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("meeting", "by"), name="one_debrief_each"),)

    def __str__(self) -> str:
        return f"{self.meeting_id}"
