from types import SimpleNamespace

import pytest

from mindlines.communities import rules
from mindlines.communities.choices import Standing
from mindlines.communities.models import Membership, Role


def viewer(**more):
    made = Membership(pk=more.pop("pk", 1), standing=more.pop("standing", Standing.ACTIVE))
    made.facilitates, made.chairs = more.get("facilitates", False), more.get("chairs", False)
    return made


def role(*, seen_by):
    made = Role(membership=viewer(pk=7))
    made.viewer = seen_by
    return made


@pytest.mark.parametrize(
    ("seen_by", "answers"),
    [
        ({"pk": 7}, (True, False, True)),
        ({"pk": 8}, (False, False, False)),
        ({"pk": 8, "facilitates": True}, (True, True, True)),
        ({"pk": 8, "chairs": True}, (False, False, False)),
    ],
)
def test_who_answers_takes_back_and_gives_up(seen_by, answers):
    found = role(seen_by=viewer(**seen_by))
    assert (rules.answer_offer(found), rules.take_back_offer(found), rules.give_up(found)) == answers


@pytest.mark.parametrize(
    ("seen_by", "answers"),
    [
        ({}, (True, False, False, False)),
        ({"chairs": True}, (True, True, False, False)),
        ({"facilitates": True}, (True, True, True, True)),
        ({"facilitates": True, "standing": Standing.LEFT}, (False, False, False, False)),
    ],
)
def test_who_sees_steers_writes_cards_and_sees_names(seen_by, answers):
    thing = SimpleNamespace(viewer=viewer(**seen_by))
    asked = (rules.see, rules.steer_with, rules.write_card, rules.see_names_of_readers)
    assert tuple(rule(thing) for rule in asked) == answers
