"""Published works: which records tell of the same one, how one is printed, and giving them out again."""

from mindlines_analysis.citations.formatting import Formatted, format_citation, format_many
from mindlines_analysis.citations.likeness import Alike, Reason, likeness_key, same_work
from mindlines_analysis.citations.writing import as_csl_json, as_ris

__all__ = [
    "Alike",
    "Formatted",
    "Reason",
    "as_csl_json",
    "as_ris",
    "format_citation",
    "format_many",
    "likeness_key",
    "same_work",
]
