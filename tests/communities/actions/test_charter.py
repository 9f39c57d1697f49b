from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError

from mindlines.communities.actions import charter as actions
from mindlines.communities.models import CharterVersion, SearchEntry
from mindlines.kernel.errors import Refused

FIRST = actions.Wording(purpose="Exercise for all who wait.", agreed_on=date(2026, 2, 1))
SECOND = replace(FIRST, purpose="Exercise for everybody.", what_changed="Everybody", why="We met those who wait.")


@pytest.fixture
def first(community, ana) -> CharterVersion:
    return actions.write(community, wording=FIRST, based_on=0, by=ana)


def test_each_version_gets_the_next_number_and_keeps_who_was_in_the_room(first, community, ana, bos):
    second = actions.write(community, wording=SECOND, based_on=1, by=ana, present=[bos])
    assert (first.number, second.number) == (1, 2)
    assert list(second.present.all()) == [bos]
    first.refresh_from_db()
    assert first.purpose == "Exercise for all who wait."


def test_a_second_click_gives_back_the_same_version(first, community, ana):
    assert actions.write(community, wording=FIRST, based_on=0, by=ana) == first


def test_who_writes_from_an_old_version_is_told_so(first, community, ana, bo):
    actions.write(community, wording=SECOND, based_on=1, by=ana)
    with pytest.raises(Refused, match="version 2"):
        actions.write(community, wording=replace(SECOND, purpose="Walks."), based_on=1, by=bo)


def test_the_database_itself_refuses_two_versions_of_a_number(first, community):
    with pytest.raises(IntegrityError):
        CharterVersion.objects.create(community=community, number=1, purpose="Again")


def test_searches_find_the_current_version(first, community, ana):
    actions.write(community, wording=SECOND, based_on=1, by=ana)
    entry = SearchEntry.objects.get(kind="charter")
    assert "Exercise for everybody." in entry.words
    assert entry.title == "Charter, version 2"


def test_reading_a_version_twice_is_one_reading(first, bos):
    actions.read(first, by=bos)
    actions.read(first, by=bos)
    assert first.readings.count() == 1
