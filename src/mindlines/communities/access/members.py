from django.http import Http404

from mindlines.communities import rules
from mindlines.communities.access.community import membership
from mindlines.communities.models import Constituency, Invitation, MemberImport, Membership
from mindlines.kernel.rules import Rule
from mindlines.people.models import Person


def founder(person: Person, *, may: Rule[[Person]] = rules.found) -> Person:
    """The person, after the rule about founding was asked."""
    may.require(person)
    return person


def member(person: Person, slug: str, *, pk: int, may: Rule[[Membership]] = rules.see_member) -> Membership:
    """The membership `pk`, seen through `.viewer`; whom the viewer's list does not show does not exist for them."""
    viewer = membership(person, slug)
    found = (
        Membership.objects.with_roles()
        .with_elsewhere()
        .select_related("person", "constituency", "organisation", "invited_by")
        .filter(community=viewer.community, pk=pk)
        .first()
    )
    if found is None:
        raise Http404
    found.viewer, found.community = viewer, viewer.community
    if not rules.see_member(found):
        raise Http404
    may.require(found)
    return found


def constituency(person: Person, slug: str, *, pk: int, may: Rule[[Membership]] = rules.facilitate) -> Constituency:
    """A stakeholder group; `request.user.here` is the membership through which it is seen."""
    viewer = membership(person, slug, may=may)
    found = viewer.community.constituencies.filter(pk=pk).first()
    if found is None:
        raise Http404
    found.community, found.viewer = viewer.community, viewer
    return found


def invitation(person: Person, slug: str, *, pk: int, may: Rule[[Membership]] = rules.facilitate) -> Invitation:
    viewer = membership(person, slug, may=may)
    found = (
        Invitation.objects.select_related("membership__person", "membership__community", "membership__constituency")
        .filter(membership__community=viewer.community, pk=pk)
        .first()
    )
    if found is None:
        raise Http404
    return found


def member_import(person: Person, slug: str, *, pk: int, may: Rule[[Membership]] = rules.facilitate) -> MemberImport:
    """A member list on its way in; only whoever brought it goes on with it."""
    viewer = membership(person, slug, may=may)
    found = MemberImport.objects.filter(community=viewer.community, by=person, pk=pk).first()
    if found is None:
        raise Http404
    found.community, found.viewer = viewer.community, viewer
    return found
