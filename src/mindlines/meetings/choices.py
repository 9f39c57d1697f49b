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


class ParticipantSource(models.TextChoices):
    """From where we take it that somebody is there."""

    REPLY = "reply", _("From their reply")
    ATTENDANCE = "attendance", _("From the attendance list")
    HAND = "hand", _("Added by a facilitator")


class WishKind(models.TextChoices):
    """What is wished of small groups. The first six must hold; the last three are kept as well as they can be."""

    FACILITATOR = "facilitator", _("Somebody to facilitate in each group")
    APART = "apart", _("Not in one group")
    TOGETHER = "together", _("In one group")
    AT_LEAST = "at_least", _("At least so many in each group")
    AT_MOST = "at_most", _("At most so many in each group")
    NOT_ALONE = "not_alone", _("Nobody alone of their constituency")
    MIX_CONSTITUENCIES = "mix_constituencies", _("Every group a mix of constituencies")
    MIX_ORGANISATIONS = "mix_organisations", _("People of one organisation in different groups")
    MEET_NEW = "meet_new", _("People meet others whom they have not met before")


# Wishes that name people, and wishes that name a constituency and a number.
ABOUT_PEOPLE = (WishKind.APART, WishKind.TOGETHER)
ABOUT_NUMBERS = (WishKind.AT_LEAST, WishKind.AT_MOST, WishKind.NOT_ALONE)
# Wishes that a round has or has not; each is there once.
ONCE_EACH = (
    WishKind.FACILITATOR,
    WishKind.MIX_CONSTITUENCIES,
    WishKind.MIX_ORGANISATIONS,
    WishKind.MEET_NEW,
)


class GoodFor(models.TextChoices):
    """What a method is good for."""

    ARRIVE = "arrive", _("Arrive")
    KNOW = "know", _("Get to know each other")
    HEAR = "hear", _("Hear everyone")
    UNDERSTAND = "understand", _("Understand")
    IDEAS = "ideas", _("Gather ideas")
    WEIGH = "weigh", _("Weigh up")
    DECIDE = "decide", _("Decide")
    BACK = "back", _("Look back")
    ENERGY = "energy", _("Fresh energy")
    CLOSE = "close", _("Close")


class MethodOrder(models.TextChoices):
    """In which order methods are shown; favourites always come first."""

    NAME = "name", _("By name")
    SHORT = "short", _("Short ones first")
    USED = "used", _("Used here most")


class Verdict(models.TextChoices):
    """How a method went, as those say who led it."""

    WELL = "well", _("It worked well")
    MIXED = "mixed", _("Mixed")
    NOT_US = "not_us", _("It did not suit us")


class DivisionOrigin(models.TextChoices):
    """How a division into groups came about."""

    DIVIDED = "divided", _("Divided by the wishes")
    SHUFFLED = "shuffled", _("Shuffled by lot")
    BY_HAND = "by_hand", _("Made by hand")


class ChangeKind(models.TextChoices):
    """What somebody did to a division, so that it can be undone."""

    MOVE = "move", _("Move")
    SWAP = "swap", _("Swap")
    PLACE = "place", _("Find a place")
    REST = "rest", _("Divide the rest")
