"""Rating what helps and hinders a statement in a setting, and what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import record
from mindlines.communities.models import Membership
from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import link_secret
from mindlines.kernel.times import now
from mindlines.knowledge.choices import RatingAnswer
from mindlines.knowledge.models import Diagnosis, Rating, Statement, Step
from mindlines.knowledge.queries.prompts import PROMPTS
from mindlines.meetings.actions import action as actions
from mindlines.meetings.models import Action
from mindlines.people.models import Person


@dataclass(frozen=True)
class Begun:
    """Where a statement is looked at, and who is concerned."""

    setting: str
    level: str
    recipients: str = ""
    key: str = ""


@dataclass(frozen=True)
class Given:
    """One answer to one prompt."""

    answer: str
    value: int | None = None
    confidence: int | None = None
    basis: str = ""
    words: str = ""


@transaction.atomic
def begin(begun: Begun, *, of: Statement, by: Person) -> Diagnosis:
    """Ask everybody; the same form sent twice begins one."""
    again = Diagnosis.objects.filter(key=begun.key, statement=of).first() if begun.key else None
    if again:
        return again
    made = Diagnosis.objects.create(
        statement=of,
        setting=begun.setting,
        level=begun.level,
        recipients=begun.recipients,
        opened_by=by,
        key=_free(begun.key),
    )
    record.note(of.item.community, by=by, verb="began-diagnosis", words=made.setting)
    return made


@transaction.atomic
def begin_again(diagnosis: Diagnosis, *, by: Person) -> Diagnosis:
    """Ask the same again, to see what has moved; asked again already is as good."""
    before = _held(diagnosis)
    later = Diagnosis.objects.filter(follows=before).first()
    if later:
        return later
    if before.closed_at is None:
        raise Refused(_("Close this round first. Then you can ask again."))
    made = Diagnosis.objects.create(
        statement=before.statement,
        setting=before.setting,
        level=before.level,
        recipients=before.recipients,
        follows=before,
        opened_by=by,
    )
    record.note(before.statement.item.community, by=by, verb="began-diagnosis", words=made.setting)
    return made


@transaction.atomic
def rate(diagnosis: Diagnosis, *, by: Membership, given: Mapping[str, Given]) -> None:
    """What a member thinks, by prompt. It can be changed until the round is closed."""
    found = _held(diagnosis)
    if found.closed_at is not None:
        raise Refused(_("This round is closed, so answers stay as they are."))
    for prompt, one in given.items():
        if prompt not in PROMPTS:
            continue
        value = one.value if one.answer == RatingAnswer.RATED else None
        Rating.objects.update_or_create(
            diagnosis=found,
            membership=by,
            prompt=prompt,
            defaults={
                "constituency": by.constituency,
                "answer": one.answer,
                "value": value,
                "confidence": one.confidence,
                "basis": one.basis,
                "words": one.words,
                "given_at": now(),
            },
        )


@transaction.atomic
def close(diagnosis: Diagnosis, *, by: Person) -> None:
    """No more answers; from now on everybody sees how the groups see it."""
    found = _held(diagnosis)
    if found.closed_at is not None:
        return
    found.closed_at = now()
    found.save(update_fields=["closed_at"])
    record.note(found.statement.item.community, by=by, verb="closed-diagnosis", words=found.setting)


@transaction.atomic
def act_on(
    diagnosis: Diagnosis, *, prompt: str, words: str, owner: Membership | None, due_on: date | None, by: Person
) -> Action:
    """Somebody agrees to do something about what hinders."""
    found = _held(diagnosis)
    made = actions.agree_between(found.statement.item.community, words=words, owner=owner, due_on=due_on, by=by)
    Step.objects.get_or_create(
        action=made, defaults={"diagnosis": found, "prompt": prompt if prompt in PROMPTS else ""}
    )
    return made


@transaction.atomic
def remove(diagnosis: Diagnosis) -> None:
    """It was begun by mistake; once somebody has answered it stays."""
    found = _held(diagnosis)
    if found.ratings.exists():
        raise Refused(_("People have answered already, so this stays. You can close it."))
    found.delete()


def forget(person: Person) -> None:
    """Take a person's name off their ratings, and their words with it; the ratings of their group stay."""
    Rating.objects.filter(membership__person=person).update(membership=None, words="")
    Diagnosis.objects.filter(opened_by=person).update(opened_by=None)


def _held(diagnosis: Diagnosis) -> Diagnosis:
    rows = Diagnosis.objects.select_for_update(of=("self",)).select_related("statement__item__community")
    found = rows.filter(pk=diagnosis.pk).first()
    if found is None:
        raise Refused(_("Somebody has removed this. Go back to the list to see what is there."))
    return found


def _free(key: str) -> str:
    return key if key and not Diagnosis.objects.filter(key=key).exists() else link_secret()
