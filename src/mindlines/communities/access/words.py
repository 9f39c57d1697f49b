"""The gate of a word."""

from django.http import Http404

from mindlines.communities import rules
from mindlines.communities.access.community import membership
from mindlines.communities.models import Term
from mindlines.kernel.rules import Rule
from mindlines.people.models import Person


def term(person: Person, slug: str, *, pk: int, may: Rule[[Term]] = rules.see_word) -> Term:
    """The word with its writer, seen through `term.viewer`."""
    viewer = membership(person, slug)
    found = Term.objects.select_related("written_by").filter(community=viewer.community, pk=pk).first()
    if found is None:
        raise Http404
    found.community, found.viewer = viewer.community, viewer
    may.require(found)
    return found
