"""What a list says about one piece of knowledge, and whom it names."""

import pytest

from mindlines.knowledge.choices import Form, Naming, PlainForm
from mindlines.knowledge.models import Citation, PlainVersion
from mindlines.knowledge.queries import cards, wishes
from tests import make, make_knowledge, make_voice


def test_a_card_says_what_there_is(community, bos):
    item = make_knowledge.item(community, by=bos, year=2021)
    make_knowledge.statement(item)
    PlainVersion.objects.create(item=item, form=PlainForm.EASY, title="Easy", source_version=1)
    card = cards.card(item)
    assert (card.kind, card.form, card.who, card.year) == ("Research", "A note", "Bo Berg", 2021)
    assert (card.statements, card.plain, card.group_beside) == (1, ["Easy read, with pictures"], "Lay members")


@pytest.mark.parametrize(
    ("naming", "who", "beside"),
    [
        (Naming.NAMED, "Bo Berg", "Lay members"),
        (Naming.OTHER, "Robin", "Lay members"),
        (Naming.GROUP, "Somebody of the group Lay members", ""),
    ],
)
def test_a_teller_is_named_as_wished(community, bos, naming, who, beside):
    item = make_knowledge.story(community, teller=bos, naming=naming, shown_name="Robin")
    card = cards.card(item)
    assert (card.who, card.group_beside) == (who, beside)


def test_without_a_group_nobody_can_be_guessed(community, bos):
    item = make_knowledge.story(community, teller=bos, naming=Naming.GROUP, constituency=None)
    assert cards.who(item) == "Somebody of this community"
    item.naming = Naming.NOBODY
    assert cards.who(item) == "Told without a name"


def test_who_left_and_was_erased_is_not_named(community, bos):
    item = make_knowledge.item(community, by=bos)
    item.brought_by = None
    assert cards.who(item) == ""
    bos.person.erased_at = make.A_WEDNESDAY
    item.brought_by = bos
    assert cards.who(item) in ("Somebody who left", "Bo Berg")
    item.naming, item.teller = Naming.NAMED, None
    assert cards.who(item) == "Somebody who left"


@pytest.mark.parametrize(
    ("author", "who"),
    [
        ([{"family": "Smith"}, {"literal": "The Group"}], "Smith, The Group"),
        ([{"family": name} for name in "ABCD"], "A, B, C and others"),
        ([{"family": ""}, "odd"], "Bo Berg"),
        ("odd", "Bo Berg"),
    ],
)
def test_what_was_published_names_its_authors(community, bos, author, who):
    item = make_knowledge.item(community, by=bos)
    Citation.objects.create(item=item, csl={"author": author})
    assert cards.who(item) == who


def test_who_wrote_it_down_is_said_unless_the_teller_stays_unknown(community, anas, bos):
    item = make_knowledge.story(community, teller=bos, brought_by=anas)
    card = cards.card(item)
    assert (card.is_written_down, card.form_beside) == (True, "")
    item.naming = Naming.NOBODY
    assert not cards.card(item).is_written_down
    item.naming, item.brought_by = Naming.NAMED, None
    assert not cards.card(item).is_written_down


def test_what_was_withdrawn_names_nobody(community, bos):
    item = make_knowledge.item(community, by=bos, withdrawn_at=make.A_WEDNESDAY)
    card = cards.card(item)
    assert (card.who, card.group, card.is_withdrawn) == ("", None, True)


def test_what_a_wish_means_is_said_before(community, bos):
    small = wishes.hints(bos)
    assert "Bo Berg, Lay members" in small[Naming.NAMED]
    assert "Somebody of this community" in small[Naming.GROUP] and "too few people" in small[Naming.OTHER]
    make_voice.crowd(community, 9)
    large = wishes.hints(bos)
    assert "Somebody of the group Lay members" in large[Naming.GROUP]
    assert "The group Lay members stands beside it" in large[Naming.OTHER]
    assert set(wishes.hints_for_others()) == set(Naming.values)


def test_many_cards_cost_as_much_as_one(community, bos, django_assert_num_queries):
    for number in range(3):
        item = make_knowledge.item(community, f"Number {number}", by=bos, form=Form.CITATION)
        PlainVersion.objects.create(item=item, title="Plain", source_version=1)
    with django_assert_num_queries(2):
        assert len(cards.prepared(cards.counted(community.knowledge.all()))) == 3
