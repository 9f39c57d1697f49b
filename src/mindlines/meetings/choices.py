from django.db import models
from django.utils.translation import gettext_lazy as _


class MeetingKind(models.TextChoices):
    COMMUNITY = "community", _("Community meeting")
    PLANNING = "planning", _("Planning meeting")
    STEERING = "steering", _("Steering group meeting")


class Setting(models.TextChoices):
    IN_PERSON = "in_person", _("In person")
    ONLINE = "online", _("Online")
    HYBRID = "hybrid", _("In person and online")


class Phase(models.TextChoices):
    """Where a meeting is in its life."""

    PLANNED = "planned", _("Being planned")
    ANNOUNCED = "announced", _("Announced")
    UNDER_WAY = "under_way", _("Under way")
    HELD = "held", _("Held")
    CANCELLED = "cancelled", _("Cancelled")


# Meetings that can still be shaped.
COMING = (Phase.PLANNED, Phase.ANNOUNCED, Phase.UNDER_WAY)
# Meetings whose unfinished business has to wait for another one.
OVER = (Phase.HELD, Phase.CANCELLED)


class Rhythm(models.TextChoices):
    """How often a series meets."""

    MONTHLY = "monthly", _("Every month")
    TWO_MONTHLY = "two_monthly", _("Every two months")
    QUARTERLY = "quarterly", _("Every three months")
    FORTNIGHTLY = "fortnightly", _("Every two weeks")
    WEEKLY = "weekly", _("Every week")


class ItemKind(models.TextChoices):
    WELCOME = "welcome", _("Welcome")
    ICEBREAKER = "icebreaker", _("Icebreaker")
    RECAP = "recap", _("Where we are")
    PRESENTATION = "presentation", _("Presentation")
    DISCUSSION = "discussion", _("Discussion")
    SMALL_GROUPS = "small_groups", _("Small groups")
    DECISION = "decision", _("Decision")
    BREAK = "break", _("Break")
    ACTIONS = "actions", _("Actions")
    CLOSE = "close", _("Close")


# Items that every meeting has; when time runs out they do not wait for the next one.
ROUTINE = (ItemKind.WELCOME, ItemKind.ICEBREAKER, ItemKind.BREAK, ItemKind.CLOSE)


class Outcome(models.TextChoices):
    """What became of an agenda item."""

    WAITING = "waiting", _("Not yet")
    REACHED = "reached", _("Done")
    UNFINISHED = "unfinished", _("Started, not finished")
    UNREACHED = "unreached", _("Not reached")


class ReplyMode(models.TextChoices):
    ROOM = "room", _("Yes, in the room")
    ONLINE = "online", _("Yes, online")
    PHONE = "phone", _("Yes, by phone")
    CANNOT = "cannot", _("I cannot come")


class ReplyWay(models.TextChoices):
    """How an answer to an invitation reached us."""

    SELF = "self", _("Answered by the member")
    PHONE = "phone", _("Told us by phone")
    PAPER = "paper", _("Sent back on paper")


class NoticeKind(models.TextChoices):
    """What people are told about a meeting."""

    INVITATION = "invitation", _("Invitation")
    CHANGE = "change", _("Change")
    CANCELLATION = "cancellation", _("Cancellation")
    REMINDER = "reminder", _("Reminder")


class Presence(models.TextChoices):
    """How somebody took part."""

    ROOM = "room", _("In the room")
    ONLINE = "online", _("Online")
    PHONE = "phone", _("By phone")
    PROXY = "proxy", _("By proxy")
    APOLOGIES = "apologies", _("Sent apologies")


# Everybody counted as present; apologies are not.
HERE = (Presence.ROOM, Presence.ONLINE, Presence.PHONE, Presence.PROXY)


class PointKind(models.TextChoices):
    POINT = "point", _("Point")
    QUESTION = "question", _("Question")
    DECISION = "decision", _("Decision")
    PARKED = "parked", _("Parked for later")


# Kinds that ask for something; a point or a decision is complete as it stands.
ASKING = (PointKind.QUESTION, PointKind.PARKED)


class ActionState(models.TextChoices):
    OPEN = "open", _("Open")
    DONE = "done", _("Done")
    DROPPED = "dropped", _("Dropped")
