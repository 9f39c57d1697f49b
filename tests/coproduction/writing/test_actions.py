"""Making something together: the text, its versions, comments, thanks and states."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pycrdt import merge_updates

from mindlines.communication.models import Message
from mindlines.communities.choices import Standing
from mindlines.communities.models import RecordLine, SearchEntry
from mindlines.coproduction import rules
from mindlines.coproduction.actions import made_erasing, outputs, plainly, remarks, thanking, versions, writing
from mindlines.coproduction.choices import CreditNaming, OutputState, RemarkKind, RemarkState
from mindlines.coproduction.models import Credit, Output, OutputVersion, Remark, Update
from mindlines.coproduction.queries import made_holdings
from mindlines.coproduction.queries import outputs as queries
from mindlines.coproduction.queries import writing as reading
from mindlines.kernel.errors import Refused
from tests import make, make_coproduction, make_knowledge
from tests.coproduction.writing.shared import says, words_of


@pytest.fixture
def leaflet(community, bos):
    made = make_coproduction.output(community, "The leaflet")
    made.viewer = bos
    return made


def test_the_same_form_sent_twice_begins_one(community, neighbours, bo):
    new = outputs.NewOutput(title="The leaflet", key="once")
    assert outputs.begin(new, to=community, by=bo) == outputs.begin(new, to=community, by=bo)
    assert RecordLine.objects.get().verb == "began-to-make"
    with pytest.raises(Refused):
        outputs.begin(new, to=neighbours, by=bo)


def test_what_is_written_is_read_found_and_its_writer_thanked(leaflet, bos):
    says(leaflet, "Twelve sessions in the hall", by=bos)
    assert leaflet.words == ""
    writing.read_stale()
    leaflet.refresh_from_db()
    assert leaflet.words == "Twelve sessions in the hall" and leaflet.words_at == leaflet.last_update
    assert "Twelve sessions" in SearchEntry.objects.get().words
    assert leaflet.credits.get().membership == bos
    before = SearchEntry.objects.get().changed_at
    writing.read_stale()
    assert SearchEntry.objects.get().changed_at == before


def test_whoever_takes_a_pause_or_lives_next_door_writes_nothing(leaflet, bos, neighbours):
    stranger = make.membership(neighbours)
    bos.standing = Standing.PAUSED
    bos.save()
    sent = [reading.Sent(bos.pk, reading.EMPTY), reading.Sent(stranger.pk, reading.EMPTY)]
    stored = writing.store(leaflet.pk, sent=sent)
    assert stored.row == 0 and stored.turned_away == {bos.pk, stranger.pk}
    assert not Update.objects.exists()


def test_a_text_that_is_ready_or_too_long_takes_nothing_more(leaflet, bos, monkeypatch):
    sent = [reading.Sent(bos.pk, reading.EMPTY)]
    monkeypatch.setattr(writing, "MOST_BYTES", 1)
    with pytest.raises(reading.TooLong):
        writing.store(leaflet.pk, sent=sent)
    Output.objects.update(state=OutputState.READY)
    with pytest.raises(Refused, match="not being written"):
        writing.store(leaflet.pk, sent=sent)
    with pytest.raises(Refused):
        writing.store(999_999, sent=sent)


def test_many_rows_become_one_that_says_the_same(leaflet, bos, monkeypatch):
    monkeypatch.setattr(writing, "MOST_ROWS", 3)
    for number in range(5):
        says(leaflet, "\n\n".join(f"Paragraph {one}" for one in range(number + 1)), by=bos)
    before, weight = words_of(leaflet), leaflet.weight
    last = leaflet.last_update
    writing.join_long()
    assert words_of(leaflet) == before and leaflet.weight <= weight
    assert leaflet.updates.get().pk == last, "whoever has seen the earlier rows finds it still"
    writing.join(leaflet.pk)
    assert leaflet.updates.count() == 1


def test_rows_that_another_process_joined_meanwhile_are_left_alone(leaflet, bos, monkeypatch):
    says(leaflet, "One", by=bos)
    says(leaflet, "One\n\nTwo", by=bos)
    whole = writing.packed

    def joined_meanwhile(content):
        monkeypatch.setattr(writing, "packed", whole)
        writing.join(leaflet.pk)
        return whole(content)

    monkeypatch.setattr(writing, "packed", joined_meanwhile)
    writing.join(leaflet.pk)
    assert words_of(leaflet) == "One\n\nTwo"


def test_the_hub_finds_what_was_lost_and_who_may_not_write_any_more(leaflet, anas, bos):
    says(leaflet, "One", by=bos)
    first = leaflet.last_update
    says(leaflet, "One\n\nTwo", by=bos)
    bos.standing = Standing.PAUSED
    bos.save()
    found = reading.look(leaflet.pk, seen=first, had=(), writing={anas.pk, bos.pk})
    assert [row for row, _content in found.new] == [leaflet.last_update]
    assert found.is_open and found.writers == {anas.pk}
    assert reading.look(leaflet.pk, seen=first, had={leaflet.last_update}, writing=()).new == ()
    assert not reading.look(999_999, seen=0, had=(), writing=()).is_open


def test_the_plain_form_merges_with_what_others_wrote_meanwhile(leaflet, anas, bos):
    says(leaflet, "Twelve sessions.\n\nIn the hall.", by=bos)
    before = words_of(leaflet)
    says(leaflet, "Twelve sessions.\n\nIn the new hall.", by=bos)
    typed = "Twelve weekly sessions.\r\n\r\nIn the hall."
    assert plainly.write(leaflet, before=before, words=typed, by=anas)
    assert words_of(leaflet) == "Twelve weekly sessions.\n\nIn the new hall."
    assert set(leaflet.credits.values_list("membership", flat=True)) == {anas.pk, bos.pk}


def test_a_plain_form_in_which_nothing_was_changed_changes_nothing(leaflet, anas, bos):
    says(leaflet, "Twelve sessions.", by=bos)
    assert not plainly.write(leaflet, before="Twelve sessions.", words="Twelve sessions.", by=anas)
    assert leaflet.updates.count() == 1 and leaflet.credits.count() == 1


def test_an_earlier_text_comes_back_and_nothing_is_lost(leaflet, bo, bos):
    says(leaflet, "The first text", by=bos)
    first = versions.keep(leaflet, by=bo, note="First")
    assert versions.keep_if_changed(leaflet, by=bo) is None
    says(leaflet, "The second text", by=bos)
    brought = versions.restore(first, by=bo)
    assert words_of(leaflet) == "The first text" == brought.words
    assert [version.words for version in leaflet.versions.all()] == [
        "The first text",
        "The second text",
        "The first text",
    ]
    versions.restore(first, by=bo)
    assert words_of(leaflet) == "The first text"


def test_a_text_that_changes_is_kept_once_a_day(leaflet, bos):
    says(leaflet, "Day one", by=bos)
    assert versions.keep_daily() == 0
    Output.objects.update(made_at=timezone.now() - timedelta(days=2))
    assert versions.keep_daily() == 1 and versions.keep_daily() == 0
    OutputVersion.objects.update(kept_at=timezone.now() - timedelta(days=2))
    assert versions.keep_daily() == 0, "it has not changed since"
    says(leaflet, "Day three", by=bos)
    assert versions.keep_daily() == 1
    assert leaflet.versions.first().kept_by is None


def test_a_suggestion_that_is_taken_up_stands_in_the_text(leaflet, anas, bos):
    says(leaflet, "Twelve sessions in **small** groups.", by=bos)
    new = remarks.NewRemark(passage="Twelve sessions", instead="Twelve weekly sessions", key="once")
    made = remarks.make(new, on=leaflet, by=anas)
    assert remarks.make(new, on=leaflet, by=anas) == made and made.kind == RemarkKind.SUGGESTION
    remarks.answer(made, words="Good idea")
    remarks.take_up(made)
    assert words_of(leaflet) == "Twelve weekly sessions in **small** groups."
    made.refresh_from_db()
    assert (made.state, made.answer) == (RemarkState.TAKEN, "Good idea")
    with pytest.raises(Refused, match="settled this already"):
        remarks.close(made)


def test_a_suggestion_whose_words_are_gone_cannot_be_taken_up(leaflet, anas, bos):
    says(leaflet, "Twelve sessions.", by=bos)
    made = remarks.make(remarks.NewRemark(passage="Ten sessions", instead="Twelve"), on=leaflet, by=anas)
    with pytest.raises(Refused, match="by hand"):
        remarks.take_up(made)
    remarks.close(made, answer="Done by hand")
    remarks.open_again(made)
    made.refresh_from_db()
    assert made.state == RemarkState.OPEN and made.settled_at is None


def test_a_comment_can_be_taken_up_without_a_change_of_the_text(leaflet, anas):
    made = remarks.make(remarks.NewRemark(words="Too long"), on=leaflet, by=anas)
    remarks.take_up(made)
    assert leaflet.credits.get().membership == anas
    assert Remark.objects.get().state == RemarkState.TAKEN


def test_a_form_of_another_text_or_of_one_that_is_withdrawn_takes_no_comment(community, leaflet, anas):
    other = make_coproduction.output(community, "Another")
    remarks.make(remarks.NewRemark(words="Here", key="once"), on=other, by=anas)
    with pytest.raises(Refused, match="somewhere else"):
        remarks.make(remarks.NewRemark(words="Here", key="once"), on=leaflet, by=anas)
    Output.objects.update(state=OutputState.WITHDRAWN)
    with pytest.raises(Refused, match="withdrawn"):
        remarks.make(remarks.NewRemark(words="Here"), on=leaflet, by=anas)


def test_a_text_goes_from_being_made_to_published_and_back(leaflet, ana, anas, bos, django_capture_on_commit_callbacks):
    says(leaflet, "Ready now", by=bos)
    with django_capture_on_commit_callbacks(execute=True):
        outputs.step(leaflet, deed="ready", by=ana)
    assert Message.objects.get().person == bos.person
    outputs.step(leaflet, deed="ready", by=ana)
    outputs.step(leaflet, deed="publish", by=ana)
    leaflet.refresh_from_db()
    assert leaflet.state == OutputState.PUBLISHED and leaflet.published_at
    assert [version.words for version in leaflet.versions.all()] == ["Ready now"]
    with pytest.raises(Refused, match="Published"):
        outputs.step(leaflet, deed="write", by=ana)
    outputs.step(leaflet, deed="withdraw", by=ana)
    assert not SearchEntry.objects.exists()
    outputs.step(leaflet, deed="back", by=ana)
    leaflet.refresh_from_db()
    assert leaflet.state == OutputState.WRITING and leaflet.published_at is None


def test_what_an_output_rests_on_is_shown_as_far_as_one_may_read_it(leaflet, community, anas, bos):
    draft = make_coproduction.decision(community, "Still a draft?")
    open_one = make_coproduction.decision(community, "Twelve?", stage="open")
    item, action = make_knowledge.item(community), make.action(community)
    outputs.rest_on(leaflet, grounds=outputs.Grounds(decisions=[draft, open_one], items=[item], actions=[action]))
    assert [ground.words for ground in queries.grounds(leaflet)] == ["Twelve?", item.title, action.words]
    leaflet.viewer = anas
    assert len(queries.grounds(leaflet)) == 4


def test_saying_anew_what_it_rests_on_leaves_what_one_may_not_read(leaflet, community, anas, as_bo):
    draft = make_coproduction.decision(community, "Still a draft?")
    leaflet.decisions.add(draft)
    as_bo.post(f"/outputs/{leaflet.pk}/rests-on/", {"typed": ""})
    assert list(leaflet.decisions.all()) == [draft]
    leaflet.viewer = anas
    assert queries.unseen_decisions(leaflet) == []


def test_everyone_is_thanked_as_they_wish(leaflet, anas, bos):
    thanking.add(leaflet, membership=bos)
    thanking.add(leaflet, membership=anas, part="drew the pictures")
    thanking.add(leaflet, membership=anas)
    thanking.add(leaflet, membership=anas, part="drew")
    outside = thanking.add(leaflet, membership=None, shown_name="The print shop")
    assert queries.thanks(leaflet).words == "Made by The print shop; people of these groups: Lay members, Support team."
    thanking.wish(leaflet, by=anas, naming=CreditNaming.NAMED)
    thanking.wish(leaflet, by=bos, naming=CreditNaming.OTHER, shown_name="B. from Leek")
    assert queries.thanks(leaflet).names == ["B. from Leek", "Ana Alvarez (drew)", "The print shop"]
    thanking.wish(leaflet, by=bos, naming=CreditNaming.NOBODY, shown_name="B.")
    thanking.take_out(outside)
    assert queries.thanks(leaflet).words == "Made by Ana Alvarez (drew)."
    assert [row.who for row in queries.credit_rows(leaflet)] == ["You", "Ana Alvarez"]


def test_nobody_takes_a_member_out_or_wishes_for_somebody_who_did_nothing(leaflet, anas, bos):
    own = thanking.add(leaflet, membership=bos)
    with pytest.raises(Refused, match="Not at all"):
        thanking.take_out(own)
    with pytest.raises(Refused, match="not among"):
        thanking.wish(leaflet, by=anas, naming=CreditNaming.NAMED)


def test_whoever_is_erased_is_thanked_as_somebody_of_their_group(leaflet, bo, bos, anas):
    thanking.add(leaflet, membership=bos, part="wrote")
    thanking.wish(leaflet, by=bos, naming=CreditNaming.NAMED)
    silent = Credit.objects.create(
        output=make_coproduction.output(leaflet.community), membership=bos, naming=CreditNaming.NOBODY
    )
    remarks.make(remarks.NewRemark(words="Too long"), on=leaflet, by=bos)
    versions.keep(leaflet, by=bo)
    Output.objects.filter(pk=leaflet.pk).update(made_by=bo)
    rows = (made_holdings.credit_rows, made_holdings.remark_rows, made_holdings.kept_rows)
    assert [len(list(read(bo))) for read in rows] == [2, 1, 2]
    made_erasing.forget(bo)
    assert [len(list(read(bo))) for read in rows] == [0, 0, 0]
    assert queries.thanks(leaflet).groups == ["Lay members"]
    silent.refresh_from_db()
    assert (silent.naming, silent.shown_name) == (CreditNaming.NOBODY, "")


def test_other_words_about_an_output_leave_its_text_alone(leaflet, bos):
    says(leaflet, "Kept", by=bos)
    outputs.change(leaflet, title="The booklet", kind="booklet", about="For all", link="")
    assert words_of(leaflet) == "Kept" and SearchEntry.objects.get().title == "The booklet"


def test_a_document_of_two_halves_is_whole(leaflet, bos):
    says(leaflet, "One", by=bos)
    says(leaflet, "One\n\nTwo", by=bos)
    rows = [bytes(row.content) for row in leaflet.updates.all()]
    assert reading.content_of(leaflet.pk) == merge_updates(*rows)


def test_members_write_and_facilitators_publish(leaflet, anas, bos):
    assert rules.read_output(leaflet) and rules.write_output(leaflet) and not rules.publish_output(leaflet)
    assert [deed.name for deed in queries.deeds(leaflet)] == ["ready"]
    leaflet.viewer = anas
    assert rules.publish_output(leaflet)
    assert [deed.name for deed in queries.deeds(leaflet)] == ["ready", "withdraw"]
