"""The server is killed while people vote: what it said yes to is counted, and what is sent again counts once."""

import threading
import time
import urllib.error
import urllib.parse

import pytest
from django.db import connection  # noqa: F401  # the mark below asks it

from bench.room.serving import Furnished, Server
from mindlines.kernel.identifiers import short_code

pytestmark = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="the program is started on its own SQLite")

TOKEN = "a" * 32
ASK = """
from mindlines.meetings.models import Meeting
from tests import make_ballots
meeting = Meeting.objects.select_related("community").get(pk={meeting})
poll = make_ballots.poll(meeting.community, meeting=meeting, by=meeting.community.memberships.first().person)
members = meeting.community.memberships.order_by("pk").values_list("pk", flat=True)
print(poll.pk, poll.box_id, *poll.options.values_list("pk", flat=True), *members)
"""
COUNT = """
from mindlines.voice.models import Ballot, Handed, Slip
print(Ballot.objects.filter(poll={poll}).count(), Handed.objects.count(), Slip.objects.count())
"""


class Vote:
    """A poll in the room, and a slip that each person's device proposed."""

    def __init__(self, room: Furnished) -> None:
        self.room = room
        self.poll, self.box, self.yes, self.no, *self.members = map(
            int, room.run(ASK.format(meeting=room.meeting)).split()
        )
        self.slips = [short_code(groups=4) for _member in self.members]

    def give(self, server: Server, who: int) -> bool:
        """Vote as the script of a page does, and say whether the server has it."""
        form = {"csrfmiddlewaretoken": TOKEN, "answer": self.yes if who % 2 else self.no}
        slip = f"ml_slip_{self.box}_{self.members[who]}={self.slips[who]}"
        cookies = f"csrftoken={TOKEN}; sessionid={self.room.sessions[who]}; {slip}"
        headers = {"X-Outbox": "1", "Cookie": cookies}
        try:
            told = server.ask(f"/polls/{self.poll}/vote/", data=urllib.parse.urlencode(form).encode(), headers=headers)
        except (OSError, urllib.error.HTTPError):
            return False
        return b'"refused": false' in told

    def counted(self) -> list[int]:
        """Ballots, people who were handed a slip, and slips."""
        return list(map(int, self.room.run(COUNT.format(poll=self.poll)).split()))


def test_a_server_killed_while_thirty_people_vote_has_counted_all_it_said_yes_to_and_nobody_twice(room, tmp_path):
    vote = Vote(room)
    doomed = Server(room.env, tmp_path / "screen").wait()
    taken: list[int] = []

    def one(who: int) -> None:
        if vote.give(doomed, who):
            taken.append(who)

    voters = [threading.Thread(target=one, args=(who,)) for who in range(30)]
    for voter in voters:
        voter.start()
    while len(taken) < 8:
        time.sleep(0.005)
    doomed.kill()
    for voter in voters:
        voter.join()
    ballots, handed, slips = vote.counted()
    assert len(taken) <= ballots == handed == slips <= 30
    with room.served() as (again,):
        assert all(vote.give(again, who) for who in range(30))
    assert vote.counted() == [30, 30, 30]
