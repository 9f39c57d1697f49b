"""The glossary as people read it."""

from dataclasses import dataclass
from typing import cast

from django.core.paginator import Page, Paginator
from django.db.models import F, Q, QuerySet, TextField
from django.db.models.functions import Cast, Substr, Upper

from mindlines.communities.models import Community, Membership, Term
from mindlines.communities.queries import record
from mindlines.communities.queries.starting_words import StartingWords, starting_words

A_PAGE = 50


@dataclass(frozen=True)
class Wanted:
    """What a reader looks for."""

    words: str = ""
    letter: str = ""
    is_hidden: bool = False


@dataclass(frozen=True)
class Row:
    """A word, who wrote it if somebody of the community did, and the list it was taken from if it was."""

    term: Term
    writer: str
    listed: StartingWords | None


def page(viewer: Membership, *, wanted: Wanted, number: str | None) -> Page[Row]:
    """Words from A to Z. Hidden ones are for facilitators, and only when they ask for them."""
    shown = not (wanted.is_hidden and viewer.facilitates)
    terms = Term.objects.filter(community=viewer.community, is_shown=shown).select_related("written_by", "community")
    found = Paginator(_matching(terms, wanted), A_PAGE).get_page(number)
    return cast("Page[Row]", Page([row(term) for term in found], found.number, found.paginator))


def everything(community: Community) -> list[Row]:
    """All words, for paper. One query."""
    return [
        row(term) for term in Term.objects.shown().filter(community=community).select_related("written_by", "community")
    ]


def row(term: Term) -> Row:
    listed = starting_words()
    return Row(
        term=term,
        writer=record.shown_name(term.written_by) if term.written_by else "",
        listed=listed if term.source == listed.name else None,
    )


def term_of(community: Community, *, word: str) -> Term | None:
    """What the glossary says under this name, or else under another name of the same thing."""
    terms = Term.objects.shown().filter(community=community)
    own = terms.filter(word__iexact=word).first()
    if own is not None:
        return own
    others = (pk for pk, also in terms.values_list("pk", "also") if word.casefold() in map(str.casefold, also))
    return terms.filter(pk=next(others, 0)).first()


def letters(community: Community) -> list[str]:
    """What the words begin with. One query."""
    first = Term.objects.shown().filter(community=community).order_by().annotate(letter=Upper(Substr(F("word"), 1, 1)))
    return sorted(first.values_list("letter", flat=True).distinct())


def has_hidden(viewer: Membership) -> bool:
    return viewer.facilitates and viewer.community.terms.filter(is_shown=False).exists()


def history(term: Term) -> list[record.Told]:
    """What the record says about a word of this name, newest first; at most ten lines."""
    lines = list(
        term.community.record.select_related("actor", "about").filter(verb__in=record.WORDS, words=term.word)[:10]
    )
    called = record.names_as_invited(term.community, lines=lines)
    return [record.Told(line.at, record.sentence(line, called=called)) for line in lines]


def _matching(terms: QuerySet[Term], wanted: Wanted) -> QuerySet[Term]:
    if wanted.letter:
        terms = terms.filter(word__istartswith=wanted.letter)
    terms = terms.annotate(others=Cast("also", TextField()))
    for word in wanted.words.split()[:6]:
        terms = terms.filter(Q(word__icontains=word) | Q(meaning__icontains=word) | Q(others__icontains=word))
    return terms
