"""What is told to whom, and whether it has left the house."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from mindlines.communities.models import Community, Membership
from mindlines.people.choices import Way

from .choices import State


class MessageQuerySet(models.QuerySet["Message"]):
    def waiting(self) -> "MessageQuerySet":
        return self.filter(state=State.WAITING)

    def with_names(self) -> "MessageQuerySet":
        """Each message knows `to`: what its community may call the person, and nothing of people from elsewhere."""
        here = Membership.objects.filter(person=models.OuterRef("person"), community=models.OuterRef("community"))
        name = models.Case(models.When(called="", then="person__name"), default="called")
        return self.annotate(to=models.Subquery(here.values_list(name)[:1]))


class Message(models.Model):
    """Something told to one person by mail, post or phone.

    Mail is sent by the worker and tried again when the mail server is down. Post and phone wait for a facilitator, who
    marks them done. The words are erased ninety days after sending, and at once when they hold a code or a personal link.
    """

    community = models.ForeignKey(Community, on_delete=models.CASCADE, null=True, blank=True, related_name="messages")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="messages"
    )
    way = models.CharField(max_length=10, choices=Way, default=Way.MAIL)
    address = models.CharField(max_length=500, blank=True)
    sender = models.CharField(max_length=300, blank=True)
    subject = models.CharField(max_length=300)
    words = models.TextField(blank=True)
    enclosures = models.JSONField(default=list, help_text="Each: name, media type, content in base64.")
    headers = models.JSONField(default=dict)
    is_secret = models.BooleanField(default=False, help_text="Holds a code; erased as soon as it is sent.")
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    next_try_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-pk")
        indexes = (models.Index(fields=("state", "next_try_at"), name="message_by_state"),)

    def __str__(self) -> str:
        return self.subject

    @property
    def is_code(self) -> bool:
        """A code for signing in is worthless after minutes; the invitation of a community is good for weeks."""
        return self.is_secret and self.community_id is None
