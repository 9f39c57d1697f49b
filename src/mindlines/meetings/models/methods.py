from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from mindlines.communities.models import Community
from mindlines.meetings.choices import GoodFor


@dataclass(frozen=True)
class AccessNotes:
    """How a method is made to fit people."""

    hearing: str
    sight: str
    mobility: str
    anxiety: str
    literacy: str
    tiredness: str


@dataclass(frozen=True)
class Method:
    """An icebreaker or a way to work with a group, as a file of the library has it; no row of a table."""

    key: str
    name: str
    purpose: str
    good_for: tuple[GoodFor, ...]
    kind: str
    people: tuple[int, int]
    minutes: tuple[int, int]
    materials: tuple[str, ...]
    steps: tuple[str, ...]
    online: str
    seated: str
    wrong: str
    source: str
    licence: str
    access: AccessNotes
    moves: bool = False

    def __str__(self) -> str:
        return self.name

    @property
    def usual_minutes(self) -> int:
        """Between the shortest and the longest, on a clock of five minutes."""
        return max(self.minutes[0], sum(self.minutes) // 2 // 5 * 5)

    @property
    def numbered_steps(self) -> str:
        return "\n".join(f"{number}. {step}" for number, step in enumerate(self.steps, start=1))

    def address(self, community: Community) -> str:
        return reverse("meetings:method", kwargs={"slug": community.slug, "key": self.key})


class FavouriteMethod(models.Model):
    """A method that a person wants to find again quickly."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="favourite_methods")
    method = models.CharField(max_length=60)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("person", "method"), name="one_star_for_a_method"),)

    def __str__(self) -> str:
        return self.method
