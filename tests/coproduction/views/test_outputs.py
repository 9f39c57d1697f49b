"""Pages about what the community makes."""

import io

import pytest
from docx import Document

from mindlines.coproduction.choices import OutputState
from mindlines.coproduction.models import Output, Remark
from tests import make, make_coproduction, make_knowledge
from tests.coproduction.writing.shared import says

HERE = "/communities/hips/outputs/"


@pytest.fixture
def leaflet(community, bos):
    made = make_coproduction.output(community, "The leaflet")
    says(
        made,
        "## Where\n\nIn the **hall**\\\nin Leek, see [the map](https://example.org)\n\n- one\n  1. two\n\n> said",
        by=bos,
    )
    return made


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_one_and_for_three(number, community, as_bo, django_assert_max_num_queries):
    for one in range(number):
        make_coproduction.output(community, f"Leaflet {one}")
    with django_assert_max_num_queries(9):
        page = as_bo.get(HERE).content.decode()
    assert page.count("Being made") >= number


def test_a_list_can_be_narrowed_and_shows_withdrawn_things_only_when_asked(community, as_bo):
    make_coproduction.output(community, "Gone", state=OutputState.WITHDRAWN)
    assert "Nothing is being made yet" in as_bo.get(HERE).content.decode()
    assert "Gone" in as_bo.get(f"{HERE}?state=withdrawn").content.decode()
    assert "Nothing found" in as_bo.get(f"{HERE}?kind=video").content.decode()
    assert as_bo.get(f"{HERE}?kind=nonsense&page=x").status_code == 200


def test_a_member_begins_something_and_finds_it(as_bo, community):
    sent = as_bo.post(
        f"{HERE}new/", {"title": "The booklet", "kind": "booklet", "link": "example.org/film"}, follow=True
    )
    assert "The booklet" in sent.content.decode() and "https://example.org/film" in sent.content.decode()
    assert "Give it a title." in as_bo.post(f"{HERE}new/", {"kind": "booklet"}).content.decode()


def test_other_words_about_it_are_saved(as_bo, leaflet):
    as_bo.post(f"/outputs/{leaflet.pk}/change/", {"title": "The booklet", "kind": "booklet", "about": "For all"})
    leaflet.refresh_from_db()
    assert (leaflet.title, leaflet.about) == ("The booklet", "For all")


def test_what_it_rests_on_is_ticked_and_shown(as_bo, community, leaflet):
    item = make_knowledge.item(community, "A review")
    make_knowledge.statement(item)
    action = make.action(community)
    address = f"/outputs/{leaflet.pk}/rests-on/"
    looked = as_bo.post(address, {"typed": "review", "look": "1"}).content.decode()
    assert "A review" in looked and "statement:" not in looked
    page = as_bo.post(address, {"typed": "", "things": [f"item:{item.pk}"], "actions": [action.pk]}, follow=True)
    assert "A review" in page.content.decode() and action.words in page.content.decode()


def test_no_stranger_deed_is_done(as_ana, leaflet):
    assert as_ana.post(f"/outputs/{leaflet.pk}/step/explode/").status_code == 404
    remark = Remark.objects.create(output=leaflet, words="Well")
    assert as_ana.post(f"/outputs/comments/{remark.pk}/explode/").status_code == 404
    assert as_ana.get(f"/outputs/{leaflet.pk}/text.exe").status_code == 404


def test_a_suggestion_needs_words_that_stand_in_the_text_once(as_bo, leaflet):
    address = f"/outputs/{leaflet.pk}/comments/"
    for sent, problem in (
        ({}, "Write a comment"),
        ({"instead": "x"}, "Copy the words here"),
        ({"instead": "x", "passage": "nowhere"}, "do not stand in one paragraph"),
        ({"instead": "x", "passage": "e"}, "more than once"),
    ):
        assert problem in as_bo.post(address, {"words": "", **sent}).content.decode()
    as_bo.post(address, {"passage": "said", "instead": "told"})
    as_bo.post(address, {"words": "Too short"})
    first, second = Remark.objects.all()
    page = as_bo.get(address).content.decode()
    assert "Put these words into the text" in page and "It is taken up" in page
    as_bo.post(f"/outputs/comments/{second.pk}/answer/", {"answer": "It grows"})
    as_bo.post(f"/outputs/comments/{first.pk}/take-up/")
    page = as_bo.get(address).content.decode()
    assert "told" in page and "It grows" in page and "Open it again" in page
    as_bo.post(f"/outputs/comments/{first.pk}/open/")
    assert "must be changed by hand" in as_bo.get(address).content.decode()


def test_versions_are_kept_compared_and_brought_back(as_bo, leaflet, bos):
    history = f"/outputs/{leaflet.pk}/history/"
    as_bo.post(f"{history}keep/", {"note": "First draft"})
    assert "has not changed" in as_bo.post(f"{history}keep/", follow=True).content.decode()
    says(leaflet, "## Where\n\nIn the new hall", by=bos)
    page = as_bo.get(f"{history}compare/?old=1").content.decode()
    assert "</ins>" in page and "</del>" in page and "##" not in page
    assert as_bo.get(f"{history}compare/?old=77").status_code == 404
    assert as_bo.get(f"{history}compare/?old=x").status_code == 404
    assert as_bo.post(f"{history}9/restore/").status_code == 404
    brought = as_bo.post(f"{history}1/restore/", follow=True).content.decode()
    assert "As it was in version 1" in brought and "First draft" in brought


def test_one_says_how_one_wishes_to_be_thanked(as_bo, leaflet):
    assert "How shall we thank you?" in as_bo.get(f"/outputs/{leaflet.pk}/").content.decode()
    address = f"/outputs/{leaflet.pk}/thanks/mine/"
    assert "Write the name" in as_bo.post(address, {"naming": "other"}).content.decode()
    as_bo.post(address, {"naming": "named"})
    assert "Made by Bo Berg" in as_bo.get(f"/outputs/{leaflet.pk}/").content.decode()
    as_bo.post(f"/outputs/{leaflet.pk}/thanks/add/", {"who": "bo berg", "part": "drew"})
    as_bo.post(f"/outputs/{leaflet.pk}/thanks/add/", {"who": "The print shop"})
    page = as_bo.get(f"/outputs/{leaflet.pk}/thanks/").content.decode()
    assert "Made by Bo Berg (drew); The print shop." in page
    assert "Write who helped." in as_bo.post(f"/outputs/{leaflet.pk}/thanks/add/", {"who": ""}).content.decode()


def test_a_word_processor_gets_headings_lists_and_thanks(as_bo, leaflet):
    paper = Document(io.BytesIO(as_bo.get(f"/outputs/{leaflet.pk}/text.docx").content))
    told = [(part.style.name, part.text) for part in paper.paragraphs]
    assert ("Heading 2", "Where") in told and ("List Bullet", "one") in told and ("List Number 2", "two") in told
    assert ("Quote", "said") in told and told[-1][1].startswith("Made by people of these groups: Lay members")
    assert "the map (https://example.org)" in told[2][1] + told[3][1]


def test_a_paper_and_a_page_are_made(as_bo, leaflet):
    Output.objects.update(about="For everybody")
    assert as_bo.get(f"/outputs/{leaflet.pk}/text.pdf").content[:4] == b"%PDF"
    page = as_bo.get(f"/outputs/{leaflet.pk}/text.html").content.decode()
    assert "<strong>hall</strong>" in page and "For everybody" in page and "<script" not in page


def test_the_sheet_says_in_words_how_the_line_is_and_tells_nothing_of_the_reader(as_bo, leaflet, bos):
    page = as_bo.get(f"/outputs/{leaflet.pk}/write/").content.decode()
    assert "You are offline. Go on writing" in page and "ui/writing.js" in page
    assert f'data-name="{bos.pk}"' not in page
