"""Values in words."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils.translation import gettext as _

from mindlines.people.queries import device_words
from mindlines.ui.dates import short_day_words, when_words

register = template.Library()
register.filter("device", device_words)


@register.filter
def in_words(value: Any) -> str:
    """Yes and no, days and times, lists and gaps as one would say them."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return when_words(value)
    if isinstance(value, date):
        return short_day_words(value)
    if isinstance(value, (list, tuple)):
        return "\n".join(map(in_words, value)) or _("Nothing")
    return _("Nothing") if value is None or value == "" else str(value)
