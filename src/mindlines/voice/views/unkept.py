"""What is sent without a name or as a secret is put aside nowhere, not even for somebody who was signed out meanwhile."""

from django.http import HttpRequest

from mindlines.voice.forms.contributions import NAMELESS

ALWAYS = {
    "vote",
    "slip",
    "poll_add",
    "enter_ballot",
    "proxy_ballot",
    "ask_word",
    "support",
    "unsupport",
    "support_slip",
    "pulse",
    "pulse_for",
    "pulse_sheet",
    "pulse_by_link",
}


def is_secret(request: HttpRequest) -> bool:
    """Whether nobody may know who sent this."""
    match = request.resolver_match
    if match is not None and match.app_name == "voice" and match.url_name in ALWAYS:
        return True
    return request.POST.get("named") == NAMELESS or bool(request.POST.get("is_nameless"))
