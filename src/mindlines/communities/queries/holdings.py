"""What communities hold about a person, for `people.holdings`."""

from collections.abc import Callable, Iterable

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from mindlines.communities.choices import Standing
from mindlines.communities.models import CharterReading, Invitation, MemberImport, Membership, RecordLine, Role, Term
from mindlines.people.holdings import Link, Row
from mindlines.people.models import Person

Words = str | Promise


def memberships(person: Person) -> Iterable[Row]:
    """Where the person belongs, or belonged."""
    found = Membership.objects.filter(person=person)
    found = found.select_related("community", "constituency", "organisation", "invited_by")
    return [
        {
            _("Community"): membership.community.name,
            _("Group"): membership.constituency.name,
            _("Organisation"): membership.organisation and membership.organisation.name,
            _("Standing"): membership.get_standing_display(),
            _("Member since"): membership.since,
            _("Left on"): membership.left_on,
            _("Invited by"): membership.invited_by and membership.invited_by.name,
            _("Name on the list until you said yes"): membership.called,
            _("Note of the facilitators"): membership.note,
        }
        for membership in found
    ]


def roles(person: Person) -> Iterable[Row]:
    """Roles that were offered, held and ended."""
    found = Role.objects.filter(membership__person=person).select_related("membership__community", "offered_by")
    return [
        {
            _("Community"): role.membership.community.name,
            _("Role"): role.get_name_display(),
            _("Answer"): role.get_answer_display(),
            _("Offered by"): role.offered_by and role.offered_by.name,
            _("Words with the offer"): role.words,
            _("Offered on"): role.offered_at,
            _("Answered on"): role.answered_at,
            _("Ended on"): role.ended_at,
        }
        for role in found
    ]


def invitations(person: Person) -> Iterable[Row]:
    """Invitations to the person; the code itself stays a secret of the letter."""
    found = Invitation.objects.filter(membership__person=person).select_related("membership__community", "sent_by")
    return [
        {
            _("Community"): invitation.membership.community.name,
            _("How"): invitation.get_way_display(),
            _("Sent on"): invitation.sent_at,
            _("Sent by"): invitation.sent_by and invitation.sent_by.name,
            _("Words with it"): invitation.words,
            _("Answered on"): invitation.answered_at,
        }
        for invitation in found
    ]


def readings(person: Person) -> Iterable[Row]:
    """Versions of a charter that the person said they have read."""
    found = CharterReading.objects.filter(membership__person=person).select_related("version__community")
    return [
        {
            _("Community"): reading.version.community.name,
            _("Version"): reading.version.number,
            _("Read on"): reading.read_at,
        }
        for reading in found
    ]


def lines(person: Person) -> Iterable[Row]:
    """Lines of the record that name the person."""
    found = RecordLine.objects.filter(Q(actor=person) | Q(about=person)).select_related("community")
    return [
        {
            _("Community"): line.community.name,
            _("On"): line.at,
            _("What"): f"{line.verb.replace('-', ' ')} {line.words}".strip(),
            _("You did it"): line.actor_id == person.pk,
            _("It is about you"): line.about_id == person.pk,
        }
        for line in found
    ]


def words(person: Person) -> Iterable[Row]:
    """Words that the person explained or found clear."""
    found = Term.objects.filter(Q(written_by=person) | Q(read_by__person=person)).select_related("community", "read_by")
    return [
        {
            _("Community"): term.community.name,
            _("Word"): term.word,
            _("You explained it"): term.written_by_id == person.pk,
            _("You found it clear on"): term.read_on if term.read_by and term.read_by.person_id == person.pk else None,
        }
        for term in found
    ]


def lists_on_their_way(person: Person) -> Iterable[Row]:
    """Member lists that the person is bringing in."""
    return [
        {_("File"): one.file_name, _("Brought in on"): one.uploaded_at}
        for one in MemberImport.objects.filter(by=person)
    ]


def ways_out(person: Person) -> Iterable[Link]:
    """The page for leaving, of each community the person belongs to."""
    present = Membership.objects.filter(person=person).present().select_related("community")
    return [
        Link(
            words=_("Leave %(community)s") % {"community": membership.community},
            url=reverse("communities:member_leave", kwargs={"slug": membership.community.slug}),
        )
        for membership in present
    ]


def left_alone_by(person: Person) -> str | None:
    """Which communities would have members and nobody who looks after them, once the person is gone."""
    mine = Membership.objects.filter(person=person).present().with_roles().select_related("community")
    alone = [membership.community.name for membership in mine if membership.facilitates and _needs_another(membership)]
    if not alone:
        return None
    sentence = _("You are the only facilitator of %(community)s. Hand the role to somebody else first.")
    return sentence % {"community": ", ".join(alone)}


def _needs_another(membership: Membership) -> bool:
    others = Membership.objects.filter(community=membership.community).exclude(pk=membership.pk)
    belonging = others.exclude(standing=Standing.LEFT)
    return belonging.exists() and not any(other.facilitates for other in belonging.present().with_roles())


# What is held, why and how long, and the reading of it.
HELD: tuple[tuple[Words, Words, Callable[[Person], Iterable[Row]]], ...] = (
    (
        _lazy("Your communities"),
        _lazy(
            "So that your communities know who belongs. It stays in their history, without your name once you are erased."
        ),
        memberships,
    ),
    (
        _lazy("Your roles"),
        _lazy("To show who held which role, and when. It stays in the history, without your name once you are erased."),
        roles,
    ),
    (
        _lazy("Invitations to you"),
        _lazy("To see whether you were asked and what you answered. Kept until you ask us to erase you."),
        invitations,
    ),
    (
        _lazy("Charters you have read"),
        _lazy("To see whom a change has reached. It stays as a number, without your name once you are erased."),
        readings,
    ),
    (
        _lazy("Lines of the record"),
        _lazy("The diary of a community: what was done, by whom. It stays, without your name once you are erased."),
        lines,
    ),
    (
        _lazy("Words you explained or read"),
        _lazy(
            "So that others can ask you about a word, and see that a lay member read it. The word stays, without your name once you are erased."
        ),
        words,
    ),
    (
        _lazy("Member lists you are bringing in"),
        _lazy("To show you what will happen first. Kept for a day at most."),
        lists_on_their_way,
    ),
)
