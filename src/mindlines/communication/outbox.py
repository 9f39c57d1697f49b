"""Django's mail API is the post office's counter: whoever sends a mail puts it here, and the worker takes it away.

So a mail server that is down loses nothing, floors below can send mail without knowing this one, and a facilitator
can see what is still waiting.
"""

import base64
from collections.abc import Sequence
from email.message import MIMEPart
from email.mime.base import MIMEBase
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from . import actions
from .models import Message


class Outbox(BaseEmailBackend):
    """Keeps each mail as a waiting `Message`, in the transaction of whoever sends it."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        kept = [self._keep(mail, address) for mail in email_messages for address in mail.recipients()]
        return len(kept)

    def _keep(self, mail: EmailMessage, address: str) -> Message:
        headers = {name: str(value) for name, value in mail.extra_headers.items()}
        return actions.keep(
            address=address,
            subject=str(mail.subject),
            words=str(mail.body),
            sender=mail.from_email,
            headers=headers,
            enclosures=[self._enclosure(part) for part in mail.attachments],
        )

    def _enclosure(self, part: Any) -> list[str]:
        if isinstance(part, (MIMEBase, MIMEPart)):
            content = part.get_payload(decode=True) or b""
            return [part.get_filename() or "", part.get_content_type(), base64.b64encode(bytes(content)).decode()]
        name, content, media_type = part
        raw = content.encode() if isinstance(content, str) else bytes(content)
        return [name or "", media_type or "application/octet-stream", base64.b64encode(raw).decode()]
