from django.urls import reverse

from mindlines.communication.models import Message
from mindlines.people.actions.erasing import erase


def test_bo_sees_what_he_was_told_but_no_codes(as_bo, bo):
    Message.objects.create(person=bo, subject="Papers for Wednesday", words="Here they are")
    Message.objects.create(person=bo, subject="Your code", words="123987", is_secret=True)
    page = as_bo.get(reverse("people:held")).content.decode()
    assert "Here they are" in page
    assert "123987" not in page


def test_nothing_more_is_told_to_somebody_who_was_erased(bo):
    Message.objects.create(person=bo, subject="Papers for Wednesday")
    erase(bo)
    assert not Message.objects.exists()


def test_what_went_to_the_address_before_we_knew_whose_it_was_goes_too(bo):
    Message.objects.create(address="BO@example.org", subject="Your code")
    erase(bo)
    assert not Message.objects.exists()
