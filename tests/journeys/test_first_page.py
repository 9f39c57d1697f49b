"""The way in, seen on a desktop and on a phone."""

import pytest
from django.urls import reverse

from tests.journeys.conftest import PHONE, look


@pytest.mark.parametrize("window", ["desktop", "phone"])
def test_a_stranger_finds_the_way_in(window, request):
    page = request.getfixturevalue(window)
    page.goto(reverse("account_login"))
    look(page, "sign-in")


def test_bo_is_signed_in_on_a_phone(bo, visit):
    page = visit(bo, on=PHONE)
    page.goto(reverse("account_email"))
    assert page.url.endswith(reverse("account_email"))
