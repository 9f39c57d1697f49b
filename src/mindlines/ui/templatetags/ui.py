"""Tags and filters for every template; they show and never ask the database."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from django import template
from django.core.paginator import Page
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from mindlines.ui import dates, flash, markdown, pictures

register = template.Library()


@register.filter
def when(moment: datetime | None) -> SafeString | str:
    """`Wednesday 9 December 2026, 10am`."""
    return _timed(dates.in_zone(moment).isoformat(), dates.when_words(moment)) if moment else ""


@register.filter
def when_until(start: datetime | None, end: datetime) -> SafeString | str:
    """`Wednesday 9 December 2026, 10am to 11.30am`."""
    return _timed(dates.in_zone(start).isoformat(), dates.span_words(start, end=end)) if start else ""


@register.filter
def day(moment: date | None) -> SafeString | str:
    """`Wednesday 9 December 2026`."""
    return _timed(_iso_day(moment), dates.day_words(moment)) if moment else ""


@register.filter
def short_day(moment: date | None) -> SafeString | str:
    """`9 December 2026`."""
    return _timed(_iso_day(moment), dates.short_day_words(moment)) if moment else ""


@register.filter
def clock(moment: time | datetime | None) -> str:
    """`10.30am`."""
    return dates.clock_words(moment) if moment is not None else ""


@register.filter
def minutes_words(minutes: int | None) -> str:
    """`1 hour 20 minutes`."""
    return dates.minutes_words(minutes) if minutes is not None else ""


@register.filter
def in_zone(moment: date) -> date:
    """The moment on the reader's clock, for parts of a date."""
    return dates.in_zone(moment) if isinstance(moment, datetime) else moment


@register.filter
def plain_markdown(text: str | None, first_heading: int = 3) -> SafeString | str:
    """What a member wrote with plain formatting, as safe HTML; put it inside `ml-prose`."""
    return markdown.safe_html(text, first_heading=first_heading) if text else ""


@register.filter
def initials(name: str) -> str:
    """First letters of the first and the last name."""
    words = [word for word in name.split() if word[0].isalnum()]
    ends = words[:1] + words[1:][-1:]
    return "".join(word[0] for word in ends).upper()


@register.filter
def undo_url(extra_tags: str | None) -> str:
    """Where the button of an undoable message posts to."""
    return flash.undo_url(extra_tags or "")


@register.simple_block_tag
def rendered(content: SafeString) -> SafeString:
    """Its content without the white space around it, so that a page can ask whether a block says anything."""
    return mark_safe(content.strip())  # noqa: S308 - already rendered, and escaped where it had to be


@register.simple_tag(takes_context=True)
def query_with(context: Context, **changes: object) -> str:
    """The query string of this page with some values changed; `None` takes one away."""
    query = context["request"].GET.copy() if "request" in context else None
    if query is None:
        return "?"
    for name, value in changes.items():
        if value is None:
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"?{query.urlencode()}"


@register.inclusion_tag("ui/pager.html", takes_context=True)
def pager(context: Context, page: Page[Any], name: str = "page") -> dict[str, object]:
    """Links to the neighbouring pages of a list, keeping the rest of the query string."""
    earlier = query_with(context, **{name: page.previous_page_number()}) if page.has_previous() else ""
    later = query_with(context, **{name: page.next_page_number()}) if page.has_next() else ""
    return {"page": page, "earlier": earlier, "later": later}


@register.inclusion_tag("ui/share_bar.html")
def share_bar(parts: Iterable[Mapping[str, Any]], title: str, counted: str = "") -> dict[str, object]:
    """One bar divided between groups, and the same numbers as a table; a part has `label`, `count` and maybe `tone`."""
    return {"title": title, "counted": counted, "bar": pictures.share_bar(parts, title=title)}


@register.inclusion_tag("ui/mix_bar.html")
def mix_bar(parts: Iterable[Mapping[str, Any]], title: str) -> dict[str, object]:
    """The bar alone, for places where words beside it say the same; `title` tells it from other bars of the page."""
    return {"bar": pictures.share_bar(parts, title=title)}


@register.inclusion_tag("ui/sortable_list.html", takes_context=True)
def sortable_list(context: Context, items: Iterable[Mapping[str, Any]], url: str, label: str) -> dict[str, object]:
    """Things in an order that people can change by buttons, and by dragging where scripts run."""
    return {"items": list(items), "url": url, "label": label, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("ui/action_menu.html", takes_context=True)
def action_menu(context: Context, actions: Iterable[Mapping[str, Any]], label: str = "") -> dict[str, object]:
    """A small menu of links and POST buttons; an action has `label`, `url` and maybe `post` and `danger`."""
    return {"actions": list(actions), "label": label, "csrf_token": context.get("csrf_token")}


def _timed(machine: str, words: str) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', machine, words)


def _iso_day(moment: date) -> str:
    local = dates.in_zone(moment).date() if isinstance(moment, datetime) else moment
    return local.isoformat()
