"""Finding what was made by searching."""

from mindlines.communities.actions import search
from mindlines.communities.choices import FoundKind
from mindlines.coproduction.choices import OutputState
from mindlines.coproduction.models import Output


def put(output: Output) -> None:
    """Enter an output as it stands; one that was withdrawn is not found any more."""
    ref = f"coproduction.output:{output.pk}"
    if output.state == OutputState.WITHDRAWN:
        search.drop(ref)
        return
    search.put(
        ref,
        community=output.community,
        kind=FoundKind.OUTPUT,
        title=output.title,
        words="\n".join(filter(None, (output.about, output.words))),
        url=output.get_absolute_url(),
    )
