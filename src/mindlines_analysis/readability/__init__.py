"""How easy a text is to read: its sentences, its hard words, and what three formulas make of them.

A formula counts; it does not understand. So these figures are a prompt to look again, never a gate: only a reader can say
whether a text is clear.
"""

from mindlines_analysis.readability.easy import Hint, easy_hints
from mindlines_analysis.readability.formulas import flesch_kincaid_grade, flesch_reading_ease, smog_grade
from mindlines_analysis.readability.measuring import HardWord, LongSentence, Readability, measure
from mindlines_analysis.readability.splitting import sentences, words
from mindlines_analysis.readability.spoken import syllables
from mindlines_analysis.voice.figures import Figure

__all__ = [
    "Figure",
    "HardWord",
    "Hint",
    "LongSentence",
    "Readability",
    "easy_hints",
    "flesch_kincaid_grade",
    "flesch_reading_ease",
    "measure",
    "sentences",
    "smog_grade",
    "syllables",
    "words",
]
