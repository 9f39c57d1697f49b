"""Series of meetings."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from mindlines.communities.actions import record
from mindlines.communities.models import Community
from mindlines.kernel.errors import Refused
from mindlines.meetings.actions import meetings
from mindlines.meetings.models import Meeting, Series
from mindlines.meetings.queries import agenda, templates
from mindlines.meetings.queries import series as queries
from mindlines.people.models import Person


@transaction.atomic
def make(community: Community, *, by: Person, series: Series) -> Series:
    """Keep a new series; one of the same name and rhythm that is not resting is the same series."""
    Community.objects.select_for_update().get(pk=community.pk)
    same = community.series.filter(
        name=series.name,
        rhythm=series.rhythm,
        weekday=series.weekday,
        week=series.week,
        starts=series.starts,
        is_resting=False,
    ).first()
    if same:
        return same
    series.community = community
    series.save()
    record.note(community, by=by, verb="made-series", words=series.name)
    return series


@transaction.atomic
def change(series: Series, *, by: Person) -> None:
    """Keep what was changed; meetings that were made already stay as they are."""
    series.save()
    record.note(series.community, by=by, verb="changed-series", words=series.name)


@transaction.atomic
def rest(series: Series, *, by: Person) -> None:
    """Make no further meetings of it for now."""
    _set_resting(series, by=by, is_resting=True)


@transaction.atomic
def wake(series: Series, *, by: Person) -> None:
    """Let it go on."""
    _set_resting(series, by=by, is_resting=False)


@transaction.atomic
def make_meetings(series: Series, *, by: Person, moments: Sequence[datetime]) -> list[Meeting]:
    """Make a meeting for each moment, with the agenda of the last one; a day that has one already gets no second."""
    series = Series.objects.select_for_update(of=("self",)).select_related("community", "place").get(pk=series.pk)
    if series.is_resting:
        raise Refused(_("This series is resting. Wake it up first."))
    free = set(queries.next_moments(series, count=24))
    last = queries.last_meeting(series)
    made = []
    for moment in sorted(set(moments) & free):
        items = agenda.copies(last) if last else templates.items_for(series.kind)
        details = meetings.Details(
            title=series.name,
            kind=series.kind,
            starts_at=moment,
            minutes=series.minutes,
            setting=series.setting,
            place=series.place,
            link=series.link,
        )
        made.append(meetings.plan(series.community, by=by, details=details, items=items, series=series))
    return made


def _set_resting(series: Series, *, by: Person, is_resting: bool) -> None:
    series = Series.objects.select_for_update(of=("self",)).select_related("community").get(pk=series.pk)
    if series.is_resting == is_resting:
        return
    series.is_resting = is_resting
    series.save(update_fields=["is_resting"])
    record.note(series.community, by=by, verb="rested-series" if is_resting else "woke-series", words=series.name)
