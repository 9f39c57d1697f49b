"""Words that somebody did not understand. What they mean stands in the glossary."""

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.db.models.functions import Lower

from mindlines.communities.models import Community
from mindlines.meetings.models import Meeting
from mindlines.voice.choices import WordState
from mindlines.voice.models import WordRequest

A_PAGE = 50


def explained_page(community: Community, *, number: str | None) -> Page[WordRequest]:
    """Words that were asked for and are explained, from A to Z."""
    found = WordRequest.objects.explained().filter(community=community).order_by(Lower("word"), "pk")
    return Paginator(found, A_PAGE).get_page(number)


def to_explain(community: Community) -> QuerySet[WordRequest]:
    """Words without a meaning, the most asked first."""
    found = WordRequest.objects.to_explain().filter(community=community)
    return found.order_by("-asked", "asked_on", Lower("word"))


def open_page(community: Community, *, number: str | None) -> Page[WordRequest]:
    return Paginator(to_explain(community), A_PAGE).get_page(number)


def put_aside(community: Community) -> QuerySet[WordRequest]:
    """Words that a facilitator put aside, newest first."""
    return community.word_requests.filter(state=WordState.DROPPED).order_by("-asked_on", "word")[:A_PAGE]


def of_meeting(meeting: Meeting) -> list[WordRequest]:
    """Words asked for in a meeting, those without a meaning first. Two queries."""
    asked = WordRequest.objects.filter(meeting=meeting)
    waiting = asked.to_explain().order_by("-asked", Lower("word"))[:A_PAGE]
    explained = asked.explained().order_by("-asked", Lower("word"))[:A_PAGE]
    return [*waiting, *explained][:A_PAGE]
