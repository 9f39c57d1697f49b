"""Taking waiting mail to the mail server, or on a laptop to the mailbox page."""

import base64
import logging
import re
import smtplib
from datetime import timedelta
from email.mime.text import MIMEText

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F
from django.utils import timezone

from mindlines.people.choices import Way

from . import actions
from .models import Message

logger = logging.getLogger(__name__)

AT_ONCE = 40


def deliver_waiting() -> int:
    """Send what is due, codes for signing in first; returns how many left. A failure of one does not keep the others."""
    now = timezone.now()
    due = list(
        Message.objects.waiting()
        .filter(way=Way.MAIL, next_try_at__lte=now)
        .order_by("-is_secret", F("community").asc(nulls_first=True), "next_try_at", "pk")[:AT_ONCE]
    )
    if not due:
        return 0
    connection = mail_server()
    left = sum(_deliver(message, connection) for message in due)
    connection.close()
    return left


def mail_server() -> BaseEmailBackend:
    """The real way out: SMTP when a host is set, the mailbox page otherwise."""
    if settings.MINDLINES_MAIL_HOST:
        return get_connection("django.core.mail.backends.smtp.EmailBackend")
    return get_connection("django.core.mail.backends.filebased.EmailBackend", file_path=str(settings.MINDLINES_MAILBOX))


def _deliver(message: Message, connection: BaseEmailBackend) -> bool:
    if not actions.claim(message, until=timezone.now() + timedelta(minutes=5)):
        return False
    if not message.address:
        actions.not_sent(message, error="no address")
        return False
    try:
        connection.send_messages([as_mail(message)])
    except (OSError, smtplib.SMTPException, ValueError) as problem:
        # The words of a mail, and to whom it goes, stay out of the log.
        logger.warning("Mail %s could not be sent (%s); it waits.", message.pk, type(problem).__name__)
        actions.not_sent(message, error=_without_addresses(f"{type(problem).__name__}: {problem}"))
        return False
    if not settings.MINDLINES_MAIL_HOST and settings.MINDLINES_DEVELOPMENT:
        print(f"\nMail to {message.address}: {message.subject}\n{message.words}\n", flush=True)  # noqa: T201  # the laptop's screen is the postman
    actions.sent(message)
    return True


def as_mail(message: Message) -> EmailMessage:
    """The mail as it goes out: plain words, with calendar entries as an alternative so that calendars offer buttons."""
    mail = EmailMessage(
        message.subject,
        message.words,
        message.sender or settings.DEFAULT_FROM_EMAIL,
        [message.address],
        headers=message.headers,
    )
    for name, media_type, content in message.enclosures:
        raw = base64.b64decode(content)
        if media_type.startswith("text/calendar"):
            mail.attach(_calendar_part(name, media_type, raw))
        else:
            mail.attach(name, raw, media_type)
    return mail


def _calendar_part(name: str, media_type: str, raw: bytes) -> MIMEText:
    part = MIMEText(raw.decode(), "calendar", "utf-8")
    method = re.search(r"method=(\w+)", media_type)
    if method:
        part.set_param("method", method.group(1))
    part.add_header("Content-Disposition", "attachment", filename=name)
    return part


def _without_addresses(words: str) -> str:
    return re.sub(r"\S+@\S+", "(address)", words)
