"""The shape of a community."""

from .charter import CharterReading, CharterVersion
from .community import Community, Constituency, Organisation
from .imports import MemberImport
from .invitation import Invitation
from .membership import Membership
from .priorities import ContextEvent, Criterion, Priority, PriorityReview
from .record import RecordLine
from .roles import Role, RoleCard
from .search import SearchEntry
from .words import Term

__all__ = [
    "CharterReading",
    "CharterVersion",
    "Community",
    "Constituency",
    "ContextEvent",
    "Criterion",
    "Invitation",
    "MemberImport",
    "Membership",
    "Organisation",
    "Priority",
    "PriorityReview",
    "RecordLine",
    "Role",
    "RoleCard",
    "SearchEntry",
    "Term",
]
