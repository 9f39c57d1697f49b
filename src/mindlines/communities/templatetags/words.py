"""Words of the glossary, explained where they stand."""

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.utils.safestring import SafeString

from mindlines.ui import looks
from mindlines.ui.marking import Marks

register = template.Library()


@register.simple_block_tag(takes_context=True)
def marked(context: Context, content: SafeString, words: Marks | None = None) -> SafeString:
    """Its content with the first occurrence of each word of the glossary explained.

    Without `words` they are those of the community that the gate opened for the reader. Whoever chose so reads it bare.
    """
    request = getattr(context, "request", None)
    if request is not None and looks.words(request) == looks.UNMARKED:
        return content
    marks = words or _of_the_gate(request)
    return marks.mark(content) if marks else content


def _of_the_gate(request: HttpRequest | None) -> Marks | None:
    person = getattr(request, "user", None)
    return getattr(getattr(person, "here", None), "marks", None)
