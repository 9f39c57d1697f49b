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


class ActionState(models.TextChoices):
    OPEN = "open", _("Open")
    DONE = "done", _("Done")
    DROPPED = "dropped", _("Dropped")
