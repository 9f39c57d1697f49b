"""What pages of the section Voices show, and to whom."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from mindlines.meetings.choices import Phase
from mindlines.voice.actions import contributions as actions
from mindlines.voice.choices import Audience, ContributionKind, Origin, Showing, Uptake
from mindlines.voice.models import BallotBox, Contribution, Support
from mindlines.voice.queries import marks
from tests import make, make_voice
from tests.conftest import signed_in

TODAY = make.A_WEDNESDAY.date()
# What the list costs, however long it is.
QUERIES = 10


@pytest.fixture(autouse=True)
def on_a_wednesday():
    cache.clear()
    with time_machine.travel(make.A_WEDNESDAY, tick=False):
        yield


def page(client: Client, name: str, **keys) -> str:
    """The words of a page, without its marks."""
    query = keys.pop("query", {})
    response = client.get(reverse(f"voice:{name}", kwargs=keys), query)
    assert response.status_code == 200
    return words_of(response)


def words_of(response) -> str:
    words = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(words.replace("&#x27;", "'").split())


def send(client: Client, name: str, *, body: dict | None = None, **keys):
    return client.post(reverse(f"voice:{name}", kwargs=keys), body or {}, follow=True)


SAID = {"kind": "question", "words": "Who reads the leaflet?", "audience": "everyone", "named": "yes", "key": "k"}


class TestTheList:
    def test_an_empty_one_teaches(self, as_bo, community):
        assert "Nobody has said anything yet" in page(as_bo, "voices", slug="hips")

    def test_three_cost_as_many_queries_as_one(self, as_ana, community, bos, django_assert_num_queries):
        make_voice.contribution(community, by=bos, meeting=make.meeting(community))
        as_ana.get("/communities/hips/voices/")
        with django_assert_num_queries(QUERIES):
            as_ana.get("/communities/hips/voices/")
        for number in range(2):
            make_voice.contribution(community, f"Number {number}", by=bos, meeting=make.meeting(community))
        with django_assert_num_queries(QUERIES):
            assert as_ana.get("/communities/hips/voices/").content.count(b"ml-voice__words") == 3

    def test_members_do_not_see_what_is_not_for_them(self, as_bo, as_ana, community, anas):
        make_voice.contribution(community, "For everyone", by=anas)
        make_voice.contribution(community, "For few", by=anas, audience=Audience.FACILITATORS)
        make_voice.contribution(community, "It waits", showing=Showing.WAITING)
        make_voice.contribution(community, "Out of sight", showing=Showing.HIDDEN)
        make_voice.contribution(community, "Joined", showing=Showing.MERGED)
        bos_list, anas_list = page(as_bo, "voices", slug="hips"), page(as_ana, "voices", slug="hips")
        wanted = ("For everyone", "For few", "It waits", "Out of sight", "Joined")
        assert [words in bos_list for words in wanted] == [True, False, False, False, False]
        assert [words in anas_list for words in wanted] == [True, True, True, False, False]
        assert "Out of sight" in page(as_ana, "voices", slug="hips", query={"showing": "hidden"})

    def test_it_is_narrowed_and_ordered(self, as_bo, community, meeting, bos):
        meeting.phase = Phase.ANNOUNCED
        meeting.save()
        make_voice.contribution(community, "A story", kind=ContributionKind.STORY)
        asked = make_voice.contribution(community, "A question", kind=ContributionKind.QUESTION, meeting=meeting)
        make_voice.contribution(community, "Parked", uptake=Uptake.PARKED, reply="Next year.", reply_due=TODAY)
        Support.objects.create(contribution=asked, lock="x")
        for query, shown in (
            ({"kind": "story"}, "A story"),
            ({"uptake": "parked"}, "Parked"),
            ({"meeting": meeting.pk}, "A question"),
        ):
            found = page(as_bo, "voices", slug="hips", query=query)
            assert shown in found and "1 found" in found
        first = page(as_bo, "voices", slug="hips", query={"order": "supported"})
        assert first.index("A question") < first.index("A story")
        first = page(as_bo, "voices", slug="hips", query={"order": "due"})
        assert first.index("Parked") < first.index("A story")
        assert "Nothing found" in page(as_bo, "voices", slug="hips", query={"kind": "objection"})

    def test_five_thousand_do_not_slow_it(self, as_bo, community, django_assert_max_num_queries):
        Contribution.objects.bulk_create(
            [Contribution(community=community, words=f"{n}", is_anonymous=True) for n in range(5000)], batch_size=500
        )
        with django_assert_max_num_queries(QUERIES):
            found = page(as_bo, "voices", slug="hips", query={"order": "supported"})
        assert "5000 found" in found or "5,000 found" in found


class TestBringingSomethingIn:
    def test_who_reads_it_is_said_before(self, as_bo, community, ana):
        form = page(as_bo, "new", slug="hips")
        assert "All 2 members of Hips and knees can read it" in form
        assert "Ana Alvarez can read it, nobody else." in form
        assert "Beside it stands: Bo Berg, Lay members." in form
        assert "Your group does not stand beside it" in form

    def test_once_the_group_is_large_that_is_said_too(self, as_bo, community):
        make_voice.crowd(community, 9)
        assert "Only your group stands beside it: Lay members." in page(as_bo, "new", slug="hips")

    def test_many_facilitators_are_named_in_part(self, as_bo, community):
        for _number in range(5):
            make.facilitator(community)
        assert "1 more can read it, nobody else." in page(as_bo, "new", slug="hips")

    def test_a_question_is_asked_with_a_name(self, as_bo, community, bos):
        answer = send(as_bo, "new", slug="hips", body=SAID)
        said = Contribution.objects.get()
        assert (said.membership, said.kind, said.words) == (bos, "question", "Who reads the leaflet?")
        assert "Who reads the leaflet?" in words_of(answer)
        assert marks.COOKIE not in as_bo.cookies

    def test_without_a_name_only_this_device_finds_it_again(self, as_bo, bo, community):
        answer = send(as_bo, "new", slug="hips", body=SAID | {"named": "no"})
        said = Contribution.objects.get()
        assert (said.membership, said.made_at, said.is_anonymous) == (None, None, True)
        assert answer.redirect_chain == [("/communities/hips/voices/mine/", 302)]
        assert "You, without a name" in words_of(answer)
        cookie = as_bo.cookies[marks.COOKIE]
        assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
        assert cookie.value not in f"{said.mark} {said.key}"
        assert "Who reads the leaflet?" not in page(signed_in(bo), "mine", slug="hips")

    def test_it_can_be_about_a_meeting_and_is_read_first_while_that_runs(self, as_bo, community):
        running = make.meeting(community, "Today", phase=Phase.UNDER_WAY)
        address = f"{reverse('voice:new', kwargs={'slug': 'hips'})}?meeting={running.pk}"
        assert "A facilitator reads what you send now" in words_of(as_bo.get(address))
        as_bo.post(address, SAID)
        said = Contribution.objects.get()
        assert (said.meeting, said.showing) == (running, Showing.WAITING)
        assert "Waiting for a facilitator" in page(as_bo, "mine", slug="hips")

    def test_a_meeting_that_bo_does_not_know_of_does_not_exist(self, as_bo, community, meeting):
        for number in (meeting.pk, "9" * 30, "²"):
            assert as_bo.get(reverse("voice:new", kwargs={"slug": "hips"}), {"meeting": number}).status_code == 404

    def test_empty_words_are_asked_for(self, as_bo, community):
        assert "Write down what you want to say." in words_of(
            send(as_bo, "new", slug="hips", body=SAID | {"words": ""})
        )

    def test_a_flood_is_refused_kindly(self, as_bo, community):
        for number in range(7):
            answer = send(as_bo, "new", slug="hips", body=SAID | {"key": f"{number}"})
        assert answer.status_code == 409
        assert "Please wait a minute" in words_of(answer)


class TestWritingDownForSomebody:
    BODY = {"who": "bo berg", "origin": "post", "kind": "story", "words": "On paper", "audience": "everyone"}

    def test_a_letter_stands_under_the_member_s_name(self, as_ana, community, ana, bos):
        send(as_ana, "write_down", slug="hips", body=self.BODY)
        said = Contribution.objects.get()
        assert (said.membership, said.entered_by, said.origin) == (bos, ana, Origin.POST)
        assert "Written down by Ana Alvarez." in page(as_ana, "contribution", pk=said.pk)
        assert "Written down by a facilitator." in page(signed_in(bos.person), "contribution", pk=said.pk)

    def test_a_name_that_nobody_or_two_have_is_asked_again(self, as_ana, community, bos):
        missing = words_of(send(as_ana, "write_down", slug="hips", body=self.BODY | {"who": "Nobody"}))
        assert "No member has this name" in missing
        make.membership(community, make.person("Bo Berg"))
        assert "Several members" in words_of(send(as_ana, "write_down", slug="hips", body=self.BODY))

    def test_without_a_name_and_about_a_meeting(self, as_ana, community, bos):
        meeting = make.meeting(community, phase=Phase.HELD)
        send(as_ana, "write_down", slug="hips", body=self.BODY | {"is_nameless": "on", "meeting": meeting.pk})
        said = Contribution.objects.get()
        assert (said.membership, said.entered_by, said.meeting) == (None, None, meeting)


class TestOnePage:
    def test_a_facilitator_finds_what_can_be_done(self, as_ana, community, bos, meeting):
        said = make_voice.contribution(community, by=bos, meeting=meeting, reply_due=TODAY - timedelta(days=2))
        make.item(meeting, "The leaflet")
        shown = page(as_ana, "contribution", pk=said.pk)
        for words in ("2 days late", "Give this reply", "Carry to the notes", "The leaflet", "Hide it", "Join with"):
            assert words in shown

    def test_a_member_finds_what_became_of_it(self, as_bo, ana, community, bos):
        said = make_voice.contribution(community, "It is hard to read", by=bos, made_on=TODAY - timedelta(days=9))
        other = make_voice.contribution(community, "So say I", audience=Audience.FACILITATORS)
        third = make_voice.contribution(community, "Me too")
        for one in (other, third):
            actions.merge(one, into=said, by=ana)
        actions.answer(said, by=ana, uptake=Uptake.ADAPTED, reply="Page one is new.")
        shown = page(as_bo, "contribution", pk=said.pk)
        assert "Page one is new." in shown and "Taken up with changes" in shown and "By Ana Alvarez." in shown
        assert "Me too" in shown and "So say I" not in shown
        assert "Give this reply" not in shown

    def test_what_was_joined_leads_to_the_other(self, as_ana, ana, community):
        one, other = make_voice.contribution(community), make_voice.contribution(community)
        actions.merge(one, into=other, by=ana)
        shown = as_ana.get(one.get_absolute_url())
        assert other.get_absolute_url() in shown.content.decode()
        assert "Take it apart again" in words_of(shown)

    def test_what_went_to_the_notes_says_so(self, as_ana, ana, community, meeting):
        said = make_voice.contribution(community, meeting=meeting)
        send(as_ana, "carry", pk=said.pk, body={"item": make.item(meeting).pk})
        assert "In the notes of “Winter meeting”." in page(as_ana, "contribution", pk=said.pk)
        loose = make_voice.contribution(community, point=make.point(meeting))
        assert "Carried to the notes" in page(as_ana, "contribution", pk=loose.pk)

    def test_an_item_of_another_meeting_does_not_exist(self, as_ana, community, meeting):
        said = make_voice.contribution(community, meeting=meeting)
        elsewhere = make.item(make.meeting(community))
        for item in (elsewhere.pk, "x"):
            assert send(as_ana, "carry", pk=said.pk, body={"item": item}).status_code == 404

    def test_the_name_of_somebody_who_was_erased_is_gone(self, as_ana, community, bos, bo):
        said = make_voice.contribution(community, by=bos)
        bo.erased_at = make.A_WEDNESDAY
        bo.save()
        assert "Somebody who left" in page(as_ana, "contribution", pk=said.pk)


class TestAnswering:
    def test_late_replies_are_said_in_words_and_answered_in_place(self, as_ana, community, bos):
        late = make_voice.contribution(community, "Late one", by=bos, reply_due=TODAY - timedelta(days=1))
        make_voice.contribution(community, "Due today", by=bos, reply_due=TODAY)
        make_voice.contribution(community, "Not owed", by=bos)
        shown = page(as_ana, "owed", slug="hips")
        assert "1 day late" in shown and "A reply is owed today" in shown and "Not owed" not in shown
        assert "Replies owed (2)" in shown and "1 reply is late." in shown
        body = {"uptake": "adopted", "reply": "Done.", "back": "/communities/hips/voices/owed/"}
        answer = send(as_ana, "answer", pk=late.pk, body=body)
        assert answer.redirect_chain == [("/communities/hips/voices/owed/", 302)]
        assert "Late one" not in words_of(answer).replace("Late one", "", 0).split("Replies owed (1)")[1]

    def test_nothing_owed_teaches(self, as_ana, community):
        assert "No reply is owed" in page(as_ana, "owed", slug="hips")

    def test_an_answer_without_words_is_asked_for(self, as_ana, community):
        said = make_voice.contribution(community)
        answer = send(as_ana, "answer", pk=said.pk, body={"uptake": "parked"})
        assert answer.status_code == 422
        assert "Write a reply, in a sentence or two." in words_of(answer)

    def test_a_way_back_to_another_house_is_not_taken(self, as_ana, community):
        said = make_voice.contribution(community)
        for back in ("https://elsewhere.example/", "//elsewhere.example/", "x"):
            body = {"uptake": "answered", "reply": back, "back": back}
            assert send(as_ana, "answer", pk=said.pk, body=body).redirect_chain == [(said.get_absolute_url(), 302)]

    def test_a_reply_is_taken_back_and_hiding_undone(self, as_ana, community):
        said = make_voice.contribution(community, uptake=Uptake.ANSWERED, reply="Yes.")
        assert "The reply is taken back." in words_of(send(as_ana, "reopen", pk=said.pk))
        assert "It is hidden." in words_of(send(as_ana, "hide", pk=said.pk, body={"because": "It names a patient."}))
        assert "The reason: It names a patient." in page(as_ana, "contribution", pk=said.pk)
        send(as_ana, "show", pk=said.pk)
        assert "It names a patient" not in page(as_ana, "contribution", pk=said.pk)

    def test_what_says_the_same_is_found_by_words_and_joined(self, as_ana, community, neighbours, meeting):
        said = make_voice.contribution(community, "No parking", meeting=meeting)
        same = make_voice.contribution(community, "Parking is full")
        private = make_voice.contribution(community, "Parking, in private", audience=Audience.FACILITATORS)
        shown = page(as_ana, "join", pk=said.pk, query={"q": "parking"})
        assert "Parking is full" in shown and "in private" not in shown
        assert "Parking is full" in page(as_ana, "join", pk=private.pk)
        assert "Nothing to join it with" in page(as_ana, "join", pk=said.pk, query={"q": "zebra"})
        answer = send(as_ana, "join", pk=said.pk, body={"into": same.pk})
        assert "They say the same" in words_of(answer)
        elsewhere = make_voice.contribution(neighbours)
        for into in (elsewhere.pk, "x"):
            assert send(as_ana, "join", pk=said.pk, body={"into": into}).status_code == 404


class TestSupporting:
    def test_bo_supports_it_once_and_takes_it_back(self, as_bo, community, anas):
        said = make_voice.contribution(community, by=anas)
        for _number in range(2):
            answer = send(as_bo, "support", pk=said.pk)
        assert "You support this" in words_of(answer)
        assert "1 supports it" in page(as_bo, "voices", slug="hips")
        assert "You support this" in page(as_bo, "voices", slug="hips")
        assert (Support.objects.count(), BallotBox.objects.count()) == (1, 1)
        send(as_bo, "unsupport", pk=said.pk)
        assert not Support.objects.exists()

    def test_a_second_device_needs_the_same_slip(self, as_bo, bo, community, anas):
        said = make_voice.contribution(community, by=anas)
        send(as_bo, "support", pk=said.pk)
        second = signed_in(bo)
        answer = send(second, "support", pk=said.pk)
        assert "Is your slip on another device?" in words_of(answer)
        code = re.search(r"(\w{4}-){3}\w{4}", page(as_bo, "support_slip", pk=said.pk))[0]
        assert code not in page(second, "support_slip", pk=said.pk)
        assert "No voting slip has this code" in words_of(send(second, "support_slip", pk=said.pk, body={"code": "x"}))
        assert "You support this" in words_of(send(second, "support_slip", pk=said.pk, body={"code": code.lower()}))
        send(second, "support", pk=said.pk)
        assert Support.objects.count() == 1

    def test_what_is_hidden_meanwhile_cannot_be_supported(self, as_ana, community, anas):
        said = make_voice.contribution(community, by=anas, showing=Showing.HIDDEN)
        assert "is not shown any more" in words_of(send(as_ana, "support", pk=said.pk))

    def test_the_slip_of_a_meeting_supports_what_was_said_there(self, as_bo, community, anas, meeting):
        said = make_voice.contribution(community, by=anas, meeting=meeting)
        send(as_bo, "support", pk=said.pk)
        assert BallotBox.objects.get().meeting == meeting
        assert "You support this" in page(as_bo, "contribution", pk=said.pk)


class TestMyOwn:
    def test_the_device_forgets(self, as_bo, community):
        send(as_bo, "new", slug="hips", body=SAID | {"named": "no"})
        assert "Who reads the leaflet?" in page(as_bo, "mine", slug="hips")
        send(as_bo, "forget_device", slug="hips")
        assert "You have not said anything here yet" in page(as_bo, "mine", slug="hips")

    def test_a_device_opens_what_it_sent_without_a_name(self, as_bo, bo, community, ana):
        body = SAID | {"named": "no", "audience": "facilitators"}
        send(as_bo, "new", slug="hips", body=body)
        said = Contribution.objects.get()
        actions.hide(said, by=ana, because="It names a patient.")
        assert "It names a patient." in page(as_bo, "mine", slug="hips")
        assert "You, without a name" in page(as_bo, "contribution", pk=said.pk)
        assert signed_in(bo).get(said.get_absolute_url()).status_code == 403

    def test_points_of_meetings_stand_there_once(self, as_bo, ana, community, meeting, bos):
        meeting.phase = Phase.HELD
        meeting.save()
        make.point(meeting, "Raised aloud", raised_by=bos)
        said = make_voice.contribution(community, "Typed in the room", by=bos, meeting=meeting)
        actions.carry(said, by=ana, item=None)
        shown = page(as_bo, "mine", slug="hips")
        assert (shown.count("“Raised aloud”"), shown.count("“Typed in the room”")) == (1, 0)
        assert "Typed in the room" in shown


class TestWords:
    def test_bo_asks_and_everyone_learns(self, as_bo, as_ana, community):
        answer = send(as_bo, "ask_word", slug="hips", body={"word": " PROM ", "back": "/communities/hips/voices/"})
        assert "Nobody can see that it was you." in words_of(answer)
        word = community.word_requests.get()
        assert "asked once" in page(as_ana, "words", slug="hips")
        assert "asked once" not in page(as_bo, "words", slug="hips")
        send(as_ana, "explain_word", slug="hips", pk=word.pk, body={"meaning": "A list of questions"})
        assert "A list of questions" in page(as_bo, "words", slug="hips")
        answer = send(as_bo, "ask_word", slug="hips", body={"word": "prom"})
        assert "“PROM” means: A list of questions" in words_of(answer)

    def test_a_word_is_asked_for_from_any_page_and_leads_back_to_it(self, as_bo):
        footer = as_bo.get("/communities/hips/people/?page=1").content.decode()
        assert "voices/words/ask/?back=%2Fcommunities%2Fhips%2Fpeople%2F%3Fpage%3D1" in footer
        asking = page(as_bo, "ask_word", slug="hips", query={"back": "/communities/hips/people/"})
        assert "A word I do not understand" in asking
        answer = send(as_bo, "ask_word", slug="hips", body={"word": "PROM", "back": "/communities/hips/people/"})
        assert answer.request["PATH_INFO"] == "/communities/hips/people/"

    def test_without_words_it_is_asked_again(self, as_bo, as_ana, community):
        assert "Write the word." in words_of(send(as_bo, "ask_word", slug="hips"))
        word = make_voice.word(community)
        assert "in plain words" in words_of(send(as_ana, "explain_word", slug="hips", pk=word.pk))

    def test_a_word_is_put_aside_and_brought_back(self, as_ana, community, neighbours):
        word = make_voice.word(community)
        assert "The word is put aside." in words_of(send(as_ana, "drop_word", slug="hips", pk=word.pk))
        assert "Bring back" in page(as_ana, "words", slug="hips")
        send(as_ana, "word_back", slug="hips", pk=word.pk)
        assert "Waiting for you to explain" in page(as_ana, "words", slug="hips")
        assert send(as_ana, "drop_word", slug="hips", pk=make_voice.word(neighbours).pk).status_code == 404
