"""A person is erased: they leave every community, and what was written about them goes."""

from django.utils import timezone

from mindlines.communities.actions import members, record
from mindlines.communities.choices import Standing
from mindlines.communities.models import Community, Invitation, MemberImport, Membership, Role, RoleCard, Term
from mindlines.people.models import Person


def forget(person: Person) -> None:
    """Part of the transaction that erases the person; the memberships stay, for the history."""
    for membership in Membership.objects.filter(person=person).exclude(standing=Standing.LEFT):
        membership.standing, membership.left_on = Standing.LEFT, timezone.localdate()
        membership.save(update_fields=["standing", "left_on"])
        members.end(membership)
        record.note(membership.community, by=person, about=person, verb="left")
    Membership.objects.filter(person=person).update(note="", called="", organisation=None)
    Role.objects.filter(membership__person=person).update(words="")
    Invitation.objects.filter(membership__person=person).delete()
    MemberImport.objects.filter(by=person).delete()
    Term.objects.filter(read_by__person=person).update(read_by=None)
    Term.objects.filter(written_by=person).update(written_by=None)
    _take_out_as_contact(person)


def _take_out_as_contact(person: Person) -> None:
    """Nobody is told any more to turn to this person."""
    known = Membership.objects.filter(person=person).values("community")
    for kind, inside in ((Community, {"pk__in": known}), (RoleCard, {"community__in": known})):
        for thing in kind.objects.filter(contact__contains=person.name, **inside):
            thing.contact = thing.contact.replace(person.name, "").strip(" ,;:·()")
            thing.save(update_fields=["contact"])
