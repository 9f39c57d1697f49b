"""The gate of the WebSocket of a text."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.http import Http404

from mindlines.coproduction import rules
from mindlines.coproduction.access.outputs import output
from mindlines.coproduction.choices import OutputState
from mindlines.coproduction.hub.lines import Line
from mindlines.people.access import signed_in

TONES = 8


def enter(pk: int, *, cookies: Mapping[str, str]) -> Line | None:
    """A line for whoever may write in this text now; everybody else gets nothing."""
    person = signed_in(cookies)
    if person is None:
        return None
    try:
        found = output(person, pk, may=rules.write_output)
    except (Http404, PermissionDenied):
        return None
    if found.state != OutputState.WRITING:
        return None
    viewer = found.viewer
    return Line(output=pk, membership=viewer.pk, name=viewer.name, tone=viewer.pk % TONES + 1, seen=found.last_update)
