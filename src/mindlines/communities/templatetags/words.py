"""Words of the glossary, explained where they stand."""

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString

from mindlines.ui.marking import Marks

register = template.Library()


@register.simple_block_tag(takes_context=True)
def marked(context: Context, content: SafeString, words: Marks | None = None) -> SafeString:
    """Its content with the first occurrence of each word of the glossary explained.

    Without `words` they are those of the community that the gate opened for the reader.
    """
    marks = words or _of_the_gate(context)
    return marks.mark(content) if marks else content


def _of_the_gate(context: Context) -> Marks | None:
    person = getattr(getattr(context, "request", None), "user", None)
    return getattr(getattr(person, "here", None), "marks", None)
