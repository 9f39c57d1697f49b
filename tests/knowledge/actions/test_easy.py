"""Easy read is made line by line; each change is a new version that nobody has signed yet."""

import pytest

from mindlines.communities.models import SearchEntry
from mindlines.kernel.errors import Refused
from mindlines.knowledge.actions import easy as actions
from mindlines.knowledge.actions.easy import Line, Own
from mindlines.knowledge.models import EasyLine, Item, PlainVersion
from tests import make_knowledge, make_plain


@pytest.fixture
def item(community, anas) -> Item:
    return make_knowledge.item(community, by=anas)


@pytest.fixture
def on_disk(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
    }
    return lambda: sorted(path.suffix for path in tmp_path.rglob("*") if path.is_file())


def add(item, by, words="You can bring a friend.", *, key="", **more):
    return actions.add(item, line=Line(words=words, **more), key=key, by=by)


def words(item) -> list[str]:
    return list(EasyLine.objects.filter(plain__item=item).values_list("words", flat=True))


def version(item) -> int:
    return item.plain_versions.get().version


def test_the_first_line_begins_it(item, anas):
    line = add(item, anas, picture="people")
    assert (line.plain.title, line.plain.version, line.picture) == (item.title, 1, "people")
    assert "bring a friend" in SearchEntry.objects.get(title=item.title).words


def test_a_line_sent_twice_is_there_once(item, anas):
    assert add(item, anas, key="a").pk == add(item, anas, key="a").pk
    assert len(words(item)) == 1


def test_a_line_says_something(item, anas):
    with pytest.raises(Refused):
        add(item, anas, "  ")


def test_it_does_not_grow_without_end(item, anas, monkeypatch):
    monkeypatch.setattr(actions, "MOST_LINES", 1)
    add(item, anas)
    with pytest.raises(Refused, match="1 lines at most"):
        add(item, anas)


def test_the_title_is_given_and_changed(item, anas):
    with pytest.raises(Refused):
        actions.name(item, title=" ", by=anas)
    assert actions.name(item, title="Moving", by=anas).version == 1
    assert actions.name(item, title="Moving", by=anas).version == 1
    changed = actions.name(item, title="Moving helps", by=anas)
    assert (changed.version, changed.earlier.get().title) == (2, "Moving")


def test_lines_change_places(item, anas):
    lines = [add(item, anas, each) for each in ("One.", "Two.", "Three.")]
    actions.move(lines[0], down=True, by=anas)
    assert words(item) == ["Two.", "One.", "Three."]
    actions.move(lines[2], down=False, by=anas)
    assert words(item) == ["Two.", "Three.", "One."]


def test_at_the_end_nothing_moves(item, anas):
    line = add(item, anas)
    actions.move(line, down=True, by=anas)
    actions.move(line, down=False, by=anas)
    assert version(item) == 1


def test_a_line_is_changed_and_taken_out_and_what_others_said_is_kept(item, anas, bos):
    first, _second = add(item, anas, "One.", picture="knee"), add(item, anas, "Two.")
    actions.change(first, to=Line(words="Uno.", picture="hip"), by=bos)
    actions.remove(first, by=anas)
    assert words(item) == ["Two."]
    assert EasyLine.objects.get().position == 0
    kept = item.plain_versions.get().earlier.order_by("number")
    assert [[line["words"] for line in one.lines] for one in kept] == [["One."], ["One.", "Two."], ["Uno.", "Two."]]


def test_of_a_line_that_somebody_took_out_nothing_can_be_changed(item, anas):
    line = add(item, anas)
    stale = EasyLine.objects.select_related("plain__item").get(pk=line.pk)
    actions.remove(line, by=anas)
    with pytest.raises(Refused, match="took this line out"):
        actions.change(stale, to=Line(words="Again."), by=anas)
    PlainVersion.objects.all().delete()
    with pytest.raises(Refused, match="took this line out"):
        actions.remove(stale, by=anas)


def test_a_change_leaves_it_unsigned(item, anas, bos):
    plain = make_plain.easy(item, "One.", signed_by=bos, signed_on="2026-11-01", signed_version=1)
    actions.change(plain.lines.get(), to=Line(words="Two."), by=anas)
    assert not PlainVersion.objects.get().is_signed


class TestOnesOwnPicture:
    OWN = Own(make_plain.png(), "png")

    def test_is_kept_until_another_takes_its_place(self, item, anas, on_disk, django_capture_on_commit_callbacks):
        line = add(item, anas, own=self.OWN, shows="The hall", keep_own=True)
        assert (on_disk(), line.shows, line.media_type) == ([".png"], "The hall", "image/png")
        actions.change(line, to=Line(words="Here.", shows="The hall", keep_own=True), by=anas)
        assert on_disk() == [".png"]
        with django_capture_on_commit_callbacks(execute=True):
            actions.change(line, to=Line(words="Here.", own=Own(make_plain.jpeg(), "jpg"), shows="A door"), by=anas)
        assert on_disk() == [".jpg"]

    def test_goes_with_one_of_ours(self, item, anas, on_disk, django_capture_on_commit_callbacks):
        line = add(item, anas, own=self.OWN, shows="The hall")
        with django_capture_on_commit_callbacks(execute=True):
            actions.change(line, to=Line(words="Here.", picture="home"), by=anas)
        line.refresh_from_db()
        assert (on_disk(), line.picture, line.shows, line.has_own_picture) == ([], "home", "", False)

    def test_goes_with_its_line(self, item, anas, on_disk, django_capture_on_commit_callbacks):
        line = add(item, anas, own=self.OWN, shows="The hall")
        with django_capture_on_commit_callbacks(execute=True):
            actions.remove(line, by=anas)
        assert on_disk() == []
