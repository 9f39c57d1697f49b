"""How voices are shared: turns, words and seconds between groups and among people, with the silent counted."""

from mindlines_analysis.voice.answers import (
    Aimed,
    Unanswered,
    UnansweredGap,
    Uptake,
    aims,
    unanswered_gap,
    uptake,
)
from mindlines_analysis.voice.attributing import voices
from mindlines_analysis.voice.equality import Equality, GroupVoice, Voice, equality
from mindlines_analysis.voice.figures import Figure
from mindlines_analysis.voice.parity import Band, band_of, parity
from mindlines_analysis.voice.sharing import dominance, entropy, gini
from mindlines_analysis.voice.speaking_order import Hand, Reason, Suggested, suggest_order
from mindlines_analysis.voice.speech import Utterance
from mindlines_analysis.voice.speech_time import SpeechTime, speech_time
from mindlines_analysis.voice.turns import Turn, merge_turns

__all__ = [
    "Aimed",
    "Band",
    "Equality",
    "Figure",
    "GroupVoice",
    "Hand",
    "Reason",
    "SpeechTime",
    "Suggested",
    "Turn",
    "Unanswered",
    "UnansweredGap",
    "Uptake",
    "Utterance",
    "Voice",
    "aims",
    "band_of",
    "dominance",
    "entropy",
    "equality",
    "gini",
    "merge_turns",
    "parity",
    "speech_time",
    "suggest_order",
    "unanswered_gap",
    "uptake",
    "voices",
]
