"""Nothing typed is lost: what somebody sent after their session had ended waits until the same person is back.

It waits in the session of the browser it came from, for an hour. A signed cookie, set at sign-in, says whose it is:
nobody else who signs in there gets to see it. What is sent without a name, or as a secret vote, is not kept: it would stand
beside the name of its sender.
"""

from collections.abc import Callable
from dataclasses import dataclass
from time import time
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string

WHO = "ml_who"
NUMBER = "kept_form"
_SALT = "mindlines.people.kept"
_SESSION = "kept_forms"
_HOUR = 60 * 60
_HALF_A_YEAR = 60 * 60 * 24 * 180
_MOST = 5
_NEVER = {"csrfmiddlewaretoken", NUMBER}
_secrets: list[Callable[[HttpRequest], bool]] = []


def register_secret(is_secret: Callable[[HttpRequest], bool]) -> None:
    """Never keep a form of which `is_secret` says that nobody may know whose it is."""
    _secrets.append(is_secret)


def is_secret(request: HttpRequest) -> bool:
    """Whether what was sent must not be tied to its sender."""
    return any(is_one(request) for is_one in _secrets)


@dataclass(frozen=True)
class KeptForm:
    """One form as it was sent."""

    number: str
    path: str
    fields: list[tuple[str, str]]
    had_files: bool

    @property
    def words(self) -> list[dict[str, str]]:
        """What the person typed, without numbers that only the program understands."""
        return [
            {"key": name.replace("_", " ").replace("-", " ").strip().capitalize(), "value": value}
            for name, value in self.fields
            if any(letter.isalpha() for letter in value)
        ]


def remember_who(request: HttpRequest, response: HttpResponse) -> None:
    """Note on this device who is signed in, so that what they type later is kept for them."""
    if _who(request) != request.user.pk:
        response.set_signed_cookie(
            WHO,
            str(request.user.pk),
            salt=_SALT,
            max_age=_HALF_A_YEAR,
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )


def forget_who(response: HttpResponse) -> None:
    """Nobody's device any more."""
    response.delete_cookie(WHO, samesite="Lax")


def keep(request: HttpRequest) -> bool:
    """Keep what was sent, if we know whose it is."""
    owner = request.user.pk or _who(request)
    fields = [(name, str(value)) for name, values in request.POST.lists() if name not in _NEVER for value in values]
    if owner is None or not fields or is_secret(request):
        return False
    form = {
        "number": get_random_string(12),
        "owner": owner,
        "at": time(),
        "path": request.get_full_path(),
        "fields": fields,
        "had_files": any(request.FILES.values()),
    }
    request.session[_SESSION] = [*_fresh(request), form][-_MOST:]
    if not request.user.is_authenticated:
        request.session.set_expiry(_HOUR)
    return True


def typed(request: HttpRequest) -> list[str]:
    """Longer texts of this request, to be given back when they could not be saved."""
    values = (value for name, values in request.POST.lists() if name not in _NEVER for value in values)
    return [value for value in map(str, values) if len(value) > 20]


def forms_of(request: HttpRequest) -> list[KeptForm]:
    """What waits for the person who is signed in, oldest first; whatever waited for somebody else is dropped."""
    own = [form for form in _fresh(request) if form["owner"] == request.user.pk]
    if len(own) != len(request.session.get(_SESSION, [])):
        request.session[_SESSION] = own
    return [
        KeptForm(
            number=form["number"],
            path=form["path"],
            fields=[(name, value) for name, value in form["fields"]],
            had_files=form["had_files"],
        )
        for form in own
    ]


def drop(request: HttpRequest, *, number: str) -> None:
    """Let go of one form; nothing happens when it is gone already."""
    request.session[_SESSION] = [form for form in _fresh(request) if form["number"] != number]


def _fresh(request: HttpRequest) -> list[dict[str, Any]]:
    return [form for form in request.session.get(_SESSION, []) if time() - form["at"] < _HOUR]


def _who(request: HttpRequest) -> int | None:
    said = request.get_signed_cookie(WHO, default="", salt=_SALT, max_age=_HALF_A_YEAR)
    return int(said) if said else None
