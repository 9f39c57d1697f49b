from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    POTENTIAL = "potential", _("Finding each other")
    COALESCING = "coalescing", _("Coming together")
    MATURING = "maturing", _("Growing up")
    STEWARDSHIP = "stewardship", _("Keeping it going")
    TRANSFORMATION = "transformation", _("Changing")
    DORMANT = "dormant", _("Resting")
    CLOSED = "closed", _("Closed")


class ConstituencyKind(models.TextChoices):
    LAY = "lay", _("Lay: patients, carers, people who use services")
    CLINICAL = "clinical", _("Clinical")
    PROFESSIONAL = "professional", _("Managers and other professionals")
    COMMISSIONING = "commissioning", _("Commissioning")
    ACADEMIC = "academic", _("Academic")
    VOLUNTARY = "voluntary", _("Voluntary sector")
    SUPPORT = "support", _("Support team")


# Tones of the `ui` components by which constituencies are told apart, the same on every page.
TONES = {
    ConstituencyKind.CLINICAL: 1,
    ConstituencyKind.LAY: 2,
    ConstituencyKind.COMMISSIONING: 3,
    ConstituencyKind.PROFESSIONAL: 4,
    ConstituencyKind.ACADEMIC: 5,
    ConstituencyKind.VOLUNTARY: 6,
    ConstituencyKind.SUPPORT: 7,
}


class Standing(models.TextChoices):
    """Where a membership stands."""

    INVITED = "invited", _("Invited")
    ACTIVE = "active", _("Active")
    PAUSED = "paused", _("Paused")
    LEFT = "left", _("Left")


class RoleName(models.TextChoices):
    FACILITATOR = "facilitator", _("Facilitator")
    BROKER = "broker", _("Knowledge broker")
    CHAIR = "chair", _("Chair")
    STEERING = "steering", _("Steering group member")
    PROJECT = "project", _("Project manager")
    INVOLVEMENT = "involvement", _("Involvement lead")
    COMMUNICATIONS = "communications", _("Communications lead")
    FINANCE = "finance", _("Finance lead")
    BUDDY = "buddy", _("Buddy")


# Roles whose holders run the community in the program.
FACILITATING = (RoleName.FACILITATOR, RoleName.BROKER, RoleName.PROJECT)


class Answer(models.TextChoices):
    """What became of an offered role."""

    OFFERED = "offered", _("Offered")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Taken back")
    ENDED = "ended", _("Ended")


class InvitationWay(models.TextChoices):
    MAIL = "mail", _("By e-mail")
    LETTER = "letter", _("By letter")


class InvitationOutcome(models.TextChoices):
    ACCEPTED = "accepted", _("Said yes")
    DECLINED = "declined", _("Said no")
    WITHDRAWN = "withdrawn", _("Taken back")


class PriorityState(models.TextChoices):
    ACTIVE = "active", _("Working on it")
    PAUSED = "paused", _("Paused")
    STOPPED = "stopped", _("Stopped")
    REACHED = "reached", _("Reached")


class ReviewOutcome(models.TextChoices):
    KEEP = "keep", _("Keep")
    ADAPT = "adapt", _("Adapt")
    PAUSE = "pause", _("Pause")
    STOP = "stop", _("Stop")


class KnowledgeKind(models.TextChoices):
    """The kinds of knowledge that a seat or an agenda item asks for; none stands first."""

    RESEARCH = "research", _("Research")
    TRAINING = "training", _("Clinical training")
    PRACTICE = "practice", _("Practice experience")
    STORY = "story", _("Stories")
    LIVED = "lived", _("Patient and public knowledge")
    AUDIT = "audit", _("Audit data")
    SYSTEM = "system", _("Service and system knowledge")
    LOCAL = "local", _("What is so here")


class FoundKind(models.TextChoices):
    """What a search can find."""

    CHARTER = "charter", _("Charter")
    PRIORITY = "priority", _("Priority")
    EVENT = "event", _("What happened outside")
    ROLE_CARD = "role-card", _("Role card")
    MEMBER = "member", _("Member")
    MEETING = "meeting", _("Meeting")
    MINUTES = "minutes", _("Minutes")
    ACTION = "action", _("Action")
    DECISION = "decision", _("Decision")
    SAID = "said", _("What somebody said")
    KNOWLEDGE = "knowledge", _("Knowledge")
    STATEMENT = "statement", _("Statement")
    NEGOTIATION = "negotiation", _("Negotiation")
    OUTPUT = "output", _("What we made")
    CHANGE = "change", _("What is done differently")
    WORD = "word", _("Word")
