"""Who finds what: every kind of thing, in every state, for an outsider, somebody who left, a member and a facilitator."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.utils import timezone

from mindlines.communities.actions import charter, priorities, reviews, role_cards, words
from mindlines.communities.choices import FoundKind, Standing
from mindlines.communities.models import CharterVersion, Community, Membership, RoleCard, SearchEntry
from mindlines.communities.queries import search
from mindlines.coproduction.actions import changes
from mindlines.coproduction.actions import findable as outputs
from mindlines.coproduction.actions.decisions import findable as decisions
from mindlines.coproduction.choices import DecisionStage, OutputState
from mindlines.knowledge.actions import findable as knowledge
from mindlines.knowledge.actions import items, negotiation_findable
from mindlines.knowledge.choices import Naming
from mindlines.meetings.actions import action, minutes, points, upkeep
from mindlines.meetings.actions import meetings as planning
from mindlines.meetings.choices import Phase, PointKind
from mindlines.people.models import Person
from mindlines.voice.actions import findable as voices
from mindlines.voice.choices import Audience, Showing
from tests import make, make_coproduction, make_knowledge, make_voice
from tests.conftest import signed_in

A_WORD = "quokka"
Furnish = Callable[[Community, Membership], None]


def named(words: str) -> str:
    return f"{words} {A_WORD}"


def direction(community: Community, by: Membership) -> None:
    version = CharterVersion.objects.create(
        community=community, number=1, purpose=named("For"), agreed_on=date(2026, 5, 1), written_by=by.person
    )
    charter.make_findable(version)
    priorities.add(named("Priority"), to=community, by=by.person)
    reviews.note_event(community, title=named("Event"), on=date(2026, 5, 1), by=by.person)
    card = RoleCard(community=community, constituency=by.constituency)
    role_cards.write(card, words=role_cards.CardWords(asked=named("Listen to the")), by=by.person)
    for term in (make.term(community, named("Word")), make.term(community, named("Hidden word"))):
        term.is_shown = "Hidden" not in term.word
        term.save()
        words.make_findable(term)


def held(community: Community, by: Membership) -> None:
    for title, phase, sent in (
        ("Planned", Phase.PLANNED, None),
        ("Announced", Phase.ANNOUNCED, None),
        ("Held", Phase.HELD, None),
        ("Sent", Phase.HELD, timezone.now()),
    ):
        meeting = make.meeting(community, named(title), phase=phase, minutes_sent_at=sent, minutes_text=A_WORD)
        upkeep.make_findable(meeting)
        points.make_findable(make.point(meeting, named(f"{title}: we decide on the"), kind=PointKind.DECISION))
        if sent:
            minutes.make_findable(meeting)
    given_up = make.meeting(community, named("Given up"), phase=Phase.PLANNED)
    upkeep.make_findable(given_up)
    planning.cancel(given_up, by=by.person, because="Snow")
    action.make_findable(make.action(community, named("Action"), owner=by))


def said(community: Community, by: Membership) -> None:
    yesterday = timezone.localdate() - timedelta(days=3)
    for contribution in (
        make_voice.contribution(community, named("Said"), by=by),
        make_voice.contribution(community, named("Without a name"), made_on=yesterday),
        make_voice.contribution(community, named("Without a name today")),
        make_voice.contribution(community, named("For facilitators"), by=by, audience=Audience.FACILITATORS),
        *(
            make_voice.contribution(community, named(f"Not shown {showing}"), by=by, showing=showing)
            for showing in (Showing.WAITING, Showing.HIDDEN, Showing.MERGED)
        ),
    ):
        voices.put(contribution)


def known(community: Community, by: Membership) -> None:
    item = make_knowledge.item(community, named("Research"), by=by)
    statement = make_knowledge.statement(item, named("Statement"))
    board = make_knowledge.negotiation(statement, named("Board"))
    make_knowledge.judged(board, by, why="wombat")
    story = make_knowledge.story(
        community, named("Story"), teller=by, naming=Naming.NOBODY, constituency=None, brought_by=None
    )
    withdrawn = make_knowledge.story(community, named("Withdrawn story"), teller=by)
    gone = make_knowledge.statement(withdrawn, named("Withdrawn statement"))
    for each in (item, story, withdrawn):
        knowledge.put_item(each)
    for claim in (statement, gone):
        knowledge.put_statement(claim)
    negotiation_findable.put(board)
    items.withdraw(withdrawn, by=by)


def made(community: Community, by: Membership) -> None:
    for stage in (DecisionStage.DRAFT, DecisionStage.OPEN, DecisionStage.DROPPED):
        decisions.put(make_coproduction.decision(community, named(f"Decision {stage}"), stage=stage))
    for state in (OutputState.WRITING, OutputState.PUBLISHED, OutputState.WITHDRAWN):
        outputs.put(make_coproduction.output(community, named(f"Output {state}"), state=state))
    for what in ("Change", "Removed change"):
        told = changes.tell(changes.Told(what=named(what), since=date(2026, 5, 1)), to=community, by=by)
    changes.remove(told, by=by.person)


FURNISHING: tuple[Furnish, ...] = (direction, held, said, known, made)
FOR_MEMBERS = {
    "Charter, version 1",
    "Lay members",
    named("Priority"),
    named("Event"),
    named("Word"),
    named("Announced"),
    named("Held"),
    named("Sent"),
    f"Minutes: {named('Sent')}",
    named("Sent: we decide on the"),
    named("Action"),
    named("Said"),
    named("Without a name"),
    named("Research"),
    named("Story"),
    named("Statement"),
    named("Decision open"),
    named("Output writing"),
    named("Output published"),
    named("Change"),
}
FOR_FACILITATORS = {
    named("Planned"),
    *(named(f"{title}: we decide on the") for title in ("Planned", "Announced", "Held")),
}


@pytest.fixture
def everything(community: Community, bos: Membership, ana: Person) -> Community:
    for furnish in FURNISHING:
        furnish(community, bos)
    return community


@pytest.fixture
def next_door(neighbours: Community, chi: Person) -> Community:
    membership = make.membership(neighbours, constituency=neighbours.constituencies.get())
    for furnish in FURNISHING:
        furnish(neighbours, membership)
    return neighbours


def found(person: Person) -> dict[str, str]:
    return {row.title: row.url for row in search.found(person, typed=A_WORD)}


def test_a_member_finds_what_members_may_read_and_nothing_else(everything, next_door, bo):
    assert set(found(bo)) == FOR_MEMBERS
    assert {row.community for row in search.found(bo, typed=A_WORD)} == {"Hips and knees"}


def test_a_facilitator_also_finds_what_is_being_prepared(everything, next_door, ana):
    assert set(found(ana)) == FOR_MEMBERS | FOR_FACILITATORS
    assert set(SearchEntry.objects.values_list("kind", flat=True)) == set(FoundKind) - {FoundKind.MEMBER}


def test_outsiders_and_people_who_left_or_were_only_asked_find_nothing(everything, bo, bos, chi, dee):
    for standing in (Standing.LEFT, Standing.INVITED):
        bos.standing = standing
        bos.left_on = timezone.localdate() if standing == Standing.LEFT else None
        bos.save()
        for person in (bo, chi, dee):
            asked = search.look(person, typed=A_WORD)
            assert (asked.hits, asked.choices, asked.instead) == ((), (), "")
            assert not search.people_found(person, typed="Ana").exists()


@pytest.mark.parametrize("name", ["kind", "group", "year", "priority", "community", "knowledge"])
def test_no_address_of_a_search_opens_what_is_not_ones_own(everything, next_door, bo, name):
    for entry in SearchEntry.objects.filter(community=next_door):
        value = {"group": entry.constituency_id, "priority": entry.priority_id, "community": entry.community_id}.get(
            name, {"kind": entry.kind, "year": entry.year, "knowledge": entry.knowledge_kind}.get(name)
        )
        wish = search.Narrowed(**{name: value}) if value else search.Narrowed()
        results = search.look(bo, typed=A_WORD, narrowed=wish)
        assert {hit.community for hit in results.hits} <= {everything.pk}
        words_offered = {choice.words for row in results.choices for choice in row.choices}
        assert "Backs" not in words_offered


def test_a_paused_member_still_finds_what_members_may_read(everything, bo, bos):
    bos.standing = Standing.PAUSED
    bos.save()
    assert set(found(bo)) == FOR_MEMBERS


@pytest.mark.parametrize("who", ["ana", "bo"])
def test_what_somebody_finds_the_gate_opens_for_them(everything, who, request):
    person = request.getfixturevalue(who)
    client = signed_in(person)
    assert {title: client.get(url).status_code for title, url in found(person).items()} == dict.fromkeys(
        found(person), 200
    )


def test_a_misspelled_word_is_never_corrected_to_one_that_only_others_may_read(community, neighbours, ana, bo, chi):
    upkeep.make_findable(make.meeting(community, "About Zanzibar", phase=Phase.PLANNED))
    upkeep.make_findable(make.meeting(neighbours, "About Kilimanjaro", phase=Phase.ANNOUNCED))
    words.make_findable(make.term(neighbours, "Serengeti"))
    corrected = {
        (person.name, typed): search.look(person, typed=typed).instead
        for person in (ana, bo, chi)
        for typed in ("zanzibbar", "kilimanjarro", "serengetti")
    }
    assert {key: word for key, word in corrected.items() if word} == {
        ("Ana Alvarez", "zanzibbar"): "zanzibar",
        ("Chi Chan", "kilimanjarro"): "kilimanjaro",
        ("Chi Chan", "serengetti"): "serengeti",
    }


def test_words_of_another_glossary_mean_nothing_here(community, neighbours, bo):
    make.term(neighbours, "TUG", also=["timed up and go"])
    upkeep.make_findable(make.meeting(community, "We timed up and go", phase=Phase.ANNOUNCED))
    assert not search.look(bo, typed="TUG").hits


def test_who_told_a_story_without_a_name_is_not_found_by_it(everything, bo, ana):
    for person in (bo, ana):
        rows = search.found(person, typed="Bo Berg")
        assert [row.title for row in rows if row.title == named("Story")] == []
    [row] = [row for row in search.found(ana, typed=A_WORD) if row.title == named("Story")]
    assert "Lay members" not in row.about


def test_what_somebody_judged_alone_is_found_by_nobody(everything, bo, ana):
    assert [row.title for person in (bo, ana) for row in search.found(person, typed="wombat")] == []
