"""How a reader wants the pages to look, kept in two cookies on their own device."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

TEXT_COOKIE = "ml_text"
THEME_COOKIE = "ml_theme"
TEXT_SIZES = ("normal", "large", "larger")
THEMES = ("auto", "light", "dark")
_YEAR = 60 * 60 * 24 * 365


@dataclass(frozen=True)
class Looks:
    """Text size and theme."""

    text_size: str = "normal"
    theme: str = "auto"


def looks(request: HttpRequest) -> Looks:
    """What the reader chose, or what everybody gets."""
    text_size = request.COOKIES.get(TEXT_COOKIE, "normal")
    theme = request.COOKIES.get(THEME_COOKIE, "auto")
    return Looks(
        text_size=text_size if text_size in TEXT_SIZES else "normal",
        theme=theme if theme in THEMES else "auto",
    )


def remember(response: HttpResponse, *, chosen: Looks, secure: bool) -> None:
    """Keep the choice on this device for a year; it says nothing about the person."""
    for name, value in ((TEXT_COOKIE, chosen.text_size), (THEME_COOKIE, chosen.theme)):
        response.set_cookie(name, value, max_age=_YEAR, samesite="Lax", secure=secure, httponly=True)
