"""What the community makes, as pages show it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import Any, cast

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mindlines.communities import rules as community_rules
from mindlines.communities.models import Community, Membership
from mindlines.coproduction import rules
from mindlines.coproduction.choices import CreditNaming, OutputState, RemarkKind, RemarkState
from mindlines.coproduction.models import Credit, Decision, Output, OutputVersion, Remark
from mindlines.coproduction.queries.text.blocks import Block
from mindlines.coproduction.queries.text.marks import unmarked, words_of
from mindlines.coproduction.queries.text.merging import Piece, compared
from mindlines.coproduction.queries.text.reading import blocks_of, plain
from mindlines.coproduction.queries.writing import content_of
from mindlines.knowledge.models import Item
from mindlines.knowledge.queries.things import Offered, Thing, of_item, offered
from mindlines.meetings.models import Action
from mindlines.ui.markdown import safe_html

PER_PAGE = 20
TONES = {
    OutputState.WRITING: "",
    OutputState.READY: "good",
    OutputState.PUBLISHED: "brand",
    OutputState.WITHDRAWN: "warm",
}
MOST_OFFERED = 60


@dataclass(frozen=True)
class Row:
    """One output of a list."""

    output: Output
    open_remarks: int

    @property
    def tone(self) -> str:
        return TONES[OutputState(self.output.state)]


def page(community: Community, *, kind: str = "", state: str = "", number: str | None = None) -> "Page[Row]":
    """One page of what is made here, newest change first; withdrawn things only when asked for. Two queries."""
    found = Output.objects.filter(community=community).defer("words")
    found = found.filter(state=state) if state else found.exclude(state=OutputState.WITHDRAWN)
    found = found.filter(kind=kind) if kind else found
    is_open = Q(remarks__state=RemarkState.OPEN)
    found_page = Paginator(
        found.annotate(waiting=Count("remarks", filter=is_open)).order_by("-changed_at", "-pk"), PER_PAGE
    ).get_page(number)
    rows = [Row(output, cast("Any", output).waiting) for output in found_page]
    return cast("Page[Row]", Page(rows, found_page.number, found_page.paginator))


def words_now(output: Output) -> str:
    """The text as it stands, also what was written in the last seconds."""
    if output.words_at >= output.last_update:
        return output.words
    return words_of(blocks_now(output))


def blocks_now(output: Output) -> tuple[Block, ...]:
    return blocks_of(content_of(output.pk))


def shown_text(words: str) -> SafeString:
    """The text as a page shows it."""
    return safe_html(words, first_heading=2)


@dataclass(frozen=True)
class Deed:
    """Something that can be done with an output now."""

    name: str
    words: str
    says: str = ""
    is_quiet: bool = True


def deeds(output: Output) -> list[Deed]:
    """What the viewer can do with an output, in the order in which it is usually done."""
    every = {
        "ready": Deed(
            "ready", _("It is ready"), _("Nobody can change the text then, until it is taken back."), is_quiet=False
        ),
        "write": Deed("write", _("Go on writing")),
        "publish": Deed(
            "publish", _("Publish it"), _("Then it may be shown to people outside the community."), is_quiet=False
        ),
        "back": Deed("back", _("Take it back and go on writing")),
        "withdraw": Deed("withdraw", _("Withdraw it"), _("It is not shown in lists then. Nothing is deleted.")),
    }
    by_state: dict[str, tuple[str, ...]] = {
        OutputState.WRITING: ("ready", "withdraw"),
        OutputState.READY: ("publish", "write", "withdraw"),
        OutputState.PUBLISHED: ("back", "withdraw"),
        OutputState.WITHDRAWN: ("back",),
    }
    may = {"ready": rules.write_output(output), "write": rules.write_output(output)}
    leads = rules.publish_output(output)
    return [every[name] for name in by_state[output.state] if may.get(name, leads)]


def readers_words(output: Output) -> str:
    """Who can read it, in a sentence."""
    if output.state == OutputState.PUBLISHED:
        return _("Everyone in this community can read this. You may show it to people outside, too.")
    return _("Only members of this community can read this.")


@dataclass(frozen=True)
class Thanks:
    """Who is thanked in an output: by name, and by group."""

    names: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """One sentence; nothing, when nobody is thanked."""
        people = [*self.names, *([_("people of these groups: %s") % ", ".join(self.groups)] if self.groups else [])]
        return _("Made by %s.") % "; ".join(people) if people else ""


def thanks(output: Output) -> Thanks:
    """Everyone as they wish. Of groups only the name is told, never how many, so that nobody is found out."""
    names, groups = [], []
    for credit in _credits(output):
        line = thanked_as(credit)
        if credit.naming in (CreditNaming.NAMED, CreditNaming.OTHER):
            names.append(f"{line} ({credit.part})" if credit.part else line)
        elif line and line not in groups:
            groups.append(line)
    return Thanks(names=[name for name in names if name], groups=sorted(groups))


def thanked_as(credit: Credit) -> str:
    """The name that stands in the thanks; until somebody says how they wish it, that of their group."""
    if credit.naming == CreditNaming.NOBODY:
        return ""
    if credit.naming == CreditNaming.NAMED and credit.membership:
        return credit.membership.name
    if credit.naming == CreditNaming.OTHER:
        return credit.shown_name
    return credit.membership.constituency.name if credit.membership else credit.shown_name


@dataclass(frozen=True)
class CreditRow:
    credit: Credit
    who: str
    thanked: str
    can_be_taken_out: bool


def credit_rows(output: Output) -> list[CreditRow]:
    """The viewer and those who are named. Of a group nobody is listed alone, so that nobody can be found out or counted."""
    rows = []
    for credit in _credits(output):
        is_own = credit.membership_id == output.viewer.pk
        shown = thanked_as(credit)
        if not is_own and credit.naming not in (CreditNaming.NAMED, CreditNaming.OTHER):
            continue
        who = _("You") if is_own else shown
        rows.append(CreditRow(credit, who=who, thanked=shown, can_be_taken_out=credit.membership_id is None))
    return rows


def own_credit(output: Output) -> Credit | None:
    return output.credits.filter(membership=output.viewer).first()


def _credits(output: Output) -> QuerySet[Credit]:
    return output.credits.select_related("membership__person", "membership__constituency")


@dataclass(frozen=True)
class Ground:
    """What an output rests on: one line of a list."""

    words: str
    url: str
    kind: str


def grounds(output: Output) -> list[Ground]:
    """Decisions, knowledge and actions that an output rests on, as far as the viewer may read them. Three queries."""
    found = [Ground(one.question, one.get_absolute_url(), _("Decision")) for one in _decisions(output)]
    items = output.items.select_related("community", "constituency", "brought_by__person", "teller__person", "citation")
    found += [Ground(one.words, one.url, one.kind) for one in map(of_item, items)]
    return found + [Ground(one.words, one.get_absolute_url(), _("Action")) for one in output.actions.all()]


def _decisions(output: Output) -> QuerySet[Decision]:
    return readable_decisions(output.viewer).filter(outputs=output)


def readable_decisions(viewer: Membership) -> QuerySet[Decision]:
    """Decisions that this member may read."""
    found = Decision.objects.filter(community=viewer.community)
    return found if community_rules.facilitate(viewer) else found.filter(opened_at__isnull=False)


def unseen_decisions(output: Output) -> list[Decision]:
    """Decisions that it rests on and the viewer cannot read yet; whoever does not see them cannot take them away."""
    seen = readable_decisions(output.viewer).values("pk")
    return list(output.decisions.exclude(pk__in=seen))


def offered_decisions(output: Output) -> list[Decision]:
    """The newest decisions, and those that are chosen."""
    return _offered(readable_decisions(output.viewer), chosen=output.decisions.values_list("pk", flat=True))


def offered_actions(output: Output) -> list[Action]:
    """The newest actions, and those that are chosen."""
    found = Action.objects.filter(community=output.community)
    return _offered(found, chosen=output.actions.values_list("pk", flat=True))


def _offered(found: QuerySet[Any], *, chosen: Collection[int]) -> list[Any]:
    newest = found.order_by("-pk").values_list("pk", flat=True)[:MOST_OFFERED]
    return list(found.filter(pk__in={*newest, *chosen}).order_by("-pk"))


def chosen(output: Output) -> dict[str, list[Any]]:
    """What it rests on, as a form shows it first."""
    return {
        "decisions": [one.pk for one in _decisions(output)],
        "actions": [one.pk for one in output.actions.all()],
        "things": [f"item:{pk}" for pk in output.items.values_list("pk", flat=True)],
    }


def items_among(keys: Iterable[str]) -> list[Item]:
    """The pieces of knowledge among the things with these keys."""
    numbers = [int(key.removeprefix("item:")) for key in keys if key.startswith("item:")]
    return list(Item.objects.filter(pk__in=numbers))


def offered_items(output: Output, *, typed: str, keys: list[str] | None) -> Offered:
    """Pieces of knowledge to choose from; first those that are chosen already."""
    ticked = chosen(output)["things"] if keys is None else keys
    found = offered(output.viewer, typed=typed, keys=ticked)
    return replace(found, ticked=_only_items(found.ticked), found=_only_items(found.found))


def _only_items(things: list[Thing]) -> list[Thing]:
    return [one for one in things if one.key.startswith("item:")]


def versions(output: Output, *, number: str | None = None) -> "Page[OutputVersion]":
    """Versions that were kept, newest first."""
    kept = output.versions.select_related("kept_by").defer("content", "words")
    return Paginator(kept, 30).get_page(number)


def differences(old: OutputVersion | None, *, new: OutputVersion | None, now: str = "") -> list[list[Piece]]:
    """What changed from one version to another; none stands for the text as it is now."""
    return compared(unmarked(old.words if old else now), new=unmarked(new.words if new else now))


@dataclass(frozen=True)
class RemarkRow:
    remark: Remark
    who: str
    is_suggestion: bool
    is_open: bool
    can_be_put_in: bool


def remark_rows(output: Output, *, settled: bool) -> list[RemarkRow]:
    """Remarks that are open, or those that are settled, oldest first. One query, and one for the text."""
    found = output.remarks.select_related("membership__person", "membership__constituency")
    is_open = Q(state=RemarkState.OPEN)
    text = "" if settled or output.state != OutputState.WRITING else "\n".join(_plain(output))
    return [_remark_row(one, text=text) for one in found.filter(~is_open if settled else is_open)]


def _plain(output: Output) -> list[str]:
    return plain(blocks_now(output))


def _remark_row(remark: Remark, *, text: str) -> RemarkRow:
    is_suggestion = remark.kind == RemarkKind.SUGGESTION
    return RemarkRow(
        remark=remark,
        who=remark.membership.name if remark.membership else _("Somebody who left"),
        is_suggestion=is_suggestion,
        is_open=remark.state == RemarkState.OPEN,
        can_be_put_in=is_suggestion and bool(remark.passage) and text.count(remark.passage) == 1,
    )


def times_in_text(output: Output, *, passage: str) -> int:
    """How often a passage stands in one paragraph of the text as it is now."""
    return sum(text.count(passage) for text in _plain(output))


def device_name(output: Output) -> str:
    """Under which name a browser keeps what this member wrote and has not sent; it tells nothing about them."""
    return blake2b(f"{output.key}:{output.viewer.pk}".encode(), digest_size=12).hexdigest()


def wished(output: Output) -> dict[str, str]:
    """How the viewer is thanked now, as a form shows it first."""
    found = own_credit(output)
    return {"naming": found.naming or CreditNaming.GROUP, "shown_name": found.shown_name} if found else {}


def version_numbers(output: Output) -> list[OutputVersion]:
    """All versions for a list to choose from, newest first."""
    return list(output.versions.defer("content", "words")[:200])


@dataclass(frozen=True)
class Standing:
    """How far an output is, in words."""

    state: str
    tone: str
    readers: str
    is_being_made: bool
    open_remarks: int
    versions: int


def standing(output: Output) -> Standing:
    return Standing(
        state=str(output.get_state_display()),
        tone=TONES[OutputState(output.state)],
        readers=readers_words(output),
        is_being_made=output.state == OutputState.WRITING,
        open_remarks=output.remarks.filter(state=RemarkState.OPEN).count(),
        versions=output.versions.count(),
    )
