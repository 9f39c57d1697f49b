"""What there is to say of people in groups."""

import pytest

from mindlines.meetings.actions import wishes
from mindlines.meetings.choices import ABOUT_NUMBERS, ChangeKind, Phase, WishKind
from mindlines.meetings.measures import boards, comparisons, effects, sizes
from mindlines.meetings.measures import groups as measures
from mindlines.meetings.measures.groups import Why
from mindlines.meetings.measures.reasons import names_of, sentences
from mindlines.meetings.models import Change, Participant, Wish
from mindlines.meetings.queries import groups, trouble
from mindlines.meetings.queries import participants as queries
from mindlines.meetings.queries import wishes as wish_queries
from tests import make

pytestmark = pytest.mark.usefixtures("in_november")


@pytest.fixture
def people(crowd):
    """Bo, clinicians 0 to 4, lay 0 to 2, support 0 to 2."""
    return queries.present(crowd)


@pytest.fixture
def division(crowd, people):
    return make.division(crowd, people[:4], people[4:8], people[8:])


def drawn(division):
    return boards.board(division, asked=groups.asked(division.round))


def met_before(work, *members):
    """These members sat together in autumn."""
    autumn = make.meeting(
        work.meeting.community, "Autumn", starts_at=make.A_WEDNESDAY.replace(month=9), phase=Phase.HELD
    )
    make.small_groups(autumn, list(members))


def test_cards_say_who_is_mixed_and_who_is_alone(division):
    board = drawn(division)
    assert [card.mix for card in board.cards] == [
        "Lay members 1 · Clinicians 3",
        "Lay members 2 · Clinicians 2",
        "Lay members 1 · Support team 3",
    ]
    assert board.cards[0].warnings == ("Bo Berg is the only one of “Lay members” here.",)
    assert board.warned[0] == "Group 1: Bo Berg is the only one of “Lay members” here."
    assert not board.keeps_all


def test_a_wish_that_does_not_hold_is_said_once_on_its_card(division, people, community):
    lay = community.constituencies.get(name="Lay members")
    wishes.make_usual(division.round)
    wishes.wish_for_number(division.round, kind=WishKind.AT_MOST, group=lay, count=1)
    wishes.wish_for_number(division.round, kind=WishKind.NOT_ALONE, group=lay, count=3)
    wishes.wish_about_people(division.round, kind=WishKind.APART, people=people[:2])
    board = drawn(division)
    assert board.cards[0].warnings == (
        "Nobody facilitates this group.",
        "Bo Berg is the only one of “Lay members” here.",
        "Not kept: Bo Berg and Clinician 0 are not in one group.",
    )
    assert board.cards[1].warnings == (
        "Nobody facilitates this group.",
        "Only 2 of “Lay members” are here, and 3 were wished.",
        "Not kept: In each group at most 1 person of “Lay members”.",
    )
    kept = [line.wish.kind for line in board.kept]
    assert kept == [WishKind.MIX_CONSTITUENCIES, WishKind.MIX_ORGANISATIONS, WishKind.MEET_NEW]


def test_people_together_as_wished_are_missed_on_the_page_as_a_whole(division, people):
    wishes.wish_about_people(division.round, kind=WishKind.TOGETHER, people=[people[0], people[11]])
    assert any("Bo Berg and Support 2 are in one group." in warning for warning in drawn(division).warned)


def test_who_sits_where_they_cannot_is_said(division, people):
    Participant.objects.filter(pk=people[0].pk).update(needs_step_free=True)
    division.round.groups.filter(number=1).update(is_step_free=False)
    assert "Bo Berg cannot sit here: look at the room." in drawn(division).cards[0].warnings


def test_whoever_has_no_group_waits_and_is_not_counted(crowd, people):
    division = make.division(crowd, people[:3], [])
    board = drawn(division)
    assert len(board.unplaced) == 9
    assert [len(card.places) for card in board.cards] == [3, 0]
    assert drawn(make.division(crowd)).weighing.pairs == 0


def test_first_meetings_are_told_beside_what_lots_would_give(division, people, bos):
    division.round.wishes.create(kind=WishKind.MEET_NEW)
    assert "As far as is known, nobody here" in drawn(division).mixed[0]
    met_before(division.round, bos, people[1].membership)
    board = drawn(division)
    assert board.mixed[0] == "17 of 18 pairs meet for the first time."
    assert (board.cards[0].first, board.cards[0].pairs) == (5, 6)


def test_lots_are_named_only_where_they_would_do_worse(crowd, people, bos):
    crowd.wishes.create(kind=WishKind.MEET_NEW)
    met_before(crowd, bos, *(people[place].membership for place in (1, 2, 4, 5)))
    mixed = make.division(crowd, people[::3], people[1::3], people[2::3])
    assert drawn(mixed).mixed[0] == "16 of 18 pairs meet for the first time. By lot it would be about 15."


def test_the_mix_is_told_in_words(crowd, community, people):
    division = make.division(crowd, people[::3], people[1::3], people[2::3])
    wishes.wish(division.round, kind=WishKind.MIX_CONSTITUENCIES)
    trust = community.organisations.create(name="The trust")
    for one in (people[0], people[3]):
        one.membership.organisation = trust
        one.membership.save()
    wishes.wish(division.round, kind=WishKind.MIX_ORGANISATIONS)
    said = " ".join(drawn(division).mixed)
    assert "more evenly spread than by lot" in said
    assert "Pairs of one organisation in one group: 1." in said


def test_what_a_wish_costs_is_told(division, people):
    wishes.make_usual(division.round)
    wishes.wish_about_people(division.round, kind=WishKind.TOGETHER, people=people[9:])
    board = drawn(division)
    costly = measures.Weighing(prices=((board.kept[0].wish, 5.0),), cost=20.0)
    assert boards._prices(costly)[0].endswith("the mix could be at least 25% better.")
    assert boards._prices(measures.Weighing(prices=((board.kept[0].wish, 5.0),))) == ()


@pytest.mark.parametrize(
    ("why", "words"),
    [
        (Why("pinned"), "Was put here by hand."),
        (Why("room", value="online"), "This group meets online."),
        (Why("room", value="step-free"), "The room has no steps."),
        (Why("needed", by="facilitator", value="yes"), "Facilitates this group."),
        (Why("best"), "No swap with anybody elsewhere would be better."),
    ],
)
def test_reasons_without_names(crowd, why, words):
    assert sentences(names_of(groups.asked(crowd)), reasons=[why]) == (words,)


def test_reasons_name_people_and_groups(crowd, people, community):
    trust = community.organisations.create(name="The trust")
    people[0].membership.organisation = trust
    people[0].membership.save()
    lay = str(community.constituencies.get(name="Lay members").pk)
    everybody = tuple(one.pk for one in people)
    said = sentences(
        names_of(groups.asked(crowd)),
        reasons=[
            Why("together", people=everybody[:2]),
            Why("new", people=everybody),
            Why("needed", by="constituency", value=lay),
            Why("only", by="organisation", value=str(trust.pk)),
            Why("share", by="facilitator", value="yes"),
        ],
    )
    assert said == (
        "Sits with Bo Berg and Clinician 0, as wished.",
        "Meets for the first time: Bo Berg, Clinician 0, Clinician 1, Clinician 2 and 8 more.",
        "Without them the wish about “Lay members” would not hold here.",
        "Brings “The trust” to this group.",
    )


def test_sizes_are_even_in_the_room_and_online(crowd, people):
    asked = groups.asked(crowd)
    assert sizes.of_groups(asked, groups=5) == ((2, 3),) * 5
    assert sizes.of_groups(asked, groups=3, locked={one.pk: 1 for one in people[:7]}) == ((7, 7), (2, 3), (2, 3))
    assert sizes.of_groups(asked, groups=2, locked={one.pk: 1 for one in people}) == ((12, 12), (0, 1))
    Participant.objects.filter(pk__in=[one.pk for one in people[:3]]).update(is_online=True)
    crowd.groups.filter(number=3).update(is_online=True)
    assert sizes.of_groups(groups.asked(crowd), groups=3) == ((4, 5), (4, 5), (3, 3))


def test_sizes_give_way_where_few_are_free(crowd, people):
    locked = {one.pk: 1 + place // 3 for place, one in enumerate(people[:11])}
    found = sizes.of_groups(groups.asked(crowd), groups=5, locked=locked)
    assert found == ((2, 3), (2, 3), (2, 3), (2, 3), (0, 3))


def test_the_effect_of_each_move_is_told_beforehand(division, people, bos):
    met_before(division.round, bos, people[1].membership)
    ways = effects.ways(division, asked=groups.asked(division.round), person=people[0])
    to_second, to_third, nowhere = ways.groups
    assert to_second.effect == (
        "Group 1: 3 people. Group 2: 5 people. No longer: Group 1: Bo Berg is the only one of “Lay members” here. "
        "2 more pairs meet for the first time."
    )
    assert to_third.value == "group-3"
    assert nowhere.value == "group-0"
    assert ways.said("group-2").startswith("Bo Berg moves to “Group 2”. Group 1: 3 people.")
    assert ways.said("nothing") == ""


def test_for_what_is_chosen_the_other_ways_are_not_weighed(division, people):
    asked = groups.asked(division.round)
    every = effects.ways(division, asked=asked, person=people[0])
    for value in ("group-0", "group-2", f"with-{people[4].pk}"):
        chosen = effects.ways(division, asked=asked, person=people[0], only=value)
        assert len(chosen.groups) + len(chosen.swaps) <= 2
        assert chosen.said(value) == every.said(value) != ""


def test_the_effect_of_each_swap_is_told_beforehand(division, people):
    ways = effects.ways(division, asked=groups.asked(division.round), person=people[1])
    swaps = {option.value: option for _name, options in ways.swaps for option in options}
    worse = swaps[f"with-{people[8].pk}"]
    assert not worse.is_worse
    assert swaps[f"with-{people[4].pk}"].effect == "Nothing else changes."
    both = swaps[f"with-{people[6].pk}"]
    assert both.is_worse
    assert "Then: Group 2: Lay 1 is the only one of “Lay members” here." in both.effect or "Group 2" in both.effect
    assert ways.said(both.value).startswith(f"Clinician 0 changes places with {people[6].name}.")


def test_who_waits_changes_places_with_nobody(crowd, people):
    division = make.division(crowd, people[:4], people[4:8])
    ways = effects.ways(division, asked=groups.asked(crowd), person=people[8])
    assert ways.swaps == ()
    assert [option.value for option in ways.groups] == ["group-1", "group-2"]


def test_with_very_many_people_nobody_looks_ahead(division, people, monkeypatch):
    monkeypatch.setattr(effects, "MOST_AT_ONCE", 5)
    ways = effects.ways(division, asked=groups.asked(division.round), person=people[0])
    assert {option.effect for option in ways.groups[:2]} == {""}


def test_two_divisions_side_by_side(division, people):
    other = make.division(division.round, people[1:4], [people[0], *people[4:8]], people[8:])
    asked = groups.asked(division.round)
    compared = comparisons.compared(asked, one=division, other=other)
    assert (compared.pairs_in_both, compared.pairs_in_one, compared.better) == (15, 7, "Division B")
    assert compared.moves == ((people[0], "Group 1", "Group 2"),)
    assert comparisons.compared(asked, one=other, other=division).better == "Division B"
    same = comparisons.compared(asked, one=division, other=division)
    assert (same.is_same, same.better) == (True, "")


@pytest.mark.parametrize("kind", ChangeKind.values)
def test_what_can_be_undone_is_said(kind):
    assert boards.last_words(Change(kind=kind)).startswith("Undo")


def test_every_wish_has_its_sentence(crowd, people, community):
    lay = community.constituencies.get(name="Lay members")
    for kind in WishKind.values:
        crowd.wishes.create(kind=kind, constituency=lay if kind in ABOUT_NUMBERS else None, count=2)
    for wish in crowd.wishes.filter(kind__in=(WishKind.APART, WishKind.TOGETHER)):
        wish.people.set(people[:3])
    said = [line.words for line in wish_queries.lines(groups.asked(crowd))]
    assert said[1:6] == [
        "Bo Berg, Clinician 0 and Clinician 1 are not in one group.",
        "Bo Berg, Clinician 0 and Clinician 1 are in one group.",
        "In each group at least 2 people of “Lay members”.",
        "In each group at most 2 people of “Lay members”.",
        "Nobody of “Lay members” is the only one in a group: there are at least 2, or none.",
    ]
    assert len(set(said)) == len(WishKind)


def test_a_wish_waits_while_too_few_are_there(crowd, people):
    wishes.make_usual(crowd)
    wishes.wish_about_people(crowd, kind=WishKind.APART, people=people[:2])
    crowd.participants.filter(is_facilitator=True).update(leaves_early=True)
    crowd.participants.exclude(membership__person__name__startswith="Support").update(is_present=False)
    said = {line.wish.kind: line.waits for line in wish_queries.lines(groups.asked(crowd), groups=2)}
    assert said[WishKind.FACILITATOR] == "Waits: nobody who stays for all of it is ticked to facilitate."
    assert said[WishKind.NOT_ALONE] == "Waits: none of them is there."
    assert said[WishKind.APART] == "Waits: fewer than two of them are there."
    assert said[WishKind.MEET_NEW] == ""


def test_trouble_is_told_with_its_numbers(crowd, people, community):
    lay = community.constituencies.get(name="Lay members")
    made = [
        wishes.wish(crowd, kind=WishKind.FACILITATOR),
        wishes.wish_for_number(crowd, kind=WishKind.AT_LEAST, group=lay, count=2),
        wishes.wish_about_people(crowd, kind=WishKind.APART, people=people[:4]),
        wishes.wish_about_people(crowd, kind=WishKind.TOGETHER, people=people[:4]),
    ]
    assert trouble.trouble(groups.asked(crowd)) is None
    crowd.trouble = {
        "wishes": [one.pk for one in made], "rooms": [people[0].pk], "locked": [people[1].pk], "is_size": False, "groups": 3,
    }  # fmt: skip
    told = trouble.trouble(groups.asked(crowd))
    assert [line.because for line in told.give_up] == [
        "It cannot hold together with the other wishes.",
        "For 3 groups you need 6 of them, and 4 are there. Ask for fewer, or make fewer groups.",
        "4 people cannot be apart in 3 groups. Choose fewer people, or make more groups.",
        "But you also wish: Bo Berg, Clinician 0, Clinician 1 and Clinician 2 are not in one group.",
    ]
    assert (told.no_steps, told.in_room, told.online, told.locked) == ("", "Bo Berg", "", "Clinician 0")


def test_rooms_locks_and_sizes_can_be_in_the_way(crowd, people):
    Participant.objects.filter(pk=people[0].pk).update(needs_step_free=True)
    crowd.groups.update(is_step_free=False)
    asked = groups.asked(crowd)
    outcome = measures.divide(asked, groups=3, effort=measures.Effort(seconds=0.1))
    assert outcome.trouble.rooms == (people[0].pk,)


def test_a_wish_of_no_kind_the_library_knows_is_left_to_the_mixing(crowd):
    assert measures._translation(Wish(round=crowd, kind=WishKind.MEET_NEW), people=[]) is None


def test_the_only_one_online_sits_wherever_they_fit(crowd, people):
    Participant.objects.filter(pk=people[0].pk).update(is_online=True)
    assert not groups.asked(crowd).is_mixed
    Participant.objects.filter(pk__in=[one.pk for one in people[1:11]]).update(is_online=True)
    assert not groups.asked(crowd).is_mixed
    Participant.objects.filter(pk=people[10].pk).update(is_online=False)
    assert groups.asked(crowd).is_mixed


def test_somebody_alone_in_a_group_is_said(crowd, people):
    board = drawn(make.division(crowd, people[:1], people[1:]))
    assert board.cards[0].warnings == ("Bo Berg is alone in this group.",)
