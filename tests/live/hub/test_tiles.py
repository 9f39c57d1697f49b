from hypothesis import given
from hypothesis import strategies as st

from mindlines.live.hub.tiles import PATIENCE, Tile, Tiles


def heard(laid: int, *news: tuple[int, str]) -> Tiles:
    tiles = Tiles(laid=laid)
    for version, part in news:
        tiles.hear(version, part=part)
    return tiles


def test_a_burst_is_one_tile_with_the_parts_that_changed():
    tiles = heard(3, (4, "poll"), (5, "questions"), (6, "poll"))
    assert tiles.take(at=0) == Tile(after=3, upto=6, parts=frozenset({"poll", "questions"}))
    assert tiles.take(at=0) is None
    assert not tiles.is_behind


def test_what_comes_twice_or_late_is_told_once():
    tiles = heard(3, (4, "poll"), (4, "poll"))
    tiles.take(at=0)
    tiles.hear(4, part="poll")
    tiles.hear(2, part="now")
    assert tiles.take(at=9) is None


def test_news_that_overtook_another_waits_a_moment_for_it():
    tiles = heard(3, (5, "poll"))
    assert tiles.take(at=0) is None
    tiles.hear(4, part="now")
    assert tiles.take(at=0.1) == Tile(after=3, upto=5, parts=frozenset({"now", "poll"}))


def test_what_came_before_a_gap_is_told_at_once():
    tiles = heard(3, (4, "now"), (6, "poll"))
    assert tiles.take(at=0) == Tile(after=3, upto=4, parts=frozenset({"now"}))
    assert tiles.is_behind


def test_where_news_was_lost_anything_may_have_changed():
    tiles = heard(3, (5, "poll"))
    tiles.take(at=0)
    assert tiles.take(at=PATIENCE) == Tile(after=3, upto=5, parts=None)
    tiles.hear(4, part="now")
    assert tiles.take(at=9) is None


def test_a_version_that_was_only_read_has_all_parts_when_its_news_does_not_come():
    tiles = heard(3)
    tiles.reached(7)
    assert tiles.take(at=0) is None
    assert tiles.take(at=PATIENCE) == Tile(after=3, upto=7, parts=None)


@given(st.permutations(range(1, 30)), st.lists(st.integers(1, 29)), st.data())
def test_whatever_the_order_tiles_lie_side_by_side_and_cover_all(order, again, data):
    tiles, laid, at = Tiles(laid=0), [], 0.0
    for version in [*order, *again]:
        tiles.hear(version, part=str(version))
        at += data.draw(st.sampled_from([0.0, 0.2]))
        laid.append(tiles.take(at=at))
    laid += [tiles.take(at=at + 1), tiles.take(at=at + 2), tiles.take(at=at + 3)]
    told = [tile for tile in laid if tile]
    assert [tile.after for tile in told] == [0, *(tile.upto for tile in told[:-1])]
    assert told[-1].upto == 29
    for tile in told:
        covered = {str(version) for version in range(tile.after + 1, tile.upto + 1)}
        assert tile.parts is None or tile.parts == covered
