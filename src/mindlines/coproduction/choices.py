from django.db import models
from django.utils.translation import gettext_lazy as _


class Rule(models.TextChoices):
    """How a decision is made; fixed before anybody votes."""

    CONSENT = "consent", _("Consent: nobody has a reason against it that is still open")
    GRADIENT = "gradient", _("Five steps of agreement")
    APPROPRIATE = "appropriate", _("A number from 1 to 9, in two rounds")
    DELPHI = "delphi", _("A share of people, fixed before")
    RANKING = "ranking", _("Put in order")


class DecisionStage(models.TextChoices):
    """Where a decision is in its life."""

    DRAFT = "draft", _("Being prepared")
    OPEN = "open", _("Open for votes")
    DISCUSSING = "discussing", _("Being talked about")
    OPEN_AGAIN = "open_again", _("Open for the second vote")
    CLOSED = "closed", _("Closed")
    DROPPED = "dropped", _("Dropped before it was decided")


VOTING = (DecisionStage.OPEN, DecisionStage.OPEN_AGAIN)
UNDER_WAY = (*VOTING, DecisionStage.DISCUSSING)


class Result(models.TextChoices):
    """What came of a decision."""

    AGREED = "agreed", _("Agreed")
    NOT_BY_ALL = "not_by_all", _("Enough people agree, but one group does not")
    NOT_AGREED = "not_agreed", _("Not agreed")
    UNCERTAIN = "uncertain", _("Not clear")
    OBJECTED = "objected", _("An objection is still open")
    TIED = "tied", _("A tie")
    ORDERED = "ordered", _("Put in order")


class ObjectionState(models.TextChoices):
    OPEN = "open", _("Open")
    MET = "met", _("Met by a change")
    TAKEN_BACK = "taken_back", _("Taken back")


class OutputKind(models.TextChoices):
    PATHWAY = "pathway", _("A pathway")
    LEAFLET = "leaflet", _("A leaflet")
    SURVEY = "survey", _("A survey")
    BOOKLET = "booklet", _("An easy-read booklet")
    VIDEO = "video", _("A video")
    DOCUMENT = "document", _("A document")
    DATA = "data", _("Data")


class OutputState(models.TextChoices):
    WRITING = "writing", _("Being made")
    READY = "ready", _("Ready")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class CreditNaming(models.TextChoices):
    """How somebody who worked on an output wishes to be thanked in it."""

    NAMED = "named", _("With my name")
    OTHER = "other", _("With another name that I choose")
    GROUP = "group", _("As somebody of my group")
    NOBODY = "nobody", _("Not at all")


class RemarkKind(models.TextChoices):
    COMMENT = "comment", _("Comment")
    SUGGESTION = "suggestion", _("Suggestion")


class RemarkState(models.TextChoices):
    OPEN = "open", _("Open")
    TAKEN = "taken", _("Taken up")
    CLOSED = "closed", _("Closed")


class Grade(models.TextChoices):
    """How well we know that something is done differently."""

    SAID = "said", _("A member says so")
    CONFIRMED = "confirmed", _("A second person confirms it")
    SHOWN = "shown", _("A document or numbers show it")


class ScoringStage(models.TextChoices):
    PRIVATE = "private", _("Everybody scores alone")
    SHOWN = "shown", _("The scores are shown and talked about")
    CLOSED = "closed", _("Closed")
