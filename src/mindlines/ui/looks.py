"""How a reader wants the pages to look, kept in three cookies on their own device."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

TEXT_COOKIE = "ml_text"
THEME_COOKIE = "ml_theme"
WORDS_COOKIE = "ml_words"
TEXT_SIZES = ("normal", "large", "larger")
THEMES = ("auto", "light", "dark")
MARKED, UNMARKED = "marked", "plain"
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


def words(request: HttpRequest) -> str:
    """Whether words of a glossary are marked in texts: for everybody, until somebody chose that they are not."""
    return UNMARKED if request.COOKIES.get(WORDS_COOKIE) == UNMARKED else MARKED


def remember_words(response: HttpResponse, *, chosen: str, secure: bool) -> None:
    """Keep on this device for a year whether words are marked in texts."""
    response.set_cookie(WORDS_COOKIE, chosen, max_age=_YEAR, samesite="Lax", secure=secure, httponly=True)


def remember(response: HttpResponse, *, chosen: Looks, secure: bool) -> None:
    """Keep the choice on this device for a year; it says nothing about the person."""
    for name, value in ((TEXT_COOKIE, chosen.text_size), (THEME_COOKIE, chosen.theme)):
        response.set_cookie(name, value, max_age=_YEAR, samesite="Lax", secure=secure, httponly=True)
