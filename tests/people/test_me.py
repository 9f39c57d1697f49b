import pytest
from django.urls import reverse

from mindlines.kernel.errors import Refused
from mindlines.people import actions
from mindlines.people.choices import Need, Way
from mindlines.people.models import AccessNeed, Person
from tests import make

DETAILS = {"name": "Bo Berg", "phone": "01632 960 001", "address": "1 High Street", "reach_by": "phone"}


def page(client, name, **keys):
    return client.get(reverse(f"people:{name}", kwargs=keys)).content.decode()


def post(client, name, fields, **keys):
    return client.post(reverse(f"people:{name}", kwargs=keys), fields)


def test_bo_sees_what_mindlines_knows(as_bo):
    assert "bo@example.org" in page(as_bo, "me")


def test_bo_says_how_to_reach_him(as_bo, bo):
    post(as_bo, "details", DETAILS)
    bo.refresh_from_db()
    assert (bo.phone, bo.reach_by) == ("01632 960 001", Way.PHONE)


def test_a_letter_needs_an_address(as_bo, bo):
    answer = post(as_bo, "details", DETAILS | {"reach_by": "post", "address": ""})
    assert "so that we can write to you" in answer.content.decode()
    with pytest.raises(Refused):
        actions.change_details(bo, name="Bo", phone="", address="", reach_by=Way.POST)


def test_a_call_needs_a_number_and_mail_needs_an_address(as_bo, bo):
    assert "so that we can phone you" in post(as_bo, "details", DETAILS | {"phone": ""}).content.decode()
    Person.objects.filter(pk=bo.pk).update(email=None)
    answer = post(as_bo, "details", DETAILS | {"reach_by": "mail"})
    assert "no e-mail address of yours" in answer.content.decode()


def test_every_field_about_a_person_says_how_long_it_is_kept(as_bo):
    for name in ("details", "language", "need_add"):
        assert "ept until" in page(as_bo, name)


def test_bo_lives_by_another_clock(as_bo, bo):
    post(as_bo, "language", {"language": "en-gb", "time_zone": "Europe/Berlin"})
    bo.refresh_from_db()
    assert bo.time_zone == "Europe/Berlin"
    assert "Europe/Berlin" in page(as_bo, "me")


def test_pages_look_the_same_on_every_device_of_bo(as_bo, bo):
    answer = post(as_bo, "looks", {"text_size": "large", "theme": "dark", "words": "plain"})
    bo.refresh_from_db()
    assert (bo.text_size, bo.theme) == ("large", "dark")
    assert (answer.cookies["ml_text"].value, answer.cookies["ml_words"].value) == ("large", "plain")


def test_bo_says_what_would_help_him_and_takes_it_back(as_bo, bo):
    post(as_bo, "need_add", {"need": "breaks", "words": " Every half hour, please "})
    need = bo.needs.get()
    assert need.words == "Every half hour, please"
    post(as_bo, "need_change", {"words": "Every 45 minutes"}, pk=need.pk)
    assert "Every 45 minutes" in page(as_bo, "needs")
    post(as_bo, "need_remove", {}, pk=need.pk)
    assert bo.needs.count() == 0


def test_saying_the_same_need_twice_keeps_one(as_bo, bo):
    for _ in range(2):
        post(as_bo, "need_add", {"need": "breaks", "review_on": "2030-01-01"})
    assert bo.needs.count() == 1


def test_something_else_needs_words(as_bo, bo):
    assert "in your own words" in post(as_bo, "need_add", {"need": "other"}).content.decode()
    need = AccessNeed.objects.create(person=bo, need=Need.OTHER, words="A window seat")
    assert "in your own words" in post(as_bo, "need_change", {"words": ""}, pk=need.pk).content.decode()
    assert bo.needs.get().words == "A window seat"


def test_the_day_to_ask_again_is_still_to_come(as_bo, bo):
    answer = post(as_bo, "need_add", {"need": "breaks", "review_on": "2020-01-01"})
    assert "still to come" in answer.content.decode()


def test_a_need_whose_day_has_come_is_shown_as_such(as_bo, bo):
    AccessNeed.objects.create(person=bo, need=Need.BREAKS, review_on="2020-01-01")
    assert "Still right?" in page(as_bo, "me")
    assert "Is this still right?" in page(as_bo, "needs")


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_needs_costs_the_same_for_one_and_for_three(as_bo, bo, count, django_assert_max_num_queries):
    for need in list(Need)[:count]:
        AccessNeed.objects.create(person=bo, need=need)
    with django_assert_max_num_queries(6):
        page(as_bo, "needs")


def test_nobody_touches_the_needs_of_another(as_chi, bo):
    need = AccessNeed.objects.create(person=bo, need=Need.BREAKS)
    assert post(as_chi, "need_remove", {}, pk=need.pk).status_code == 404


def test_ada_is_added_and_can_be_told_apart(db):
    ada = actions.add(name=" Ada ", email="ADA@Example.org", is_operator=True)
    assert (ada.name, ada.email, ada.is_operator) == ("Ada", "ada@example.org", True)
    with pytest.raises(Refused):
        actions.add(name="Another Ada", email="ada@example.org")


def test_somebody_without_an_address_is_given_one(bo):
    lou = make.person("Lou", email=None)
    actions.give_address(lou, email=" Lou@Example.org")
    actions.give_address(lou, email="lou@example.org")
    assert Person.objects.get(pk=lou.pk).email == "lou@example.org"
    for taken in ("bo@example.org", "lou2@example.org"):
        with pytest.raises(Refused):
            actions.give_address(lou if "2" in taken else make.person("Max", email=None), email=taken)


def test_nobody_gives_an_address_to_somebody_who_was_erased(db):
    gone = make.person("Gone", email=None, erased_at=make.A_WEDNESDAY)
    with pytest.raises(Refused):
        actions.give_address(gone, email="gone@example.org")
