"""Bo gets ready, in his own time and seen by nobody."""

import pytest
from django.urls import reverse

from mindlines.people.choices import Need
from mindlines.people.models import AccessNeed
from mindlines.preparation.actions.erasing import forget
from mindlines.preparation.models import CallWish, StepDone
from tests import make, make_preparation


@pytest.fixture
def here(community):
    return reverse("preparation:mine", kwargs={"slug": community.slug})


def test_bo_does_one_step_after_the_other_and_is_told_when_he_is_ready(as_bo, bos, community, here):
    path = make_preparation.path(community)
    first, second = path.steps.all()
    assert "0 of 2 steps" in _words(as_bo.get(here))
    assert as_bo.post(reverse("preparation:step_done", args=(first.pk,))).url == second.get_absolute_url()
    assert "About 3 minutes" in _words(as_bo.get(here))
    as_bo.post(reverse("preparation:step_done", args=(second.pk,)))
    answer = as_bo.post(reverse("preparation:step_done", args=(second.pk,)), follow=True)
    assert "You are ready" in _words(answer)
    assert StepDone.objects.filter(membership=bos).count() == 2
    as_bo.post(reverse("preparation:step_not_done", args=(first.pk,)))
    assert "1 of 2 steps" in _words(as_bo.get(here))


def test_bo_sees_what_is_for_everybody_and_for_his_group_and_nothing_that_is_being_written(as_bo, bos, community, here):
    other = make.constituency(community, "Managers")
    make_preparation.path(community, "For everybody")
    make_preparation.path(community, "For lay members", constituency=bos.constituency)
    make_preparation.path(community, "For managers", constituency=other)
    draft = make_preparation.path(community, "Half written", is_shown=False)
    words = _words(as_bo.get(here))
    assert "For everybody" in words
    assert "For lay members" in words
    assert "For managers" not in words
    assert "Half written" not in words
    assert as_bo.get(draft.steps.first().get_absolute_url()).status_code == 403


def test_whoever_needs_easy_read_gets_it_first_and_can_have_more_words(as_bo, bo, community):
    path = make_preparation.path(community, steps=1)
    step = path.steps.get()
    step.easy = "We meet.\nWe talk."
    step.save()
    assert "Read this." in _words(as_bo.get(step.get_absolute_url()))
    AccessNeed.objects.create(person=bo, need=Need.EASY_READ)
    assert "We meet." in _words(as_bo.get(step.get_absolute_url()))
    assert "Read this." in _words(as_bo.get(f"{step.get_absolute_url()}?words=plain"))
    paper = as_bo.get(reverse("preparation:paper", kwargs={"slug": community.slug}))
    assert paper.status_code == 200


def test_bo_asks_for_a_call_changes_his_mind_about_when_and_ana_rings(as_bo, as_ana, bos, anas, community, here):
    ask = reverse("preparation:call", kwargs={"slug": community.slug})
    as_bo.post(ask, {"when": "Mornings"})
    as_bo.post(ask, {"when": "After six"})
    wish = CallWish.objects.get()
    assert "After six" in _words(as_ana.get(reverse("preparation:readiness", kwargs={"slug": community.slug})))
    as_ana.post(reverse("preparation:called", args=(wish.pk,)))
    as_ana.post(reverse("preparation:called", args=(wish.pk,)))
    assert "You asked for a call" not in _words(as_bo.get(here))
    as_bo.post(ask, {"when": "Once more"})
    as_bo.post(reverse("preparation:no_call", kwargs={"slug": community.slug}))
    assert list(CallWish.objects.all()) == [wish]


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_as_little_for_three_paths_as_for_one(
    as_bo, bos, community, here, django_assert_num_queries, count
):
    for number in range(count):
        make_preparation.path(community, f"Path {number}", steps=count)
    as_bo.get(here)
    with django_assert_num_queries(8):
        as_bo.get(here)


def test_what_bo_did_is_on_his_own_page_and_gone_when_he_is_erased(as_bo, bo, bos, community):
    make_preparation.did_all(bos, make_preparation.path(community))
    make_preparation.wish(bos)
    held = _words(as_bo.get(reverse("people:held")))
    assert "How you got ready" in held
    forget(bo)
    assert not StepDone.objects.exists()
    assert not CallWish.objects.exists()


def _words(response):
    return " ".join(response.content.decode().split())
