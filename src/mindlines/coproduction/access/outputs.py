"""The gates of outputs, and of what belongs to one."""

from django.http import Http404
from django.utils.translation import gettext as _

from mindlines.communities.models import Membership
from mindlines.coproduction import rules
from mindlines.coproduction.choices import OutputState
from mindlines.coproduction.models import Credit, Decision, Output, OutputVersion, Remark
from mindlines.kernel.errors import Refused
from mindlines.kernel.rules import Rule
from mindlines.knowledge.access.seeing import viewer
from mindlines.people.models import Person


def output(person: Person, pk: int, *, may: Rule[[Output]] = rules.read_output) -> Output:
    """What has this number, seen through its `viewer`; outsiders meet a 404."""
    found = Output.objects.select_related("community").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.viewer = viewer(person, found.community)
    may.require(found)
    return found


def origin(of: Membership, *, named: str) -> Decision | None:
    """The closed decision that a new output comes from, as its address names it; what is not of here meets a 404."""
    if not named:
        return None
    decided = Decision.objects.filter(community=of.community_id, closed_at__isnull=False)
    found = decided.filter(pk=named[:18]).first() if named.isdecimal() else None
    if found is None:
        raise Http404
    return found


def being_made(person: Person, pk: int) -> Output:
    """An output in which this person can write now."""
    found = output(person, pk, may=rules.write_output)
    if found.state != OutputState.WRITING:
        raise Refused(_("This is not being written any more. Its page says how far it is."))
    return found


def version(person: Person, pk: int, *, number: int, may: Rule[[Output]]) -> OutputVersion:
    """A version that was kept of an output."""
    found = output(person, pk, may=may).versions.filter(number=number).first()
    if found is None:
        raise Http404
    return found


def version_if_named(found: Output, number: str) -> OutputVersion | None:
    """The version of that number; without a number none, which stands for the text as it is now."""
    if not number:
        return None
    kept = found.versions.filter(number=int(number)).first() if _is_number(number) else None
    if kept is None:
        raise Http404
    return kept


def _is_number(words: str) -> bool:
    return words.isascii() and words.isdecimal() and len(words) < 10


def remark(person: Person, pk: int, *, may: Rule[[Output]]) -> Remark:
    """A remark on an output that this person may deal with."""
    found = Remark.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    found.output = output(person, found.output_id, may=may)
    return found


def credit(person: Person, pk: int, *, may: Rule[[Output]]) -> Credit:
    """Somebody who is thanked in an output."""
    found = Credit.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    found.output = output(person, found.output_id, may=may)
    return found
