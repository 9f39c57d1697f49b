"""Words that somebody did not understand. Who asked is written nowhere."""

from hashlib import sha256

from django.core.cache import cache
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from mindlines.communities.actions import record
from mindlines.communities.actions import words as glossary
from mindlines.communities.models import Community, Membership
from mindlines.communities.queries.words import term_of
from mindlines.kernel import news
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now, zone
from mindlines.meetings.models import Meeting
from mindlines.people.models import Person
from mindlines.voice.actions import flood
from mindlines.voice.choices import WordState
from mindlines.voice.models import WordRequest

# The part of a meeting's room that shows words.
WORDS = "words"
LONGEST = 100
A_WHILE = 600


@transaction.atomic
def ask(
    community: Community,
    *,
    word: str,
    meeting: Meeting | None = None,
    key: str = "",
    by: Membership | None = None,
) -> WordRequest:
    """Ask what a word means. The same form sent twice counts once; `by` only slows a flood down and is not kept."""
    tidy = " ".join(word.split())[:LONGEST]
    if not tidy:
        raise Refused(_("Write the word that you would like to understand."))
    today = now().astimezone(zone(community.time_zone)).date()
    is_sent_again = bool(key) and not cache.add(f"voice.asked:{sha256(key.encode()).hexdigest()}", 1, A_WHILE)
    known = community.word_requests.filter(word__iexact=tidy).first()
    if known is not None and is_sent_again:
        return known
    flood.slow_down(by, meeting=meeting)
    if known is None:
        values = {"word": tidy, "meeting": meeting, "asked_on": today}
        known, _is_new = WordRequest.objects.get_or_create(community=community, word__iexact=tidy, defaults=values)
    else:
        _ask_again(known, meeting=meeting)
    if not known.meaning:
        _look_up(known)
    news.changed(meeting.pk if meeting else None, part=WORDS)
    return known


@transaction.atomic
def explain(request: WordRequest, *, by: Person, meaning: str) -> None:
    """Say in plain words what it means; from then on it stands in the glossary and is explained in every text."""
    if not meaning.strip():
        raise Refused(_("Write in plain words what it means."))
    found = WordRequest.objects.select_for_update().get(pk=request.pk)
    word = found.term.word if found.term else found.word
    found.term = glossary.explain(found.community, word=word, meaning=meaning.strip(), by=by)
    found.state = WordState.OPEN
    found.save(update_fields=["state", "term"])
    news.changed(found.meeting_id, part=WORDS)


@transaction.atomic
def drop(request: WordRequest, *, by: Person) -> None:
    """Put it aside: it is no word, or it names somebody."""
    found = WordRequest.objects.select_for_update().get(pk=request.pk)
    if found.state == WordState.DROPPED:
        return
    found.state = WordState.DROPPED
    found.save(update_fields=["state"])
    record.note(found.community, by=by, verb="put-a-word-aside")
    news.changed(found.meeting_id, part=WORDS)


@transaction.atomic
def bring_back(request: WordRequest, *, by: Person) -> None:
    """Ask for it again after it was put aside."""
    found = WordRequest.objects.select_for_update().get(pk=request.pk)
    if found.state != WordState.DROPPED:
        return
    found.state = WordState.OPEN
    found.save(update_fields=["state"])
    record.note(found.community, by=by, verb="brought-a-word-back")
    news.changed(found.meeting_id, part=WORDS)


def _ask_again(known: WordRequest, *, meeting: Meeting | None) -> None:
    """One more person asks; a word that was put aside stays aside."""
    changed = {"asked": F("asked") + 1}
    if meeting is not None and known.state == WordState.OPEN and not known.meaning:
        WordRequest.objects.filter(pk=known.pk).update(**changed, meeting=meeting)
    else:
        WordRequest.objects.filter(pk=known.pk).update(**changed)
    known.refresh_from_db(fields=["asked", "meeting"])


def _look_up(asked: WordRequest) -> None:
    """The glossary may explain it already, under this or another name."""
    term = term_of(asked.community, word=asked.word)
    if term is not None:
        asked.term = term
        asked.save(update_fields=["term"])
