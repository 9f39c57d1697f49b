"""Who is who: whether two written names mean one person, and which member a shown name stands for."""

from mindlines_analysis.names.likeness import Level, Likeness, Named, same_person
from mindlines_analysis.names.matching import Candidate, Duplicate, Match, find_duplicates, match_names
from mindlines_analysis.names.spelling import plain, set_apart

__all__ = [
    "Candidate",
    "Duplicate",
    "Level",
    "Likeness",
    "Match",
    "Named",
    "find_duplicates",
    "match_names",
    "plain",
    "same_person",
    "set_apart",
]
