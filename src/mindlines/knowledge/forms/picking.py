"""Choosing things, as every context draws it: the forms stand in `ui`, what is offered in `queries.things`."""

from mindlines.ui.picking import (
    LONGEST,
    LOOK,
    HintedDots,
    HintedTicks,
    PickField,
    PickForm,
    PickOneField,
    PickOneForm,
    asked,
)

__all__ = [
    "LONGEST",
    "LOOK",
    "HintedDots",
    "HintedTicks",
    "PickField",
    "PickForm",
    "PickOneField",
    "PickOneForm",
    "asked",
]
