"""Priorities, criteria, what happened outside, and reviews."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Max, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from mindlines.communities.choices import PriorityState
from mindlines.communities.models import Community, ContextEvent, Criterion, Priority, PriorityReview

OPEN = (PriorityState.ACTIVE, PriorityState.PAUSED)
PER_PAGE = 20
STATE_TONES = {
    PriorityState.ACTIVE: "good",
    PriorityState.PAUSED: "warm",
    PriorityState.STOPPED: "",
    PriorityState.REACHED: "brand",
}


def rows(community: Community) -> list[dict[str, object]]:
    """What is in our hands, in order, as rows of a sortable list. Two queries."""
    found = open_priorities(community).prefetch_related("meets")
    return [
        {
            "id": each.pk,
            "title": each.title,
            "url": reverse("communities:priority", kwargs={"slug": community.slug, "pk": each.pk}),
            "meta": f"{each.get_state_display()} · {meets_words(each)}",
        }
        for each in found
    ]


def closed(community: Community) -> QuerySet[Priority]:
    """What was stopped or reached."""
    return community.priorities.exclude(state__in=OPEN)


def open_priorities(community: Community) -> QuerySet[Priority]:
    """Priorities in our hands: worked on, or paused."""
    return community.priorities.filter(state__in=OPEN)


def titles(community: Community, *, but: Priority | None = None) -> set[str]:
    """Titles that are taken, in lower case."""
    found = community.priorities.exclude(pk=but.pk) if but else community.priorities.all()
    return {title.lower() for title in found.values_list("title", flat=True)}


def criteria(community: Community) -> QuerySet[Criterion]:
    return community.criteria.annotate(used=Count("priorities")).order_by("position", "pk")


def criterion_words(community: Community, *, but: Criterion | None = None) -> set[str]:
    """Criteria that are taken, in lower case."""
    found = community.criteria.exclude(pk=but.pk) if but else community.criteria.all()
    return {words.lower() for words in found.values_list("words", flat=True)}


def around(priority: Priority) -> dict[str, object]:
    """What the page of a priority shows beside its words."""
    return {
        "tone": STATE_TONES[PriorityState(priority.state)],
        "meets": priority.meets.all(),
        "reviews": priority.reviews.select_related("because", "by"),
    }


def newest_review(community: Community) -> int:
    """The number of the newest review, by which a form knows whether it is out of date; 0 when there is none."""
    newest = PriorityReview.objects.filter(priority__community=community).aggregate(newest=Max("pk"))["newest"]
    return int(newest or 0)


def events(community: Community, *, page: str | None) -> Page[Any]:
    """What happened outside, newest first, with the number of reviews it led to."""
    return Paginator(
        community.context_events.annotate(led_to=Count("reviews")).order_by("-on", "-pk"), PER_PAGE
    ).get_page(page)


def recent_events(community: Community, *, most: int = 3) -> QuerySet[ContextEvent]:
    return community.context_events.annotate(led_to=Count("reviews")).order_by("-on", "-pk")[:most]


def event_reviews(event: ContextEvent) -> QuerySet[PriorityReview]:
    """What was reviewed because of the event."""
    return event.reviews.select_related("priority", "by").order_by("-on", "priority__position", "pk")


def event_choices(community: Community) -> QuerySet[ContextEvent]:
    """Events that a review can name as its reason: the newest twenty."""
    return community.context_events.filter(pk__in=list(community.context_events.values_list("pk", flat=True)[:20]))


def meets_words(priority: Priority) -> str:
    """The criteria a priority meets, in one line."""
    return ", ".join(str(each) for each in priority.meets.all()) or _("No criteria ticked")


def with_reviews(community: Community) -> list[Priority]:
    """Open priorities with their reviews at hand. Two queries."""
    return list(open_priorities(community).prefetch_related("reviews__because"))
