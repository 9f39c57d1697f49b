import pytest

from mindlines.communities import rules
from mindlines.communities.actions import erasing
from mindlines.communities.actions import words as actions
from mindlines.communities.actions.words import Wording
from mindlines.communities.choices import Standing
from mindlines.communities.models import Community, SearchEntry, Term
from mindlines.communities.queries import glossary, holdings, starting_words
from mindlines.kernel.errors import Refused
from tests import make

PROM = Wording("PROM", "Questions about how you are.", also=("patient reported outcome",))


@pytest.fixture
def prom(community, bo):
    return actions.write(community, wording=PROM, by=bo)


def explained(community) -> set[str]:
    fresh = Community.objects.get(pk=community.pk)
    return {hit.word.word for hit in glossary.matcher(fresh).found("A PROM, a PREM and an acute fever")}


def verbs(community) -> list[str]:
    return [line.verb for line in community.record.order_by("pk")]


def seen_by(term, membership):
    term.viewer = membership
    return term


def test_a_word_that_bo_writes_is_explained_found_and_in_the_record(prom, community):
    assert explained(community) == {"PROM"}
    entry = SearchEntry.objects.get(kind="word")
    assert (entry.title, entry.url) == ("PROM", prom.get_absolute_url())
    assert "patient reported outcome" in entry.words
    assert [(line.verb, line.words) for line in community.record.all()] == [("explained-a-word", "PROM")]


def test_the_same_form_sent_twice_gives_one_word(prom, community, bo):
    assert actions.write(community, wording=PROM, by=bo) == prom
    assert verbs(community) == ["explained-a-word"]


def test_a_word_is_explained_in_one_place(prom, community, ana):
    with pytest.raises(Refused, match="“PROM” is explained already"):
        actions.write(community, wording=Wording("prom", "Something else."), by=ana)


def test_a_change_asks_for_a_new_reader(prom, bos, anas, community):
    actions.find_clear(prom, by=bos)
    prom.refresh_from_db()
    actions.change(prom, wording=Wording("PROM", "A form."), based_on=prom.version, by=anas.person)
    prom.refresh_from_db()
    assert (prom.meaning, prom.read_on, prom.read_by, prom.written_by) == ("A form.", None, None, anas.person)
    assert verbs(community) == ["explained-a-word", "found-a-word-clear", "changed-a-word"]


def test_nothing_changed_is_no_change(prom, ana, community):
    assert actions.change(prom, wording=PROM, based_on="", by=ana) == prom
    assert verbs(community) == ["explained-a-word"]


def test_whoever_changes_a_word_that_somebody_changed_meanwhile_reads_what_they_wrote(prom, ana, bo):
    before = prom.version
    actions.change(prom, wording=Wording("PROM", "A form."), based_on=before, by=ana)
    with pytest.raises(Refused, match=r"They wrote: “A form\.” Your words are still here"):
        actions.change(prom, wording=Wording("PROM", "A sheet."), based_on=before, by=bo)


def test_a_word_cannot_take_the_name_of_another(prom, community, bo):
    prem = actions.write(community, wording=Wording("PREM", "Questions about your care."), by=bo)
    with pytest.raises(Refused, match="“PROM” is explained already"):
        actions.change(prem, wording=Wording("prom", "x"), based_on=prem.version, by=bo)


def test_a_hidden_word_is_nowhere_until_it_is_shown_again(prom, ana, community):
    actions.hide(prom, by=ana)
    actions.hide(prom, by=ana)
    assert explained(community) == set()
    assert not SearchEntry.objects.exists()
    actions.show(prom, by=ana)
    assert explained(community) == {"PROM"}
    assert SearchEntry.objects.exists()
    assert verbs(community) == ["explained-a-word", "hid-a-word", "showed-a-word"]


def test_a_reader_can_take_back_that_a_word_is_clear(prom, bos, anas):
    actions.find_clear(prom, by=bos)
    actions.find_clear(prom, by=anas)
    prom.refresh_from_db()
    assert prom.read_by == bos
    actions.take_back_clear(prom, by=anas)
    actions.take_back_clear(prom, by=bos)
    prom.refresh_from_db()
    assert (prom.read_by, prom.read_on) == (None, None)


def test_explaining_a_word_that_is_there_says_it_anew_and_shows_it(prom, ana, bo, community):
    assert actions.explain(community, word="prom", meaning=PROM.meaning, by=ana).written_by == bo
    actions.hide(prom, by=ana)
    term = actions.explain(community, word="prom", meaning="A form.", by=ana)
    assert (term.pk, term.word, term.meaning, term.is_shown) == (prom.pk, "PROM", "A form.", True)
    assert actions.explain(community, word="PREM", meaning="Questions about care.", by=ana).word == "PREM"
    assert explained(community) == {"PROM", "PREM"}


def test_starting_words_leave_the_communitys_own_alone_and_can_be_taken_out(community, ana, bo):
    own = actions.write(community, wording=Wording("Acute", "What Bo calls sudden."), by=bo)
    count = actions.take_in(community, by=ana)
    assert count == len(starting_words.starting_words().words) - 1
    assert actions.take_in(community, by=ana) == 0
    assert explained(community) == {"Acute", "fever"}
    fever = community.terms.get(word="fever")
    wording = Wording("fever", "Hot.", source=fever.source)
    actions.change(fever, wording=wording, based_on=fever.version, by=bo)
    assert actions.take_out(community, by=ana) == count - 1
    assert set(community.terms.all()) == {own, fever}
    assert set(SearchEntry.objects.values_list("title", flat=True)) == {"Acute", "fever"}
    assert verbs(community)[1:] == ["took-in-words", "changed-a-word", "took-out-words"]


def test_the_communitys_own_word_takes_the_place_of_a_starting_word(community, ana, bo):
    actions.take_in(community, by=ana)
    term = actions.write(community, wording=Wording("Fever", "When you are hot."), by=bo)
    assert (community.terms.filter(word__iexact="fever").get(), term.meaning) == (term, "When you are hot.")


def test_each_starting_word_is_explained_once_and_fits():
    words = starting_words.starting_words().words
    spellings = [spelling for word in words for spelling in word.spellings]
    assert len(spellings) == len(set(spellings))
    for word in words:
        Term(word=word.word, meaning=word.meaning, also=list(word.also), example=word.example).clean_fields(
            exclude=("community",)
        )


def test_a_lay_member_reads_what_others_wrote(prom, bos, anas, community):
    assert not rules.find_word_clear(seen_by(prom, bos))
    assert not rules.find_word_clear(seen_by(prom, anas))
    assert rules.find_word_clear(seen_by(prom, make.membership(community, constituency=bos.constituency)))


def test_who_takes_a_pause_reads_and_does_not_write(prom, bos):
    bos.standing = Standing.PAUSED
    assert rules.see_word(seen_by(prom, bos))
    assert not rules.write_word(seen_by(prom, bos))


def test_when_bo_is_erased_the_word_stays_without_a_name(prom, bo, anas, community):
    ours = make.term(community, "ICB", read_by=anas)
    assert [row["Word"] for row in holdings.words(bo)] == ["PROM"]
    assert [row["Word"] for row in holdings.words(anas.person)] == ["ICB"]
    erasing.forget(bo)
    erasing.forget(anas.person)
    prom.refresh_from_db()
    ours.refresh_from_db()
    assert (prom.written_by, prom.meaning, ours.read_by) == (None, PROM.meaning, None)


def test_who_explains_a_word_that_is_hidden_learns_whom_to_ask(community, ana, bo):
    actions.hide(make.term(community, "PROM"), by=ana)
    with pytest.raises(Refused, match="has hidden “PROM”"):
        actions.write(community, wording=Wording("prom", "A form"), by=bo)
