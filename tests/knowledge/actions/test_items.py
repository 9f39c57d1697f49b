"""Bringing in what the community knows, and changing it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mindlines.communities.choices import KnowledgeKind
from mindlines.communities.models import RecordLine, SearchEntry
from mindlines.kernel.errors import Refused
from mindlines.knowledge.actions import items as actions
from mindlines.knowledge.actions.items import Changed, NewItem, Numbers, Upload
from mindlines.knowledge.choices import Form, Naming
from mindlines.knowledge.models import Item
from mindlines.voice.choices import Audience, ContributionKind, Showing
from tests import make, make_knowledge, make_voice

NOTE = NewItem(
    kind=KnowledgeKind.LOCAL, form=Form.NOTE, title="How the hall is booked", words="Ask at the desk.", key="k"
)


def story(teller, **more) -> NewItem:
    values = {"naming": Naming.NAMED, "title": "The mats", "words": "I could not get up.", **more}
    return NewItem(kind=KnowledgeKind.STORY, form=Form.STORY, teller=teller, **values)


def verbs(community) -> list[str]:
    return list(RecordLine.objects.filter(community=community).order_by("pk").values_list("verb", flat=True))


def upload(words: bytes = b"%PDF-1.4", name: str = "leaflet.pdf") -> Upload:
    file = SimpleUploadedFile(name, words)
    return Upload(file=file, name=name, media_type="application/pdf", sha256=words.hex().ljust(64, "0")[:64])


class TestBringing:
    def test_a_note_is_somebodys_and_of_their_group(self, community, bos):
        made = actions.bring(NOTE, to=community, by=bos)
        assert (made.brought_by, made.constituency, made.version) == (bos, bos.constituency, 1)
        line = RecordLine.objects.get(community=community)
        assert (line.verb, line.actor, line.words) == ("brought-in-knowledge", bos.person, "What is so here")
        assert SearchEntry.objects.get().title == "How the hall is booked"

    def test_the_same_form_sent_twice_brings_one(self, community, bos):
        assert actions.bring(NOTE, to=community, by=bos) == actions.bring(NOTE, to=community, by=bos)
        assert verbs(community) == ["brought-in-knowledge"]

    def test_a_form_of_another_community_is_refused(self, community, neighbours, bos):
        actions.bring(NOTE, to=neighbours, by=make.membership(neighbours))
        with pytest.raises(Refused, match="used already"):
            actions.bring(NOTE, to=community, by=bos)

    def test_it_needs_a_title(self, community, bos):
        with pytest.raises(Refused, match="title"):
            actions.bring(NewItem(kind="local", form="note", title="  "), to=community, by=bos)

    def test_a_whole_list_is_one_line_of_the_record(self, community, anas):
        new = [
            NewItem(kind="research", form="citation", title=f"Trial {n}", citation={"csl": {"title": f"Trial {n}"}})
            for n in range(3)
        ]
        made = actions.bring_many(new, to=community, by=anas)
        assert [one.citation.csl["title"] for one in made] == ["Trial 0", "Trial 1", "Trial 2"]
        assert RecordLine.objects.get(community=community).words == "3"
        assert actions.bring_many([], to=community, by=anas) == []

    def test_a_list_that_comes_twice_makes_nothing_twice(self, community, anas):
        actions.bring_many([NOTE], to=community, by=anas)
        actions.bring_many([NOTE], to=community, by=anas)
        assert Item.objects.count() == 1

    def test_numbers_are_kept_as_they_were_typed(self, community, bos):
        table = Numbers(columns=["Month", "People"], rows=[["May", "1,200"]], unit="people")
        made = actions.bring(NewItem(kind="audit", form="table", title="Who came", table=table), to=community, by=bos)
        assert (made.table.rows, made.table.unit, made.table.chart) == ([["May", "1,200"]], "people", "bars")
        assert "1,200" in SearchEntry.objects.get().words

    def test_a_file_is_kept_under_a_name_that_says_nothing(self, community, bos):
        made = actions.bring(NewItem(kind="lived", form="file", title="Leaflet", file=upload()), to=community, by=bos)
        kept = made.files.get()
        assert kept.name == "leaflet.pdf" and "leaflet" not in kept.file.name
        assert kept.size == 8


class TestTellingAStory:
    def test_with_a_name_the_group_stands_beside_it(self, community, bos):
        made = actions.bring(story(bos), to=community, by=bos)
        assert (made.teller, made.brought_by, made.constituency) == (bos, None, bos.constituency)

    def test_without_a_name_nothing_says_whose_it_is(self, community, bos):
        made = actions.bring(story(bos, naming=Naming.NOBODY), to=community, by=bos)
        assert (made.teller, made.brought_by, made.constituency) == (bos, None, None)
        line = RecordLine.objects.get(community=community)
        assert (line.verb, line.actor, line.about, line.words) == ("told-a-story", None, None, "")
        assert "Bo" not in SearchEntry.objects.get().words

    @pytest.mark.parametrize("naming", [Naming.GROUP, Naming.OTHER])
    def test_a_small_group_does_not_stand_beside_it(self, community, bos, naming):
        made = actions.bring(story(bos, naming=naming, shown_name="Robin"), to=community, by=bos)
        assert made.constituency is None

    @pytest.mark.parametrize("naming", [Naming.GROUP, Naming.OTHER])
    def test_a_large_group_does(self, community, bos, naming):
        make_voice.crowd(community, 9)
        make.membership(community, constituency=bos.constituency)
        made = actions.bring(story(bos, naming=naming, shown_name="Robin"), to=community, by=bos)
        assert made.constituency == bos.constituency

    def test_another_name_has_to_be_written(self, community, bos):
        with pytest.raises(Refused, match="name"):
            actions.bring(story(bos, naming=Naming.OTHER), to=community, by=bos)

    def test_who_writes_it_down_for_somebody_is_kept(self, community, anas, bos):
        made = actions.bring(story(bos), to=community, by=anas)
        assert (made.teller, made.brought_by) == (bos, anas)


class TestChanging:
    def changed(self, **more) -> Changed:
        return Changed(**{"title": "How the hall is booked", "words": "Ring Leek.", "kind": "local", **more})

    def test_what_it_said_before_is_kept(self, community, bos):
        item = actions.bring(NOTE, to=community, by=bos)
        statement = make_knowledge.statement(item)
        actions.change(item, to=self.changed(), by=bos)
        item.refresh_from_db()
        before = item.versions.get()
        assert (item.words, item.version) == ("Ring Leek.", 2)
        assert (before.number, before.words, before.changed_by) == (1, "Ask at the desk.", bos.person)
        assert "Ring Leek." in SearchEntry.objects.get(kind="knowledge").words
        assert SearchEntry.objects.get(kind="statement").title == statement.words

    def test_where_no_word_changed_there_is_no_version(self, community, bos):
        item = actions.bring(NOTE, to=community, by=bos)
        actions.change(item, to=self.changed(words="Ask at the desk.", year=2026), by=bos)
        item.refresh_from_db()
        assert (item.version, item.versions.count(), item.year) == (1, 0, 2026)

    def test_numbers_that_changed_make_a_version(self, community, bos):
        table = Numbers(columns=["Month", "People"], rows=[["May", "12"]])
        item = actions.bring(NewItem(kind="audit", form="table", title="Who came", table=table), to=community, by=bos)
        table = Numbers(columns=["Month", "People"], rows=[["May", "13"]], chart="none")
        actions.change(item, to=self.changed(title="Who came", words="", kind="audit", table=table), by=bos)
        item = Item.objects.get()
        assert item.versions.get().words == "Month\tPeople\nMay\t12"
        assert (item.table.rows, item.table.chart) == ([["May", "13"]], "none")

    def test_a_teller_may_wish_to_be_named_in_another_way(self, community, bos):
        item = actions.bring(story(bos), to=community, by=bos)
        actions.change(item, to=self.changed(kind="story", naming=Naming.OTHER, shown_name="Robin"), by=bos)
        item.refresh_from_db()
        assert (item.naming, item.shown_name, item.constituency) == (Naming.OTHER, "Robin", None)
        actions.change(item, to=self.changed(kind="story", naming=Naming.NOBODY, shown_name="Robin"), by=bos)
        item.refresh_from_db()
        assert (item.naming, item.shown_name) == (Naming.NOBODY, "")
        with pytest.raises(Refused, match="name"):
            actions.change(item, to=self.changed(kind="story", naming=Naming.OTHER), by=bos)

    def test_who_wishes_no_name_any_more_is_not_found_by_what_they_said(self, community, bos):
        said = make_voice.contribution(community, by=bos)
        item = actions.keep_what_was_said(said, new=story(bos), by=bos)
        assert item.said == said
        actions.change(item, to=self.changed(kind="story", naming=Naming.NOBODY), by=bos)
        item.refresh_from_db()
        assert item.said is None

    def test_it_needs_a_title_and_must_be_there(self, community, bos):
        item = actions.bring(NOTE, to=community, by=bos)
        with pytest.raises(Refused, match="title"):
            actions.change(item, to=self.changed(title=" "), by=bos)
        actions.withdraw(item, by=bos)
        with pytest.raises(Refused, match="withdrawn"):
            actions.change(item, to=self.changed(), by=bos)

    def test_a_note_on_how_good_it_is(self, community, anas, bos):
        item = actions.bring(NOTE, to=community, by=bos)
        for _twice in range(2):
            actions.judge_quality(item, by=anas, quality=" Few people. ")
        item.refresh_from_db()
        assert item.quality == "Few people."
        assert verbs(community) == ["brought-in-knowledge", "noted-quality"]

    def test_the_same_file_is_put_once(self, community, bos):
        item = actions.bring(NOTE, to=community, by=bos)
        first = actions.add_file(item, upload=upload())
        assert actions.add_file(item, upload=upload()) == first
        actions.add_file(item, upload=upload(b"%PDF-2"))
        assert item.files.count() == 2


class TestKeepingWhatWasSaid:
    def test_a_story_stays_the_tellers(self, community, anas, bos):
        said = make_voice.contribution(community, by=bos, kind=ContributionKind.STORY)
        item = actions.keep_what_was_said(said, new=story(bos), by=anas)
        assert (item.form, item.teller, item.brought_by, item.said) == (Form.STORY, bos, anas, said)
        assert actions.keep_what_was_said(said, new=story(bos), by=anas) == item

    def test_a_point_becomes_a_note_and_no_way_leads_back_to_the_name(self, community, anas, bos):
        said = make_voice.contribution(community, by=bos)
        item = actions.keep_what_was_said(said, new=story(bos, naming=Naming.NOBODY), by=anas)
        assert (item.form, item.said) == (Form.NOTE, None)

    def test_what_has_no_name_gets_none(self, community, anas, bos):
        group = bos.constituency
        for constituency, naming in ((group, Naming.GROUP), (None, Naming.NOBODY)):
            said = make_voice.contribution(community, constituency=constituency)
            item = actions.keep_what_was_said(said, new=NewItem(kind="lived", form="note", title="Mats"), by=anas)
            assert (item.teller, item.naming, item.constituency, item.said) == (None, naming, constituency, said)

    @pytest.mark.parametrize("more", [{"showing": Showing.HIDDEN}, {"audience": Audience.FACILITATORS}])
    def test_what_not_everyone_can_read_is_not_kept(self, community, anas, bos, more):
        said = make_voice.contribution(community, by=bos, **more)
        with pytest.raises(Refused, match="Not everyone"):
            actions.keep_what_was_said(said, new=story(bos), by=anas)
