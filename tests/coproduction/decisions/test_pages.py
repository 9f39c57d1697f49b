"""The pages of decisions, as Ana leads and Bo votes."""

import io
import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from docx import Document

from mindlines.coproduction.actions.decisions import closing, running
from mindlines.coproduction.models import Decision, FollowUp
from mindlines.coproduction.queries.decisions.digest import digest
from mindlines.knowledge.models import Negotiation, Statement
from mindlines.meetings.choices import PointKind
from tests import make, make_ballots, make_coproduction, make_knowledge

NEW = {"question": "How many?", "proposals": "Twelve\nSix", "rule": "gradient", "secrecy": "secret"}


def text(response) -> str:
    return " ".join(response.content.decode().split())


def at(name: str, decision: Decision, **more: object) -> str:
    return reverse(f"coproduction:{name}", kwargs={"pk": decision.pk, **more})


def new(community, **named: object) -> str:
    return reverse("coproduction:decision_new", kwargs={"slug": community.slug}, query=named or None)


@pytest.fixture
def under_way(community, ana) -> Decision:
    decision = make_coproduction.decision(community, rule="gradient", level=4, threshold=75)
    running.open(decision, by=ana)
    decision.refresh_from_db()
    return decision


@pytest.fixture
def closed(under_way, ana) -> Decision:
    closing.close(under_way, by=ana)
    under_way.refresh_from_db()
    return under_way


class TestPreparing:
    def test_the_usual_numbers_are_put_where_none_are_typed(self, community, as_ana):
        as_ana.post(new(community), {**NEW, "key": "k" * 30})
        as_ana.post(new(community), {**NEW, "key": "k" * 30})
        made = Decision.objects.get()
        assert (made.threshold, made.level, made.most_against, made.is_paired) == (75, 4, None, False)
        assert [each.words for each in made.proposals.all()] == ["Twelve", "Six"]
        assert "75 of a hundred people" in text(as_ana.get(made.get_absolute_url()))

    def test_members_see_nothing_of_it_before_it_opens(self, community, as_ana, as_bo, ana):
        made = make_coproduction.decision(community)
        assert as_bo.get(made.get_absolute_url()).status_code == 403
        assert made.question not in text(as_bo.get(reverse("coproduction:decisions", args=[community.slug])))
        as_ana.post(at("decision_step", made, deed="open"))
        assert made.question in text(as_bo.get(reverse("coproduction:decisions", args=[community.slug])))

    def test_consent_is_suggested_where_few_lay_members_can_vote(self, community, as_ana, bos):
        make_ballots.many(community, 9, group="Clinicians")
        assert "few lay members can vote" in text(as_ana.get(new(community)))

    def test_a_line_of_the_notes_becomes_a_proposal(self, community, meeting, as_ana):
        point = make.point(meeting, "Ask for twelve sessions", kind=PointKind.DECISION)
        page = text(as_ana.get(new(community, point=point.pk)))
        assert "Ask for twelve sessions" in page
        assert f'value="meeting:{meeting.pk}" selected' in page
        as_ana.post(new(community, point=point.pk), {**NEW, "place": f"meeting:{meeting.pk}"})
        assert (Decision.objects.get().point, Decision.objects.get().meeting) == (point, meeting)
        assert as_ana.get(new(community, point=10**9)).status_code == 404

    def test_a_negotiation_leads_to_a_decision(self, community, as_ana):
        item = make_knowledge.item(community)
        statement = Statement.objects.create(item=item, words="Twelve sessions help")
        negotiation = Negotiation.objects.create(statement=statement, setting="The hall", research="One trial.")
        assert "Twelve sessions help – The hall" in text(as_ana.get(new(community, negotiation=negotiation.pk)))
        as_ana.post(new(community, negotiation=negotiation.pk), NEW)
        assert Decision.objects.get().negotiation == negotiation

    def test_in_a_meeting_its_place_is_chosen(self, community, meeting, as_ana):
        assert f'value="meeting:{meeting.pk}" selected' in text(as_ana.get(new(community, meeting=meeting.pk)))

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ({"question": ""}, "Write the question that is decided."),
            ({"proposals": "\n"}, "Write at least one proposal."),
            ({"proposals": "One", "rule": "ranking"}, "Write at least two proposals to put in order"),
            ({"proposals": "x" * 301}, "Keep each proposal under 300 letters."),
            ({"proposals": "\n".join(map(str, range(13)))}, "At most 12 proposals"),
            ({"threshold": "10"}, "Enter a number from 50 to 100."),
            ({"closes_on": "2099-02-01", "review_on": "2099-01-01"}, "Choose a day after the vote is closed."),
        ],
        ids=lambda value: "",
    )
    def test_what_is_wrong_is_said(self, community, as_ana, typed, said):
        assert said in text(as_ana.post(new(community), {**NEW, **typed}))

    def test_it_is_changed_until_it_opens_and_can_be_dropped(self, community, as_ana, ana):
        made = make_coproduction.decision(community)
        as_ana.post(at("decision_change", made), {**NEW, "rule": "ranking", "is_paired": "on"})
        made.refresh_from_db()
        assert (made.rule, made.is_paired, made.proposals.count()) == ("ranking", False, 2)
        running.open(made, by=ana)
        assert "Nothing is decided" in text(as_ana.get(at("decision_drop", made)))
        as_ana.post(at("decision_drop", made))
        assert "dropped before it was decided" in text(as_ana.get(made.get_absolute_url()))


class TestLeading:
    def test_step_by_step_to_the_record(self, under_way, as_ana, as_bo, community):
        as_ana.post(at("decision_step", under_way, deed="discuss"))
        assert "The first vote:" not in text(as_bo.get(under_way.get_absolute_url()))
        as_ana.post(at("decision_step", under_way, deed="show"))
        assert "The first vote:" in text(as_bo.get(under_way.get_absolute_url()))
        as_ana.post(at("decision_step", under_way, deed="hide"))
        proposal = under_way.proposals.get()
        as_ana.post(at("proposal_amend", under_way, proposal=proposal.pk), {"words": "Ten sessions"})
        page = text(as_bo.get(under_way.get_absolute_url()))
        assert "Ten sessions" in page
        assert "At the first vote it said: “Twelve sessions in small groups”" in page
        as_ana.post(at("decision_step", under_way, deed="open-again"))
        assert "Vote again" in text(as_bo.get(under_way.get_absolute_url()))
        as_ana.post(at("decision_close", under_way), {"review_on": "2099-01-01"})
        page = text(as_bo.get(under_way.get_absolute_url()))
        assert "Nobody voted, so nothing is decided." in page
        assert "its digest fits" in page
        assert "Thursday 1 January 2099" in page

    def test_an_unknown_step_is_not_there(self, under_way, as_ana):
        assert as_ana.post(at("decision_step", under_way, deed="vanish")).status_code == 404

    def test_closing_warns_that_the_second_vote_was_not_held(self, under_way, as_ana):
        assert "The second vote was not held." in text(as_ana.get(at("decision_close", under_way)))

    def test_grounds_are_found_named_and_taken_away(self, under_way, as_ana, as_bo, community):
        item = make_knowledge.item(community, title="A story about stairs")
        aside = {"things": f"item:{item.pk}", "is_set_aside": "yes"}
        assert "Write why it is set aside" in text(as_ana.post(at("grounds", under_way), {**aside, "why": ""}))
        as_ana.post(at("grounds", under_way), {**aside, "why": "It is another joint"})
        page = text(as_bo.get(under_way.get_absolute_url()))
        assert "A story about stairs" in page
        assert "It is another joint" in page
        as_ana.post(at("grounds", under_way), {"things": f"item:{item.pk}", "is_set_aside": "no", "why": ""})
        ground = under_way.grounds.get()
        assert not ground.is_set_aside
        as_ana.post(at("ground_remove", under_way, ground=ground.pk))
        assert not under_way.grounds.exists()


class TestAfterwards:
    def test_dissent_is_put_on_record_for_a_week(self, closed, as_bo, bo):
        as_bo.post(at("dissent", closed), {"words": "Too many bus rides"})
        as_bo.post(at("dissent", closed), {"words": "Cold hall", "is_anonymous": "on"})
        page = text(as_bo.get(closed.get_absolute_url()))
        assert "Bo Berg, Lay members" in page
        assert "Somebody who wished to stay without a name" in page
        assert "cannot be changed, not even by you" in text(as_bo.get(at("dissent", closed)))

    def test_an_action_follows_once(self, closed, as_ana, bos):
        sent = {"words": "Ask the bus company", "owner": bos.pk}
        as_ana.post(at("follow_up", closed), sent)
        as_ana.post(at("follow_up", closed), sent)
        assert FollowUp.objects.get().action.owner == bos
        assert "Ask the bus company" in text(as_ana.get(closed.get_absolute_url()))

    def test_a_review_keeps_it_or_leads_to_a_new_one(self, closed, community, as_ana, as_bo):
        as_ana.post(at("decision_review", closed), {"review_on": "2099-01-01"})
        closed.refresh_from_db()
        assert closed.review_on.year == 2099
        as_ana.post(new(community, supersedes=closed.pk), NEW)
        later = Decision.objects.get(supersedes=closed)
        assert "A new decision takes the place of this one." in text(as_bo.get(closed.get_absolute_url()))
        assert closed.question in text(as_ana.get(later.get_absolute_url()))
        assert "takes the place of this one already" in text(as_ana.post(new(community, supersedes=closed.pk), NEW))

    def test_the_record_is_taken_away_as_json_word_and_pdf(self, closed, as_bo):
        told = json.loads(as_bo.get(at("decision_json", closed)).content)
        assert digest(told["content"]) == told["sha256"]
        paper = Document(io.BytesIO(as_bo.get(at("decision_docx", closed)).content))
        assert paper.paragraphs[0].text == closed.question
        assert "The rule, fixed before the vote" in [each.text for each in paper.paragraphs]
        assert as_bo.get(at("decision_pdf", closed)).content.startswith(b"%PDF")

    def test_there_is_no_record_before(self, under_way, as_bo):
        assert as_bo.get(at("decision_pdf", under_way)).status_code == 404


class TestTheList:
    def address(self, community) -> str:
        return reverse("coproduction:decisions", kwargs={"slug": community.slug})

    def test_three_cost_as_many_queries_as_one(self, community, ana, as_bo, django_assert_num_queries):
        def closed_one() -> None:
            made = make_coproduction.decision(community, rule="gradient", level=4, threshold=75)
            running.open(made, by=ana)
            closing.close(made, review_on=timezone.localdate(), by=ana)

        closed_one()
        as_bo.get(self.address(community))
        with django_assert_num_queries(QUERIES):
            as_bo.get(self.address(community))
        closed_one()
        closed_one()
        with django_assert_num_queries(QUERIES):
            assert text(as_bo.get(self.address(community))).count("The day to look at it again has come.") == 3

    def test_it_is_narrowed_by_result_and_by_review(self, closed, community, as_bo):
        Decision.objects.update(review_on=timezone.localdate() - timedelta(days=1))
        assert closed.question in text(as_bo.get(self.address(community), {"show": "not_agreed"}))
        assert closed.question in text(as_bo.get(self.address(community), {"show": "review"}))
        assert "There is no decision of this kind." in text(as_bo.get(self.address(community), {"show": "tied"}))

    def test_an_open_one_waits_on_the_list_and_on_the_first_page(self, under_way, community, as_bo, bos):
        assert "Your vote is waited for." in text(as_bo.get(self.address(community)))
        assert under_way.question in text(as_bo.get("/"))
        make_ballots.vote(under_way.proposals.get().poll, 4, by=bos)
        assert "Your vote is waited for." not in text(as_bo.get(self.address(community)))
        assert under_way.question not in text(as_bo.get("/"))

    def test_without_any_it_teaches(self, community, as_ana, as_bo):
        assert "who did not agree" in text(as_bo.get(self.address(community)))
        assert "Prepare a decision" in text(as_ana.get(self.address(community)))


QUERIES = 7


class TestWhatFollows:
    @pytest.fixture
    def decided(self, under_way, ana) -> Decision:
        closing.close(under_way, by=ana)
        return under_way

    def test_something_is_made_from_a_closed_decision(self, decided, community, as_bo):
        address = reverse("coproduction:output_new", kwargs={"slug": community.slug}, query={"decision": decided.pk})
        assert address in text(as_bo.get(at("decision", decided)))
        assert decided.question in text(as_bo.get(address))
        as_bo.post(address, {"title": "The leaflet", "kind": "leaflet"})
        assert list(community.outputs.get(title="The leaflet").decisions.all()) == [decided]

    @pytest.mark.parametrize("named", ["999999", "²", "x"])
    def test_nothing_is_made_from_what_is_not_there(self, community, as_bo, named):
        address = reverse("coproduction:output_new", kwargs={"slug": community.slug}, query={"decision": named})
        assert as_bo.get(address).status_code == 404

    def test_nothing_is_made_from_an_open_decision(self, under_way, community, as_bo):
        address = reverse("coproduction:output_new", kwargs={"slug": community.slug}, query={"decision": under_way.pk})
        assert as_bo.get(address).status_code == 404

    def test_somebody_tells_what_has_changed_by_it(self, decided, community, as_bo):
        address = reverse("coproduction:change_new", kwargs={"slug": community.slug}, query={"decisions": decided.pk})
        assert address in text(as_bo.get(at("decision", decided)))
        assert f'value="{decided.pk}" checked' in text(as_bo.get(address)).replace(' id="id_decisions_0"', "")

    def test_who_closes_it_second_is_told_so(self, decided, as_ana):
        page = as_ana.post(at("decision_close", decided), {"review_on": ""}, follow=True)
        assert "This vote was closed already" in text(page)
