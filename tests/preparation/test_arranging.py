"""Ana arranges the steps."""

import pytest
from django.urls import reverse

from mindlines.communities.actions.founding import found
from mindlines.kernel.errors import Refused
from mindlines.preparation.actions import arranging, starting
from mindlines.preparation.actions.arranging import PathWords, StepWords
from mindlines.preparation.models import PathStep, PreparationPath
from mindlines.preparation.queries import starters
from tests import make_preparation

pytestmark = pytest.mark.usefixtures("anas")


def test_a_new_community_begins_with_the_starter_set_and_lay_and_clinical_members_see_the_same(ana):
    made = found("Sore hips", by=ana, start="health")
    path = made.paths.get()
    assert path.is_shown
    assert path.constituency is None
    assert path.steps.count() == len(starters.STEPS)


def test_ana_can_take_the_starter_set_later_and_only_once(as_ana, community):
    start = reverse("preparation:start", kwargs={"slug": community.slug})
    page = reverse("preparation:paths", kwargs={"slug": community.slug})
    assert "Use the starter set" in as_ana.get(page).content.decode()
    as_ana.post(start)
    as_ana.post(start)
    assert community.paths.count() == 1
    assert "Use the starter set" not in as_ana.get(page).content.decode()


def test_ana_writes_a_path_for_one_group_and_shows_it_when_it_has_a_step(as_ana, bos, community):
    form = {"title": "For lay members", "constituency": bos.constituency_id, "key": "k1"}
    new = reverse("preparation:path_new", kwargs={"slug": community.slug})
    for _ in range(2):
        answer = as_ana.post(new, form)
    path = PreparationPath.objects.get()
    assert answer.url == reverse("preparation:step_new", args=(path.pk,))
    with pytest.raises(Refused):
        arranging.show(path)
    for _ in range(2):
        as_ana.post(answer.url, {"kind": "watch", "title": "A film", "minutes": 4, "key": "k2"})
    assert path.steps.count() == 1
    as_ana.post(reverse("preparation:path_show", args=(path.pk,)))
    path.refresh_from_db()
    assert path.is_shown
    as_ana.post(reverse("preparation:path_hide", args=(path.pk,)))
    path.refresh_from_db()
    assert not path.is_shown


def test_steps_move_by_buttons_and_by_place_and_stay_in_order_when_one_goes(as_ana, community):
    path = make_preparation.path(community, steps=3)
    move = reverse("preparation:step_move", args=(path.pk,))
    first, second, third = path.steps.all()
    as_ana.post(move, {"item": third.pk, "move": "up"})
    assert list(path.steps.all()) == [first, third, second]
    as_ana.post(move, {"item": second.pk, "place": 0})
    assert list(path.steps.all()) == [second, first, third]
    as_ana.post(move, {"item": second.pk, "move": "up"})
    assert list(path.steps.all()) == [second, first, third]
    as_ana.post(reverse("preparation:step_remove", args=(first.pk,)))
    assert [step.position for step in path.steps.all()] == [0, 1]
    with pytest.raises(Refused):
        arranging.move_step(path, step=first.pk, place=0)


def test_a_step_is_changed_and_a_path_removed_after_a_question(as_ana, community):
    path = make_preparation.path(community, steps=1)
    step = path.steps.get()
    change = reverse("preparation:step_change", args=(step.pk,))
    assert "Step 1" in as_ana.get(change).content.decode()
    as_ana.post(change, {"kind": "tell", "title": "Tell us", "minutes": 2})
    step.refresh_from_db()
    assert (step.kind, step.title, step.minutes) == ("tell", "Tell us", 2)
    assert "Write a number of minutes" in as_ana.post(change, {"kind": "tell", "title": "x"}).content.decode()
    remove = reverse("preparation:path_remove", args=(path.pk,))
    assert "forgotten too" in as_ana.get(remove).content.decode()
    as_ana.post(remove)
    assert not PathStep.objects.exists()


def test_a_path_of_thirty_steps_is_full_and_a_form_of_elsewhere_is_refused(community, neighbours, ana):
    path = make_preparation.path(community, steps=30)
    with pytest.raises(Refused):
        arranging.add_step(path, words=StepWords("One more"))
    arranging.begin(PathWords("Here", key="same"), to=community, by=ana)
    with pytest.raises(Refused):
        arranging.begin(PathWords("There", key="same"), to=neighbours, by=ana)
    assert starting.put(community) == path
