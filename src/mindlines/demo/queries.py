"""Whom the demonstration offers to a visitor."""

from dataclasses import dataclass

from django.utils.functional import Promise

from mindlines.communities.models import Community
from mindlines.demo.story import people


@dataclass(frozen=True)
class Visitor:
    """An invented person as whom one may look around."""

    name: str
    address: str
    part: str | Promise


def is_there() -> bool:
    return Community.objects.filter(is_demo=True).exists()


def is_empty() -> bool:
    """Whether this installation has no community at all."""
    return not Community.objects.exists()


def visitors() -> tuple[Visitor, ...]:
    """A facilitator, a lay member and a commissioner."""
    names = {somebody.key: somebody.name for somebody in people.PEOPLE}
    return tuple(
        Visitor(name=names[key], address=people.address(key), part=part) for key, part in people.VISITORS.items()
    )
