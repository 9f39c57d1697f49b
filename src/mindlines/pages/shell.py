"""What stands around every page: who is signed in, where one is, and where one can go."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise, SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from mindlines.communities.models import Membership
from mindlines.communities.rules import facilitate, take_part
from mindlines.ui.looks import looks, words


@dataclass(frozen=True)
class Link:
    label: str | Promise
    url: str
    current: bool


@dataclass(frozen=True)
class Shell:
    """See `ui/base.html` for what each part is for."""

    home_url: str
    help_url: str
    accessibility_url: str
    looks_url: str
    text_size: str
    theme: str
    words: str
    sign_in_url: str = ""
    sign_out_url: str = ""
    person_name: str = ""
    person_url: str = ""
    search_url: str = ""
    ask_word_url: str = ""
    community_name: str = ""
    community_url: str = ""
    is_demo: bool = False
    line_url: str = ""
    next_step: Link | None = None
    navigation: list[Link] = field(default_factory=list)


# What is done with one action.
SETTLING = ("meetings:change_action", "meetings:move_action", "meetings:drop_action", "meetings:finish_action")
# Each section of a community: its words, its address, and the beginnings of route names that belong to it.
SECTIONS = (
    (_("Overview"), "communities:overview", ("communities:overview", "communities:settings", "pages:overview")),
    (_("Get ready"), "preparation:mine", ("preparation:",)),
    (_("Meetings"), "meetings:list", ("meetings:", "live:", "pages:meeting")),
    (
        _("Actions"),
        "meetings:actions",
        ("meetings:action", "meetings:load", "meetings:new_action", "meetings:ask_for_help", *SETTLING),
    ),
    (_("Voices"), "voice:voices", ("voice:",)),
    (_("Knowledge"), "knowledge:items", ("knowledge:", "communities:word")),
    (_("Decisions"), "coproduction:decisions", ("coproduction:",)),
    (
        _("People"),
        "communities:members",
        (
            "communities:member",
            "communities:add",
            "communities:import",
            "communities:invit",
            "communities:role",
            "communities:constituenc",
            "meetings:coverage",
            "communities:my_card",
        ),
    ),
    (
        _("Direction"),
        "communities:direction",
        (
            "communities:direction",
            "communities:charter",
            "communities:priorit",
            "communities:event",
            "communities:record",
            "communities:timeline",
            "communities:review",
            "communities:criteri",
        ),
    ),
)
FACILITATORS_SECTIONS = ((_("Messages"), "communication:messages", ("communication:",)),)


# The pages of things that are on the line, and what the line calls them.
ON_THE_LINE = {
    "knowledge:item": "item",
    "knowledge:statement": "statement",
    "knowledge:negotiation": "negotiation",
    "knowledge:diagnosis": "diagnosis",
    "voice:contribution": "said",
    "meetings:action": "action",
    "coproduction:decision": "decision",
    "coproduction:output": "output",
    "coproduction:change": "change",
}


@dataclass(frozen=True)
class Step:
    """What a facilitator can begin from the thing that a page shows, and under which name its address says so."""

    label: str | Promise
    begins: str
    named: str


# Pages of things that know nothing of what is higher in the house and can follow from them.
NEXT_STEPS = {
    "knowledge:negotiation": Step(_("Prepare a decision from it"), "coproduction:decision_new", "negotiation"),
    "meetings:change_point": Step(_("Prepare a decision from it"), "coproduction:decision_new", "point"),
}


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context processor; built only when a page asks for it, which is after its gate was passed."""
    return {"shell": SimpleLazyObject(lambda: _shell(request))}


def _shell(request: HttpRequest) -> Shell:
    look = looks(request)
    common: dict[str, Any] = {
        "home_url": reverse("pages:home"),
        "help_url": reverse("pages:help"),
        "accessibility_url": reverse("pages:accessibility"),
        "looks_url": reverse("ui:looks"),
        "text_size": look.text_size,
        "theme": look.theme,
        "words": words(request),
    }
    person = getattr(request, "user", None)
    if person is None or not person.is_authenticated:
        return Shell(**common, sign_in_url=reverse("account_login"))
    common |= {
        "looks_url": reverse("people:looks"),
        "person_name": person.name,
        "person_url": reverse("people:me"),
        "sign_out_url": reverse("account_logout"),
        "search_url": reverse("pages:search"),
    }
    if person.here is None:
        return Shell(**common, is_demo=person.is_demo)
    community = person.here.community
    return Shell(
        **common,
        community_name=community.name,
        community_url=community.get_absolute_url(),
        is_demo=community.is_demo,
        ask_word_url=_ask_word_url(request, here=person.here),
        line_url=_line_url(request),
        next_step=_next_step(request, here=person.here),
        navigation=_navigation(person.here, route=_route(request)),
    )


def _ask_word_url(request: HttpRequest, *, here: Membership) -> str:
    """Where somebody who may ask can ask for a word; the page they stand on is only the way back."""
    asks = reverse("voice:ask_word", kwargs={"slug": here.community.slug})
    if not take_part(here) or _route(request) == "voice:ask_word":
        return ""
    return f"{asks}?{urlencode({'back': request.get_full_path()[:500]})}"


def _line_url(request: HttpRequest) -> str:
    """Where the line of the thing that this page shows can be followed; most things stand below the line and do not know it."""
    kind = ON_THE_LINE.get(_route(request))
    if kind is None or request.resolver_match is None:
        return ""
    return reverse("coproduction:trace", kwargs={"kind": kind, "pk": request.resolver_match.kwargs["pk"]})


def _next_step(request: HttpRequest, *, here: Membership) -> Link | None:
    step = NEXT_STEPS.get(_route(request))
    if step is None or request.resolver_match is None or not facilitate(here):
        return None
    begins = reverse(step.begins, kwargs={"slug": here.community.slug})
    asked = urlencode({step.named: request.resolver_match.kwargs["pk"]})
    return Link(label=step.label, url=f"{begins}?{asked}", current=False)


def _route(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""


def _navigation(here: Membership, *, route: str) -> list[Link]:
    sections = SECTIONS + (FACILITATORS_SECTIONS if here.facilitates else ())
    # The longest beginning wins, so that an action's page belongs to Actions and not to Meetings.
    best = max(
        (start for _label, _name, starts in sections for start in starts if route.startswith(start)),
        key=len,
        default="",
    )
    links = []
    for label, name, starts in sections:
        url = reverse(name, kwargs={"slug": here.community.slug})
        links.append(Link(label=label, url=url, current=bool(best) and best in starts))
    return links
