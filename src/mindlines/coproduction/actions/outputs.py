"""Beginning an output, saying what it rests on, and what state it is in."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communication.actions import tell
from mindlines.communities.actions import record
from mindlines.communities.models import Community
from mindlines.coproduction.actions import findable, versions, writing
from mindlines.coproduction.choices import OutputKind, OutputState
from mindlines.coproduction.models import Decision, Output
from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import link_secret
from mindlines.kernel.times import now
from mindlines.knowledge.models import Item
from mindlines.meetings.models import Action
from mindlines.people.models import Person


@dataclass(frozen=True)
class NewOutput:
    """What somebody wants to make, and the decision that it comes from; `key` comes with the form."""

    title: str
    kind: str = OutputKind.DOCUMENT
    about: str = ""
    link: str = ""
    key: str = ""
    comes_from: Decision | None = None


@dataclass(frozen=True)
class Grounds:
    """What an output rests on."""

    decisions: Collection[Decision] = ()
    items: Collection[Item] = ()
    actions: Collection[Action] = ()


@transaction.atomic
def begin(new: NewOutput, *, to: Community, by: Person) -> Output:
    """A new output with an empty text; the same form sent twice begins one."""
    made, is_new = Output.objects.get_or_create(
        key=new.key or link_secret(),
        defaults={
            "community": to,
            "title": new.title,
            "kind": new.kind,
            "about": new.about,
            "link": new.link,
            "made_by": by,
        },
    )
    if made.community_id != to.pk:
        raise Refused(_("This form was used somewhere else. Open the page again."))
    if is_new:
        record.note(to, by=by, verb="began-to-make", words=made.title)
        findable.put(made)
        made.decisions.set([new.comes_from] if new.comes_from else [])
    return made


@transaction.atomic
def change(output: Output, *, title: str, kind: str, about: str, link: str) -> None:
    """Other words about an output; its text stays as it is."""
    output.title, output.kind, output.about, output.link = title, kind, about, link
    output.changed_at = now()
    output.save(update_fields=["title", "kind", "about", "link", "changed_at"])
    findable.put(output)


@transaction.atomic
def rest_on(output: Output, *, grounds: Grounds) -> None:
    """Say what an output rests on; what was said before is replaced."""
    output.decisions.set(grounds.decisions)
    output.items.set(grounds.items)
    output.actions.set(grounds.actions)


# From which states each deed leads, and to which.
STEPS: dict[str, tuple[tuple[str, ...], str]] = {
    "ready": ((OutputState.WRITING,), OutputState.READY),
    "write": ((OutputState.READY,), OutputState.WRITING),
    "publish": ((OutputState.READY,), OutputState.PUBLISHED),
    "back": ((OutputState.PUBLISHED, OutputState.WITHDRAWN), OutputState.WRITING),
    "withdraw": ((OutputState.PUBLISHED, OutputState.READY, OutputState.WRITING), OutputState.WITHDRAWN),
}
VERBS = {
    "ready": "finished-making",
    "write": "went-on-making",
    "publish": "published",
    "back": "took-back-to-make-it-again",
    "withdraw": "withdrew",
}


@transaction.atomic
def step(output: Output, *, deed: str, by: Person) -> None:
    """Lead an output from one state to another; the text of each state that others see is kept as a version."""
    found = Output.objects.select_for_update(of=("self",)).select_related("community").get(pk=output.pk)
    start, end = STEPS[deed]
    if found.state == end:
        return
    if found.state not in start:
        raise Refused(
            _("This is “%(state)s” now. Open the page again to see what you can do.")
            % {"state": found.get_state_display()}
        )
    found.state = end
    found.published_at = now() if end == OutputState.PUBLISHED else None
    found.save(update_fields=["state", "published_at"])
    record.note(found.community, by=by, verb=VERBS[deed], words=found.title)
    writing.read(found)
    if end in (OutputState.READY, OutputState.PUBLISHED):
        versions.keep_if_changed(found, by=by, note=str(OutputState(end).label))
    findable.put(found)
    if end == OutputState.READY:
        transaction.on_commit(lambda: ask_how_to_thank(found))


def ask_how_to_thank(output: Output) -> int:
    """Tell everyone who worked on it and has not said how they wish to be thanked. Returns how many."""
    asked = output.credits.filter(naming="", membership__isnull=False).select_related("membership__person")
    people = [credit.membership.person for credit in asked if credit.membership and credit.membership.is_present]
    for person in people:
        tell(
            person,
            community=output.community,
            subject=_("How shall we thank you for “%(title)s”?") % {"title": output.title},
            words=_(
                "You worked on “%(title)s”. It is ready now. Say on its page how you wish to be thanked in it: by your "
                "name, by another name, as somebody of your group, or not at all. Until you do, only your group is named."
            )
            % {"title": output.title},
        )
    return len(people)
