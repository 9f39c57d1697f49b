"""Every write about people."""

from mindlines.people.actions.person import (
    add,
    change_details,
    change_language,
    change_looks,
    confirm_address,
    drop_spare_codes,
    give_address,
)

__all__ = [
    "add",
    "change_details",
    "change_language",
    "change_looks",
    "confirm_address",
    "drop_spare_codes",
    "give_address",
]
