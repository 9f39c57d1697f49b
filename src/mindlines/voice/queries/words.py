"""Words that somebody did not understand, and what they mean."""

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from mindlines.communities.models import Community
from mindlines.meetings.models import Meeting
from mindlines.voice.choices import WordState
from mindlines.voice.models import WordRequest

A_PAGE = 50


def explained(community: Community, *, words: str = "") -> QuerySet[WordRequest]:
    """Words with their meaning, from A to Z."""
    found = community.word_requests.filter(state=WordState.EXPLAINED)
    for word in words.split()[:6]:
        found = found.filter(Q(word__icontains=word) | Q(meaning__icontains=word))
    return found.order_by(Lower("word"), "pk")


def explained_page(community: Community, *, words: str, number: str | None) -> Page[WordRequest]:
    return Paginator(explained(community, words=words), A_PAGE).get_page(number)


def to_explain(community: Community) -> QuerySet[WordRequest]:
    """Words without a meaning, the most asked first."""
    return community.word_requests.filter(state=WordState.OPEN).order_by("-asked", "asked_on", Lower("word"))


def open_page(community: Community, *, number: str | None) -> Page[WordRequest]:
    return Paginator(to_explain(community), A_PAGE).get_page(number)


def put_aside(community: Community) -> QuerySet[WordRequest]:
    """Words that a facilitator put aside, newest first."""
    return community.word_requests.filter(state=WordState.DROPPED).order_by("-asked_on", "word")[:A_PAGE]


def of_meeting(meeting: Meeting) -> list[WordRequest]:
    """Words asked for in a meeting, those without a meaning first. One query."""
    found = meeting.word_requests.exclude(state=WordState.DROPPED)
    return list(found.order_by("-state", "-asked", Lower("word"))[:A_PAGE])
