"""Comments on a passage and suggestions to say it otherwise."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.models import Membership
from mindlines.coproduction.actions import writing
from mindlines.coproduction.actions.rewriting import replaced
from mindlines.coproduction.choices import OutputState, RemarkKind, RemarkState
from mindlines.coproduction.models import Output, Remark
from mindlines.coproduction.queries.writing import content_of
from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import link_secret
from mindlines.kernel.times import now


@dataclass(frozen=True)
class NewRemark:
    """What somebody remarks; `key` comes with the form."""

    words: str = ""
    passage: str = ""
    instead: str = ""
    key: str = ""

    @property
    def kind(self) -> str:
        return RemarkKind.SUGGESTION if self.instead else RemarkKind.COMMENT


@transaction.atomic
def make(new: NewRemark, *, on: Output, by: Membership) -> Remark:
    """A comment or a suggestion; whoever makes one is thanked in the end."""
    found = Output.objects.select_for_update().get(pk=on.pk)
    if found.state == OutputState.WITHDRAWN:
        raise Refused(_("This was withdrawn. It takes no comments any more."))
    made, is_new = Remark.objects.get_or_create(
        key=new.key or link_secret(),
        defaults={
            "output": on,
            "kind": new.kind,
            "passage": new.passage,
            "words": new.words,
            "instead": new.instead,
            "membership": by,
        },
    )
    if made.output_id != on.pk:
        raise Refused(_("This form was used somewhere else. Open the page again."))
    if is_new:
        writing.thank(on, members={by.pk})
    return made


@transaction.atomic
def answer(remark: Remark, *, words: str) -> None:
    """Say something to a remark; it stays open."""
    found = Remark.objects.select_for_update().get(pk=remark.pk)
    found.answer = words
    found.save(update_fields=["answer"])


@transaction.atomic
def take_up(remark: Remark, *, answer: str = "") -> None:
    """A comment was taken up in the text; of a suggestion, the words are put in the place of the passage."""
    found = _open(remark)
    if found.kind == RemarkKind.SUGGESTION and found.passage:
        output = writing.open_for_writing(found.output_id)
        update = replaced(content_of(output.pk), passage=found.passage, by=found.instead)
        if not update:
            raise Refused(
                _(
                    "These words do not stand in the text any more, or they stand there more than once. Change the text "
                    "by hand, and then close the suggestion."
                )
            )
        writing.add(output, content=update)
    _settle(found, RemarkState.TAKEN, answer=answer)


@transaction.atomic
def close(remark: Remark, *, answer: str = "") -> None:
    """Nothing more is to be done with it."""
    _settle(_open(remark), RemarkState.CLOSED, answer=answer)


@transaction.atomic
def open_again(remark: Remark) -> None:
    """What was settled is open again; the text stays as it is."""
    Remark.objects.filter(pk=remark.pk).update(state=RemarkState.OPEN, settled_at=None)


def _open(remark: Remark) -> Remark:
    found = Remark.objects.select_for_update(of=("self",)).get(pk=remark.pk)
    if found.state != RemarkState.OPEN:
        raise Refused(_("Somebody has settled this already. Open the page again to see how."))
    return found


def _settle(remark: Remark, state: str, *, answer: str) -> None:
    remark.state, remark.settled_at = state, now()
    remark.answer = answer or remark.answer
    remark.save(update_fields=["state", "settled_at", "answer"])
