"""Forgetting who said something. The words stay, and the group; the name goes."""

from django.db.models import Q
from django.utils.translation import gettext as _

from mindlines.communities.models import Membership
from mindlines.people.models import Person
from mindlines.voice.actions import findable
from mindlines.voice.models import Contribution


def forget(person: Person) -> None:
    """Take the name off all that the person said, wrote down and answered, and out of the words of their communities."""
    Contribution.objects.filter(membership__person=person).update(membership=None, made_at=None)
    Contribution.objects.filter(entered_by=person).update(entered_by=None)
    Contribution.objects.filter(replied_by=person).update(replied_by=None)
    for community in Membership.objects.filter(person=person).values_list("community", flat=True):
        _take_name_out(person, community=community)


def _take_name_out(person: Person, *, community: int) -> None:
    """Where somebody else has the same name, it stays theirs."""
    if Membership.objects.filter(community=community, person__name=person.name).exclude(person=person).exists():
        return
    somebody = _("a former member")
    named = Q(words__contains=person.name) | Q(reply__contains=person.name) | Q(hidden_because__contains=person.name)
    for said in Contribution.objects.filter(named, community=community).select_related("community"):
        for field in ("words", "reply", "hidden_because"):
            setattr(said, field, getattr(said, field).replace(person.name, somebody))
        said.save(update_fields=["words", "reply", "hidden_because"])
        findable.put(said)
