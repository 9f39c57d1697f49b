import gzip
import json
import os
from pathlib import Path

import pytest

from mindlines_analysis.readers import distance_tables
from mindlines_analysis.readers.distance_tables import read_distance_instance, read_distance_table
from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.tables import read_table

SMALL = b"4 2 ds 1 3 1 3 \n0 1 1.5\n0 2 2\n0 3 3\n1 2 4\n1 3 5\n2 3 6\n"
FOLDER = Path(os.environ.get("MINDLINES_REAL_FILES", "none"), "grouping/mdgp")


def test_an_instance_has_people_sizes_and_distances():
    found = read_distance_instance(SMALL, name="small.txt")
    assert found.names == ("0", "1", "2", "3") and found.sizes == ((1, 3), (1, 3))
    assert found.values[3] == (3, 5, 6, 0)
    assert found.within((("0", "3"), ("1", "2"))) == 7


def test_a_packed_instance_is_the_same():
    assert read_distance_instance(gzip.compress(SMALL, mtime=0), name="small.txt.gz") == read_distance_instance(
        SMALL, name=""
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"people groups\n", "does not begin as an instance does"),
        (b"4 2 ss 2 2\n0 1 1\n", "names 4 people and 2 groups, and 2 sizes"),
        (b"2 3 ss 1 1 1 1 1 1\n0 1 1\n", "names 2 people and 3 groups"),
        (b"9999 1 ss 9999 9999\n0 1 1\n", "at most 5,000 people"),
        (SMALL.replace(b"0 3 3\n", b""), "has 5 pairs; 4 people have 6, each of them once"),
        (SMALL.replace(b"0 3 3\n", b"0 2 3\n"), "has 6 pairs; 4 people have 6, each of them once"),
        (SMALL.replace(b"0 3 3\n", b"0 4 3\n"), "line 4: this pair is not two people between 0 and 3"),
        (SMALL.replace(b"0 3 3\n", b"2 2 3\n"), "line 4: this pair is not two people"),
        (SMALL.replace(b"0 3 3\n", b"nan 2 3\n"), "line 2: this pair is not two people"),
        (SMALL.replace(b"0 3 3\n", b"0 3 nan\n"), "line 4: a distance is a number from 0, and not “nan”"),
        (SMALL.replace(b"0 3 3\n", b"0 3 -3\n"), "line 4: a distance is a number from 0, and not “-3”"),
        (SMALL.replace(b"0 3 3\n", b"0 3 far\n"), "has a line that is not two people and a distance"),
        (SMALL.replace(b"0 3 3\n", b"0 3\n"), "has a line that is not two people and a distance"),
        (gzip.compress(SMALL, mtime=0)[:40], "is damaged"),
    ],
)
def test_an_instance_that_is_none_is_refused_in_words(content, words):
    with pytest.raises(Unreadable, match=words):
        read_distance_instance(content, name="odd.txt")


def test_a_packed_file_that_grows_out_of_measure_is_refused(monkeypatch):
    monkeypatch.setattr(distance_tables, "MAX_UNPACKED", 20)
    with pytest.raises(Unreadable, match="too large when it is unpacked"):
        read_distance_instance(gzip.compress(SMALL, mtime=0), name="big.txt.gz")


def square(text):
    return read_distance_table(read_table(text, name="far.csv"), name="far.csv")


def test_a_square_table_may_have_its_columns_in_another_order():
    assert square(b"who;Bo;Ana\nAna;1,5;0\nBo;0;1,5\n").values == ((0, 1.5), (1.5, 0))


def test_a_table_that_is_not_square_or_not_of_numbers_is_refused():
    with pytest.raises(Unreadable, match="not a square table"):
        square(b"who,Ana,Bo\nAna,0,1\n")
    with pytest.raises(Unreadable, match="Row 3: “far” is not a distance"):
        square(b"who,Ana,Bo\nAna,0,1\nBo,far,0\n")


@pytest.mark.skipif(not FOLDER.is_dir(), reason="MINDLINES_REAL_FILES names no folder")
def test_each_published_instance_is_read():
    best = json.loads((FOLDER / "best_found.json").read_text())
    files = {path.name.partition(".")[0]: path for path in FOLDER.iterdir() if ".txt" in path.name}
    assert set(files) == set(best)
    for stem, path in files.items():
        found = read_distance_instance(path.read_bytes(), name=path.name)
        assert f"_n{len(found.names):03}_" in stem
        assert sum(least for least, _ in found.sizes) <= len(found.names) <= sum(most for _, most in found.sizes)
