import pytest

from mindlines.communities.choices import Standing
from mindlines.communities.models import CharterReading, CharterVersion
from mindlines.communities.queries import charter
from tests import make


@pytest.fixture
def version(community):
    return CharterVersion.objects.create(community=community, number=1, purpose="Exercise for all who wait.")


def shown(old, new):
    return [(piece.change, piece.words.strip()) for piece in charter.changes(old, new=new)]


def test_words_that_changed_stand_beside_words_that_stayed():
    assert shown("Exercise for all who wait.", "Exercise for everybody who waits.") == [
        ("same", "Exercise for"),
        ("removed", "all"),
        ("added", "everybody"),
        ("same", "who"),
        ("removed", "wait."),
        ("added", "waits."),
    ]


@pytest.mark.parametrize(
    ("old", "new", "pieces"),
    [
        ("", "", []),
        ("", "New words", [("added", "New words")]),
        ("Old words", "", [("removed", "Old words")]),
        ("The same", "The same", [("same", "The same")]),
    ],
)
def test_text_that_came_went_or_stayed(old, new, pieces):
    assert shown(old, new) == pieces


def test_the_pieces_put_together_are_the_new_text():
    old, new = "One two three.\n\nFour five.", "One three two.\n\n* Six\n* five."
    kept = [piece.words for piece in charter.changes(old, new=new) if piece.change != "removed"]
    assert "".join(kept) == new


def test_each_part_of_the_charter_is_compared(community, version):
    second = CharterVersion(community=community, number=2, purpose=version.purpose, people="Everybody.")
    changed = [(section.title, section.is_changed) for section in charter.comparison(version, new=second)]
    assert changed == [("Purpose", False), ("People", True), ("Practice", False)]


def test_readers_are_counted_by_group_and_those_who_left_are_not(version, community, anas, bos):
    gone = make.membership(community, constituency=bos.constituency, standing=Standing.LEFT, left_on=make.soon())
    for member in (bos, gone):
        CharterReading.objects.create(version=version, membership=member)
    counted = [(group.group, group.read, group.members) for group in charter.readers(version)]
    assert counted == [("Lay members", 1, 1), ("Support team", 0, 1)]


def test_names_of_those_who_have_not_read_come_first(version, anas, bos):
    CharterReading.objects.create(version=version, membership=anas)
    assert [member.name for member in charter.members_and_readings(version, page=None)] == ["Bo Berg", "Ana Alvarez"]
