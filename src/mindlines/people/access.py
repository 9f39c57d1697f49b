"""Who is asking."""

from django.http import HttpRequest

from .models import Person


class SignedInRequest(HttpRequest):
    """A request behind `login_required`."""

    user: Person
