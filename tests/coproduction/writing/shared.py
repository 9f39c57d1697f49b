"""Shared texts for stories: as a browser would have written them."""

from mindlines.coproduction.actions import writing
from mindlines.coproduction.actions.rewriting import rewritten
from mindlines.coproduction.models import Output
from mindlines.coproduction.queries import outputs as queries
from mindlines.coproduction.queries.text.marks import written
from mindlines.coproduction.queries.writing import Sent, content_of


def says(output: Output, words: str, *, by) -> None:
    """The text says these words now; `by` wrote them on the sheet."""
    update = rewritten(content_of(output.pk), to=written(words))
    writing.store(output.pk, sent=[Sent(membership=by.pk, content=update)])
    output.refresh_from_db()


def words_of(output: Output) -> str:
    output.refresh_from_db()
    return queries.words_now(output)
