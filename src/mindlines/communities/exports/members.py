"""The member list as a file."""

from collections.abc import Iterator

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mindlines.communities import rules
from mindlines.communities.access import membership
from mindlines.communities.choices import Standing
from mindlines.communities.models import Community, Membership
from mindlines.communities.queries import members
from mindlines.people.access import SignedInRequest
from mindlines.ui import cells

ANSWERS = {"csv": cells.csv_answer, "xlsx": cells.xlsx_answer}


@login_required
@require_safe
def everybody(request: SignedInRequest, slug: str, kind: str) -> HttpResponse:
    viewer = membership(request.user, slug, may=rules.facilitate)
    if kind not in ANSWERS:
        raise Http404
    return ANSWERS[kind](_rows(viewer.community), file_name=f"{slug}-members")


def _rows(community: Community) -> Iterator[list[str]]:
    yield [
        _("Name"), _("E-mail"), _("Phone"), _("Address"), _("Reach by"),
        _("Group"), _("Organisation"), _("Standing"), _("Since"), _("Roles"),
    ]  # fmt: skip
    for member in members.for_export(community):
        yield [member.name, *_ways(member), *_place(member)]


def _ways(member: Membership) -> list[str]:
    """What this community may know of how to reach a person; of somebody from elsewhere only the address it wrote itself."""
    person = member.person
    if member.standing == Standing.LEFT:
        return ["", "", "", ""]
    if not member.shows_ways_to_reach:
        return [person.email or "", "", "", ""]
    return [person.email or "", person.phone, person.address, str(person.get_reach_by_display())]


def _place(member: Membership) -> list[str]:
    roles = ", ".join(str(role) for role in member.held)  # type: ignore[attr-defined]  # prefetched
    return [
        member.constituency.name,
        str(member.organisation or ""),
        str(member.get_standing_display()),
        member.since.isoformat(),
        roles,
    ]
