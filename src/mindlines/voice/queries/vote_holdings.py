"""What polls hold about a person, for the person's own page and file."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from mindlines.people.holdings import Row
from mindlines.people.models import Person
from mindlines.voice.models import Ballot, Handed, Option, Poll
from mindlines.voice.queries.polls import GRADIENT, SIDES


def slip_rows(person: Person) -> Iterable[Row]:
    """For which votes the person was handed a slip; which slip, and how they voted, stands nowhere."""
    found = Handed.objects.filter(membership__person=person).select_related("box__meeting", "box__community")
    return [
        {
            _("Community"): one.box.community.name,
            _("For"): one.box.meeting.title if one.box.meeting else one.box.get_purpose_display(),
            _("How"): one.get_way_display(),
        }
        for one in found.order_by("box")
    ]


def vote_rows(person: Person) -> Iterable[Row]:
    """What the person answered in votes with names."""
    found = (
        Ballot.objects.filter(membership__person=person).select_related("poll__community").order_by("-poll__made_at")
    )
    return [
        {
            _("Community"): ballot.poll.community.name,
            _("Question"): ballot.poll.question,
            _("Your answer"): said(ballot.poll, answer=ballot.before),
            _("After the discussion"): said(ballot.poll, answer=ballot.after),
            _("In one line"): ballot.why,
        }
        for ballot in found
    ]


def said(poll: Poll, *, answer: object) -> str:
    """One answer in words."""
    if answer is None:
        return ""
    if isinstance(answer, dict):
        words = _words(answer)
        return "; ".join(f"{words.get(key, '')}: {SIDES[side]}" for key, side in answer.items())
    if isinstance(answer, list):
        words = _words(answer)
        return ", ".join(words.get(str(each), str(each)) for each in answer)
    return str(GRADIENT[int(str(answer))]) if poll.kind == "gradient" else str(answer)


def _words(keys: Iterable[object]) -> dict[str, str]:
    numbers = [int(str(key)) for key in keys if str(key).isdecimal()]
    return {str(pk): words for pk, words in Option.objects.filter(pk__in=numbers).values_list("pk", "words")}
