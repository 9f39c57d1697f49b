"""What people send in while they are in the room, and what a facilitator does with it in one tap."""

from django.core.cache import cache
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mindlines.communities.models import Membership
from mindlines.kernel.errors import Refused
from mindlines.live.choices import RoomPhase
from mindlines.live.models import Room
from mindlines.people.models import Person
from mindlines.voice.actions import contributions
from mindlines.voice.actions.contributions import Said
from mindlines.voice.choices import Uptake
from mindlines.voice.models import Contribution


def say(room: Room, *, said: Said, by: Membership | None) -> Contribution:
    """Send a question or point to the meeting. `by` is None for a visitor, whose words wait until a facilitator has read them."""
    if room.phase == RoomPhase.CLOSED or not room.takes_questions:
        raise Refused(_("The room takes no questions now. You can bring it in between meetings, under Voices."))
    if said.is_anonymous and not room.takes_anonymous:
        raise Refused(_("In this meeting everyone says things with their name. Choose “With my name”."))
    if by is not None and not Contribution.objects.filter(key=said.key).exists():
        _wait(room, by=by)
    waits = room.holds_back or by is None
    return contributions.say(said, to=room.meeting.community, by=by, meeting=room.meeting, item=room.item, waits=waits)


def settle(contribution: Contribution, *, deed: str, words: str, by: Person) -> str:
    """Do what the button says, and say in a few words what was done."""
    if deed == "carry":
        contributions.carry(contribution, by=by, item=contribution.item)
        return _("It stands in the notes now.")
    if deed == "hide":
        contributions.hide(contribution, by=by, because=words or _("Not for this meeting"))
        return _("Others no longer see it.")
    if deed == "show":
        contributions.show(contribution, by=by)
        return _("Everyone sees it now.")
    uptake, otherwise = _UPTAKES[deed]
    contributions.answer(contribution, by=by, uptake=uptake, reply=words or str(otherwise))
    return _("Done. Whoever said it can read that.")


_UPTAKES = {
    "answered": (Uptake.ANSWERED, gettext_lazy("It was answered in the meeting.")),
    "built_on": (Uptake.BUILT_ON, gettext_lazy("The meeting went on from it.")),
    "parked": (Uptake.PARKED, gettext_lazy("It was parked in the meeting: there was no time for it.")),
}


def _wait(room: Room, *, by: Membership) -> None:
    """Slow down whoever sends one after the other; only the memory of the process knows of it."""
    if room.pause and not cache.add(f"live.pause:{room.pk}:{by.pk}", 1, room.pause):
        raise Refused(_("You sent something just now. Give others a moment, then send the next one."))
