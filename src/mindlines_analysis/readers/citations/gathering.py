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
    drafts: Iterable[Draft | RefusedRecord], *, form: str, notes: Iterable[str] = (), name: str = ""
) -> CitationFile:
    """Sort drafts into records and refusals.

    Parameters
    ----------
    drafts
        Drafts, and what was refused before.
    form
        What kind of file it is.
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
    >>> gathered([Draft(1, "TY - JOUR")], form="RIS").refused
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
