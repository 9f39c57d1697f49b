"""Plain words are written, kept, read by a lay member, and laid beside a source that changes."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from mindlines.communication.models import Message
from mindlines.communities.models import RecordLine, SearchEntry
from mindlines.kernel.errors import Refused
from mindlines.knowledge.actions import items
from mindlines.knowledge.actions import plain as actions
from mindlines.knowledge.actions.items import Changed
from mindlines.knowledge.models import Item, PlainVersion
from tests import make, make_knowledge, make_plain


@pytest.fixture
def item(community, anas) -> Item:
    return make_knowledge.item(community, by=anas, words="Exercise therapy reduces pain.")


def write(item, by, words="Moving helps.", *, based_on=0, title="Moving", source=1):
    return actions.write(item, title=title, words=words, based_on=based_on, source=source, by=by)


def test_the_first_words_are_version_one_and_can_be_found(item, anas, ana):
    plain = write(item, anas)
    assert (plain.version, plain.source_version, plain.changed_by) == (1, 1, ana)
    assert "Moving helps" in SearchEntry.objects.get(title=item.title).words
    assert RecordLine.objects.filter(verb="wrote-plain-words", actor=ana).count() == 1


def test_a_second_click_changes_nothing(item, anas):
    write(item, anas)
    plain = write(item, anas)
    assert (plain.version, plain.earlier.count()) == (1, 0)


@pytest.mark.parametrize(("title", "words"), [(" ", "Moving helps."), ("Moving", " \n")])
def test_without_words_it_is_refused(item, anas, title, words):
    with pytest.raises(Refused):
        write(item, anas, words, title=title)
    assert not item.plain_versions.exists()


def test_what_it_said_before_is_kept(item, anas, bos):
    write(item, anas)
    plain = write(item, bos, "Moving more helps.", based_on=1)
    assert plain.version == 2
    assert [(one.number, one.words) for one in plain.earlier.all()] == [(1, "Moving helps.")]


def test_changes_of_one_sitting_are_kept_once(item, anas):
    write(item, anas)
    write(item, anas, "Two.", based_on=1)
    plain = write(item, anas, "Three.", based_on=2)
    assert [one.words for one in plain.earlier.all()] == ["Moving helps."]
    plain.earlier.update(changed_at=timezone.now() - timedelta(hours=2))
    write(item, anas, "Four.", based_on=3)
    assert [one.words for one in plain.earlier.all()] == ["Three.", "Moving helps."]


def test_whoever_wrote_from_an_older_version_is_told_so(item, anas, bos):
    write(item, anas)
    write(item, bos, "Moving more helps.", based_on=1)
    with pytest.raises(Refused, match="Somebody changed these words"):
        write(item, anas, "Moving helps a lot.", based_on=1)
    assert item.plain_versions.get().words == "Moving more helps."


def test_a_story_in_plain_words_names_nobody_in_the_record(community, bos):
    story = make_knowledge.story(community, teller=bos, naming="nobody", words="I could not get up.")
    write(story, bos)
    assert RecordLine.objects.get(verb="wrote-plain-words").actor is None


def test_of_what_was_withdrawn_nothing_is_said_again(item, anas):
    items.withdraw(item, by=anas)
    with pytest.raises(Refused):
        write(item, anas)


class TestTheSourceChanged:
    @pytest.fixture
    def plain(self, item, anas) -> PlainVersion:
        made = write(item, anas)
        items.change(item, to=Changed(title=item.title, words="Exercise reduces pain a little.", kind="local"), by=anas)
        return PlainVersion.objects.get(pk=made.pk)

    def test_it_is_seen(self, plain):
        assert plain.source_changed

    def test_whoever_looked_can_say_that_it_is_still_right(self, plain):
        plain.item.refresh_from_db()
        actions.still_right(plain, source=2)
        again = PlainVersion.objects.get(pk=plain.pk)
        assert not again.source_changed and again.version == 1

    def test_nobody_has_looked_at_a_version_that_is_not_there_yet(self, plain):
        actions.still_right(plain, source=99)
        assert PlainVersion.objects.get(pk=plain.pk).source_version == 2

    def test_whoever_looked_at_an_older_one_has_not_seen_the_change(self, plain):
        actions.still_right(plain, source=1)
        assert PlainVersion.objects.get(pk=plain.pk).source_changed

    def test_writing_with_the_new_source_before_ones_eyes_is_looking_at_it(self, plain, anas):
        assert not write(plain.item, anas, "It helps a little.", based_on=1, source=2).source_changed


class TestALayReader:
    @pytest.fixture
    def plain(self, item, ana) -> PlainVersion:
        return make_plain.plain(item, by=ana)

    def test_says_that_it_is_clear(self, plain, bos, bo):
        actions.sign(plain, version=1, by=bos)
        actions.sign(plain, version=1, by=bos)
        signed = PlainVersion.objects.get(pk=plain.pk)
        assert signed.is_signed and signed.signed_by == bos
        assert RecordLine.objects.filter(verb="read-plain-words", actor=bo).count() == 1

    def test_is_asked_to_read_again_what_was_changed_meanwhile(self, plain, bos):
        with pytest.raises(Refused, match="Read it once more"):
            actions.sign(plain, version=0, by=bos)

    def test_has_not_signed_the_words_that_come_after(self, plain, anas, bos):
        actions.sign(plain, version=1, by=bos)
        changed = write(plain.item, anas, "Other words.", based_on=1, title=plain.title)
        assert changed.signed_on and not changed.is_signed
        assert changed.earlier.count() == 1

    def test_takes_it_back(self, plain, bos):
        actions.sign(plain, version=1, by=bos)
        actions.take_back(plain)
        assert PlainVersion.objects.get(pk=plain.pk).signed_by is None


class TestAReaderWhoToldUs:
    @pytest.fixture
    def plain(self, item, ana) -> PlainVersion:
        return make_plain.plain(item, by=ana)

    def test_is_written_down_as_such_and_twice_the_same_once(self, plain, ana, bos, bo):
        for _again in range(2):
            actions.sign_for(plain, of=bos, origin="phone", version=1, by=ana)
        signed = PlainVersion.objects.get(pk=plain.pk)
        assert signed.is_signed
        assert (signed.signed_by, signed.signed_origin, signed.sign_entered_by) == (bos, "phone", ana)
        assert RecordLine.objects.get(verb="wrote-down-a-reading-of-plain-words").about == bo

    def test_takes_it_back_and_nothing_of_it_is_left(self, plain, ana, bos):
        actions.sign_for(plain, of=bos, origin="post", version=1, by=ana)
        actions.take_back(plain)
        left = PlainVersion.objects.get(pk=plain.pk)
        assert (left.signed_by, left.signed_on, left.signed_origin, left.sign_entered_by) == (None, None, "", None)

    def test_who_then_says_so_on_the_page_has_said_it_alone(self, plain, ana, bos):
        actions.sign_for(plain, of=bos, origin="proxy", version=1, by=ana)
        PlainVersion.objects.update(version=2)
        actions.sign(plain, version=2, by=bos)
        signed = PlainVersion.objects.get(pk=plain.pk)
        assert (signed.is_signed, signed.signed_origin, signed.sign_entered_by) == (True, "", None)

    @pytest.mark.parametrize(
        ("told", "sentence"),
        [({"origin": "live"}, "Choose how they told us"), ({"version": 2}, "The words were changed since")],
    )
    def test_is_not_written_down_without_the_way_or_of_other_words(self, plain, ana, bos, told, sentence):
        with pytest.raises(Refused, match=sentence):
            actions.sign_for(plain, **({"of": bos, "origin": "phone", "version": 1, "by": ana} | told))
        assert PlainVersion.objects.get().signed_on is None

    def test_is_a_lay_member_who_did_not_write_it(self, item, community, anas, ana, bos, bo):
        clinician = make.membership(community, constituency=community.constituencies.get(name="Clinicians"))
        plain = make_plain.plain(item, by=bo)
        for reader in (clinician, bos):
            with pytest.raises(Refused, match="Only active lay members"):
                actions.sign_for(plain, of=reader, origin="phone", version=1, by=ana)

    def test_does_not_take_the_place_of_another_one(self, plain, community, ana, bos):
        actions.sign(plain, version=1, by=bos)
        actions.sign_for(plain, of=bos, origin="phone", version=1, by=ana)
        other = make.membership(community, constituency=bos.constituency)
        with pytest.raises(Refused, match="Another lay reader"):
            actions.sign_for(plain, of=other, origin="phone", version=1, by=ana)
        assert PlainVersion.objects.get().signed_origin == ""


class TestAskingLayMembers:
    @pytest.fixture
    def plain(self, item, ana) -> PlainVersion:
        return make_plain.plain(item, by=ana, title="A title that stays in the house")

    def test_each_is_told_without_a_word_of_it(self, plain, anas, bo, community):
        make.membership(community, constituency=community.constituencies.get(name="Clinicians"))
        assert actions.ask_readers(plain, by=anas) == 1
        told = Message.objects.get()
        assert told.person == bo and f"/knowledge/{plain.item.pk}/plain/" in told.words
        assert plain.title not in told.subject + told.words
        assert mail.outbox == []

    def test_is_done_once_a_version_and_once_a_week(self, plain, anas, bos):
        actions.ask_readers(plain, by=anas)
        with pytest.raises(Refused, match="asked to read this already"):
            actions.ask_readers(plain, by=anas)
        PlainVersion.objects.update(version=2)
        with pytest.raises(Refused):
            actions.ask_readers(plain, by=anas)
        PlainVersion.objects.update(asked_on=timezone.localdate() - timedelta(days=9))
        assert actions.ask_readers(plain, by=anas) == 1

    def test_neither_the_writer_nor_whoever_asks_is_a_reader(self, plain, bos):
        with pytest.raises(Refused, match="no other lay member"):
            actions.ask_readers(plain, by=bos)
        assert PlainVersion.objects.get().asked_on is None
