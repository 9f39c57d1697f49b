"""The words of the starter set are plain: every text of it, read by our own measure of plain words."""

import pytest

from mindlines.preparation.queries import starters
from mindlines_analysis import readability

# The Flesch-Kincaid grade and five years; 11 is the upper end of what we write for.
OLDEST = 11.0


@pytest.mark.parametrize("step", starters.STEPS, ids=lambda step: str(step.title))
def test_a_starting_step_has_no_long_sentence_and_no_long_line(step):
    assert [each.text for each in readability.measure(str(step.words)).long_sentences] == []
    assert [line for line in str(step.easy).splitlines() if len(line.split()) > 10] == []


def test_all_starting_words_together_read_at_the_age_of_nine_to_eleven():
    found = readability.measure("\n\n".join(str(step.words) for step in starters.STEPS))
    assert found.reading_age.value <= OLDEST
