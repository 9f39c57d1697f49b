import pytest
from django.test import Client
from django.urls import reverse

from mindlines.people.holdings import held_about
from mindlines.voice.actions import ballots, polls, slips, vote_erasing
from mindlines.voice.actions.ballots import Answer
from mindlines.voice.choices import Stage, Way
from mindlines.voice.models import Ballot, Handed, Option, Poll
from mindlines.voice.queries import polls as queries
from mindlines.voice.queries import slips as known
from tests import make_ballots
from tests.make_ballots import choosing


def text(response) -> str:
    return " ".join(response.content.decode().split())


def at(name: str, poll: Poll, **more: object) -> str:
    return reverse(f"voice:{name}", kwargs={"pk": poll.pk, **more})


def test_a_member_votes_and_finds_the_vote_again(community, as_bo, bos):
    poll = make_ballots.poll(community)
    yes, no = (str(option.pk) for option in poll.options.all())
    page = as_bo.get(poll.get_absolute_url())
    assert "Nobody can see who gave which answer" in text(page)
    assert known.cookie_name(poll.box, of=bos) in page.cookies
    as_bo.post(at("vote", poll), {"answer": yes})
    page = as_bo.get(poll.get_absolute_url())
    assert "Your answer counts." in text(page)
    assert f'value="{yes}" id="b{poll.pk}-{yes}" checked' in text(page)
    as_bo.post(at("vote", poll), {"answer": no})
    assert poll.ballots.get().before == [no]


def test_an_answer_whose_acknowledgement_was_lost_can_be_sent_again(community, as_bo):
    poll = make_ballots.poll(community)
    yes = str(poll.options.first().pk)
    as_bo.get(poll.get_absolute_url())
    device = dict(as_bo.cookies)
    as_bo.post(at("vote", poll), {"answer": yes})
    as_bo.cookies.clear()
    as_bo.cookies.update(device)
    assert as_bo.post(at("vote", poll), {"answer": yes}).headers["Location"] == poll.get_absolute_url()
    assert poll.ballots.count() == poll.box.handed.count() == 1


def test_a_second_device_is_asked_for_the_code_of_the_first(community, as_bo, bo):
    poll = make_ballots.poll(community)
    yes, no = (str(option.pk) for option in poll.options.all())
    as_bo.get(poll.get_absolute_url())
    as_bo.post(at("vote", poll), {"answer": yes})
    code = text(as_bo.get(at("slip", poll))).split("<code>")[1].split("</code>")[0]
    other = Client()
    other.force_login(bo)
    other.get(poll.get_absolute_url())
    assert other.post(at("vote", poll), {"answer": no}).headers["Location"] == at("slip", poll)
    assert "on another device" in text(other.get(poll.get_absolute_url()))
    assert "No voting slip has this code" in text(other.post(at("slip", poll), {"code": "CDFG"}))
    assert other.post(at("slip", poll), {"code": code.lower()}).status_code == 302
    other.post(at("vote", poll), {"answer": no})
    assert poll.ballots.get().before == [no]


def test_a_slip_can_be_taken_before_voting_and_off_a_shared_device(community, as_bo, bos):
    poll = make_ballots.poll(community)
    assert "Take my voting slip" in text(as_bo.get(at("slip", poll)))
    as_bo.post(at("take_slip", poll))
    page = as_bo.get(at("slip", poll))
    assert "Its code is" in text(page)
    assert page.headers["Cache-Control"] == "private, no-store"
    as_bo.post(at("forget_slip", poll))
    assert not as_bo.cookies[known.cookie_name(poll.box, of=bos)].value


def test_from_the_room_one_comes_back_to_the_room_and_to_no_other_site(community, as_bo):
    poll = make_ballots.poll(community)
    yes = str(poll.options.first().pk)
    for back, leads in (("/meetings/1/room/", "/meetings/1/room/"), ("https://evil.example/", poll.get_absolute_url())):
        answer = as_bo.post(at("vote", poll), {"answer": yes, "back": back})
        assert answer.headers["Location"] == leads


def test_a_ranking_is_moved_by_buttons_and_counts_when_it_is_sent(community, as_bo):
    poll = make_ballots.poll(community, kind="ranking", options=("Hips", "Knees", "Backs"))
    hips, knees, backs = (str(option.pk) for option in poll.options.all())
    moved = as_bo.post(at("vote", poll), {"order": [hips, knees, backs], "move": f"up:{backs}"})
    assert moved.status_code == 200
    assert text(moved).index("Backs</p>") < text(moved).index("Knees</p>")
    assert not poll.ballots.exists()
    moved = as_bo.post(at("vote", poll), {"order": [hips, backs, knees], "move": f"down:{hips}"})
    assert text(moved).index("Backs</p>") < text(moved).index("Hips</p>")
    as_bo.post(at("vote", poll), {"order": [backs, hips, knees]})
    assert poll.ballots.get().before == [backs, hips, knees]


def test_statements_come_one_by_one_or_as_a_list(community, as_bo):
    poll = make_ballots.poll(community, kind="statements", options=("Lunch is good.", "We meet too often."))
    lunch, often = (str(option.pk) for option in poll.options.all())
    assert "2 statements left" in text(as_bo.get(poll.get_absolute_url()))
    as_bo.post(at("vote", poll), {f"side_{lunch}": "1"})
    page = text(as_bo.get(poll.get_absolute_url()))
    assert "1 statement left" in page
    assert "We meet too often." in page
    assert "Lunch is good." in text(as_bo.get(f"{poll.get_absolute_url()}?list"))
    as_bo.post(at("vote", poll), {f"side_{often}": "-1"})
    assert poll.ballots.get().before == {lunch: 1, often: -1}
    assert "Choose an answer first" in text(as_bo.post(at("vote", poll), {}))


@pytest.mark.parametrize(
    ("kind", "sent", "kept"),
    [
        ("scale", {"answer": "7"}, 7),
        ("gradient", {"answer": "4"}, 4),
        ("words", {"word_1": "hopeful", "word_2": ""}, ["hopeful"]),
    ],
)
def test_each_kind_of_ballot_can_be_filled_in(community, as_bo, kind, sent, kept):
    poll = make_ballots.poll(community, kind=kind, most=2, asks_sure=True)
    assert as_bo.get(poll.get_absolute_url()).status_code == 200
    assert as_bo.post(at("vote", poll), {"sure": "3"}).status_code == 200
    as_bo.post(at("vote", poll), {**sent, "sure": "3"})
    ballot = poll.ballots.get()
    assert (ballot.before, ballot.before_sure) == (kept, 3)


def test_several_answers_are_allowed_where_the_poll_says_so(community, as_bo):
    poll = make_ballots.poll(community, most=2, options=("Monday", "Tuesday", "Friday"))
    keys = [str(option.pk) for option in poll.options.all()]
    as_bo.post(at("vote", poll), {"answer": keys[:2]})
    assert poll.ballots.get().before == keys[:2]
    assert as_bo.post(at("vote", poll), {"answer": keys}).status_code == 409


def test_a_facilitator_takes_a_poll_through_its_life(community, as_ana, as_bo):
    asked = {"question": "Tuesdays?", "kind": "choice", "options": "Yes\nNo\n", "secrecy": "secret", "most": "1"}
    assert "Write the list" in text(as_ana.post(reverse("voice:poll_new", args=["hips"]), {**asked, "options": ""}))
    as_ana.post(reverse("voice:poll_new", args=["hips"]), {**asked, "is_paired": "on", "key": "k" * 20})
    poll = Poll.objects.get()
    assert as_bo.get(poll.get_absolute_url()).status_code == 403
    assert "Nobody sees this yet" in text(as_ana.get(poll.get_absolute_url()))
    for deed, stage in (("open", Stage.OPEN), ("discuss", Stage.DISCUSSING), ("open-again", Stage.OPEN_AGAIN)):
        as_ana.post(at("poll_step", poll, deed=deed))
        poll.refresh_from_db()
        assert poll.stage == stage
        assert as_bo.get(poll.get_absolute_url()).status_code == 200
    as_ana.post(at("poll_step", poll, deed="close"))
    assert "once a facilitator shows it" in text(as_bo.get(poll.get_absolute_url()))
    as_ana.post(at("poll_step", poll, deed="show"))
    assert "What came of it" in text(as_bo.get(poll.get_absolute_url()))
    as_ana.post(at("poll_step", poll, deed="hide"))
    assert "What came of it" not in text(as_bo.get(poll.get_absolute_url()))
    assert as_ana.post(at("poll_step", poll, deed="burn")).status_code == 404


def test_while_people_vote_not_even_a_facilitator_sees_how(community, as_ana, bos):
    poll = make_ballots.poll(community)
    for one in (bos, *make_ballots.many(community, 4, group="Clinicians")):
        make_ballots.vote(poll, choosing(poll, "No"), by=one)
    page = text(as_ana.get(poll.get_absolute_url()))
    assert "5 people have answered." in page
    assert "What came of it" not in page


def test_what_members_add_waits_for_a_facilitator(community, as_ana, as_bo):
    poll = make_ballots.poll(community, takes_more=True)
    as_bo.post(at("poll_add", poll), {"words": " Perhaps  later ", "key": "k" * 20})
    added = Option.objects.get(words="Perhaps later")
    assert "Perhaps later" not in text(as_bo.get(poll.get_absolute_url()))
    assert "Perhaps later" in text(as_ana.get(poll.get_absolute_url()))
    as_ana.post(at("poll_moderate", poll, option=added.pk), {"show": "yes"})
    assert "Perhaps later" in text(as_bo.get(poll.get_absolute_url()))


def test_the_list_costs_the_same_with_one_poll_and_with_three(community, as_bo, django_assert_max_num_queries):
    make_ballots.poll(community, question="First?")
    as_bo.get(reverse("voice:polls", args=["hips"]))
    with django_assert_max_num_queries(12) as one:
        as_bo.get(reverse("voice:polls", args=["hips"]))
    for words in ("Second?", "Third?"):
        make_ballots.poll(community, question=words)
    make_ballots.poll(community, question="Planned?", is_open=False)
    with django_assert_max_num_queries(len(one)):
        page = text(as_bo.get(reverse("voice:polls", args=["hips"])))
    assert "Third?" in page
    assert "Planned?" not in page


def test_ballots_on_paper_are_printed_given_out_and_entered(community, as_ana, ana, bos):
    poll = make_ballots.poll(community)
    for what in ("slips", "ballots"):
        assert as_ana.post(at("ballot_papers", poll, what=what), {"count": "5"}).status_code == 200
    assert "from 5 to 300" in text(as_ana.post(at("ballot_papers", poll, what="slips"), {"count": "4"}))
    assert as_ana.post(at("ballot_papers", poll, what="maps"), {"count": "5"}).status_code == 404
    (code, *_rest) = slips.print_paper(poll.box, count=5, by=ana)
    as_ana.post(at("give_slip", poll), {"member": bos.pk})
    yes = str(poll.options.first().pk)
    assert "Type the code" in text(as_ana.post(at("enter_ballot", poll), {"answer": yes}))
    assert as_ana.post(at("enter_ballot", poll), {"answer": yes, "code": code}).status_code == 302
    assert poll.ballots.get().before == [yes]


def test_an_answer_for_a_member_shows_the_code_once(community, as_ana, bos):
    poll = make_ballots.poll(community)
    yes = str(poll.options.first().pk)
    page = text(as_ana.post(at("proxy_ballot", poll), {"answer": yes, "member": bos.pk}))
    code = page.split("<code>")[1].split("</code>")[0]
    assert known.is_valid(poll.box, secret=code)
    assert Handed.objects.get().way == Way.PROXY
    assert poll.ballots.get().way == Way.SELF
    assert "Choose a member" in text(as_ana.post(at("proxy_ballot", poll), {"answer": yes}))


def test_what_the_room_can_ask_for(community, meeting, ana, bos):
    assert queries.at_hand(meeting) is None
    poll = make_ballots.poll(community, meeting=meeting)
    make_ballots.poll(community, meeting=meeting, is_open=False)
    assert queries.at_hand(meeting) == poll
    polls.close(poll, by=ana)
    assert queries.at_hand(meeting) == poll
    assert [len(queries.of_meeting(meeting, for_facilitator=one)) for one in (True, False)] == [2, 1]
    assert queries.group_counted(poll, of=bos) is None
    assert queries.groups_told_apart(poll) == []


def test_members_see_what_is_held_of_their_votes_and_it_goes_with_them(community, bo, bos, ana):
    secret, named = (make_ballots.poll(community, secrecy=secrecy) for secrecy in ("secret", "named"))
    for poll in (secret, named):
        ballots.vote(poll, answer=choosing(poll, "Yes"), by=bos)
    told = {holding.title: holding.rows for holding in held_about(bo)}
    assert told["Votes you gave with your name"][0]["Your answer"] == "Yes"
    assert len(told["Voting slips you were handed"]) == 1
    vote_erasing.forget(bo)
    assert Handed.objects.count() == 1
    polls.close(secret, by=ana)
    vote_erasing.forget(bo)
    assert not Handed.objects.exists()
    assert list(Ballot.objects.values_list("poll", flat=True)) == [secret.pk]


@pytest.mark.parametrize(
    ("kind", "answer", "words"), [("gradient", 5, "I agree fully"), ("scale", 7, "7"), ("words", ["dull"], "dull")]
)
def test_a_named_answer_is_held_in_words(community, bo, bos, kind, answer, words):
    poll = make_ballots.poll(community, secrecy="named", kind=kind)
    ballots.vote(poll, answer=Answer(answer), by=bos)
    told = {holding.title: holding.rows for holding in held_about(bo)}
    assert told["Votes you gave with your name"][0]["Your answer"] == words


def test_named_sides_on_statements_are_held_in_words(community, bo, bos):
    poll = make_ballots.poll(community, secrecy="named", kind="statements", options=("Lunch is good.",))
    ballots.vote(poll, answer=Answer({str(poll.options.get().pk): -1}), by=bos)
    told = {holding.title: holding.rows for holding in held_about(bo)}
    assert told["Votes you gave with your name"][0]["Your answer"] == "Lunch is good.: Disagree"


def test_a_poll_of_a_meeting_can_belong_to_an_item_and_is_changed_until_it_opens(community, meeting, as_ana):
    item = meeting.items.create(title="The contract", kind="discussion", minutes=20, position=0)
    new = reverse("voice:poll_new_in_meeting", kwargs={"pk": meeting.pk})
    assert "The contract" in text(as_ana.get(new))
    asked = {"question": "Ready?", "kind": "scale", "secrecy": "secret", "most": "1", "item": item.pk}
    as_ana.post(new, asked)
    poll = Poll.objects.get()
    assert (poll.meeting, poll.item) == (meeting, item)
    assert "Ready?" in text(as_ana.get(at("poll_change", poll)))
    as_ana.post(at("poll_change", poll), {**asked, "question": "How ready?"})
    assert "How ready?" in text(as_ana.get(poll.get_absolute_url()))
    as_ana.post(at("poll_remove", poll))
    assert not Poll.objects.exists()


def test_what_does_not_fit_together_is_said(community, as_ana):
    new = reverse("voice:poll_new", args=["hips"])
    asked = {"question": "Why?", "kind": "words", "secrecy": "secret", "most": "1", "is_paired": "on"}
    assert "before and after" in text(as_ana.post(new, asked))
    lists = {**asked, "kind": "choice", "is_paired": ""}
    assert "under 300 letters" in text(as_ana.post(new, {**lists, "options": "a" * 301}))
    assert "At most 200 lines" in text(as_ana.post(new, {**lists, "options": "\n".join(map(str, range(201)))}))
    assert not Poll.objects.exists()


def test_a_named_vote_keeps_nothing_on_the_device_and_shows_names_with_the_result(community, as_bo, as_ana):
    poll = make_ballots.poll(community, secrecy="named")
    page = as_bo.get(poll.get_absolute_url())
    assert "This vote is with names" in text(page)
    answer = as_bo.post(at("vote", poll), {"answer": str(poll.options.first().pk)})
    assert [name for name in (*page.cookies, *answer.cookies) if name.startswith("ml_slip")] == []
    for deed in ("close", "show"):
        as_ana.post(at("poll_step", poll, deed=deed))
    assert "Bo Berg" in text(as_bo.get(poll.get_absolute_url()))


def test_a_line_that_names_somebody_can_be_hidden(community, as_ana, as_bo, ana):
    poll = make_ballots.poll(community, kind="words")
    for one in make_ballots.many(community, 3, group="Clinicians"):
        make_ballots.vote(poll, ["Mrs Smith"], by=one)
    polls.close(poll, by=ana)
    polls.show_result(poll, by=ana)
    assert "Mrs Smith" in text(as_bo.get(poll.get_absolute_url()))
    as_ana.post(at("poll_hide_line", poll), {"words": "Mrs Smith"})
    assert "Mrs Smith" not in text(as_bo.get(poll.get_absolute_url()))


def test_the_page_about_paper_and_the_pulse_behind_its_own_gate(community, meeting, as_ana):
    assert "Ballots to fill in by hand" in text(as_ana.get(at("paper", make_ballots.poll(community))))
    named = make_ballots.poll(community, secrecy="named")
    assert "Ballots to fill in by hand" not in text(as_ana.get(at("paper", named)))
    pulse = make_ballots.poll(community, meeting=meeting, kind="pulse")
    assert as_ana.get(at("poll", pulse)).status_code == 404


def test_a_vote_that_is_led_from_elsewhere_is_not_opened_or_closed_here(community, as_ana, as_bo):
    poll = make_ballots.poll(community, led_by="/somewhere/")
    refused = as_ana.post(at("poll_step", poll, deed="close"))
    assert refused.status_code == 403
    assert "opened and closed there" in text(refused)
    assert "opened and closed there" in text(as_ana.get(at("poll", poll)))
    assert "Read all about it" in text(as_bo.get(at("poll", poll)))
