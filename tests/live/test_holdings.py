import time_machine

from mindlines.kernel.times import now
from mindlines.live.actions import erasing
from mindlines.live.models import Feedback, Hand, Pass
from mindlines.people.holdings import erasures, held_about
from tests import make, make_live


def rows(person, title):
    return next(held.rows for held in held_about(person) if held.title.startswith(title))


def test_bo_reads_which_hands_papers_and_tasks_are_held_of_him(meeting, bo, bos, anas):
    room = make_live.room(meeting)
    make_live.hand(room, bos, about="The leaflet", state="spoken")
    make_live.hand(room, anas, about="The price")
    make_live.given_pass(room, bos)
    room.scribes.add(bos)
    (raised,) = rows(bo, "Hands you raised")
    assert (raised["Meeting"], raised["What about"], raised["What became of it"]) == (
        "Winter meeting",
        "The leaflet",
        "Has spoken",
    )
    assert [row["Meeting"] for row in rows(bo, "Papers to come in")] == ["Winter meeting"]
    assert [row["Meeting"] for row in rows(bo, "Meetings in which you counted")] == ["Winter meeting"]


def test_when_bo_is_erased_his_hands_and_papers_go_and_his_groups_words_stay(meeting, bo, bos, anas):
    room = make_live.room(meeting)
    group = make_live.shown_groups(meeting, [bos, anas]).groups.get()
    for member in (bos, anas):
        make_live.hand(room, member)
        make_live.given_pass(room, member, f"CODE-{member.pk}")
        room.scribes.add(member)
    Feedback.objects.create(group=group, words="Too long", saved_by=bo)
    assert erasing.forget in erasures()
    erasing.forget(bo)
    assert Hand.objects.get().membership == Pass.objects.get().membership == room.scribes.get() == anas
    kept = Feedback.objects.get()
    assert (kept.words, kept.saved_by) == ("Too long", None)


def test_thirty_days_after_the_meeting_nobody_knows_who_raised_a_hand(community, bos):
    old, new = (
        make_live.room(make.meeting(community, "Held", starts_at=now() - make.timedelta(days=days)))
        for days in (31, 29)
    )
    make_live.hand(old, bos)
    kept = make_live.hand(new, bos)
    erasing.forget_hands()
    assert Hand.objects.get() == kept
    with time_machine.travel(now() + make.timedelta(days=2)):
        erasing.forget_hands()
    assert not Hand.objects.exists()
