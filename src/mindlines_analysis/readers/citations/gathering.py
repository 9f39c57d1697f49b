"""Drafts become records, or are refused; none is lost."""

from collections.abc import Iterable

from mindlines_analysis.readers.citations.found import (
    MAX_RECORDS,
    CitationFile,
    CitationRecord,
    Draft,
    RefusedRecord,
)
from mindlines_analysis.readers.refusal import Unreadable


def gathered(
    form: str, drafts: Iterable[Draft | RefusedRecord], *, notes: Iterable[str] = (), name: str = ""
) -> CitationFile:
    """Sort drafts into records and refusals.

    Parameters
    ----------
    form
        What kind of file it is.
    drafts
        Drafts, and what was refused before.
    notes
        Remarks about the file.
    name
        What the file is called, for the sentence of a refusal.

    Returns
    -------
    CitationFile
        Everything, in the order of the file.

    Examples
    --------
    >>> gathered("RIS", [Draft(1, "TY - JOUR")]).refused
    (RefusedRecord(line=1, begins='TY - JOUR', reason='it has no title.'),)
    """
    records: list[CitationRecord] = []
    refused: list[RefusedRecord] = []
    for draft in drafts:
        end = draft.finished() if isinstance(draft, Draft) else draft
        if isinstance(end, CitationRecord):
            records.append(end)
        else:
            refused.append(end)
        if len(records) + len(refused) > MAX_RECORDS:
            raise Unreadable(
                f"“{name or 'This file'}” has more than {MAX_RECORDS:,} records. Split it into smaller files."
            )
    return CitationFile(form, tuple(records), tuple(refused), tuple(notes))
