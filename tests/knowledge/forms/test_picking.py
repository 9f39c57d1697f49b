from typing import Any

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string

from mindlines.communities.models import Membership
from mindlines.knowledge.forms.picking import PickForm, PickOneForm, asked
from mindlines.knowledge.queries import things
from tests import make_knowledge as make


def form_of(kind: type[PickForm], sent: str, *, viewer: Membership) -> PickForm:
    data = QueryDict(sent)
    return kind(data or None, offered=things.offered(viewer, **asked(data)))


@pytest.fixture
def hip(bos: Membership) -> Any:
    return make.item(bos.community, "Hydrotherapy for the hip", by=bos)


def test_what_was_ticked_is_picked(bos: Membership, hip: Any) -> None:
    form = form_of(PickForm, f"typed=nothing&things=item:{hip.pk}", viewer=bos)
    assert form.is_valid()
    assert [one.words for one in form.picked] == ["Hydrotherapy for the hip"]


def test_one_of_several_is_chosen(bos: Membership, hip: Any) -> None:
    form = form_of(PickOneForm, f"things=item:{hip.pk}", viewer=bos)
    assert form.is_valid()
    assert [one.key for one in form.picked] == [f"item:{hip.pk}"]


def test_looking_for_more_writes_nothing_and_keeps_what_was_ticked(bos: Membership, hip: Any) -> None:
    other = make.item(bos.community, "Stairs at home", by=bos)
    form = form_of(PickForm, f"look=1&typed=stairs&things=item:{hip.pk}", viewer=bos)
    assert (form.is_valid(), form.errors) == (False, {})
    drawn = render_to_string("knowledge/picking/_pick.html", {"form": form})
    assert drawn.count("checked") == 1
    assert f"item:{other.pk}" in drawn


def test_nothing_ticked_is_said_in_words(bos: Membership, hip: Any) -> None:
    form = form_of(PickForm, "typed=", viewer=bos)
    assert not form.is_valid()
    assert form.errors["things"] == ["Tick at least one thing in the list, or look for others."]


def test_what_is_not_there_cannot_be_picked(bos: Membership, hip: Any) -> None:
    form = form_of(PickForm, "things=item:999999", viewer=bos)
    assert form.errors["things"] == ["One of them can no longer be chosen. Look again and tick what you want."]


def test_the_list_teaches_when_it_is_empty_and_when_nothing_is_found(bos: Membership) -> None:
    drawn = [
        render_to_string("knowledge/picking/_pick.html", {"form": form_of(PickForm, sent, viewer=bos)})
        for sent in ("", "typed=xyz", "things=item:1")
    ]
    assert "There is nothing to choose yet" in drawn[0]
    assert "Nothing here holds these words" in drawn[1]
    assert "was withdrawn meanwhile" in drawn[2]
