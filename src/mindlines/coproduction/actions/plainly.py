"""Writing a shared text in the plain form: what somebody changed there becomes changes of the shared document."""

from django.db import transaction

from mindlines.communities.models import Membership
from mindlines.coproduction.actions import writing
from mindlines.coproduction.actions.rewriting import rewritten
from mindlines.coproduction.models import Output
from mindlines.coproduction.queries.text.marks import words_of, written
from mindlines.coproduction.queries.text.merging import merged
from mindlines.coproduction.queries.text.reading import blocks_of
from mindlines.coproduction.queries.writing import content_of


@transaction.atomic
def write(output: Output, *, before: str, words: str, by: Membership) -> bool:
    """Put into the text what somebody made of `before`, and say whether others had changed it meanwhile.

    What others wrote since stays. Where both changed the same words, both readings stand side by side.
    """
    found = writing.open_for_writing(output.pk)
    content = content_of(output.pk)
    now = words_of(blocks_of(content))
    old, mine = tidy(before), tidy(words)
    update = rewritten(content, to=written(merged(old, mine=mine, theirs=now)))
    if update and mine != old:
        writing.add(found, content=update)
        writing.thank(found, members={by.pk})
    return now != old


def tidy(words: str) -> str:
    """The words with line ends as we keep them; browsers send their own."""
    return words.replace("\r\n", "\n").replace("\r", "\n").strip()
