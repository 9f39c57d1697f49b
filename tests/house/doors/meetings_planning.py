"""Planning: meetings, series, places, the agenda, invitations, answers, calendars."""

from datetime import UTC, datetime, time, timedelta
from types import SimpleNamespace as World

from django.core.files.uploadedfile import SimpleUploadedFile

from mindlines.kernel.times import now
from mindlines.meetings.choices import Phase
from mindlines.meetings.models import CalendarFeed, CalendarImport, Place, RemovedItem, Series
from mindlines.meetings.queries import agenda, links
from mindlines.meetings.queries.series import next_moments
from tests import make
from tests.house.doors import (
    EVERYONE,
    FACILITATORS,
    FACILITATORS_WRITE,
    HIDDEN,
    MEMBERS,
    MEMBERS_WRITE,
    OPEN,
    SENT_ON,
    SIGN_IN,
    SIGNED_IN,
    door,
)


def furnish(world: World) -> None:
    community = world.community
    spring = make.meeting(community, "Spring", starts_at=now() + timedelta(days=90), phase=Phase.ANNOUNCED)
    world.spring, world.plan_item, taken_out = (
        spring,
        make.item(spring, "What we planned"),
        make.item(spring, "Taken out"),
    )
    world.removed = RemovedItem.objects.create(meeting=spring, item=agenda.as_values(taken_out), by=world.ana)
    world.place = Place.objects.create(community=community, name="Behind the doors")
    world.series = Series.objects.create(community=community, name="Every month", starts=time(10))
    past = make.meeting(community, "Before", starts_at=datetime(2025, 1, 8, 10, tzinfo=UTC), phase=Phase.HELD)
    world.past, world.left_over = past, make.action(community, "Ask the gardener")
    make.item(past)
    world.feed = CalendarFeed.objects.create(person=world.bo)
    event = {"title": "Walk", "start": "2026-12-01T10:00:00+00:00", "end": "2026-12-01T11:00:00+00:00"}
    event |= {"place": "", "all_day": False, "key": "walk"}
    world.calendar = CalendarImport.objects.create(
        community=community, by=world.ana, file_name="walks.ics", events=[event], chosen=[0]
    )


def slug(world: World) -> dict[str, object]:
    return {"slug": world.community.slug}


def meeting(world: World) -> dict[str, object]:
    return {"pk": world.spring.pk}


def item(world: World) -> dict[str, object]:
    return {"pk": world.spring.pk, "item": world.plan_item.pk}


def place(world: World) -> dict[str, object]:
    return slug(world) | {"pk": world.place.pk}


def series(world: World) -> dict[str, object]:
    return slug(world) | {"pk": world.series.pk}


def calendar(world: World) -> dict[str, object]:
    return slug(world) | {"pk": world.calendar.pk}


def details(world: World) -> dict[str, object]:
    return {
        "title": "Spring", "kind": "community", "day": f"{now().year + 2}-03-10", "starts": "10am", "minutes": "90",
        "setting": "in_person", "place": "", "link": "", "dial_in": "", "purpose": "", "zone": "Europe/London",
    }  # fmt: skip


def rhythm(world: World) -> dict[str, object]:
    return {
        "name": "Quarterly", "kind": "community", "rhythm": "quarterly", "week": "3", "weekday": "2", "starts": "10am",
        "begins_on": "2027-01-01", "minutes": "120", "setting": "online", "link": "", "place": "",
    }  # fmt: skip


def moments(world: World) -> dict[str, object]:
    return {"moments": [moment.isoformat() for moment in next_moments(world.series, count=1)]}


def words(world: World) -> dict[str, object]:
    return {
        "title": "Tea",
        "minutes": "10",
        "kind": "break",
        "lead_name": "",
        "text": "",
        "priority": "",
        "version": "0",
    }


def announced(world: World) -> dict[str, object]:
    return {"who": "everyone", "remind_days": "3", "key": "a-key", "words": ""}


def ics(world: World) -> dict[str, object]:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "END:VCALENDAR", ""]
    return {"time": "coming", "file": SimpleUploadedFile("walks.ics", "\r\n".join(lines).encode())}


DOORS = [
    door("meetings:list", MEMBERS, keys=slug),
    door("meetings:new", FACILITATORS, keys=slug),
    door("meetings:new", FACILITATORS, keys=slug, method="post", body=details, note="without a beginning"),
    door("meetings:places", MEMBERS, keys=slug),
    door("meetings:place_new", FACILITATORS, keys=slug),
    door("meetings:place_new", FACILITATORS_WRITE, keys=slug, method="post", body=lambda world: {"name": "Hall"}),
    door("meetings:place", FACILITATORS, keys=place),
    door("meetings:place", FACILITATORS_WRITE, keys=place, method="post", body=lambda world: {"name": "Hall"}),
    door("meetings:place_remove", FACILITATORS_WRITE, keys=place, method="post"),
    door("meetings:series", FACILITATORS, keys=slug),
    door("meetings:series_new", FACILITATORS, keys=slug),
    door("meetings:series_new", FACILITATORS_WRITE, keys=slug, method="post", body=rhythm),
    door("meetings:series_change", FACILITATORS, keys=series),
    door("meetings:series_change", FACILITATORS_WRITE, keys=series, method="post", body=rhythm),
    door("meetings:series_meetings", FACILITATORS, keys=series),
    door("meetings:series_meetings", FACILITATORS_WRITE, keys=series, method="post", body=moments),
    door("meetings:series_rest", FACILITATORS_WRITE, keys=series, method="post"),
    door("meetings:series_wake", FACILITATORS_WRITE, keys=series, method="post"),
    door("meetings:meeting", MEMBERS, keys=meeting),
    door("meetings:change", FACILITATORS, keys=meeting),
    door("meetings:change", FACILITATORS, keys=meeting, method="post", body=lambda world: {}, note="empty"),
    door("meetings:cancel", FACILITATORS, keys=meeting),
    door("meetings:cancel", FACILITATORS_WRITE, keys=meeting, method="post", body=lambda world: {"because": "Snow"}),
    door("meetings:agenda", FACILITATORS, keys=meeting),
    door("meetings:agenda", FACILITATORS_WRITE, keys=meeting, method="post", body=words),
    door("meetings:agenda_order", FACILITATORS_WRITE, keys=meeting, method="post",
         body=lambda world: {"item": world.plan_item.pk, "move": "down"}),
    door("meetings:agenda_names", FACILITATORS, keys=meeting),
    door("meetings:agenda_bring", FACILITATORS, keys=meeting),
    door("meetings:agenda_bring", FACILITATORS_WRITE, keys=meeting, method="post", body=lambda world: {"other": world.past.pk}),
    door("meetings:agenda_take_up", FACILITATORS_WRITE, method="post",
         keys=lambda world: meeting(world) | {"kind": "action", "thing": world.left_over.pk}),
    door("meetings:agenda_item", FACILITATORS, keys=item),
    door("meetings:agenda_item", FACILITATORS_WRITE, keys=item, method="post", body=words),
    door("meetings:agenda_minutes", FACILITATORS_WRITE, keys=item, method="post", body=lambda world: {"minutes": 20}),
    door("meetings:agenda_duplicate", FACILITATORS_WRITE, keys=item, method="post"),
    door("meetings:agenda_remove", FACILITATORS_WRITE, keys=item, method="post"),
    door("meetings:agenda_restore", FACILITATORS_WRITE, method="post",
         keys=lambda world: meeting(world) | {"removed": world.removed.pk}),
    door("meetings:announce", FACILITATORS, keys=meeting),
    door("meetings:announce", FACILITATORS_WRITE, keys=meeting, method="post", body=announced),
    door("meetings:tell_change", FACILITATORS, keys=meeting),
    door("meetings:tell_change", FACILITATORS_WRITE, keys=meeting, method="post", body=lambda world: {"words": "Later"}),
    door("meetings:remind", FACILITATORS_WRITE, keys=meeting, method="post"),
    door("meetings:reply", MEMBERS, keys=meeting),
    door("meetings:reply", MEMBERS_WRITE, keys=meeting, method="post", body=lambda world: {"mode": "room"}),
    door("meetings:replies", FACILITATORS, keys=meeting),
    door("meetings:reply_for", FACILITATORS, keys=lambda world: meeting(world) | {"member": world.bos.pk}),
    door("meetings:reply_for", FACILITATORS_WRITE, keys=lambda world: meeting(world) | {"member": world.bos.pk},
         method="post", body=lambda world: {"mode": "room", "way": "phone"}),
    door("meetings:reply_by_link", EVERYONE, keys=lambda world: {"token": links.reply_token(world.spring, membership=world.bos)}),
    door("meetings:reply_by_link", (SENT_ON,) * 4, method="post", body=lambda world: {"mode": "room"},
         keys=lambda world: {"token": links.reply_token(world.spring, membership=world.bos)}),
    door("meetings:reply_by_link", (HIDDEN,) * 4, keys=lambda world: {"token": "guessed"}, note="guessed"),
    door("meetings:calendar", MEMBERS, keys=meeting),
    door("meetings:my_calendar", SIGNED_IN),
    door("meetings:calendar_new_address", (SIGN_IN, SENT_ON, SENT_ON, SENT_ON), method="post"),
    door("meetings:calendar_close", (SIGN_IN, SENT_ON, SENT_ON, SENT_ON), method="post"),
    door("meetings:feed", (OPEN,) * 4, keys=lambda world: {"secret": world.feed.secret}),
    door("meetings:feed", (HIDDEN,) * 4, keys=lambda world: {"secret": "guessed"}, note="guessed"),
    door("meetings:calendar_import", FACILITATORS, keys=slug),
    door("meetings:calendar_import", FACILITATORS_WRITE, keys=slug, method="post", body=ics),
    door("meetings:calendar_choose", FACILITATORS, keys=calendar),
    door("meetings:calendar_choose", FACILITATORS_WRITE, keys=calendar, method="post", body=lambda world: {"chosen": ["0"]}),
    door("meetings:calendar_preview", FACILITATORS, keys=calendar),
    door("meetings:calendar_preview", FACILITATORS_WRITE, keys=calendar, method="post"),
]  # fmt: skip
