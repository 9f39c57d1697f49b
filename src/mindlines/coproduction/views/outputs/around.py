"""What every page about outputs shows."""

from typing import Any

from mindlines.coproduction.queries.section import tabs

HERE = "coproduction:outputs"


def around(viewer: Any, **shown: Any) -> dict[str, Any]:
    return {"viewer": viewer, "tabs": tabs(viewer, here=HERE), **shown}


def about(output: Any, **shown: Any) -> dict[str, Any]:
    return around(output.viewer, output=output, **shown)
