"""Counting plain words as one writes: prompts to look again, never a gate."""

from collections import Counter
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from mindlines.communities.models import Community
from mindlines.communities.queries import glossary
from mindlines.ui.marking import Explained
from mindlines_analysis.readability import Figure, Hint, Readability, easy_hints, measure

REASONS: dict[str, str | Promise] = {
    "fewer than 100 words": _("not for fewer than 100 words"),
    "fewer than 30 sentences": _("not for fewer than 30 sentences"),
    "no words": _("no words yet"),
}
# More than so many at once help nobody.
MOST_SHOWN = 12


@dataclass(frozen=True)
class Row:
    """A figure with its name, and what it is good for."""

    name: str | Promise
    value: str
    meaning: str


@dataclass(frozen=True)
class Word:
    """A word to look at, and what it means where the glossary has it."""

    word: str
    times: int
    why: str | Promise
    meaning: str = ""
    url: str = ""


@dataclass(frozen=True)
class Counts:
    """What was counted in a text."""

    words: int
    summary: str
    long_sentences: list[str]
    to_look_at: list[Word]
    more: int
    figures: list[Row]


def counts(text: str, *, community: Community) -> Counts:
    """What stands out in a text: long sentences, hard words with their meaning where we have one, and three formulas."""
    found = measure(text)
    listed = _words(text, found=found, community=community)
    return Counts(
        words=found.words,
        summary=_summary(found),
        long_sentences=[
            _now("%(words)d words: %(text)s") % {"words": one.words, "text": one.text}
            for one in sorted(found.long_sentences, key=lambda one: -one.words)[:MOST_SHOWN]
        ],
        to_look_at=listed[:MOST_SHOWN],
        more=max(len(listed) - MOST_SHOWN, 0),
        figures=_figures(found),
    )


def hints(words: str) -> list[str]:
    """What could be easier in one line of easy read, in sentences."""
    return [_hint(hint) for hint in easy_hints(words)]


def _summary(found: Readability) -> str:
    if found.sentence_length.value is None:
        return _now("Nothing is written yet.")
    words = ngettext("%(count)d word", "%(count)d words", found.words) % {"count": found.words}
    sentences = ngettext("%(count)d sentence", "%(count)d sentences", found.sentences) % {"count": found.sentences}
    length = round(found.sentence_length.value)
    average = ngettext("about %(count)d word each", "about %(count)d words each", length) % {"count": length}
    return f"{words}, {sentences}, {average}."


def _figures(found: Readability) -> list[Row]:
    return [
        Row(_("Reading age, about"), _number(found.reading_age), _now("9 to 11 suits nearly everybody")),
        Row(_("Flesch reading ease"), _number(found.flesch), _now("60 and more is plain")),
        Row(_("SMOG"), _number(found.smog), _now("years of school to understand all of it")),
    ]


def _number(figure: Figure) -> str:
    if figure.value is None:
        return str(REASONS[figure.reason])
    return str(max(round(figure.value), 0))


def _words(text: str, *, found: Readability, community: Community) -> list[Word]:
    """Words of the glossary first, because there is a plain way to say them; then hard words and short forms."""
    matcher = glossary.matcher(community)
    hits: Counter[Explained] = Counter(hit.word for hit in matcher.found(text))
    known = {spelling.casefold() for word in hits for spelling in (word.word, *word.also)}
    ours = [
        Word(
            word.word,
            times,
            _("in our glossary"),
            word.meaning,
            reverse("communities:word", kwargs={"slug": community.slug, "pk": word.key}),
        )
        for word, times in hits.most_common()
    ]
    short = [Word(one.word, one.times, _("a short form")) for one in found.short_forms]
    hard = [Word(one.word, one.times, _("a long word")) for one in found.hard_words]
    return ours + [one for one in (*short, *hard) if one.word.casefold() not in known]


def _hint(hint: Hint) -> str:
    about = {"about": hint.about}
    said = {
        "long": _now("Long sentence: “%(about)s”. Easy read has 10 to 15 words in a sentence."),
        "ideas": _now("There are %(about)s sentences here. One idea to a picture is easier."),
        "short form": _now("Short form: “%(about)s”. Write it out."),
        "hard word": _now("Hard word: “%(about)s”. Use an easier one, or say in the next sentence what it means."),
    }
    return said[hint.kind] % about
