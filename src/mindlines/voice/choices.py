from django.db import models
from django.utils.translation import gettext_lazy as _


class ContributionKind(models.TextChoices):
    POINT = "point", _("Point")
    QUESTION = "question", _("Question")
    STORY = "story", _("Story")
    OBJECTION = "objection", _("Objection")


class Origin(models.TextChoices):
    """How a contribution reached the community."""

    LIVE = "live", _("Typed in a meeting")
    SPOKEN = "spoken", _("Said in a meeting")
    BETWEEN = "between", _("Typed between meetings")
    POST = "post", _("Sent by post")
    PHONE = "phone", _("Told us by phone")
    PROXY = "proxy", _("Told by somebody for them")


# Ways that somebody else writes down.
WRITTEN_FOR = (Origin.SPOKEN, Origin.POST, Origin.PHONE, Origin.PROXY)


class Audience(models.TextChoices):
    """Who can read a contribution; said before it is sent."""

    EVERYONE = "everyone", _("Everyone in this community")
    FACILITATORS = "facilitators", _("Only the facilitators")


class Showing(models.TextChoices):
    """Whether a contribution, or a statement that somebody added, can be seen."""

    WAITING = "waiting", _("Waiting for a facilitator")
    SHOWN = "shown", _("Shown")
    HIDDEN = "hidden", _("Hidden")
    MERGED = "merged", _("Joined with another one")


class Uptake(models.TextChoices):
    """What became of a contribution."""

    UNANSWERED = "unanswered", _("Not answered yet")
    ANSWERED = "answered", _("Answered")
    BUILT_ON = "built_on", _("Built on")
    ADOPTED = "adopted", _("Taken up as it was")
    ADAPTED = "adapted", _("Taken up with changes")
    PARKED = "parked", _("Parked for a reason")


# What answers a contribution, so that no reply is owed any more.
TAKEN_UP = (Uptake.ANSWERED, Uptake.BUILT_ON, Uptake.ADOPTED, Uptake.ADAPTED, Uptake.PARKED)


class WordState(models.TextChoices):
    """Whether a word that somebody did not understand is asked for; whether it is explained, the glossary knows."""

    OPEN = "open", _("Asked for")
    DROPPED = "dropped", _("Put aside")


class BoxPurpose(models.TextChoices):
    """What a ballot box is for."""

    ROOM = "room", _("Votes in a meeting")
    PULSE = "pulse", _("The short questions after a meeting")
    BALLOT = "ballot", _("One ballot")


class PollKind(models.TextChoices):
    CHOICE = "choice", _("Choose from a list")
    SCALE = "scale", _("A number from 1 to 9")
    GRADIENT = "gradient", _("How far do you agree? Five steps")
    WORDS = "words", _("A few words each")
    RANKING = "ranking", _("Put in order")
    STATEMENTS = "statements", _("Many short statements: agree, pass, disagree")
    PULSE = "pulse", _("Six statements after a meeting")


# Kinds that need a list of options before they can open.
LISTED = (PollKind.CHOICE, PollKind.RANKING, PollKind.STATEMENTS)
# Kinds that can be asked before and after a discussion.
PAIRED = (PollKind.CHOICE, PollKind.SCALE, PollKind.GRADIENT)


class Secrecy(models.TextChoices):
    SECRET = "secret", _("Secret: nobody can see who gave which answer")
    NAMED = "named", _("Named: everyone can see who gave which answer")


class Stage(models.TextChoices):
    """Where a poll is in its life."""

    PLANNED = "planned", _("Not open yet")
    OPEN = "open", _("Open")
    DISCUSSING = "discussing", _("Being talked about")
    OPEN_AGAIN = "open_again", _("Open for the second time")
    CLOSED = "closed", _("Closed")


TAKING_VOTES = (Stage.OPEN, Stage.OPEN_AGAIN)


class Way(models.TextChoices):
    """How somebody answered, or was given a voting slip."""

    SELF = "self", _("By themselves")
    PAPER = "paper", _("On paper")
    PROXY = "proxy", _("Through somebody else")


class Side(models.TextChoices):
    """The two sides that the pulse compares; everybody stands on one of them, so that nobody stands out."""

    LAY = "lay", _("Lay members")
    OTHER = "other", _("Everyone else")


class TurnSource(models.TextChoices):
    """How we know that somebody spoke."""

    TAP = "tap", _("Tapped by a scribe")
    QUEUE = "queue", _("From the speaking queue")
    TRANSCRIPT = "transcript", _("From a transcript")


# Turns that people count while they listen.
COUNTED_LIVE = (TurnSource.TAP, TurnSource.QUEUE)
