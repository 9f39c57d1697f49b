"""The words of a community, as every text of its pages needs them."""

from functools import lru_cache

from django.urls import reverse

from mindlines.communities.models import Community, Membership, Term
from mindlines.ui.marking import Explained, Marks, Matcher

NO_WORDS = Matcher(())


def matcher(community: Community) -> Matcher:
    """Finds the words of this community. One query after each change of the glossary, none when it is empty."""
    return _matcher(community.pk, community.words_version) if community.words_version else NO_WORDS


def marks(community: Community) -> Marks:
    """The explanations for one page, or for one part of a page that is made for many readers."""
    return Marks(lambda: matcher(community), address=lambda word: _address(community, word))


def marks_for(viewer: Membership) -> Marks:
    """The same, for the gate: the community is looked at only when a text asks."""
    return Marks(lambda: matcher(viewer.community), address=lambda word: _address(viewer.community, word))


@lru_cache(maxsize=128)
def _matcher(community: int, version: str) -> Matcher:
    """`version` is new after each change, so that what was kept for an older one is never asked for again."""
    terms = Term.objects.shown().filter(community=community).values_list("pk", "word", "meaning", "also")
    return Matcher(Explained(pk, word, meaning, tuple(also)) for pk, word, meaning, also in terms)


def _address(community: Community, word: Explained) -> str:
    return reverse("communities:word", kwargs={"slug": community.slug, "pk": word.key})
