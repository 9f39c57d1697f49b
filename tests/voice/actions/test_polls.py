from datetime import timedelta

import pytest
from django.utils import timezone

from mindlines.kernel import news
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.voice.actions import ballots, polls
from mindlines.voice.actions.polls import Asked
from mindlines.voice.choices import BoxPurpose, PollKind, Showing, Stage
from mindlines.voice.models import BallotBox, Option, Poll
from mindlines.voice.queries import polls as queries
from tests import make_ballots


def test_the_same_form_sent_twice_makes_one_poll(community, ana):
    asked = Asked("Tuesdays?", options=("Yes", "No", "Yes"), key="k" * 32)
    poll = polls.make(asked, of=community, by=ana)
    assert polls.make(asked, of=community, by=ana) == poll
    assert [option.words for option in poll.options.all()] == ["Yes", "No"]


def test_a_key_of_another_community_is_no_door(community, neighbours, ana):
    asked = Asked("Tuesdays?", options=("Yes", "No"), key="k" * 32)
    assert polls.make(asked, of=community, by=ana) != polls.make(asked, of=neighbours, by=ana)


def test_polls_of_a_meeting_share_its_box_and_others_have_their_own(community, meeting, ana):
    first, second = (make_ballots.poll(community, meeting=meeting) for _number in range(2))
    assert first.box == second.box
    assert first.box.purpose == BoxPurpose.ROOM
    assert second.position == first.position + 1
    assert make_ballots.poll(community).box != make_ballots.poll(community).box
    assert make_ballots.poll(community, meeting=meeting, kind="pulse").box.purpose == BoxPurpose.PULSE


def test_only_kinds_that_can_be_asked_twice_are_paired(community):
    assert make_ballots.poll(community, is_paired=True).is_paired
    assert not make_ballots.poll(community, kind="words", is_paired=True).is_paired


def test_a_poll_can_be_changed_until_it_opens(community, ana):
    poll = make_ballots.poll(community, is_open=False)
    polls.change(poll, asked=Asked("Which day?", options=("Monday", "Tuesday", "Friday")))
    polls.change(poll, asked=Asked("Which day?", options=("Monday", "Tuesday", "Friday"), most=2))
    poll.refresh_from_db()
    assert (poll.question, poll.most, poll.options.count()) == ("Which day?", 2, 3)
    polls.change(poll, asked=Asked("How hard was it?", kind="scale"))
    assert not poll.options.exists()
    polls.open(poll, by=ana)
    with pytest.raises(Refused, match="stays as it is"):
        polls.change(poll, asked=Asked("Which week?", kind="scale"))


def test_a_poll_that_was_never_open_can_be_removed(community, ana):
    poll = make_ballots.poll(community, is_open=False)
    polls.remove(poll)
    polls.remove(poll)
    assert not Poll.objects.exists()
    assert not BallotBox.objects.exists()
    with pytest.raises(Refused, match="removed this poll"):
        polls.open(poll, by=ana)
    with pytest.raises(Refused, match="asked already"):
        polls.remove(make_ballots.poll(community))


def test_removing_a_poll_of_a_meeting_leaves_its_box(community, meeting):
    first, second = (make_ballots.poll(community, meeting=meeting, is_open=False) for _number in range(2))
    for poll in (first, second):
        polls.remove(poll)
        assert BallotBox.objects.get().meeting == meeting


def test_a_list_needs_something_to_choose_from(community):
    with pytest.raises(Refused, match="at least 2 lines"):
        make_ballots.poll(community, options=("Yes",))
    with pytest.raises(Refused, match="at least 1 line "):
        make_ballots.poll(community, kind="statements")
    assert make_ballots.poll(community, kind="scale").stage == Stage.OPEN


def test_a_poll_goes_through_its_life(community, ana):
    poll = make_ballots.poll(community, is_paired=True, is_open=False)
    with pytest.raises(Refused, match="never open"):
        polls.close(poll, by=ana)
    with pytest.raises(Refused, match="can be talked about"):
        polls.discuss(poll, by=ana)
    for step in (polls.open, polls.open, polls.discuss, polls.discuss):
        step(poll, by=ana)
    polls.show_result(poll, by=ana)
    for step in (polls.open_again, polls.open_again):
        step(poll, by=ana)
    poll.refresh_from_db()
    assert (poll.stage, poll.shown_at) == (Stage.OPEN_AGAIN, None)
    with pytest.raises(Refused, match="still answering"):
        polls.show_result(poll, by=ana)
    for step in (polls.close, polls.close, polls.show_result, polls.show_result):
        step(poll, by=ana)
    poll.refresh_from_db()
    assert (poll.stage, poll.shown_at is None, poll.closed_at is None) == (Stage.CLOSED, False, False)
    assert [line.verb for line in community.record.all()] == ["closed-poll", "opened-poll"]
    with pytest.raises(Refused, match="open before"):
        polls.open(poll, by=ana)
    with pytest.raises(Refused, match="Close the first vote"):
        polls.open_again(poll, by=ana)
    polls.hide_result(poll)
    poll.refresh_from_db()
    assert poll.shown_at is None


def test_at_opening_only_groups_of_five_are_told_apart_and_nobody_is_left_over(community, meeting, bos, anas):
    lay = make_ballots.many(community, 6, group="Lay members")
    clinicians = make_ballots.many(community, 7, group="Clinicians")
    make_ballots.here(meeting, *lay, *clinicians)
    both = {lay[0].constituency_id, clinicians[0].constituency_id}
    assert set(make_ballots.poll(community, meeting=meeting).told_apart) == both
    make_ballots.here(meeting, anas)
    # One person of a third group would be found by being in neither of the two; the lay group is kept longest.
    assert make_ballots.poll(community, meeting=meeting).told_apart == [lay[0].constituency_id]
    assert make_ballots.poll(community).told_apart == [lay[0].constituency_id]


def test_members_can_add_to_a_list_and_nobody_knows_who(community):
    poll = make_ballots.poll(community, kind="statements", options=("We meet too often.",), takes_more=True)
    added = polls.add_option(poll, words="We meet too seldom.", key="a" * 32, waits=True)
    assert polls.add_option(poll, words="We meet too seldom.", key="a" * 32, waits=True) == added
    assert polls.add_option(poll, words="we meet too SELDOM.", key="", waits=True) == added
    assert added.showing == Showing.WAITING
    polls.show_option(added)
    added.refresh_from_db()
    assert added.showing == Showing.SHOWN
    other = polls.add_option(poll, words="Lunch is good.", key="", waits=False)
    assert (other.position, other.showing) == (added.position, Showing.SHOWN)
    polls.hide_option(other)
    assert Option.objects.get(pk=other.pk).showing == Showing.HIDDEN


def test_nothing_is_added_to_a_list_that_is_closed_or_full(community, ana, monkeypatch):
    poll = make_ballots.poll(community, options=("Yes", "No"), takes_more=True)
    monkeypatch.setattr(polls, "MOST_OPTIONS", 2)
    with pytest.raises(Refused, match="full"):
        polls.add_option(poll, words="Perhaps", key="", waits=True)
    polls.close(poll, by=ana)
    with pytest.raises(Refused, match="Nothing can be added"):
        polls.add_option(poll, words="Perhaps", key="", waits=True)


def test_a_line_that_is_hidden_is_remembered_once(community):
    poll = make_ballots.poll(community, kind="words")
    for words in ("Boring", "boring"):
        polls.hide_line(poll, words=words)
    assert [option.words for option in Option.objects.filter(showing=Showing.HIDDEN)] == ["Boring"]


def test_a_poll_that_was_open_until_a_day_is_closed_after_it(community, bos):
    over, last_day = (
        make_ballots.poll(community, closes_on=now().date() + timedelta(days=days), options=("Yes", "No"))
        for days in (-2, 1)
    )
    polls.close_due()
    assert Poll.objects.get(pk=over.pk).stage == Stage.CLOSED
    assert Poll.objects.get(pk=last_day.pk).stage == Stage.OPEN


def test_no_vote_is_taken_after_the_last_day_even_before_the_job_ran(community, bos):
    poll = make_ballots.poll(community, closes_on=now().date() - timedelta(days=2))
    with pytest.raises(Refused, match="closed"):
        ballots.vote(poll, answer=make_ballots.choosing(poll, "Yes"), by=bos)


def test_whoever_watches_a_meeting_hears_of_its_polls(community, meeting, django_capture_on_commit_callbacks):
    heard = []
    news.listen(lambda *told: heard.append(told))
    with django_capture_on_commit_callbacks(execute=True):
        make_ballots.poll(community, meeting=meeting)
    assert set(heard) == {(meeting.pk, "poll")}


def test_a_kind_without_a_list_keeps_none(community):
    assert not make_ballots.poll(community, kind=PollKind.GRADIENT, options=("Yes",)).options.exists()


class TestAPollThatIsLedFromElsewhere:
    def test_shares_a_box_and_leads_to_the_page_that_leads_it(self, community):
        first = make_ballots.poll(community, led_by="/somewhere/")
        second = make_ballots.poll(community, led_by="/somewhere/", box=first.box)
        assert first.box == second.box
        assert first.get_absolute_url() == "/somewhere/"
        assert queries.open_beside(first) == [second]
        assert queries.open_beside(make_ballots.poll(community)) == []

    def test_is_not_closed_by_the_clock_and_writes_no_line_of_its_own(self, community):
        yesterday = timezone.localdate() - timedelta(days=2)
        poll = make_ballots.poll(community, led_by="/somewhere/", closes_on=yesterday)
        polls.close_due()
        poll.refresh_from_db()
        assert poll.stage == Stage.OPEN
        assert not community.record.filter(verb="opened-poll").exists()

    def test_is_put_into_other_words_between_the_votes_alone(self, community, ana):
        poll = make_ballots.poll(community, is_paired=True)
        with pytest.raises(Refused, match="between the first vote and the second"):
            polls.reword(poll, question="Wednesdays?")
        polls.discuss(poll, by=ana)
        polls.reword(poll, question="Wednesdays?")
        poll.refresh_from_db()
        assert poll.question == "Wednesdays?"
