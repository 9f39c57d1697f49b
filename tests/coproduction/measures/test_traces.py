import pytest

from mindlines.communities.models import Membership
from mindlines.coproduction.measures import drawing, questions, traces
from mindlines.coproduction.models import FollowUp, Ground
from tests import make, make_coproduction, make_knowledge
from tests.coproduction.line import unheard_item, whole_line

pytestmark = pytest.mark.django_db


@pytest.fixture
def bos(bo, community):
    return Membership.objects.with_roles().get(person=bo, community=community)


def test_a_decision_tells_where_it_came_from_and_what_became_of_it(bos, community):
    line = whole_line(community, teller=bos)
    found = traces.trace(bos, of=f"decision:{line.decision.pk}")
    assert found.story == (
        "It rests on 1 thing that was said, 2 pieces of knowledge, 1 statement and 1 negotiation.",
        "2 of these come from lay members.",
        "From it came 1 action, 1 thing that was made together and 1 change of practice.",
    )
    assert [str(each.name) for each in found.back] == ["What somebody said", "Knowledge", "Statement", "Negotiation"]
    assert next(thing.words for each in found.forth for thing in each.things) == line.action.words
    assert found.kinds == ("Research", "Stories") and found.groups == ("Lay members",)


def test_a_study_that_nobody_has_used_says_so(bos, community):
    study = make_knowledge.item(community)
    found = traces.trace(bos, of=f"item:{study.pk}")
    assert found.story == ("Nothing before it is written down.", "Nothing has come of it yet.")
    assert len(found.picture.boxes) == 1 and found.picture.boxes[0].is_focus


def test_what_was_set_aside_stands_apart_from_what_it_rests_on(bos, community):
    decision = make_coproduction.decision(community, stage="closed")
    Ground.objects.create(decision=decision, item=make_knowledge.item(community, "An old trial"), is_set_aside=True)
    found = traces.trace(bos, of=f"decision:{decision.pk}")
    assert [thing.words for thing in found.set_aside] == ["An old trial"] and not found.back


def test_a_decision_that_is_not_open_yet_has_no_trace_for_members(bos, community):
    assert traces.trace(bos, of=f"decision:{make_coproduction.decision(community).pk}") is None


def test_of_very_many_the_nearest_are_shown_and_the_rest_is_a_number(bos, community):
    decision = make_coproduction.decision(community, stage="closed")
    for number in range(70):
        FollowUp.objects.create(decision=decision, action=make.action(community, f"Ring practice {number}"))
    found = traces.trace(bos, of=f"decision:{decision.pk}")
    (actions,) = found.forth
    assert (actions.count, len(actions.things), actions.more) == (70, 60, 10)
    many = [box for box in found.picture.boxes if box.is_many]
    assert [box.lines for box in many] == [("and 63 more",)]
    assert max(box.y + drawing.BOX_HEIGHT for box in found.picture.boxes) <= found.picture.height


def test_long_words_are_cut_to_what_fits_into_a_box(bos, community):
    study = make_knowledge.item(community, "A very long title " * 15)
    (box,) = traces.trace(bos, of=f"item:{study.pk}").picture.boxes
    assert len(box.lines) == 3 and box.lines[-1].endswith("…") and all(len(line) <= 22 for line in box.lines)


class TestQuestions:
    def test_each_question_has_its_number(self, bos, community):
        whole_line(community, teller=bos)
        make_coproduction.decision(community, stage="closed")
        unheard_item(community)
        assert {each.name: (each.count, each.of) for each in questions.asked(bos)} == {
            "lived": (1, 2),
            "undiscussed": (1, None),
            "adapted": (1, None),
            "changes": (1, None),
        }

    def test_a_decision_rests_on_the_story_that_lay_on_the_board_before_it(self, bos, community):
        line = whole_line(community, teller=bos)
        page, others = questions.resting_on_lived(bos, number=None)
        (row,) = page.object_list
        assert {thing.words for thing in row.lived} == {line.story.title, line.said.words}
        assert (row.more, others) == (0, 0)

    def test_what_was_adapted_waits_to_be_looked_at_again(self, bos, community):
        line = whole_line(community, teller=bos)
        line.negotiation.adaptations.create(changed="Ten sessions", because="The hall is let")
        (row,) = questions.adapted(bos, number=None).object_list
        assert (row.is_reviewed, row.is_due) == (False, False)
        line.negotiation.review_on = "2026-01-01"
        line.negotiation.save()
        (row,) = questions.adapted(bos, number=None).object_list
        assert row.is_due
        line.negotiation.adaptations.update(reviewed_on="2026-02-01")
        (row,) = questions.adapted(bos, number=None).object_list
        assert row.is_reviewed and not row.is_due


def test_what_was_set_aside_says_where_and_the_end_of_the_line_is_no_failure(bos, community):
    decision = make_coproduction.decision(community, stage="closed")
    item = make_knowledge.item(community, "An old trial")
    Ground.objects.create(decision=decision, item=item, is_set_aside=True)
    found = traces.trace(bos, of=f"item:{item.pk}")
    assert [thing.words for thing in found.set_aside_by] == [decision.question]
    change = make_coproduction.change(community)
    assert "Nothing has come of it yet." not in traces.trace(bos, of=f"change:{change.pk}").story


def test_a_box_says_which_kind_of_knowledge_it_is_and_what_came_of_it_where_there_is_room(bos, community):
    study = make_knowledge.item(community, kind="research")
    long = make_knowledge.item(community, kind="system")
    decision = make_coproduction.decision(community, stage="closed", result="agreed")
    for item in (study, long):
        Ground.objects.create(decision=decision, item=item)
    found = traces.trace(bos, of=f"decision:{decision.pk}")
    assert {str(box.name) for box in found.picture.boxes} == {"Research", "Knowledge", "Decision: Agreed"}
