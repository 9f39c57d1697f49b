"""A community at a glance."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from mindlines.communities import rules
from mindlines.communities.choices import Answer, Standing
from mindlines.communities.models import CharterVersion, Community, Constituency, Membership, Role

PRESENT = Q(memberships__standing__in=(Standing.ACTIVE, Standing.PAUSED))


@dataclass(frozen=True)
class Step:
    """Something a new community does once."""

    title: str | Promise
    words: str | Promise
    url: str
    is_done: bool


@dataclass(frozen=True)
class Overview:
    charter: CharterVersion | None
    groups: list[Constituency]
    held: list[Role]
    steps: list[Step]
    not_asked: int

    @property
    def members(self) -> int:
        return sum(group.members for group in self.groups)  # type: ignore[attr-defined]  # annotated below

    @property
    def next_step(self) -> Step | None:
        return next((step for step in self.steps if not step.is_done), None)


def overview(viewer: Membership) -> Overview:
    """What everybody sees; and for facilitators of a young community, what comes next."""
    community = viewer.community
    charter = community.charter_versions.order_by("-number").first()
    groups = list(groups_with_members(community))
    held = (
        Role.objects.filter(
            membership__community=community,
            answer=Answer.ACCEPTED,
            membership__standing__in=(Standing.ACTIVE, Standing.PAUSED),
        )
        .select_related("membership__person", "membership__constituency")
        .order_by("name", "membership__person__name")
    )
    is_young = rules.facilitate(viewer)
    not_asked = community.memberships.filter(standing=Standing.INVITED, invitations=None).count() if is_young else 0
    steps = first_steps(community, charter=charter, members=sum(group.members for group in groups)) if is_young else []  # type: ignore[attr-defined]  # annotated
    return Overview(charter=charter, groups=groups, held=list(held), steps=steps, not_asked=not_asked)


def groups_with_members(community: Community) -> QuerySet[Constituency]:
    """Stakeholder groups in their order, each with `members`, who belong now, and `people`, who ever did."""
    return community.constituencies.annotate(members=Count("memberships", filter=PRESENT), people=Count("memberships"))


def first_steps(community: Community, *, charter: CharterVersion | None, members: int) -> list[Step]:
    """The way from an empty community to one that can meet."""
    keys = {"slug": community.slug}
    return [
        Step(
            _("Add members"),
            _("Bring in a list you have, or write people down one by one."),
            reverse("communities:add", kwargs=keys),
            members > 1 or community.memberships.count() > 1,
        ),
        Step(
            _("Check the groups"),
            _("Which groups of people should be in the room, and how many of each?"),
            reverse("communities:constituencies", kwargs=keys),
            community.record.filter(
                verb__in=("added-constituency", "changed-constituency", "deleted-constituency")
            ).exists(),
        ),
        Step(
            _("Agree on the charter"),
            _("A starting text is there. Talk about it together and write down what you agree."),
            reverse("communities:charter", kwargs=keys),
            charter is not None and charter.number > 1,
        ),
        Step(
            _("Choose what to work on"),
            _("Two or three priorities are enough to begin with."),
            reverse("communities:direction", kwargs=keys),
            community.priorities.exists(),
        ),
    ]


def groups_in_order(community: Community) -> list[dict[str, object]]:
    """Stakeholder groups as a list to sort, each with its kind and how many people it has and hopes for."""
    return [_row(group, slug=community.slug) for group in groups_with_members(community)]


def place_after(constituency: Constituency, *, move: str) -> int:
    """Where the group stands after one step `up` or `down`; any other word leaves it in its place."""
    order = list(constituency.community.constituencies.order_by("position", "pk").values_list("pk", flat=True))
    return max(0, order.index(constituency.pk) + {"up": -1, "down": 1}.get(move, 0))


def _row(group: Constituency, *, slug: str) -> dict[str, object]:
    have = ngettext("%(count)d member", "%(count)d members", group.members) % {"count": group.members}  # type: ignore[attr-defined]
    hope = _("hoping for %(count)d") % {"count": group.target} if group.target else ""
    return {
        "id": group.pk,
        "title": group.name,
        "words": group.get_kind_display(),
        "meta": ", ".join(filter(None, [have, str(hope)])),
        "url": reverse("communities:constituency", kwargs={"slug": slug, "pk": group.pk}),
    }
