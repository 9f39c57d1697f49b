"""`mindlines groups`: small groups out of a list of people, without a database."""

from mindlines.meetings.management.groups.command import groups

__all__ = ["groups"]
