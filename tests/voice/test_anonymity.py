"""Attacks on what was promised to be secret; the decision on anonymity says who could try them."""

import logging
from collections import Counter

import pytest
from django.contrib.auth import SESSION_KEY
from django.db import connection, models
from django.test import Client
from django.urls import reverse

from mindlines.kernel.logs import Masking
from mindlines.voice.actions import ballots, closing, polls
from mindlines.voice.actions.ballots import Answer
from mindlines.voice.models import Ballot, Contribution, Handed, Option, Slip, Support
from mindlines.voice.queries import apart, slips
from mindlines.voice.queries.answers import ADDED
from tests import make_ballots
from tests.conftest import signed_in
from tests.voice import attacker
from tests.voice.attacker import Evening

# Thirteen people. Guessing by chance names one of them on average, and eight or more once in a hundred thousand times.
MOST_HITS = 7
pytestmark = pytest.mark.django_db(transaction=True)
only_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="about the file of a SQLite database")
only_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="about what PostgreSQL notes of rows")


class Listening(logging.Handler):
    """Keeps every line that any part of the program logs, written as the program writes it."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__(logging.DEBUG)
        self.lines = lines
        self.setFormatter(Masking("{asctime} {levelname} {name}: {message}", style="{"))

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def evening(community, meeting, ana) -> Evening:
    """Six lay members and seven clinicians vote one after the other, and say something without their name."""
    lay = make_ballots.many(community, 6, group="Lay members")
    clinicians = make_ballots.many(community, 7, group="Clinicians")
    voters = [one for pair in zip(clinicians, [*lay, None], strict=True) for one in pair if one is not None]
    make_ballots.here(meeting, *voters)
    poll = make_ballots.poll(community, meeting=meeting, takes_more=True, by=ana)
    seen = Evening(poll, voters)
    root, listening = logging.getLogger(), Listening(seen.log)
    level = root.level
    root.addHandler(listening)
    root.setLevel(logging.DEBUG)
    try:
        for number, voter in enumerate(voters):
            press(seen, number, voter)
    finally:
        root.removeHandler(listening)
        root.setLevel(level)
    return seen


def press(evening: Evening, number: int, voter) -> None:
    """One person opens the poll, votes, changes the vote, adds to the list, and says something without a name."""
    client, poll = signed_in(voter.person), evening.poll
    before = attacker.sessions()
    yes, no = (str(option.pk) for option in poll.options.order_by("position")[:2])
    client.get(poll.get_absolute_url())
    for answer in (no, yes) if number % 2 else (yes, no):
        response = client.post(reverse("voice:vote", kwargs={"pk": poll.pk}), {"answer": answer})
        assert response.status_code == 302
    evening.secrets[voter.pk] = client.cookies[slips.cookie_name(poll.box, of=voter)].value
    client.post(
        reverse("voice:poll_add", kwargs={"pk": poll.pk}), {"words": f"Another day, number {number * 37 % 101}"}
    )
    words = f"I have a worry, number {number * 53 % 101}."
    said = {
        "kind": "point",
        "words": words,
        "audience": "everyone",
        "named": "no",
        "key": f"key-of-form-{number * 7 % 13}",
    }
    response = client.post(reverse("voice:new", kwargs={"slug": poll.community.slug}), said)
    assert response.status_code == 302
    evening.words[voter.pk] = words
    assert attacker.sessions() == before
    evening.sessions += before


def test_no_secret_row_has_a_person_a_session_a_time_or_a_number_in_a_row(evening):
    pointing = {
        model: {field.name for field in model._meta.get_fields() if is_telling(field)}
        for model in (Ballot, Slip, Support, Contribution, Option)
    }
    assert pointing[Slip] == pointing[Support] == pointing[Option] == set()
    for ballot in evening.poll.ballots.values(*pointing[Ballot]):
        assert set(ballot.values()) == {None}
    # Days are kept, for everybody who spoke on one is as likely.
    for words in Contribution.objects.filter(is_anonymous=True).values(
        *pointing[Contribution] - {"made_on", "reply_due"}
    ):
        assert set(words.values()) == {None}


def is_telling(field: models.Field) -> bool:
    points_at = getattr(field.related_model, "__name__", "") if field.concrete else ""
    is_time = isinstance(field, models.DateField | models.TimeField)
    return points_at in {"Membership", "Person", "Session"} or is_time


def test_no_order_of_a_dump_names_voters(evening):
    for way, order in attacker.orders("voice_ballot", column="lock").items():
        assert attacker.hits(order, truth=evening.locks) <= MOST_HITS, way


def test_no_order_of_a_dump_tells_whose_slip_is_whose(evening):
    for way, order in attacker.orders("voice_slip", column="mark").items():
        assert attacker.hits(order, truth=evening.marks) <= MOST_HITS, way
    handed = [str(one.pk) for one in evening.voters]
    for way, order in attacker.orders("voice_handed", column="membership_id").items():
        if way != "by membership_id":
            assert attacker.hits([str(one) for one in order], truth=handed) <= MOST_HITS, way


def test_no_order_of_a_dump_tells_who_said_what_without_a_name(evening):
    for way, order in attacker.orders("voice_contribution", column="words").items():
        assert attacker.hits(order, truth=evening.said) <= MOST_HITS, way
    added = [f"Another day, number {number * 37 % 101}" for number in range(len(evening.voters))]
    for way, order in attacker.orders("voice_option", column="words").items():
        found = [words for words in order if words in added]
        assert attacker.hits(found, truth=added) <= MOST_HITS, way


@only_postgresql
@pytest.mark.parametrize("table", attacker.SECRET_TABLES)
def test_each_transaction_that_postgresql_remembers_wrote_at_least_five_rows(evening, table):
    asked = set(evening.poll.options.filter(position__lt=ADDED).values_list("pk", flat=True))
    newest = Counter(row["written_by"] for row in attacker.rows(table) if row["id"] not in asked)
    assert not newest or min(newest.values()) >= 5


@only_postgresql
def test_after_closing_one_transaction_wrote_all_ballots(evening, ana):
    polls.close(evening.poll, by=ana)
    assert len({row["written_by"] for row in attacker.rows("voice_ballot")}) == 1
    closing.mix_in_use()
    for table in ("voice_slip", "voice_handed"):
        assert len({row["written_by"] for row in attacker.rows(table)}) == 1


def test_keys_are_drawn_and_no_counter_is_left_behind(evening):
    for model in (Ballot, Slip, Support, Contribution, Handed, Option):
        assert all(pk > 2**20 for pk in model.objects.values_list("pk", flat=True))
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT last_value FROM pg_sequences WHERE sequencename = 'voice_ballot_id_seq'")
            assert cursor.fetchone() == (None,)


def test_slips_and_ballots_cannot_be_joined_by_what_the_database_knows(evening):
    locks = set(evening.locks)
    for mark in evening.marks:
        assert locks.isdisjoint(attacker.derived(mark, poll=evening.poll))
    second = make_ballots.poll(evening.poll.community, meeting=evening.poll.meeting)
    yes = str(second.options.first().pk)
    for voter in evening.voters:
        ballots.vote(second, answer=Answer([yes]), by=voter, slip=evening.secrets[voter.pk])
    assert locks.isdisjoint(second.ballots.values_list("lock", flat=True))


def test_no_dump_holds_the_secret_of_a_device(evening):
    assert attacker.traces(attacker.dump(), evening=evening) == []


def test_sessions_and_the_log_hold_nothing_of_it(evening):
    log, kept = "\n".join(evening.log), str(evening.sessions) + str(attacker.sessions())
    telling = [*evening.locks, *evening.marks, *evening.said, "Another day"]
    telling += [str(option.pk) for option in evening.poll.options.all()]
    for text in (log, kept):
        assert attacker.traces(text, evening=evening) == []
        assert [each for each in telling if each in text] == []
    assert all(person.email not in log for person in (voter.person for voter in evening.voters))


def test_the_group_on_a_ballot_hides_everybody_among_five(evening, meeting):
    there = apart.sizes(meeting.community, meeting=meeting)
    found = Counter(evening.poll.ballots.values_list("constituency", flat=True))
    nowhere = sum(count for group, count in there.items() if group not in found)
    candidates = {group: there.get(group, nowhere) for group in found}
    assert candidates
    assert min(candidates.values()) >= 5


def test_what_is_sent_after_signing_out_is_not_put_aside_beside_a_name(evening, client):
    voter = evening.voters[0]
    client = signed_in(voter.person)
    client.get("/")
    client.session.flush()
    del client.cookies["sessionid"]
    yes = str(evening.poll.options.first().pk)
    new = reverse("voice:new", kwargs={"slug": evening.poll.community.slug})
    for address, sent in (
        (reverse("voice:vote", kwargs={"pk": evening.poll.pk}), {"answer": yes}),
        (new, {"words": "A long worry of mine, without my name.", "named": "no"}),
    ):
        answer = client.post(address, sent, headers={"referer": f"http://testserver{evening.poll.get_absolute_url()}"})
        assert answer.status_code == 302
        assert evening.poll.get_absolute_url() in answer.headers["Location"].replace("%2F", "/")
    assert yes not in str(attacker.sessions())
    assert "worry of mine" not in str(attacker.sessions())
    named = {"words": "A long worry of mine, with my name.", "named": "yes"}
    client.post(new, named)
    assert "with my name" in str(attacker.sessions())


def test_whoever_signs_in_next_on_a_device_has_neither_slip_nor_ballot_of_the_last(evening):
    first, second = evening.voters[:2]
    client = Client()
    client.force_login(first.person)
    kept = slips.cookie(evening.poll.box, of=first, secret=evening.secrets[first.pk])
    client.cookies[kept["key"]] = kept["value"]
    assert "Your answer counts" in client.get(evening.poll.get_absolute_url()).content.decode()
    client.force_login(second.person)
    page = client.get(evening.poll.get_absolute_url())
    assert "on another device" in page.content.decode()
    assert page.headers["Cache-Control"] == "private, no-store"
    assert SESSION_KEY in client.session


@only_sqlite
def test_the_backup_tells_no_order_and_no_earlier_vote(evening, tmp_path):
    file = attacker.backup(tmp_path / "copy.sqlite3")
    assert attacker.hits(attacker.order_in(file, of=evening.locks), truth=evening.locks) <= MOST_HITS
    assert attacker.hits(attacker.order_in(file, of=evening.said), truth=evening.said) <= MOST_HITS
    # A lock stands in its row and in two indexes; what was voted before it was changed stands nowhere.
    assert all(file.count(lock.encode()) <= 2 for lock in evening.locks)
    assert attacker.traces(file.decode("latin-1"), evening=evening) == []


@only_sqlite
def test_not_even_the_file_itself_tells_the_order_once_the_poll_is_closed(evening, ana):
    polls.close(evening.poll, by=ana)
    closing.mix_in_use()
    file = attacker.image()
    assert attacker.hits(attacker.order_in(file, of=evening.locks), truth=evening.locks) <= MOST_HITS
    assert attacker.hits(attacker.order_in(file, of=evening.marks), truth=evening.marks) <= MOST_HITS
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA secure_delete").fetchone() == (1,)


def test_the_attacker_is_no_fool_and_finds_everybody_where_rows_are_written_one_by_one(community):
    poll = make_ballots.poll(community)
    truth = [slips.lock(slips.propose(), of="x") for _number in range(20)]
    for lock in truth:
        Ballot.objects.create(poll=poll, lock=lock, before=[])
    if connection.vendor == "postgresql":
        found = attacker.orders("voice_ballot", column="lock")
        assert attacker.hits(found["by written_by"], truth=truth) == 20
        assert attacker.hits(found["as it stands in the dump"], truth=truth) == 20
    else:
        found = attacker.order_in(attacker.image(), of=truth)
        assert attacker.hits(found, truth=truth) + attacker.hits(found[::-1], truth=truth) >= 12
