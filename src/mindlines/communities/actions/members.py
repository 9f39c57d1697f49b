"""Who belongs: adding, changing, pausing, leaving, coming back."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import ForeignObjectRel
from django.utils import timezone
from django.utils.translation import gettext as _

from mindlines.communities.actions import letters, record
from mindlines.communities.choices import Answer, InvitationOutcome, Standing
from mindlines.communities.models import CharterReading, Community, Constituency, Invitation, Membership, Organisation
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.people.choices import Way
from mindlines.people.models import Person


@dataclass(frozen=True)
class Details:
    """What a facilitator writes down about a member."""

    name: str
    constituency: Constituency
    email: str = ""
    phone: str = ""
    address: str = ""
    reach_by: str = Way.MAIL
    organisation: str = ""
    note: str = ""


@transaction.atomic
def add(details: Details, *, to: Community, by: Person, standing: str = Standing.ACTIVE) -> Membership:
    """A new member, who is told by mail where there is an address."""
    Community.objects.select_for_update().get(pk=to.pk)
    made = enrol(details, to=to, by=by, standing=standing)
    record.note(to, by=by, about=made.person, verb="added-member", words=made.constituency.name)
    if made.standing == Standing.ACTIVE:
        letters.tell_added(made, by=by)
    return made


def enrol(details: Details, *, to: Community, by: Person, standing: str) -> Membership:
    """A new membership, inside the transaction and the lock of the caller.

    Somebody known elsewhere by this e-mail address is the same person here, but must say yes before they belong:
    until then this community sees the name it wrote down itself, and none of their ways to be reached.
    """
    person, is_new = _person(details)
    if not is_new and Membership.objects.filter(community=to, person=person).exists():
        raise Refused(_("Somebody with the address %(email)s is already on the list.") % {"email": details.email})
    return Membership.objects.create(
        community=to,
        person=person,
        constituency=details.constituency,
        organisation=organisation(details.organisation, of=to),
        standing=standing if is_new else Standing.INVITED,
        invited_by=by,
        called="" if is_new else details.name,
        note=details.note,
    )


@transaction.atomic
def change(membership: Membership, *, by: Person, details: Details) -> None:
    """Write the place in the community; and the person's own details, unless they look after them themselves."""
    kept = _locked(membership)
    before = kept.constituency
    kept.constituency = details.constituency
    kept.organisation = organisation(details.organisation, of=kept.community)
    kept.note = details.note
    kept.save(update_fields=["constituency", "organisation", "note"])
    if not kept.tends_own_details:
        _write_down(kept.person, details)
    elif kept.called:
        kept.called = details.name
        kept.save(update_fields=["called"])
    if before != kept.constituency:
        words = f"{before} → {kept.constituency}"
        record.note(kept.community, by=by, about=kept.person, verb="changed-constituency-of", words=words)


@transaction.atomic
def pause(membership: Membership, *, by: Person) -> None:
    kept = _locked(membership)
    if kept.standing == Standing.PAUSED:
        return
    if kept.standing != Standing.ACTIVE:
        raise Refused(_("Only an active member can take a pause."))
    _stand(kept, Standing.PAUSED)
    record.note(kept.community, by=by, about=kept.person, verb="paused")


@transaction.atomic
def bring_back(membership: Membership, *, by: Person) -> None:
    """Who paused is active again at once; who left is asked again."""
    kept = _locked(membership)
    if kept.standing == Standing.PAUSED:
        _stand(kept, Standing.ACTIVE)
        record.note(kept.community, by=by, about=kept.person, verb="came-back")
    elif kept.standing == Standing.LEFT:
        _stand(kept, Standing.INVITED)
        record.note(kept.community, by=by, about=kept.person, verb="asked-back")


@transaction.atomic
def say_yes_for(membership: Membership, *, by: Person) -> None:
    """A facilitator passes on the yes of somebody who answered by phone or in the room."""
    kept = _locked(membership)
    if kept.standing == Standing.ACTIVE:
        return
    if kept.standing != Standing.INVITED or kept.tends_own_details:
        raise Refused(_("This person answers for themselves. Send them an invitation."))
    become_active(kept)
    kept.invitations.filter(outcome="").update(outcome=InvitationOutcome.ACCEPTED, answered_at=now())
    record.note(kept.community, by=by, about=kept.person, verb="said-yes-for")


@transaction.atomic
def leave(membership: Membership, *, by: Person) -> None:
    """The membership stays in the history; its roles, codes and the note end."""
    kept = _locked(membership)
    if kept.standing == Standing.LEFT:
        return
    refuse_last_facilitator(kept)
    _stand(kept, Standing.LEFT)
    end(kept)
    record.note(kept.community, by=by, about=kept.person, verb="left")


@transaction.atomic
def remove(membership: Membership, *, by: Person) -> None:
    """Take away an entry that was a mistake; who took part leaves instead, so that the history stays whole."""
    kept = _locked(membership)
    refuse_last_facilitator(kept)
    if anybody_took_part([kept.pk]):
        raise Refused(_("This person took part, so they stay in the history. Choose “They left” instead."))
    person, is_only_here = kept.person, not kept.tends_own_details
    record.note(kept.community, by=by, verb="removed-member", words=kept.constituency.name)
    kept.delete()
    if is_only_here:
        person.delete()


def become_active(membership: Membership) -> None:
    """From now on this community sees the person's own name."""
    membership.called = ""
    _stand(membership, Standing.ACTIVE)


def end(membership: Membership) -> None:
    """What ends with a membership: roles, open codes, the facilitators' note."""
    open_roles = membership.roles.filter(answer__in=(Answer.OFFERED, Answer.ACCEPTED))
    open_roles.filter(answer=Answer.OFFERED).update(answer=Answer.WITHDRAWN, ended_at=now())
    open_roles.update(answer=Answer.ENDED, ended_at=now())
    membership.invitations.filter(outcome="").delete()
    membership.note = ""
    membership.save(update_fields=["note"])


def refuse_last_facilitator(membership: Membership) -> None:
    """A community without anybody who looks after it could not be helped any more."""
    here = Membership.objects.filter(community=membership.community).present().with_roles()
    others = here.filter(roles__answer=Answer.ACCEPTED).exclude(pk=membership.pk)
    if membership.is_present and membership.facilitates and not any(other.facilitates for other in others):
        raise Refused(
            _(
                "This is the only facilitator. Offer the role of facilitator to somebody else first; when they have said yes, come back here."
            )
        )


def organisation(name: str, *, of: Community) -> Organisation | None:
    """The organisation of that name, whatever its capitals; a new one when nobody came from there yet."""
    name = " ".join(name.split())[:150]
    if not name:
        return None
    return of.organisations.filter(name__iexact=name).first() or Organisation.objects.create(community=of, name=name)


def _person(details: Details) -> tuple[Person, bool]:
    """The person with this address, wherever they are known, or a new one; and whether they are new."""
    email = Person.objects.tidy(details.email)
    ways = {"phone": details.phone, "address": details.address, "reach_by": details.reach_by}
    if email is None:
        return Person.objects.make(name=details.name, **ways), True
    new = {"name": details.name, "password": make_password(None), **ways}
    return Person.objects.get_or_create(email=email, defaults=new)


def _write_down(person: Person, details: Details) -> None:
    email = Person.objects.tidy(details.email)
    if email and Person.objects.filter(email=email).exclude(pk=person.pk).exists():
        raise Refused(
            _("This e-mail address belongs to another entry. Use another address, or add the person by their address.")
        )
    person.name = details.name.strip()
    person.email, person.phone, person.address = email, details.phone, details.address
    person.reach_by = details.reach_by
    person.save(update_fields=["name", "email", "phone", "address", "reach_by"])


def _locked(membership: Membership) -> Membership:
    """The membership as it is now; the community is locked first, so that two facilitators cannot both leave."""
    Community.objects.select_for_update().get(pk=membership.community_id)
    return (
        Membership.objects.select_for_update(of=("self",))
        .select_related("community", "person", "constituency")
        .get(pk=membership.pk)
    )


def _stand(membership: Membership, standing: Standing) -> None:
    if membership.standing in (Standing.INVITED, Standing.LEFT) and standing == Standing.ACTIVE:
        membership.since = timezone.localdate()
    membership.standing = standing
    membership.left_on = timezone.localdate() if standing == Standing.LEFT else None
    membership.save(update_fields=["standing", "left_on", "since", "called"])


def anybody_took_part(pks: Iterable[int]) -> bool:
    """Whether anything but codes and readings of the charter, such as attendance or a role, knows one of these."""
    wanted = list(pks)
    above = [
        relation
        for relation in Membership._meta.get_fields(include_hidden=True)  # noqa: SLF001 - documented by Django
        if isinstance(relation, ForeignObjectRel) and relation.related_model not in (Invitation, CharterReading)
    ]
    return any(
        relation.field.model._base_manager.filter(**{f"{relation.field.name}__in": wanted}).exists()  # noqa: SLF001
        for relation in above
    )
