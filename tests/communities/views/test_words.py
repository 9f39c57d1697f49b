import re

import pytest
from django.urls import reverse

from mindlines.communities.actions import words as actions
from mindlines.communities.models import Term
from tests import make


def at(name: str, **keys: object) -> str:
    return reverse(f"communities:{name}", kwargs={"slug": "hips", **keys})


def words_of(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


@pytest.fixture
def prom(community, ana):
    return make.term(community, also=["outcome measure"], written_by=ana)


def test_bo_explains_a_word_and_everyone_reads_who_wrote_it(as_bo, as_ana, bo):
    answer = as_bo.post(at("word_new"), {"word": " ICB ", "meaning": "It plans care.", "also": "board, ICBs ,"})
    term = Term.objects.get()
    assert answer.headers["Location"] == term.get_absolute_url()
    assert (term.word, term.also, term.written_by) == ("ICB", ["board", "ICBs"], bo)
    shown = words_of(as_ana.get(at("words")))
    assert "It plans care." in shown
    assert "Written by Bo Berg. No lay member has read it yet." in shown


def test_a_word_that_is_there_is_said_at_its_field_and_nothing_typed_is_lost(as_bo, prom):
    shown = as_bo.post(at("word_new"), {"word": "prom", "meaning": "What I typed."})
    assert "“PROM” is explained already" in words_of(shown)
    assert "What I typed." in shown.content.decode()


def test_a_word_to_explain_can_be_named_in_the_address(as_bo):
    assert 'value="PREM"' in as_bo.get(at("word_new"), {"word": "PREM"}).content.decode()


def test_too_many_spellings_are_refused(as_bo):
    many = ",".join(f"w{number}" for number in range(11))
    assert "at most ten" in words_of(as_bo.post(at("word_new"), {"word": "x", "meaning": "y", "also": many}))


def test_a_word_is_found_by_its_letters_its_meaning_and_its_other_names(as_bo, prom, community):
    make.term(community, "ICB", meaning="It plans care.")
    for asked in ({"q": "out"}, {"letter": "p"}, {"q": "how you"}):
        shown = words_of(as_bo.get(at("words"), asked))
        assert "1 word " in shown
        assert "Questions about how you are." in shown
    assert "No word found" in words_of(as_bo.get(at("words"), {"q": "zebra"}))


def test_an_empty_glossary_says_how_to_begin(as_bo, community):
    assert "No words are explained yet" in words_of(as_bo.get(at("words")))


def test_the_list_costs_the_same_with_one_word_and_with_three(as_bo, prom, community, django_assert_max_num_queries):
    as_bo.get(at("words"))
    with django_assert_max_num_queries(20) as one:
        as_bo.get(at("words"))
    make.term(community, "ICB")
    make.term(community, "PREM", written_by=prom.written_by)
    with django_assert_max_num_queries(len(one)):
        as_bo.get(at("words"))


def test_bo_finds_it_clear_and_changes_his_mind(as_bo, as_ana, prom):
    assert "I find this clear" not in words_of(as_ana.get(prom.get_absolute_url()))
    assert "I find this clear" in words_of(as_bo.get(prom.get_absolute_url()))
    as_bo.post(at("word_clear", pk=prom.pk))
    shown = words_of(as_bo.get(prom.get_absolute_url()))
    assert "A lay member finds it clear" in shown
    assert "Bo Berg read how a word is explained, and finds it clear: PROM." in shown
    as_bo.post(at("word_unclear", pk=prom.pk))
    assert "I find this clear" in words_of(as_bo.get(prom.get_absolute_url()))


def test_a_change_on_top_of_another_keeps_what_was_typed(as_bo, prom, ana):
    stale = prom.version
    actions.change(prom, wording=actions.Wording("PROM", "A form."), based_on=stale, by=ana)
    typed = {"word": "PROM", "meaning": "A sheet.", "based_on": stale}
    answer = as_bo.post(at("word_change", pk=prom.pk), typed)
    prom.refresh_from_db()
    assert "They wrote: “A form.”" in words_of(answer)
    assert f'value="{prom.version}"' in answer.content.decode()
    as_bo.post(at("word_change", pk=prom.pk), {**typed, "based_on": prom.version})
    prom.refresh_from_db()
    assert prom.meaning == "A sheet."


def test_ana_hides_a_word_and_only_facilitators_find_it(as_ana, as_bo, prom):
    as_ana.post(at("word_hide", pk=prom.pk))
    assert "Hidden words" in words_of(as_ana.get(at("words")))
    assert "PROM" in words_of(as_ana.get(at("words"), {"show": "hidden"}))
    assert "PROM" not in words_of(as_bo.get(at("words"), {"show": "hidden"}))
    assert "Hidden" in words_of(as_ana.get(prom.get_absolute_url()))
    assert as_bo.get(prom.get_absolute_url()).status_code == 403
    as_ana.post(at("word_show", pk=prom.pk))
    assert "PROM" in words_of(as_bo.get(at("words")))


def test_starting_words_show_their_source_and_licence(as_ana, as_bo, community):
    shown = words_of(as_ana.get(at("words_start")))
    assert "Open Government Licence v3.0" in shown
    assert "A to Z of NHS health writing" in shown
    as_ana.post(at("words_start"))
    acute = Term.objects.get(word="acute")
    word = words_of(as_bo.get(acute.get_absolute_url()))
    assert "Contains public sector information licensed under the Open Government Licence v3.0." in word
    assert "All of them are in" in words_of(as_ana.get(at("words_start")))
    as_ana.post(at("words_start_out"))
    assert not Term.objects.exists()


def test_the_words_can_be_printed(as_bo, prom):
    for large in ("", "yes"):
        assert as_bo.get(at("words_paper"), {"large": large}).status_code == 200
