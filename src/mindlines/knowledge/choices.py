from django.db import models
from django.utils.translation import gettext_lazy as _


class Form(models.TextChoices):
    """The form that suits a piece of knowledge."""

    CITATION = "citation", _("Something published")
    STORY = "story", _("A story")
    TABLE = "table", _("Numbers in a table")
    FILE = "file", _("A file")
    LINK = "link", _("A link")
    NOTE = "note", _("A note")


class Naming(models.TextChoices):
    """How the teller of a story wishes to be named; asked before it is told."""

    NAMED = "named", _("With my name")
    OTHER = "other", _("With another name that I choose")
    GROUP = "group", _("As somebody of my group")
    NOBODY = "nobody", _("Without any name or group")


class Chart(models.TextChoices):
    """How a table is drawn beside its numbers."""

    BARS = "bars", _("Bars")
    LINE = "line", _("A line over time")
    NONE = "none", _("Only the table")


class PlainForm(models.TextChoices):
    """In which plain way something is said again."""

    PLAIN = "plain", _("Plain words")
    EASY = "easy", _("Easy read, with pictures")


class ReadingOrigin(models.TextChoices):
    """How a lay reader told that plain words are clear, who did not say so on the page."""

    PHONE = "phone", _("Told us by phone")
    POST = "post", _("Sent by post")
    PROXY = "proxy", _("Told by somebody for them")


class NegotiationStage(models.TextChoices):
    """Where a negotiation is in its life."""

    PRIVATE = "private", _("Everybody judges alone")
    SHOWN = "shown", _("The judgements are shown and talked about")
    SETTLED = "settled", _("Settled")


class Question(models.TextChoices):
    """What is asked of a statement before it is taken into practice: GRADE's list, and two of our own."""

    PROBLEM = "problem", _("Is the problem important here?")
    DESIRABLE = "desirable", _("How large is the good it does?")
    UNDESIRABLE = "undesirable", _("How small is the harm or burden?")
    CERTAINTY = "certainty", _("How sure is the research?")
    VALUES = "values", _("Do people want what it offers?")
    BALANCE = "balance", _("Does the good outweigh the bad?")
    RESOURCES = "resources", _("Can we find the time, people and money?")
    RESOURCE_CERTAINTY = "resource_certainty", _("How sure are we of what it costs?")
    COST_EFFECTIVENESS = "cost_effectiveness", _("Is it worth what it costs?")
    EQUITY = "equity", _("Is it fair to everybody?")
    ACCEPTABILITY = "acceptability", _("Will those concerned accept it?")
    FEASIBILITY = "feasibility", _("Can it be done here?")
    SERVICE_FIT = "service_fit", _("Does it fit what the service is asked to do?")
    LIVED_FIT = "lived_fit", _("Does it fit the lives of the people it is for?")


class Outcome(models.TextChoices):
    """What a community does with a statement."""

    ADOPT = "adopt", _("Adopt: do it as it is")
    ADAPT = "adapt", _("Adapt: do it with changes")
    TRIAL = "trial", _("Trial: try it out first")
    DEFER = "defer", _("Defer: come back to it later")
    REJECT = "reject", _("Reject: not here")


class Side(models.TextChoices):
    """The three things that lie side by side on the board of a negotiation."""

    RESEARCH = "research", _("What the research says")
    HERE = "here", _("What is so here")
    LIVED = "lived", _("What people live")


class Level(models.TextChoices):
    """Whose setting a diagnosis looks at."""

    LOCAL = "local", _("One team or practice")
    ORGANISATION = "organisation", _("An organisation")
    SYSTEM = "system", _("The health system of the area")


class RatingAnswer(models.TextChoices):
    RATED = "rated", _("Rated")
    DONT_KNOW = "dont_know", _("I don’t know")
    NOT_RELEVANT = "not_relevant", _("Does not matter here")


class Confidence(models.IntegerChoices):
    LOW = 1, _("Not very sure")
    MEDIUM = 2, _("Quite sure")
    HIGH = 3, _("Very sure")
