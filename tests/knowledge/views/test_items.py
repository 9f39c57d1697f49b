"""What the pages of knowledge show, and to whom."""

import re

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mindlines.communities.models import Priority
from mindlines.knowledge.actions import findable
from mindlines.knowledge.models import Item, ItemFile, PlainVersion, Statement
from mindlines.voice.choices import ContributionKind
from tests import make_knowledge, make_voice
from tests.conftest import signed_in

# What the list costs, however long it is.
QUERIES = 11


def words_of(response) -> str:
    words = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(words.replace("&#x27;", "'").split())


def page(client, name: str, *, query: dict | None = None, **keys) -> str:
    response = client.get(reverse(f"knowledge:{name}", kwargs=keys), query or {})
    assert response.status_code == 200
    return words_of(response)


def send(client, name: str, body: dict, **keys):
    return client.post(reverse(f"knowledge:{name}", kwargs=keys), body, follow=True)


class TestTheList:
    def test_an_empty_one_teaches(self, as_bo, community):
        assert "Nothing is here yet" in page(as_bo, "items", slug="hips")

    def test_three_cost_as_many_queries_as_one(self, as_bo, community, bos, django_assert_num_queries):
        priority = Priority.objects.create(community=community, title="Falls")
        for number in range(3):
            item = make_knowledge.item(community, f"Number {number}", by=bos, priority=priority, form="citation")
            make_knowledge.statement(item)
            PlainVersion.objects.create(item=item, title="Plain", source_version=1)
            if number in (0, 2):
                with django_assert_num_queries(QUERIES):
                    assert as_bo.get("/communities/hips/knowledge/").content.count(b"1 statement") == number + 1

    def test_newest_first_and_none_before_the_others(self, as_bo, community, bos):
        make_knowledge.item(community, "A trial", by=bos)
        make_knowledge.story(community, "The mats", teller=bos)
        found = page(as_bo, "items", slug="hips")
        assert found.index("The mats") < found.index("A trial")
        assert "All kinds (2) Research (1) Stories (1)" in found
        found = page(as_bo, "items", slug="hips", query={"order": "title"})
        assert found.index("A trial") < found.index("The mats")

    def test_it_is_narrowed(self, as_bo, community, bos):
        priority = Priority.objects.create(community=community, title="Falls")
        make_knowledge.item(community, "A trial", by=bos, year=2019, priority=priority)
        told = make_knowledge.story(
            community, "The mats", teller=bos, words="On the floor", naming="nobody", constituency=None
        )
        findable.put_statement(make_knowledge.statement(told, "Nobody noticed"))
        PlainVersion.objects.create(item=told, title="Easy", words="Soft ground", source_version=1)
        for item in Item.objects.all():
            findable.put_item(item)
        for query, shown in (
            ({"kind": "story"}, "The mats"),
            ({"form": "note"}, "A trial"),
            ({"group": bos.constituency_id}, "A trial"),
            ({"priority": priority.pk}, "A trial"),
            ({"year": 2019}, "A trial"),
            ({"q": "floor mats"}, "The mats"),
            ({"q": "noticed"}, "The mats"),
            ({"q": "soft"}, "The mats"),
        ):
            found = page(as_bo, "items", slug="hips", query=query)
            assert shown in found and "1 found" in found
        assert "Nothing found" in page(as_bo, "items", slug="hips", query={"q": "zebra"})

    def test_what_was_withdrawn_is_not_listed(self, as_bo, community, bos):
        told = make_knowledge.story(community, "The mats", teller=bos)
        send(as_bo, "withdraw", {}, pk=told.pk)
        assert "Nothing is here yet" in page(as_bo, "items", slug="hips")
        found = page(as_bo, "item", pk=told.pk)
        assert "Something was withdrawn here" in found and "The mats" not in found


class TestBringing:
    def test_the_forms_stand_in_no_order_of_worth(self, as_bo, as_ana, community):
        found = page(as_bo, "bring", slug="hips")
        places = [found.index(words) for words in ("A file", "A link", "A note", "A story", "Numbers in a table")]
        assert places == sorted(places) and "for somebody" not in found
        assert "Write down a story for somebody" in page(as_ana, "bring", slug="hips")

    def test_who_reads_a_story_is_said_before(self, as_bo, community, ana):
        found = page(as_bo, "new", slug="hips", form="story")
        assert "All 2 members of Hips and knees can read it" in found
        assert found.index("How do you wish to be named?") < found.index("Your story")
        assert "can withdraw it at any time" in found and "could look it up" in found

    def test_a_story_without_a_name_names_nobody_anywhere(self, as_bo, as_ana, community):
        body = {"naming": "nobody", "title": "The mats", "words": "I could not get up.", "key": "k"}
        for _twice in range(2):
            send(as_bo, "new", body, slug="hips", form="story")
        told = Item.objects.get()
        for name, keys in (("items", {"slug": "hips"}), ("item", {"pk": told.pk}), ("versions", {"pk": told.pk})):
            shown = page(as_ana, name, **keys)
            assert "Bo Berg" not in shown and "Lay members ·" not in shown
        assert "Told without a name" in page(as_ana, "item", pk=told.pk)
        record = words_of(as_ana.get(reverse("communities:record", kwargs={"slug": "hips"})))
        assert "A story was told." in record and "Bo Berg" not in record

    def test_a_facilitator_writes_one_down_for_a_member(self, as_ana, as_bo, community, bos, anas):
        body = {"who": "bo berg", "naming": "named", "title": "The mats", "words": "I could not get up."}
        send(as_ana, "write_down", body, slug="hips")
        told = Item.objects.get()
        assert (told.teller, told.brought_by) == (bos, anas)
        assert "Change it" in page(as_bo, "item", pk=told.pk)
        assert "Change it" not in page(as_ana, "item", pk=told.pk)

    def test_numbers_are_drawn_and_stand_in_a_table(self, as_bo, community):
        body = {"title": "Who came", "cells": "Month,Leek,Ely\nMay,12,3\nJune,15,4", "chart": "bars", "kind": "audit"}
        drawn = send(as_bo, "new", body, slug="hips", form="table").content.decode()
        assert drawn.count("ml-tone__ground") == 4 and "June" in drawn and "<table" in drawn
        item = Item.objects.get()
        drawn = send(as_bo, "change", body | {"chart": "line"}, pk=item.pk).content.decode()
        assert (
            drawn.count("<circle cx") + drawn.count("<circle\n") >= 4
            and "June\t15\t4" in as_bo.get(f"/knowledge/{item.pk}/change/").content.decode()
        )

    def test_what_was_said_is_kept(self, as_ana, as_bo, community, bos):
        said = make_voice.contribution(community, "The mats are too low", by=bos, kind=ContributionKind.STORY)
        nameless = make_voice.contribution(community, "The hall is cold")
        assert "The hall is cold" not in page(as_bo, "from_said", slug="hips")
        assert "The hall is cold" not in page(as_ana, "from_said", slug="hips", query={"q": "mats"})
        assert "Bo Berg said it" in page(as_ana, "keep", slug="hips", pk=said.pk)
        assert "nobody can be named" in page(as_ana, "keep", slug="hips", pk=nameless.pk)
        assert "It is yours" in page(as_bo, "keep", slug="hips", pk=said.pk)
        body = {"naming": "named", "title": "The mats", "words": "The mats are too low"}
        shown = words_of(send(as_ana, "keep", body, slug="hips", pk=said.pk))
        assert "Where it was first said" in shown
        assert "The mats are too low" not in page(as_ana, "from_said", slug="hips")


class TestOneItem:
    @pytest.fixture
    def item(self, community, bos) -> Item:
        return make_knowledge.item(community, "The review", by=bos, words="It is dense.", link="https://example.org/")

    def test_it_says_how_good_it_is(self, as_ana, item):
        assert "Nobody has written down yet" in page(as_ana, "item", pk=item.pk)
        shown = words_of(send(as_ana, "quality", {"quality": "Few people, but like ours."}, pk=item.pk))
        assert "Few people, but like ours." in shown

    def test_earlier_versions_are_read(self, as_bo, item):
        assert "never changed" in page(as_bo, "versions", pk=item.pk)
        send(as_bo, "change", {"title": "The review", "words": "It is long.", "kind": "research"}, pk=item.pk)
        drawn = as_bo.get(reverse("knowledge:versions", kwargs={"pk": item.pk})).content.decode()
        assert "<del>dense.</del>" in drawn and "<ins>long.</ins>" in drawn

    def test_a_file_is_handed_out_to_be_kept(self, as_bo, as_chi, item, settings, tmp_path):
        storage = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
        settings.STORAGES = {**settings.STORAGES, "default": storage}
        send(as_bo, "add_file", {"file": SimpleUploadedFile("a “b”.pdf", b"%PDF-1.4")}, pk=item.pk)
        kept = ItemFile.objects.get()
        response = as_bo.get(reverse("knowledge:file", kwargs={"pk": kept.pk}))
        assert b"".join(response.streaming_content) == b"%PDF-1.4"
        assert (
            response["Content-Disposition"].startswith("attachment") and response["X-Content-Type-Options"] == "nosniff"
        )
        assert as_chi.get(reverse("knowledge:file", kwargs={"pk": kept.pk})).status_code == 404
        kept.file.storage.delete(kept.file.name)
        assert as_bo.get(reverse("knowledge:file", kwargs={"pk": kept.pk})).status_code == 404

    def test_statements_are_added_put_in_order_and_withdrawn(self, as_bo, item):
        for words in ("First claim", "Second claim"):
            send(as_bo, "write_statement", {"words": words, "page": "4"}, pk=item.pk)
        first, second = Statement.objects.order_by("pk")
        send(as_bo, "order_statements", {"item": second.pk, "move": "up"}, pk=item.pk)
        shown = page(as_bo, "item", pk=item.pk)
        assert shown.index("Second claim") < shown.index("First claim")
        send(as_bo, "order_statements", {"item": first.pk, "place": "0"}, pk=item.pk)
        assert "page 4" in page(as_bo, "statement", pk=first.pk)
        assert "First claim" in page(as_bo, "change_statement", pk=first.pk)
        send(as_bo, "change_statement", {"words": "Third claim"}, pk=first.pk)
        assert "In our own words, from: The review" in page(as_bo, "statement", pk=first.pk)
        assert "Withdraw this statement?" in page(as_bo, "withdraw_statement", pk=first.pk)
        send(as_bo, "withdraw_statement", {}, pk=first.pk)
        assert "Something was withdrawn here" in page(as_bo, "statement", pk=first.pk)
        assert "First claim" not in page(as_bo, "item", pk=item.pk)

    def test_forms_say_what_is_missing(self, as_bo, item):
        assert "Write the statement" in words_of(send(as_bo, "write_statement", {"words": ""}, pk=item.pk))
        assert "Choose a file" in words_of(send(as_bo, "add_file", {"x": "y"}, pk=item.pk))

    def test_what_is_not_there_is_not_found(self, as_bo, item, community):
        for name in ("item", "statement", "file"):
            assert as_bo.get(reverse(f"knowledge:{name}", kwargs={"pk": 10**9})).status_code == 404
        assert as_bo.get("/communities/hips/knowledge/new/poem/").status_code == 404

    def test_what_is_lost_is_said_before(self, as_bo, community, bos, item):
        assert "Withdraw “The review”?" in page(as_bo, "withdraw", pk=item.pk)
        said = make_voice.contribution(community, by=bos)
        told = make_knowledge.story(community, teller=bos, said=said)
        assert "That stays where it was said" in page(signed_in(bos.person), "withdraw", pk=told.pk)


def test_what_the_list_shows_the_gate_opens(as_bo, community, anas, bos):
    make_knowledge.item(community, by=anas)
    make_knowledge.story(community, teller=anas, naming="nobody")
    links = re.findall(r'href="(/knowledge/\d+/)"', as_bo.get("/communities/hips/knowledge/").content.decode())
    assert len(links) == 2 and [as_bo.get(link).status_code for link in links] == [200, 200]


def test_an_item_file_of_something_withdrawn_is_not_handed_out(as_bo, community, bos):
    item = make_knowledge.item(community, by=bos)
    kept = ItemFile.objects.create(
        item=item, file=ContentFile(b"x", name="x"), name="x", media_type="x", size=1, sha256="x"
    )
    item.withdrawn_at = item.made_at
    item.save()
    assert as_bo.get(reverse("knowledge:file", kwargs={"pk": kept.pk})).status_code == 404
