import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mindlines.communities.actions import search as entries
from mindlines.communities.models import SearchEntry, Term
from mindlines.communities.queries import search
from mindlines.communities.queries.search import Narrowed, index
from tests import make


def put(community, title: str, words: str = "", *, facilitators: bool = False, **filed) -> None:
    enter = entries.put_for_facilitators if facilitators else entries.put
    ref = f"test:{SearchEntry.objects.count()}"
    enter(ref, community=community, kind=filed.pop("kind", "knowledge"), title=title, words=words, url="/", **filed)


def titles(person, typed: str, **more) -> list[str]:
    results = search.look(person, typed=typed, **more)
    return [row.title for row in search.rows(results.hits, units=results.units)]


def why(person, typed: str) -> tuple[str, ...]:
    return search.found(person, typed=typed)[0].why


class TestMeaning:
    def test_plain_words_find_the_technical_ones(self, bo, community):
        put(community, "Coxofemoral exercise group", "Twelve sessions for osteoarthritis.")
        assert titles(bo, "hip pain class") == ["Coxofemoral exercise group"]
        assert why(bo, "hip pain class") == (
            "hip, also known as: coxofemoral",
            "class, also known as: group",
            "without: pain",
        )

    def test_technical_words_find_the_plain_ones(self, bo, community):
        put(community, "High blood pressure and you")
        assert titles(bo, "hypertension") == ["High blood pressure and you"]

    def test_several_words_that_mean_one_thing_are_taken_together(self, bo, community):
        put(community, "After myocardial infarction")
        assert why(bo, "heart attack") == ("heart attack, also known as: myocardial infarction",)

    def test_what_was_typed_comes_before_what_means_the_same(self, bo, community):
        put(community, "Hip class")
        put(community, "Coxofemoral class, coxofemoral group")
        assert titles(bo, "hip class") == ["Hip class", "Coxofemoral class, coxofemoral group"]

    def test_it_is_found_too_where_a_few_others_hold_every_word(self, bo, community):
        for number in range(7):
            put(community, f"Hip pain class {number}")
        put(community, "Coxofemoral exercise group")
        assert titles(bo, "hip pain class")[-1] == "Coxofemoral exercise group"

    def test_the_glossary_of_the_community_counts(self, bo, community):
        put(community, "The SPOC rings back")
        assert titles(bo, "front desk") == []
        Term.objects.create(community=community, word="SPOC", also=["front desk"], meaning="Who answers first.")
        assert titles(bo, "front desk") == ["The SPOC rings back"]

    def test_the_glossary_of_the_neighbours_does_not(self, bo, community, neighbours):
        put(community, "The SPOC rings back")
        Term.objects.create(community=neighbours, word="SPOC", also=["front desk"], meaning="Who answers first.")
        assert titles(bo, "front desk") == []

    def test_american_spelling_finds_british(self, bo, community):
        put(community, "Paediatric behaviour programme")
        assert titles(bo, "pediatric behavior program") == ["Paediatric behaviour programme"]

    def test_words_between_quotation_marks_are_found_just_so(self, bo, community):
        put(community, "Easy read leaflet")
        put(community, "Read this, it is easy")
        assert titles(bo, '"easy read"') == ["Easy read leaflet"]

    def test_words_parted_by_a_stroke_or_an_accent_are_found(self, bo, community):
        put(community, "HIV/AIDS and Menière")
        assert titles(bo, "hiv meniere") == ["HIV/AIDS and Menière"]


class TestSpelling:
    def test_a_word_that_stands_nowhere_is_read_as_the_nearest_that_does(self, bo, community):
        put(community, "Physiotherapy waiting lists")
        results = search.look(bo, typed="phsyiotherapy lissts")
        assert results.instead == "physiotherapy lists"
        assert [hit.is_loose for hit in results.hits] == [False]

    def test_just_what_was_typed_can_be_asked_for(self, bo, community):
        put(community, "Physiotherapy waiting lists")
        assert titles(bo, "phsyiotherapy", to_the_letter=True) == []

    def test_a_word_of_the_neighbours_is_never_proposed(self, bo, community, neighbours):
        put(neighbours, "Zebrafinch project")
        put(community, "Something else")
        assert search.look(bo, typed="zebrafinhc").instead == ""

    def test_a_word_for_facilitators_is_proposed_to_them_alone(self, ana, bo, community):
        put(community, "Zebrafinch project", facilitators=True)
        assert search.look(bo, typed="zebrafinhc").instead == ""
        assert search.look(ana, typed="zebrafinhc").instead == "zebrafinch"

    def test_a_phrase_keeps_its_marks_when_another_word_is_mended(self, bo, community):
        put(community, "Easy read physiotherapy")
        assert search.look(bo, typed='"easy read" phsyiotherapy').instead == '"easy read" physiotherapy'


class TestNarrowing:
    @pytest.fixture
    def three(self, community):
        self.lay = community.constituencies.get(name="Lay members")
        self.priority = community.priorities.create(title="Classes")
        put(community, "Hip story", year=2024, constituency=self.lay, knowledge_kind="story")
        put(community, "Hip trial", year=2020, priority=self.priority, knowledge_kind="research")
        put(community, "Hip talk", kind="statement", year=2020)

    def test_each_way_leaves_what_fits(self, bo, three, community):
        assert titles(bo, "hip", narrowed=Narrowed(kind="statement")) == ["Hip talk"]
        assert titles(bo, "hip", narrowed=Narrowed(knowledge="story")) == ["Hip story"]
        assert titles(bo, "hip", narrowed=Narrowed(group=self.lay.pk)) == ["Hip story"]
        assert set(titles(bo, "hip", narrowed=Narrowed(year=2020))) == {"Hip trial", "Hip talk"}
        assert titles(bo, "hip", narrowed=Narrowed(priority=self.priority.pk)) == ["Hip trial"]
        assert len(titles(bo, "hip", narrowed=Narrowed(community=community.pk))) == 3

    def test_choices_are_counted_as_if_they_were_not_yet_made(self, bo, three):
        choices = search.look(bo, typed="hip", narrowed=Narrowed(year=2020)).choices
        years = next(each.choices for each in choices if each.name == "year")
        assert [(choice.words, choice.count, choice.is_chosen) for choice in years] == [
            ("2024", 1, False),
            ("2020", 2, True),
        ]

    def test_with_more_than_is_looked_at_the_index_narrows_and_nothing_is_counted(self, bo, three, monkeypatch):
        monkeypatch.setattr("mindlines.communities.queries.search.looking.MOST", 2)
        results = search.look(bo, typed="hip", narrowed=Narrowed(knowledge="story"))
        assert [hit.knowledge for hit in results.hits] == ["story"]
        assert {choice.count for each in results.choices for choice in each.choices} == {None}

    def test_a_group_or_priority_that_is_gone_narrows_no_more(self, bo, three):
        self.priority.delete()
        assert titles(bo, "hip", narrowed=Narrowed(priority=1)) == []
        assert len(titles(bo, "hip")) == 3

    def test_what_is_entered_anew_forgets_whose_it_was(self, bo, community):
        filed = {"community": community, "kind": "knowledge", "title": "Hip", "words": "", "url": "/"}
        entries.put("test:story", **filed, constituency=community.constituencies.first(), year=2024)
        entries.put("test:story", **filed)
        entry = SearchEntry.objects.get()
        assert (entry.constituency, entry.year) == (None, None)

    def test_the_community_of_others_is_nowhere(self, bo, three, neighbours):
        put(neighbours, "Hip of theirs")
        assert titles(bo, "hip", narrowed=Narrowed(community=neighbours.pk)) == []


ODD = [
    '"',
    "'",
    '"" ""',
    "a & b | !c:*",
    "hip NEAR(x) {title}:",
    "\x00hip\x00",
    "🦴 hip",
    "§c2",
    "place:c2",
    "²_³",
    "hip\\",
]


class TestOddWords:
    @pytest.mark.parametrize("typed", [*ODD, "x" * 10_000, "hip " * 5000, '"' + "hip knee " * 600 + '"'])
    def test_they_do_no_harm(self, bo, community, typed):
        put(community, "Hip")
        assert isinstance(search.found(bo, typed=typed), list)

    @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(typed=st.text(max_size=60))
    def test_whatever_is_typed_finds_or_does_not(self, bo, community, typed):
        assert isinstance(search.look(bo, typed=typed).hits, tuple)

    def test_marks_of_the_index_cannot_be_typed(self, bo, community, neighbours):
        put(neighbours, "Their secret")
        assert titles(bo, f"c{neighbours.pk * 2} secret") == []


def test_only_the_newest_of_many_are_ranked(bo, community, monkeypatch):
    monkeypatch.setattr(index, "CANDIDATES", 2)
    for number in range(4):
        put(community, f"Note {number}", "hip")
    assert set(titles(bo, "hip")) == {"Note 2", "Note 3"}


def test_somebody_in_two_communities_finds_in_both(bo, community, neighbours):
    make.membership(neighbours, who=bo)
    put(community, "Hip here")
    put(neighbours, "Hip there")
    assert set(titles(bo, "hip")) == {"Hip here", "Hip there"}
