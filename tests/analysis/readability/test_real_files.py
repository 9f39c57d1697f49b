"""Texts of others against counts that another program made; the environment says where they lie.

Nobody counts syllables alike, so the tests say how near we come: sentences the same, words within a twelfth, syllables within a
sixth, which the names of genes need; in the plain summaries syllables within a fifteenth.
"""

import csv
import json
import os
from pathlib import Path

import pytest

from mindlines_analysis.readability import measure

FOLDER = Path(os.environ.get("MINDLINES_REAL_FILES", "none"), "health_text")
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="MINDLINES_REAL_FILES names no folder")


def rows():
    with (FOLDER / "reference/readability.csv").open(newline="") as file:
        for row in csv.DictReader(file):
            path = FOLDER / "pairs" / f"pmid{row['pmid']}.json"
            if path.exists():
                paragraphs = json.loads(path.read_text())[row["version"]]
                yield row, measure("\n\n".join(paragraph["text"] for paragraph in paragraphs))


def test_sentences_are_those_that_another_program_found():
    compared = [(int(row["sentences"]), ours.sentences) for row, ours in rows()]
    assert compared
    assert all(theirs == ours for theirs, ours in compared)


def test_words_and_syllables_are_near_those_of_another_program():
    for row, ours in rows():
        near = 1 / 6 if row["version"] == "technical" else 1 / 15
        assert ours.words == pytest.approx(int(row["words"]), rel=1 / 12)
        assert ours.syllables == pytest.approx(int(row["syllables"]), rel=near)


def test_in_each_pair_the_plain_summary_is_the_easier_one_by_both_programs():
    found = {(row["pmid"], row["version"]): (float(row["flesch_reading_ease"]), ours) for row, ours in rows()}
    for (pubmed, version), (theirs, ours) in found.items():
        technical, measured = found[pubmed, "technical"]
        if version == "plain" and theirs - technical > 1:
            assert ours.flesch.value > measured.flesch.value
