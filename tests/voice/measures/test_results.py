import pytest

from mindlines.voice.actions import ballots, polls
from mindlines.voice.actions.ballots import Answer
from mindlines.voice.measures.results import result
from mindlines.voice.models import Poll
from tests import make_ballots
from tests.make_ballots import choosing


@pytest.fixture
def lay(community):
    return make_ballots.many(community, 6, group="Lay members")


@pytest.fixture
def clinicians(community):
    return make_ballots.many(community, 6, group="Clinicians")


def closed(poll: Poll, ana) -> Poll:
    polls.close(poll, by=ana)
    poll.refresh_from_db()
    return poll


def test_a_choice_is_counted_in_the_order_of_its_list(community, lay, ana):
    poll = make_ballots.poll(community)
    for one, words in zip(lay, ("No", "Yes", "No", "No"), strict=False):
        make_ballots.vote(poll, choosing(poll, words), by=one)
    found = result(closed(poll, ana))
    assert [(bar.words, bar.count, bar.share) for bar in found.bars] == [("Yes", 1, 25), ("No", 3, 75)]
    assert (found.people, found.handed, found.by_group, found.middle) == (4, 4, None, "")


def test_with_two_answers_nothing_is_shown(community, lay, ana):
    poll = make_ballots.poll(community)
    for one in lay[:2]:
        make_ballots.vote(poll, choosing(poll, "Yes", why="I like it."), by=one)
    found = result(closed(poll, ana))
    assert (found.people, found.may_show, found.bars, found.lines) == (2, False, (), ())


def test_two_large_groups_stand_side_by_side_in_bands(community, lay, clinicians, ana, anas):
    poll = make_ballots.poll(community, kind="gradient")
    for one in lay:
        make_ballots.vote(poll, 5, by=one)
    for one in clinicians:
        make_ballots.vote(poll, 2, by=one)
    make_ballots.vote(poll, 3, by=anas)
    found = result(closed(poll, ana))
    assert [str(row.group) for row in found.by_group.rows] == ["Lay members", "Everybody else"]
    assert [cell.words for cell in found.by_group.rows[0].cells] == ["two or fewer"] * 4 + ["6 to 10"]
    assert found.middle == "I do not mind"


def test_a_ranking_says_what_comes_first(community, lay, ana):
    poll = make_ballots.poll(community, kind="ranking", options=("Hips", "Knees", "Backs"))
    hips, knees, backs = (str(option.pk) for option in poll.options.all())
    for one, order in zip(lay, ([knees, hips, backs],) * 2 + ([hips, knees, backs],), strict=False):
        make_ballots.vote(poll, order, by=one)
    found = result(closed(poll, ana))
    assert [(place.number, place.words, place.first) for place in found.ranked] == [
        (1, "Knees", 2),
        (2, "Hips", 1),
        (3, "Backs", 0),
    ]


def test_words_are_gathered_and_a_facilitator_can_hide_one(community, lay, ana):
    poll = make_ballots.poll(community, kind="words")
    for one, word in zip(lay, ("Hopeful", "hopeful", "Tired", "Mrs Smith"), strict=False):
        make_ballots.vote(poll, [word], by=one)
    closed(poll, ana)
    polls.hide_line(poll, words="mrs smith")
    assert [(word.words.lower(), word.count, word.size) for word in result(poll).words] == [
        ("hopeful", 2, 5),
        ("tired", 1, 1),
    ]


def test_a_named_vote_is_shown_with_names(community, bos, ana):
    poll = make_ballots.poll(community, secrecy="named", most=2)
    ballots.vote(poll, answer=choosing(poll, "Yes", "No"), by=bos)
    (row,) = result(closed(poll, ana)).named
    assert (row.who, row.group, row.words) == ("Bo Berg", "Lay members", "Yes, No")


def paired(community, people, ana, *, after: list[str]) -> Poll:
    """All say no first; then as given."""
    poll = make_ballots.poll(community, is_paired=True, asks_sure=True)
    secrets = [make_ballots.vote(poll, choosing(poll, "No", sure=2), by=one) for one in people]
    polls.discuss(poll, by=ana)
    poll.refresh_from_db()
    assert result(poll).is_first
    assert result(poll).bars[1].count == len(people)
    polls.open_again(poll, by=ana)
    for one, secret, words in zip(people, secrets, after, strict=False):
        ballots.vote(poll, answer=choosing(poll, words, sure=4, why=f"{words}, after all."), by=one, slip=secret)
    return closed(poll, ana)


def test_who_moved_is_told_from_where_to_where(community, lay, clinicians, ana):
    poll = paired(community, [*lay, *clinicians], ana, after=["Yes"] * 7 + ["No"] * 4)
    shift = result(poll).shift
    assert (shift.people, shift.changed, shift.surer, shift.less_sure) == (11, "6 to 10", "11 to 20", "two or fewer")
    assert [(way.before, way.after, way.words, way.stays) for way in shift.ways] == [
        ("No", "Yes", "6 to 10", False),
        ("No", "No", "3 to 5", True),
    ]
    assert "exact McNemar test" in shift.test
    assert "p = 0.016" in shift.test
    assert shift.only_before == "two or fewer"
    assert [(str(each.group), each.changed) for each in shift.groups][:1] == [("Lay members", "6 to 10")]
    assert len(shift.groups) == 2
    assert result(poll).lines == ("No, after all.", "Yes, after all.")


def test_fewer_than_six_who_changed_get_no_p(community, lay, clinicians, ana):
    poll = paired(community, [*lay, *clinicians], ana, after=["Yes"] * 5 + ["No"] * 7)
    test = result(poll).shift.test
    assert "Fewer than six people changed" in test
    assert "p =" not in test


def test_a_scale_moves_between_low_middle_and_high(community, lay, ana):
    poll = make_ballots.poll(community, kind="scale", is_paired=True)
    secrets = [make_ballots.vote(poll, 2, by=one) for one in lay]
    polls.discuss(poll, by=ana)
    polls.open_again(poll, by=ana)
    for one, secret in zip(lay, secrets, strict=True):
        ballots.vote(poll, answer=Answer(8), by=one, slip=secret)
    shift = result(closed(poll, ana)).shift
    assert [(way.before, way.after) for way in shift.ways] == [("low (1 to 3)", "high (7 to 9)")]
    assert "Fewer than eight people" in shift.test
    assert not shift.asked_sure


def test_a_paired_poll_that_was_asked_once_shows_the_first_answers(community, lay, ana):
    poll = make_ballots.poll(community, is_paired=True)
    for one in lay:
        make_ballots.vote(poll, choosing(poll, "Yes"), by=one)
    found = result(closed(poll, ana))
    assert (found.people, found.shift) == (6, None)


def test_nobody_is_said_to_have_moved_where_several_answers_were_allowed_or_nobody_came_back(community, lay, ana):
    poll = make_ballots.poll(community, is_paired=True, most=2, options=("Yes", "No", "Later"))
    secrets = [make_ballots.vote(poll, choosing(poll, "Yes"), by=one) for one in lay[:3]]
    for step in (polls.discuss, polls.open_again):
        step(poll, by=ana)
    ballots.vote(poll, answer=choosing(poll, "No", "Later"), by=lay[0], slip=secrets[0])
    ballots.vote(poll, answer=choosing(poll, "No"), by=lay[1], slip=secrets[1])
    ballots.vote(poll, answer=choosing(poll, "No"), by=lay[2], slip=secrets[2])
    assert result(closed(poll, ana)).shift is None


def test_statements_that_all_groups_can_live_with_come_first(community, lay, clinicians, ana):
    poll = make_ballots.poll(community, kind="statements", options=("Lunch is good.", "We meet too often."))
    lunch, often = (str(option.pk) for option in poll.options.all())
    for one in lay:
        make_ballots.vote(poll, {lunch: 1, often: 1}, by=one)
    for one in clinicians:
        make_ballots.vote(poll, {lunch: 1, often: -1}, by=one)
    minds = result(closed(poll, ana)).minds
    agreed, divided = minds.statements
    assert (agreed.words, agreed.is_agreed, agreed.agree) == ("Lunch is good.", True, 12)
    assert (divided.divides, [side.words for side in divided.sides]) == (True, ["most agree", "most disagree"])
    assert "Fewer than 30 people" in minds.why_not


def test_a_statement_that_few_of_a_group_answered_says_so(community, lay, clinicians, ana):
    poll = make_ballots.poll(community, kind="statements", options=("Lunch is good.", "We meet too often."))
    lunch, often = (str(option.pk) for option in poll.options.all())
    for number, one in enumerate((*lay, *clinicians)):
        make_ballots.vote(poll, {lunch: (1, 0, -1)[number % 3]} | ({often: 1} if number < 2 else {}), by=one)
    minds = result(closed(poll, ana)).minds
    words = {side.words for row in minds.statements for side in row.sides}
    assert words == {"too few answers", "fewer than half agree"}


def test_people_who_vote_alike_are_found_from_about_thirty(community, ana):
    names = tuple(f"Statement {number}" for number in range(8))
    poll = make_ballots.poll(community, kind="statements", options=names)
    keys = [str(option.pk) for option in poll.options.all()]
    people = make_ballots.many(community, 34, group="Lay members")
    for number, one in enumerate(people):
        side = 1 if number < 18 else -1
        said = {key: side if place % 2 else -side for place, key in enumerate(keys)}
        said[keys[number % 8]] = 0
        make_ballots.vote(poll, said, by=one)
    minds = result(closed(poll, ana)).minds
    assert [(camp.letter, camp.people, len(camp.dots)) for camp in minds.camps] == [("A", 18, 18), ("B", 16, 16)]
    assert minds.camps[0].tells
    assert len(minds.dots) == 8
    assert all(0 <= dot.x <= minds.side and 0 <= dot.y <= minds.side for camp in minds.camps for dot in camp.dots)
