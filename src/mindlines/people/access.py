"""Who is asking, and the only way from an address to what belongs to a person."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import SimpleNamespace
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from mindlines.people.models import AccessNeed, Person


class SignedInRequest(HttpRequest):
    """A request behind `login_required`."""

    user: Person


def signed_in(cookies: Mapping[str, str]) -> Person | None:
    """Who is signed in with these cookies; for a WebSocket, which has no middleware before it."""
    key = cookies.get(settings.SESSION_COOKIE_NAME)
    if not key:
        return None
    sessions: Callable[[str], object] = import_module(settings.SESSION_ENGINE).SessionStore
    request: Any = SimpleNamespace(session=sessions(key))
    person = get_user(request)
    return person if isinstance(person, Person) else None


def need(person: Person, pk: int) -> AccessNeed:
    """One of the person's own needs; those of others do not exist for them."""
    return get_object_or_404(AccessNeed, pk=pk, person=person)


def demo_person(pk: int) -> Person:
    """An invented person who may be tried out: in development only, and only who has a part in the demonstration."""
    if not settings.MINDLINES_DEVELOPMENT:
        raise Http404
    return get_object_or_404(Person.objects.exclude(demo_part=""), pk=pk, is_demo=True, is_active=True)
