"""How allauth behaves in this house: nobody signs up by themselves unless founders may be anyone."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):
    """Sign-in by a code sent by mail, for people whom a community knows."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return bool(settings.MINDLINES_FOUNDERS == "anyone")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        message = self.render_mail(template_prefix, email, context)
        # The post office erases what is marked so as soon as it is sent.
        message.extra_headers["X-Mindlines-Secret"] = "yes"
        message.send()
