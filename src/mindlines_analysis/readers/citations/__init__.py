"""Lists of published works, from the programs and databases that people keep them in."""

from mindlines_analysis.readers.citations.found import CitationFile, CitationRecord, RefusedRecord
from mindlines_analysis.readers.citations.reading import read_citations

__all__ = ["CitationFile", "CitationRecord", "RefusedRecord", "read_citations"]
