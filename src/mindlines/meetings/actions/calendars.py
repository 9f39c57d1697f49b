"""A person's calendar address, and calendars that are brought in."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mindlines.communities.actions import record
from mindlines.communities.models import Community
from mindlines.kernel.errors import Refused
from mindlines.kernel.identifiers import link_secret
from mindlines.kernel.times import now
from mindlines.meetings.actions.upkeep import make_findable
from mindlines.meetings.choices import Phase, Setting
from mindlines.meetings.models import CalendarFeed, CalendarImport, Meeting, Place
from mindlines.meetings.queries import calendars as queries
from mindlines.people.models import Person
from mindlines_analysis.readers import CalendarEvent, CalendarEvents


@transaction.atomic
def make_feed(person: Person) -> CalendarFeed:
    """A secret address for the person's calendar program; a new one takes the place of the old one, which works no more."""
    feed, _made = CalendarFeed.objects.update_or_create(
        person=person, defaults={"secret": link_secret(), "made_at": now()}
    )
    return feed


def close_feed(person: Person) -> None:
    """Nobody reads the person's calendar by the old address any more."""
    CalendarFeed.objects.filter(person=person).delete()


@transaction.atomic
def upload(community: Community, *, by: Person, file_name: str, found: CalendarEvents) -> CalendarImport:
    """Keep what a file holds until it is confirmed, a day at most; nothing becomes a meeting yet."""
    alive = [event for event in found.events if not event.cancelled]
    notes = list(found.notes)
    called_off = len(found.events) - len(alive)
    if called_off:
        notes.append(
            ngettext(
                "%(count)d event was called off and is left out.",
                "%(count)d events were called off and are left out.",
                called_off,
            )
            % {"count": called_off}
        )
    if len(alive) > queries.MOST:
        notes.append(
            _("Only the first %(most)d events are shown. Choose a shorter time to see others.") % {"most": queries.MOST}
        )
    CalendarImport.objects.filter(community=community, by=by).delete()
    return CalendarImport.objects.create(
        community=community,
        by=by,
        file_name=file_name[:200],
        events=[_kept(event) for event in alive[: queries.MOST]],
        notes=notes,
    )


def choose(waiting: CalendarImport, *, numbers: list[int]) -> None:
    """Remember which events were ticked."""
    waiting.chosen = numbers
    waiting.save(update_fields=["chosen"])


@transaction.atomic
def bring_in(waiting: CalendarImport, *, by: Person) -> list[Meeting]:
    """Make a meeting of every chosen event, all of them or none: planned when it is to come, held when it is past."""
    waiting = CalendarImport.objects.select_for_update(of=("self",)).select_related("community").get(pk=waiting.pk)
    if not waiting.events:
        return []
    community = Community.objects.select_for_update().get(pk=waiting.community_id)
    occurrences = queries.chosen(waiting)
    if not occurrences:
        raise Refused(_("Nothing is chosen, or all of it is here already. Go back and choose some events."))
    places = {place.name.casefold(): place for place in community.places.all()}
    made = [_meeting(found, community=community, by=by, places=places) for found in occurrences]
    waiting.events, waiting.chosen, waiting.notes = [], [], []
    waiting.save(update_fields=["events", "chosen", "notes"])
    said = ngettext("%(count)d meeting", "%(count)d meetings", len(made)) % {"count": len(made)}
    record.note(community, by=by, verb="brought-in-calendar", words=said)
    return made


def forget_imports() -> None:
    """What was uploaded more than a day ago is gone."""
    CalendarImport.objects.filter(uploaded_at__lt=now() - dt.timedelta(days=1)).delete()


def _kept(event: CalendarEvent) -> dict[str, object]:
    return {
        "title": event.title[:150] or _("Meeting"),
        "start": event.start.isoformat(),
        "end": event.end.isoformat(),
        "place": " ".join(event.place.split())[:150],
        "all_day": event.all_day,
        "key": queries.event_key(uid=event.uid, start=event.moved_from or event.start),
    }


def _meeting(found: queries.Occurrence, *, community: Community, by: Person, places: dict[str, Place]) -> Meeting:
    made = Meeting(community=community, title=found.title, came_from=found.key, made_by=by)
    made.set_times(found.start, max(found.minutes, 5))
    if queries.is_link(found.place):
        made.setting, made.link = Setting.ONLINE, found.place
    elif found.place:
        made.place = places.get(found.place.casefold()) or Place.objects.create(community=community, name=found.place)
        places[found.place.casefold()] = made.place
    if found.is_past:
        made.phase, made.held_at = Phase.HELD, found.end
    made.save()
    make_findable(made)
    return made
