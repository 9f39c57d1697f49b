"""The words of a community: members write them, facilitators can hide them, a lay member says whether they are clear."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.communities.actions import record, search
from mindlines.communities.choices import FoundKind
from mindlines.communities.models import Community, Membership, Term
from mindlines.communities.queries import starting_words
from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import link_secret
from mindlines.kernel.times import now
from mindlines.people.models import Person


@dataclass(frozen=True)
class Wording:
    """Everything that a word says."""

    word: str
    meaning: str
    also: tuple[str, ...] = ()
    example: str = ""
    source: str = ""


@transaction.atomic
def write(community: Community, *, wording: Wording, by: Person) -> Term:
    """A new word. The same form sent twice gives one word; a word of the starting list gives way to the community's own."""
    known = _locked(community, word=wording.word)
    if known is not None and known.written_by_id == by.pk and _says(known, wording):
        return known
    if known is not None and not starting_words.is_untouched(known):
        raise Refused(_taken(known))
    term = known or Term(community=community)
    return _save(term, wording=wording, by=by, verb="explained-a-word")


@transaction.atomic
def change(term: Term, *, wording: Wording, based_on: str, by: Person) -> Term:
    """Other words for it; who read the old ones has not read these. `based_on` is the version that the writer saw."""
    namesake = _locked(term.community, word=wording.word)
    found = Term.objects.get(pk=term.pk)
    if namesake is not None and namesake.pk != found.pk:
        raise Refused(_taken(namesake))
    if _says(found, wording):
        return found
    if found.version != based_on:
        raise Refused(
            _("Somebody changed this word while you were writing. They wrote: “%(meaning)s” Your words are still here.")
            % {"meaning": found.meaning}
        )
    return _save(found, wording=wording, by=by, verb="changed-a-word")


@transaction.atomic
def explain(community: Community, *, word: str, meaning: str, by: Person) -> Term:
    """Say what a word means that somebody asked about, whether the glossary has it already or not."""
    known = _locked(community, word=word)
    if known is None:
        return _save(
            Term(community=community), wording=Wording(word=word, meaning=meaning), by=by, verb="explained-a-word"
        )
    if known.is_shown and known.meaning == meaning:
        return known
    known.is_shown = True
    wording = Wording(known.word, meaning, tuple(known.also), known.example, known.source)
    return _save(known, wording=wording, by=by, verb="explained-a-word")


@transaction.atomic
def hide(term: Term, *, by: Person) -> None:
    """Take it out of texts and lists; it can be shown again."""
    _show(term, by=by, is_shown=False, verb="hid-a-word")


@transaction.atomic
def show(term: Term, *, by: Person) -> None:
    _show(term, by=by, is_shown=True, verb="showed-a-word")


@transaction.atomic
def find_clear(term: Term, *, by: Membership) -> None:
    """A lay member read it and finds it clear."""
    found = Term.objects.select_for_update().get(pk=term.pk)
    if found.read_on is None:
        _read(found, by=by, on=timezone.localdate(), verb="found-a-word-clear")


@transaction.atomic
def take_back_clear(term: Term, *, by: Membership) -> None:
    """It is not that clear after all."""
    found = Term.objects.select_for_update().get(pk=term.pk)
    if found.read_by_id == by.pk:
        _read(found, by=by, on=None, verb="found-a-word-unclear")


@transaction.atomic
def take_in(community: Community, *, by: Person) -> int:
    """Put the starting words into the glossary and say how many; a word that the community has is left as it is."""
    Community.objects.select_for_update().get(pk=community.pk)
    source = starting_words.starting_words().name
    made = [
        Term(community=community, word=each.word, meaning=each.meaning, also=list(each.also), example=each.example)
        for each in starting_words.missing(community)
    ]
    for term in made:
        term.source = source
        term.save()
        make_findable(term)
    _note_many(community, by=by, verb="took-in-words", terms=made)
    return len(made)


@transaction.atomic
def take_out(community: Community, *, by: Person) -> int:
    """Take the starting words out again, but for those that somebody changed."""
    Community.objects.select_for_update().get(pk=community.pk)
    gone = starting_words.untouched(community)
    for term in gone:
        search.drop(_ref(term))
        term.delete()
    _note_many(community, by=by, verb="took-out-words", terms=gone)
    return len(gone)


def make_findable(term: Term) -> None:
    """Keep the search entry of a word current."""
    if not term.is_shown:
        search.drop(_ref(term))
        return
    search.put(
        _ref(term),
        community=term.community,
        kind=FoundKind.WORD,
        title=term.word,
        words="\n".join(filter(None, (", ".join(term.also), term.meaning, term.example))),
        url=term.get_absolute_url(),
    )


def renew(community: Community) -> None:
    """From now on pages explain the words as they are now."""
    Community.objects.filter(pk=community.pk).update(words_version=link_secret())


def _taken(known: Term) -> str:
    if not known.is_shown:
        return _("A facilitator has hidden “%(word)s”. Ask one of them whether it can be shown again.") % {
            "word": known.word
        }
    return _("“%(word)s” is explained already. Look it up and change it.") % {"word": known.word}


def _locked(community: Community, *, word: str) -> Term | None:
    """The word as the community has it, while nobody else can change its glossary."""
    Community.objects.select_for_update().get(pk=community.pk)
    return community.terms.filter(word__iexact=word).first()


def _save(term: Term, *, wording: Wording, by: Person, verb: str) -> Term:
    for name, said in vars(wording).items():
        setattr(term, name, list(said) if name == "also" else said)
    term.written_by, term.changed_at, term.read_by, term.read_on = by, now(), None, None
    term.save()
    _tell(term, by=by, verb=verb)
    return term


def _show(term: Term, *, by: Person, is_shown: bool, verb: str) -> None:
    found = Term.objects.select_for_update().get(pk=term.pk)
    if found.is_shown != is_shown:
        found.is_shown = is_shown
        found.save(update_fields=["is_shown"])
        _tell(found, by=by, verb=verb)


def _read(term: Term, *, by: Membership, on: object, verb: str) -> None:
    Term.objects.filter(pk=term.pk).update(read_by=by if on else None, read_on=on)
    record.note(term.community, by=by.person, verb=verb, words=term.word)


def _tell(term: Term, *, by: Person, verb: str) -> None:
    record.note(term.community, by=by, verb=verb, words=term.word)
    make_findable(term)
    renew(term.community)


def _note_many(community: Community, *, by: Person, verb: str, terms: Iterable[Term]) -> None:
    count = len(list(terms))
    if count:
        said = ngettext("%(count)d word", "%(count)d words", count) % {"count": count}
        record.note(community, by=by, verb=verb, words=said)
        renew(community)


def _says(term: Term, wording: Wording) -> bool:
    return all(getattr(term, name) == (list(said) if name == "also" else said) for name, said in vars(wording).items())


def _ref(term: Term) -> str:
    return f"communities.term:{term.pk}"
