"""Choosing priorities: everybody scores alone, the scores are shown and talked about, and some become priorities."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import priorities, record
from mindlines.communities.models import Community, Criterion, Membership
from mindlines.coproduction.choices import ScoringStage
from mindlines.coproduction.models import Candidate, Score, Scoring, Yardstick
from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import link_secret
from mindlines.kernel.times import now
from mindlines.people.models import Person

# A score of this or more says that a criterion is met.
MET = 2


@dataclass(frozen=True)
class Begun:
    """What is chosen between, and by what."""

    title: str
    candidates: Sequence[str]
    criteria: Sequence[Criterion]
    words: str = ""
    key: str = ""


@transaction.atomic
def begin(begun: Begun, *, to: Community, by: Person) -> Scoring:
    """Ask everybody to score; the same form sent twice begins one round."""
    made = Scoring.objects.filter(key=begun.key, community=to).first() if begun.key else None
    if made:
        return made
    free = begun.key if begun.key and not Scoring.objects.filter(key=begun.key).exists() else link_secret()
    scoring = Scoring.objects.create(community=to, title=begun.title, words=begun.words, made_by=by, key=free)
    Yardstick.objects.bulk_create(
        [
            Yardstick(scoring=scoring, criterion=each, words=each.words, position=place)
            for place, each in enumerate(begun.criteria)
        ]
    )
    Candidate.objects.bulk_create(
        [
            Candidate(scoring=scoring, words=words, position=place)
            for place, words in enumerate(dict.fromkeys(begun.candidates))
        ]
    )
    record.note(to, by=by, verb="began-scoring", words=scoring.title)
    return scoring


@transaction.atomic
def score(scoring: Scoring, *, by: Membership, given: Mapping[tuple[int, int], int | None]) -> None:
    """What a member thinks, by candidate and criterion; None says that they do not know. It can be changed until the round is closed."""
    found = _held(scoring)
    if found.stage == ScoringStage.CLOSED:
        raise Refused(_("This round is closed, so scores stay as they are."))
    candidates = set(found.candidates.values_list("pk", flat=True))
    yardsticks = set(found.yardsticks.values_list("pk", flat=True))
    for (candidate, yardstick), value in given.items():
        if candidate in candidates and yardstick in yardsticks:
            Score.objects.update_or_create(
                candidate_id=candidate,
                yardstick_id=yardstick,
                membership=by,
                defaults={"value": value, "constituency": by.constituency, "given_at": now()},
            )


@transaction.atomic
def show(scoring: Scoring, *, by: Person) -> None:
    """From now on everybody sees how the groups scored."""
    found = _held(scoring)
    if found.stage != ScoringStage.PRIVATE:
        return
    found.stage, found.shown_at = ScoringStage.SHOWN, now()
    found.save(update_fields=["stage", "shown_at"])
    record.note(found.community, by=by, verb="showed-scoring", words=found.title)


@transaction.atomic
def close(scoring: Scoring, *, chosen: Iterable[Candidate], met: Mapping[int, Iterable[int]], by: Person) -> None:
    """Some candidates become priorities, with the criteria that they meet; `met` names yardsticks by candidate."""
    found = _held(scoring)
    if found.stage == ScoringStage.CLOSED:
        return
    if found.stage == ScoringStage.PRIVATE:
        raise Refused(_("Show the scores and talk about them first."))
    criteria = {each.pk: each.criterion for each in found.yardsticks.select_related("criterion")}
    for candidate in chosen:
        meets = [criteria[pk] for pk in met.get(candidate.pk, ()) if criteria.get(pk)]
        candidate.priority = priorities.add(
            candidate.words, to=found.community, by=by, meets=[each for each in meets if each is not None]
        )
        candidate.save(update_fields=["priority"])
    found.stage, found.closed_at = ScoringStage.CLOSED, now()
    found.save(update_fields=["stage", "closed_at"])
    record.note(found.community, by=by, verb="closed-scoring", words=found.title)


@transaction.atomic
def remove(scoring: Scoring) -> None:
    """It was begun by mistake; once somebody has scored it stays."""
    found = _held(scoring)
    if Score.objects.filter(candidate__scoring=found).exists():
        raise Refused(_("People have scored already, so this round stays. You can show and close it."))
    found.delete()


def forget(person: Person) -> None:
    """Take a person's name off their scores; the scores of their group stay."""
    Score.objects.filter(membership__person=person).update(membership=None)
    Scoring.objects.filter(made_by=person).update(made_by=None)


def _held(scoring: Scoring) -> Scoring:
    found = Scoring.objects.select_for_update(of=("self",)).select_related("community").filter(pk=scoring.pk).first()
    if found is None:
        raise Refused(_("Somebody has removed this. Go back to the list to see what is there."))
    return found
