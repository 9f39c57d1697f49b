"""What every WebSocket of the site asks first, and what meets one that no page of ours opens."""

from collections.abc import Mapping
from http.cookies import CookieError
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import parse_cookie
from django.http.request import split_domain_port, validate_host

Scope = dict[str, Any]

# What was asked at the gate is asked again: the line is closed, and the page calls anew.
CALL_AGAIN = 4000


def cookies_of(scope: Scope) -> Mapping[str, str] | None:
    """The cookies that came along; nothing, if another site's page calls."""
    headers = {name.decode("latin1"): value.decode("latin1") for name, value in scope["headers"]}
    if not is_own_page(origin=headers.get("origin", ""), host=headers.get("host", "")):
        return None
    try:
        return parse_cookie(headers.get("cookie", ""))
    except CookieError:
        return None


def is_own_page(*, origin: str, host: str) -> bool:
    """Whether a page of this site calls: a browser sends cookies along for any page, and names the page's site."""
    if origin in settings.CSRF_TRUSTED_ORIGINS:
        return True
    domain, _port = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS) and urlsplit(origin).netloc == host


async def _refuse(scope: Scope, receive: Any, send: Any) -> None:
    """No page of ours calls here."""
    await receive()
    await send({"type": "websocket.close"})


refuse: Any = _refuse
