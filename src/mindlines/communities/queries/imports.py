"""Member lists on their way in."""

from collections.abc import Sequence
from typing import TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from mindlines.communities.models import Constituency, MemberImport, Membership

A_PAGE = 50
T = TypeVar("T")


def unfinished(viewer: Membership) -> QuerySet[MemberImport]:
    """Lists that `viewer` brought and has not confirmed."""
    return MemberImport.objects.filter(community=viewer.community, by=viewer.person, confirmed_at=None).defer("table")


def groups(viewer: Membership) -> list[Constituency]:
    return list(viewer.community.constituencies.all())


def page(rows: Sequence[T], *, number: str) -> "Page[T]":
    return Paginator(rows, A_PAGE).get_page(number)
