"""Somebody we know of, with or without a way to sign in."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mindlines.people.choices import Need, TextSize, Theme, Way

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager


class PersonManager(BaseUserManager["Person"]):
    def make(self, *, name: str, email: str | None = None, **more: Any) -> "Person":
        """A new person; somebody without an address cannot sign in and is a full member all the same."""
        person = self.model(name=name.strip(), email=self.tidy(email), **more)
        person.set_unusable_password()
        person.save(using=self._db)
        return person

    def tidy(self, email: str | None) -> str | None:
        """The address as we keep it, in lower case; an empty one is none."""
        return (email or "").strip().lower() or None


class Person(AbstractBaseUser):
    """A person is the user of the program; who has no verified address has no sign-in."""

    name = models.CharField(
        _("name"), max_length=200, help_text=_("The name you want people to use. Kept until you ask us to erase you.")
    )
    email = models.EmailField(
        _("e-mail address"),
        null=True,
        blank=True,
        unique=True,
        help_text=_(
            "We use it to let you sign in and to send you news of your communities. Kept until you change it or leave."
        ),
    )
    phone = models.CharField(
        _("phone number"),
        max_length=40,
        blank=True,
        help_text=_("Only facilitators of your communities see it, to reach you. Kept until you remove it or leave."),
    )
    address = models.TextField(
        _("postal address"),
        max_length=500,
        blank=True,
        help_text=_(
            "Only facilitators of your communities see it, to post papers to you. Kept until you remove it or leave."
        ),
    )
    reach_by = models.CharField(
        _("best way to reach you"),
        max_length=10,
        choices=Way,
        default=Way.MAIL,
        help_text=_("We use this way for invitations and papers. Kept until you change it or leave."),
    )
    language = models.CharField(
        _("language"),
        max_length=10,
        default="en-gb",
        help_text=_("The language of the pages you see. Kept until you change it or leave."),
    )
    time_zone = models.CharField(
        _("time zone"),
        max_length=60,
        blank=True,
        help_text=_(
            "We show times in this zone. If it is empty, we use the zone of the community. Kept until you change it or leave."
        ),
    )
    text_size = models.CharField(max_length=10, choices=TextSize, default=TextSize.NORMAL)
    theme = models.CharField(max_length=10, choices=Theme, default=Theme.AUTO)
    is_active = models.BooleanField(default=True)
    is_operator = models.BooleanField(
        default=False, help_text=_("Looks after this installation; sees no community's inside by it.")
    )
    is_demo = models.BooleanField(default=False, help_text=_("Invented for the demonstration."))
    demo_part = models.CharField(
        max_length=80,
        blank=True,
        help_text=_("What this invented person does; whoever has one can be tried out in development."),
    )
    joined_at = models.DateTimeField(default=timezone.now, editable=False)
    erased_at = models.DateTimeField(null=True, blank=True, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects: ClassVar[PersonManager] = PersonManager()

    if TYPE_CHECKING:
        needs: RelatedManager["AccessNeed"]

    # The membership through which this person looks at the present page; the gate sets it. Any: it lives a floor above.
    here: Any = None
    # Nobody signed in when a pass on paper let this person in; a gate may give them less.
    signed_in = True

    class Meta:
        ordering = ("name", "pk")
        indexes = (models.Index(Lower("name"), name="person_name_lower"),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("people:me")

    @property
    def is_erased(self) -> bool:
        return self.erased_at is not None

    @cached_property
    def initials(self) -> str:
        """One or two letters for the circle beside a name."""
        words = [word for word in self.name.replace("(", " ").split() if word[0].isalpha()]
        return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper() if words else "?"


class AccessNeed(models.Model):
    """What one person needs to take part, looked at again on a date."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="needs")
    need = models.CharField(
        _("what would help"),
        max_length=20,
        choices=Need,
        help_text=_("Facilitators see it and plan meetings with it. Kept until you remove it or leave."),
    )
    words = models.CharField(
        _("in your own words"),
        max_length=300,
        blank=True,
        help_text=_("Tell us what to do, not what your condition is. Kept until you remove it or leave."),
    )
    review_on = models.DateField(_("look at this again on"), null=True, blank=True)

    class Meta:
        ordering = ("need",)
        constraints = (models.UniqueConstraint(fields=("person", "need"), name="one_row_per_need"),)

    def __str__(self) -> str:
        return self.words or self.get_need_display()

    @property
    def is_in_own_words(self) -> bool:
        """Whether the need is none of the list, so that the words alone say it."""
        return self.need == Need.OTHER

    @property
    def is_due_today(self) -> bool:
        """Whether it is time to ask again on the reader's calendar."""
        return self.is_due(timezone.localdate())

    def is_due(self, today: date) -> bool:
        """Whether it is time to ask again; needs change."""
        return self.review_on is not None and self.review_on <= today
