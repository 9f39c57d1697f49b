import pytest

from mindlines.kernel.errors import Refused
from mindlines.voice.actions import ballots, polls, slips
from mindlines.voice.actions.ballots import Answer
from mindlines.voice.actions.slips import HandedElsewhere
from mindlines.voice.choices import Way
from mindlines.voice.queries import slips as known
from tests import make_ballots
from tests.make_ballots import choosing


def test_a_secret_ballot_has_neither_a_name_nor_a_way(community, bos):
    poll = make_ballots.poll(community)
    secret = ballots.vote(poll, answer=choosing(poll, "Yes", sure=4, why=" It suits me. "), by=bos)
    ballot = poll.ballots.get()
    assert (ballot.membership, ballot.way, ballot.constituency) == (None, Way.SELF, None)
    assert (ballot.before_sure, ballot.why) == (4, "It suits me.")
    assert ballot.lock == known.lock(secret, of=f"ballot:{poll.pk}")


def test_the_same_vote_sent_twice_counts_once_and_a_changed_one_replaces_it(community, bos):
    poll = make_ballots.poll(community)
    device = known.propose()
    for words in ("Yes", "Yes", "No"):
        assert ballots.vote(poll, answer=choosing(poll, words), by=bos, slip=device) == device
    assert poll.ballots.get().before == choosing(poll, "No").value


def test_a_second_device_needs_the_code_of_the_first(community, bos):
    poll = make_ballots.poll(community)
    secret = ballots.vote(poll, answer=choosing(poll, "Yes"), by=bos)
    with pytest.raises(HandedElsewhere):
        ballots.vote(poll, answer=choosing(poll, "No"), by=bos, slip=known.propose())
    ballots.vote(poll, answer=choosing(poll, "No"), by=bos, slip=secret.lower())
    assert poll.ballots.get().before == choosing(poll, "No").value


def test_after_closing_the_vote_before_it_stands(community, bos, ana):
    poll = make_ballots.poll(community)
    secret = make_ballots.vote(poll, choosing(poll, "Yes"), by=bos)
    polls.close(poll, by=ana)
    with pytest.raises(Refused, match="closed"):
        ballots.vote(poll, answer=choosing(poll, "No"), by=bos, slip=secret)
    assert poll.ballots.get().before == choosing(poll, "Yes").value


def test_the_same_people_answer_before_and_after(community, bos, ana):
    poll = make_ballots.poll(community, is_paired=True, asks_sure=True)
    secret = make_ballots.vote(poll, choosing(poll, "Yes", sure=2), by=bos)
    polls.discuss(poll, by=ana)
    polls.open_again(poll, by=ana)
    ballots.vote(poll, answer=choosing(poll, "No", sure=5), by=bos, slip=secret)
    ballot = poll.ballots.get()
    assert (ballot.before, ballot.before_sure) == (choosing(poll, "Yes").value, 2)
    assert (ballot.after, ballot.after_sure) == (choosing(poll, "No").value, 5)


def test_a_group_that_is_told_apart_stands_on_its_ballots_until_too_few_voted(community, ana):
    lay = make_ballots.many(community, 6, group="Lay members")
    clinicians = make_ballots.many(community, 9, group="Clinicians")
    poll = make_ballots.poll(community)
    assert poll.told_apart == [lay[0].constituency_id]
    for one in (*lay[:4], *clinicians):
        make_ballots.vote(poll, choosing(poll, "Yes"), by=one)
    assert poll.ballots.filter(constituency=lay[0].constituency_id).count() == 4
    polls.close(poll, by=ana)
    poll.refresh_from_db()
    assert poll.told_apart == []
    assert not poll.ballots.filter(constituency__isnull=False).exists()


def test_statements_are_answered_one_by_one(community, bos):
    poll = make_ballots.poll(community, kind="statements", options=("Lunch is good.", "We meet too often."))
    lunch, often = (str(option.pk) for option in poll.options.all())
    secret = make_ballots.vote(poll, {lunch: 1}, by=bos)
    ballots.vote(poll, answer=Answer({often: -1}), by=bos, slip=secret)
    ballots.vote(poll, answer=Answer({lunch: 0}), by=bos, slip=secret)
    assert poll.ballots.get().before == {lunch: 0, often: -1}


def test_a_named_vote_says_whose_it_is_and_how_it_came(community, bos):
    poll = make_ballots.poll(community, secrecy="named")
    for words, way in (("Yes", Way.SELF), ("No", Way.PROXY)):
        assert ballots.vote(poll, answer=choosing(poll, words), by=bos, way=way) == ""
    ballot = poll.ballots.get()
    assert (ballot.membership, ballot.lock, ballot.way) == (bos, "", Way.PROXY)
    assert ballot.constituency == bos.constituency
    with pytest.raises(Refused, match="whose answer"):
        ballots.vote(poll, answer=choosing(poll, "Yes"))
    polls.close(poll, by=bos.person)
    assert poll.ballots.get().constituency == bos.constituency


def test_a_ballot_on_paper_is_entered_with_the_code_on_it(community, ana, bos):
    poll = make_ballots.poll(community)
    printed = slips.print_paper(poll.box, count=5, by=ana)
    with pytest.raises(Refused, match="No voting slip has this code"):
        ballots.vote(poll, answer=choosing(poll, "Yes"), slip=known.propose())
    with pytest.raises(Refused, match="drew one from the bag"):
        ballots.vote(poll, answer=choosing(poll, "Yes"), slip=printed[3])
    slips.give_paper(poll.box, to=bos, by=ana)
    ballots.vote(poll, answer=choosing(poll, "Yes"), slip=printed[3])
    assert poll.ballots.get().constituency is None


def test_a_paper_ballot_is_not_found_by_being_the_only_one_without_a_group(community, ana):
    lay = make_ballots.many(community, 5, group="Lay members")
    clinicians = make_ballots.many(community, 6, group="Clinicians")
    community.memberships.filter(person=ana).delete()
    poll = make_ballots.poll(community)
    assert len(poll.told_apart) == 2
    for one in (*lay[:4], *clinicians):
        make_ballots.vote(poll, choosing(poll, "Yes"), by=one)
    printed = slips.print_paper(poll.box, count=5, by=ana)
    slips.give_paper(poll.box, to=lay[4], by=ana)
    ballots.vote(poll, answer=choosing(poll, "No"), slip=printed[0])
    poll.refresh_from_db()
    assert poll.told_apart == [lay[0].constituency_id]
    assert poll.ballots.filter(constituency=None).count() == 7


def test_an_answer_that_was_not_asked_for_is_refused(community, bos):
    poll = make_ballots.poll(community, options=("Yes", "No"))
    yes, no = (str(option.pk) for option in poll.options.all())
    for answer in (["1"], [yes, no], [], "Yes", None, {yes: 1}, 3):
        with pytest.raises(Refused, match="does not fit"):
            ballots.vote(poll, answer=Answer(answer), by=bos)
    assert not poll.box.handed.exists()


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("scale", (1, 9), (0, 10, "5", None)),
        ("gradient", (1, 5), (6,)),
        ("words", (["a bit  dull"],), ([], [" "], "dull", None)),
        ("pulse", ([1, 2, None, 4, 5, 1],), ([1], [None] * 6, [0] * 6, None)),
    ],
)
def test_each_kind_of_question_has_its_answers(community, bos, kind, right, wrong):
    poll = make_ballots.poll(community, kind=kind)
    device = known.propose()
    for answer in wrong:
        with pytest.raises(Refused, match="does not fit"):
            ballots.vote(poll, answer=Answer(answer), by=bos, slip=device)
    for answer in right:
        ballots.vote(poll, answer=Answer(answer), by=bos, slip=device)
    assert poll.ballots.count() == 1


def test_a_ranking_names_everything_once_and_statements_what_is_on_the_list(community, bos):
    ranking = make_ballots.poll(community, kind="ranking", options=("Hips", "Knees"))
    hips, knees = (str(option.pk) for option in ranking.options.all())
    for wrong in ([hips], [hips, hips], [hips, "1"], "hips"):
        with pytest.raises(Refused, match="does not fit"):
            ballots.vote(ranking, answer=Answer(wrong), by=bos)
    make_ballots.vote(ranking, [knees, hips], by=bos)
    statements = make_ballots.poll(community, kind="statements", options=("Lunch is good.",))
    for wrong in ({hips: 1}, {str(statements.options.get().pk): 2}, {}, [1]):
        with pytest.raises(Refused, match="does not fit"):
            ballots.vote(statements, answer=Answer(wrong), by=bos)
