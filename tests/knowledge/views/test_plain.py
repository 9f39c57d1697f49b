"""Plain words and easy read as people see them."""

import re

import pytest
from django.urls import reverse

from mindlines.knowledge.models import EasyLine, PlainVersion
from tests import make, make_knowledge, make_plain


@pytest.fixture
def item(community, anas):
    return make_knowledge.item(community, by=anas, words="Exercise therapy reduces pain.")


def words_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def address(name, item, **more) -> str:
    return reverse(f"knowledge:{name}", kwargs={"pk": item.pk, **more})


WORDS = {"title": "Moving helps", "words": "Moving more helps your osteoarthritis.", "based_on": "0", "source": "1"}


class TestPlainWords:
    def test_stand_beside_the_source(self, as_bo, item, ana):
        make_plain.plain(item, by=ana)
        shown = words_of(as_bo.get(address("plain", item)))
        assert "Moving more helps your knee." in shown and "Exercise therapy reduces pain." in shown
        assert "Written by Ana Alvarez" in shown and "This is clear to me" in shown

    def test_are_saved_and_read(self, as_bo, item):
        shown = words_of(as_bo.post(address("plain_write", item), WORDS, follow=True))
        assert "Moving more helps" in shown and "You wrote these words" in shown

    def test_are_checked_without_a_script_and_kept_in_the_box(self, as_bo, item):
        shown = words_of(as_bo.post(address("plain_check", item), {**WORDS, "title": ""}))
        assert "osteoarthritis a long word" in shown and "Moving more helps your" in shown
        assert "There is a problem" not in shown
        assert not PlainVersion.objects.exists()

    def test_are_checked_as_one_types(self, as_bo, item, community):
        make.term(community, "Osteoarthritis", meaning="Worn joints.")
        response = as_bo.post(address("plain_check", item), WORDS, headers={"HX-Request": "true"})
        assert "Worn joints." in words_of(response) and b"<html" not in response.content

    def test_of_two_who_write_the_second_sees_the_words_of_the_first(self, as_bo, item, ana):
        make_plain.plain(item, "What Ana wrote.", by=ana, version=2)
        response = as_bo.post(address("plain_write", item), {**WORDS, "based_on": "1"})
        shown = words_of(response)
        assert "Somebody changed these words" in shown
        assert "What Ana wrote." in shown and "Moving more helps" in shown
        again = re.search(r'name="based_on" value="(\d+)"', response.content.decode())
        saved = as_bo.post(address("plain_write", item), {**WORDS, "based_on": again[1]}, follow=True)
        assert "Moving more helps" in words_of(saved)

    def test_say_so_when_the_source_changed(self, as_bo, item, ana):
        make_plain.plain(item, by=ana, source_version=0)
        assert "The source changed since" in words_of(as_bo.get(address("plain", item)))
        as_bo.post(address("plain_still_right", item, form="plain"), {"source": "1"})
        assert "The source changed since" not in words_of(as_bo.get(address("plain", item)))

    def test_are_found_clear_and_taken_back(self, as_bo, item, ana):
        make_plain.plain(item, by=ana)
        clear = as_bo.post(address("plain_sign", item, form="plain"), {"version": "1"}, follow=True)
        assert "Bo Berg found it clear" in words_of(clear)
        back = as_bo.post(address("plain_take_back", item, form="plain"), follow=True)
        assert "No lay reader has read this yet" in words_of(back)

    def test_are_found_clear_by_phone_and_the_reader_finds_it_and_takes_it_back(self, as_ana, as_bo, item, ana, bos):
        make_plain.plain(item, by=ana)
        way = address("plain_sign_for", item, form="plain")
        assert way in as_ana.get(address("plain", item)).content.decode()
        assert way not in as_bo.get(address("plain", item)).content.decode()
        told = {"who": str(bos.pk), "origin": "phone", "version": "1"}
        shown = words_of(as_ana.post(way, told, follow=True))
        assert "Bo Berg found it clear" in shown
        assert "Told us by phone, written down by Ana Alvarez." in shown
        held = as_bo.get(reverse("people:held")).content.decode()
        assert "Told us by phone" in held and f'href="{address("plain", item)}"' in held
        back = as_bo.post(address("plain_take_back", item, form="plain"), follow=True)
        assert "No lay reader has read this yet" in words_of(back) and "by phone" not in words_of(back)
        assert address("plain", item) not in as_bo.get(reverse("people:held")).content.decode()

    def test_of_a_reader_who_told_us_the_name_and_the_way_are_asked(self, as_ana, item, ana, bos):
        make_plain.plain(item, by=ana)
        response = as_ana.post(address("plain_sign_for", item, form="plain"), {"version": "1"})
        assert response.status_code == 422 and not PlainVersion.objects.get().signed_on
        assert "Choose the lay member" in words_of(response) and "Choose how they told you" in words_of(response)

    def test_without_a_reader_the_page_says_whom_to_invite(self, as_ana, item, ana):
        make_plain.plain(item, by=ana)
        shown = words_of(as_ana.get(address("plain_sign_for", item, form="plain")))
        assert "There is no lay member who could read it" in shown

    def test_lay_members_are_asked(self, as_ana, item, ana, bo):
        make_plain.plain(item, by=ana)
        asked = words_of(as_ana.post(address("plain_ask", item, form="plain"), follow=True))
        assert "1 lay member was asked to read it." in asked and "Lay members were asked to read it:" in asked

    def test_a_form_that_does_not_exist_is_not_there(self, as_bo, item):
        make_plain.plain(item)
        assert as_bo.get(address("plain_earlier", item, form="latin")).status_code == 404

    def test_the_page_of_the_item_leads_to_them(self, as_bo, item):
        make_plain.plain(item)
        page = as_bo.get(reverse("knowledge:item", kwargs={"pk": item.pk})).content.decode()
        assert address("plain", item) in page and address("easy_write", item) in page


class TestEasyRead:
    def test_begins_with_a_line(self, as_bo, item):
        assert "There are no lines yet" in words_of(as_bo.get(address("easy_write", item)))
        body = {"words": "The physiotherapist helps you.", "picture": "nurse", "key": "a"}
        shown = as_bo.post(address("easy_add", item), body, follow=True)
        assert "Hard word: “physiotherapist”" in words_of(shown)
        assert "knowledge/easy/nurse.svg" in as_bo.get(address("easy", item)).content.decode()

    def test_a_line_without_words_is_told_so(self, as_bo, item):
        response = as_bo.post(address("easy_add", item), {"picture": "hip"})
        assert response.status_code == 422 and "Write what this line says." in words_of(response)
        assert re.search(r'value="hip"\s+checked', response.content.decode())

    def test_a_line_is_changed_moved_and_taken_out(self, as_bo, item):
        plain = make_plain.easy(item, "One.", "Two.")
        first = plain.lines.first()
        as_bo.post(address("easy_line", item, line=first.pk), {"words": "Uno.", "picture": "yes"})
        as_bo.post(address("easy_move", item, line=first.pk), {"move": "down"})
        assert [line.words for line in plain.lines.all()] == ["Two.", "Uno."]
        as_bo.post(address("easy_remove", item, line=first.pk))
        assert [line.words for line in EasyLine.objects.all()] == ["Two."]

    def test_what_it_said_before_can_be_read(self, as_bo, item, ana):
        plain = make_plain.easy(item, "One.", by=ana)
        as_bo.post(address("easy_line", item, line=plain.lines.get().pk), {"words": "Uno.", "picture": ""})
        assert "One." in words_of(as_bo.get(address("plain_earlier", item, form="easy")))

    def test_without_lines_it_teaches(self, as_bo, item):
        make_plain.easy(item)
        assert "It has no lines yet" in words_of(as_bo.get(address("easy", item)))

    def test_three_lines_cost_as_many_queries_as_one(self, as_bo, item, django_assert_max_num_queries):
        plain = make_plain.easy(item, "One.")
        with django_assert_max_num_queries(20) as first:
            as_bo.get(address("easy", item))
        make_plain.line(plain, "Two."), make_plain.line(plain, "Three.")
        with django_assert_max_num_queries(len(first)):
            as_bo.get(address("easy", item))

    def test_an_own_picture_is_shown_and_on_paper(self, as_bo, item):
        line = make_plain.line(make_plain.easy(item), own=make_plain.png(), shows="The hall")
        picture = as_bo.get(address("easy_picture", item, line=line.pk))
        assert picture.headers["Content-Type"] == "image/png" and b"".join(picture).startswith(b"\x89PNG")
        paper = as_bo.get(address("easy_pdf", item))
        assert paper.content.startswith(b"%PDF") and b"/Subtype /Image" in paper.content

    def test_a_line_without_an_own_picture_has_none(self, as_bo, item):
        line = make_plain.line(make_plain.easy(item), picture="hip")
        assert as_bo.get(address("easy_picture", item, line=line.pk)).status_code == 404
        assert as_bo.get(address("easy_line", item, line=line.pk + 1)).status_code == 404

    def test_a_withdrawn_item_has_no_plain_words_to_write(self, as_ana, item):
        as_ana.post(address("withdraw", item))
        assert as_ana.get(address("plain_write", item)).status_code == 404
