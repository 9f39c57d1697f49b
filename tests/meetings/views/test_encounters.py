import pytest
from django.urls import reverse

from mindlines.meetings.choices import Phase
from tests import make


@pytest.fixture
def page(as_ana, community):
    def get(**asked):
        return as_ana.get(reverse("meetings:encounters", kwargs={"slug": community.slug}), asked).content.decode()

    return get


@pytest.fixture
def sat_together(community, anas, bos):
    cy = make.membership(community, make.person("Cy Cole"))
    held = make.meeting(community, starts_at=make.A_WEDNESDAY.replace(year=2025), phase=Phase.HELD)
    make.small_groups(held, [bos, anas], [cy])


def test_before_anybody_met_the_page_says_how_to_begin(page):
    assert "Nobody has met yet" in page()


def test_the_page_tells_how_many_have_met(page, sat_together):
    words = " ".join(page().split())
    assert "3 people sat in small groups in one round." in words
    assert "Of 3 pairs of people, 1 have met." in words and "<svg" in words


def test_one_person_is_told_with_whom_they_met_and_with_whom_not(page, sat_together, bos):
    words = " ".join(page(person=bos.pk).split())
    assert "Bo Berg has met" in words and "Ana Alvarez, Support team: once, on" in words
    assert "Cy Cole, Lay members" in words.partition("Bo Berg has not met yet")[2]


def test_somebody_who_never_sat_in_a_group_cannot_be_chosen(page, sat_together, community):
    other = make.membership(community)
    assert "This person has not been in a small group." in page(person=other.pk)
    assert "This person has not been in a small group." in page(person="x")
