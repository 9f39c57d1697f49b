from datetime import UTC, datetime, timedelta

import pytest

from mindlines.communities.actions.record import note
from mindlines.communities.queries import record
from tests import make


def sentences(community, kind=""):
    return [line.sentence for line in record.page(community, kind=kind, number=None)]


def test_a_line_is_told_in_a_sentence(community, ana):
    note(community, by=ana, verb="chose-priority", words="Walking groups")
    assert sentences(community) == ["Ana Alvarez added a priority: Walking groups."]


def test_a_verb_of_a_higher_floor_is_read_as_it_stands(community, ana):
    note(community, by=ana, verb="announced-meeting", words="Winter meeting")
    note(community, by=ana, verb="closed-meeting")
    assert sentences(community) == ["Ana Alvarez closed meeting", "Ana Alvarez announced meeting: Winter meeting"]


def test_who_is_gone_is_named_no_more(community, ana, bo):
    note(community, by=ana, about=bo, verb="accepted-role", words="Chair")
    bo.erased_at = datetime(2026, 12, 9, tzinfo=UTC)
    bo.save()
    note(community, by=None, verb="wrote-charter", words="version 2")
    assert sentences(community) == [
        "Someone who left wrote down a new version of the charter: version 2.",
        "Someone who left took on a role: Chair.",
    ]


def test_who_has_not_said_yes_is_called_as_the_community_wrote_them_down(community, ana, chi):
    make.membership(community, chi, called="Dr C", standing="invited")
    note(community, by=ana, about=chi, verb="invited")
    assert sentences(community) == ["Ana Alvarez invited Dr C."]


@pytest.mark.parametrize(
    ("kind", "verb"),
    [
        ("people", "founded"),
        ("roles", "ended-role"),
        ("charter", "wrote-charter"),
        ("direction", "noted-event"),
        ("meetings", "announced-meeting"),
    ],
)
def test_each_kind_shows_its_own_lines(kind, verb, community, ana):
    for each in ("founded", "ended-role", "wrote-charter", "noted-event", "announced-meeting"):
        note(community, by=ana, verb=each)
    assert [line.verb for line in record.lines(community, kind=kind)] == [verb]


def test_three_lines_cost_no_more_queries_than_one(community, ana, bo, django_assert_max_num_queries):
    note(community, by=ana, verb="founded")
    with django_assert_max_num_queries(3):
        sentences(community)
    note(community, by=bo, about=ana, verb="left")
    note(community, by=ana, about=bo, verb="left")
    with django_assert_max_num_queries(3):
        sentences(community)


def test_the_record_is_read_page_by_page_from_the_newest(community, ana):
    for number in range(record.PER_PAGE + 1):
        line = note(community, by=ana, verb="noted-event", words=str(number))
        line.at += timedelta(minutes=number)
        line.save()
    first, second = (record.page(community, kind="", number=number) for number in ("1", "2"))
    assert first[0].sentence.endswith(f": {record.PER_PAGE}.")
    assert [line.sentence for line in second] == ["Ana Alvarez noted what happened outside: 0."]
