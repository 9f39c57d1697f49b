"""Parts as HTML: once for everybody of an audience, and the same templates as on the page itself."""

import copy
import logging
import time
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.safestring import SafeString

from mindlines.kernel.times import zone
from mindlines.live.hub import sharing
from mindlines.live.measures import parts as measures
from mindlines.live.models import Room
from mindlines.live.queries import parts as queries
from mindlines.live.queries.versions import shown

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reader:
    """What is one reader's own in a page: keys of what they did, the token for forms, and a form to be corrected by part."""

    own: frozenset[str]
    token: str
    wrong: Mapping[str, Mapping[str, object]] = field(default_factory=dict)


def in_parts(
    room: Room, *, audience: str, wanted: Iterable[str] | None = None, reader: Reader | None = None
) -> dict[str, str]:
    """The HTML of the parts of this audience, or of those wanted; a part that fails is left out and logged.

    `reader` is for the page of one reader: without a script nothing adds later what is their own.
    """
    has = queries.parts_for(audience)
    chosen = has if wanted is None else [part for part in has if part in set(wanted)]
    room = _seen_by_nobody(room)
    with translation.override(settings.LANGUAGE_CODE), timezone.override(zone(room.meeting.community.time_zone)):
        return {
            part: html
            for part in chosen
            if (html := _one(room, part=part, audience=audience, reader=reader)) is not None
        }


def whole(room: Room, *, audience: str, asked: str, cookies: Mapping[str, str]) -> dict[str, object]:
    """What a frame says, and what is the reader's own: for a page that asks. `asked` names parts, or is empty for all."""
    return {
        "upto": room.version,
        "at": int(time.time() * 1000),
        "own": queries.own(room, cookies=cookies),
        "parts": in_parts(room, audience=audience, wanted=asked.split(",") if asked else None),
    }


def for_audiences(pk: int, *, audiences: Collection[str], wanted: Collection[str] | None) -> dict[str, dict[str, str]]:
    """The parts for each audience that is there, of the room as it is now."""
    room = shown(pk)
    if room is None:
        return {}
    return {audience: in_parts(room, audience=audience, wanted=wanted) for audience in audiences}


def _one(room: Room, *, part: str, audience: str, reader: Reader | None) -> str | None:
    """One part, shared with others who read the same."""
    if reader is not None and part in reader.wrong:
        mine = {"own": reader.own, "csrf_token": reader.token, **reader.wrong[part]}
        return _rendered(room, part=part, audience=audience, mine=mine)
    token = {"csrf_token": sharing.TOKEN} if reader is not None else {}

    def render(own: Collection[str]) -> str | None:
        return _rendered(room, part=part, audience=audience, mine={"own": own, **token})

    own: Collection[str] = reader.own if reader is not None else ()
    shelf = sharing.shelf_of(room.pk)
    place = (audience, part, *token)
    html = shelf.part(place, version=room.version, own=own, render=render) if shelf is not None else render(own)
    if html is None or reader is None:
        return html
    # The part was made safe by its template, and a token consists of letters and numbers.
    return SafeString(html.replace(sharing.TOKEN, reader.token))


def _rendered(room: Room, *, part: str, audience: str, mine: Mapping[str, object]) -> str | None:
    try:
        prepared = measures.prepare(room, part=part, audience=audience)
        known = {"room": room, "part": part, "audience": audience}
        return render_to_string(f"live/parts/_{part}.html", {**prepared, **known, **mine})
    except Exception:  # one part that fails must not keep the others from a thousand people
        logger.exception("The part %s of a room could not be shown.", part)
        return None


def _seen_by_nobody(room: Room) -> Room:
    """Parts are the same for a whole audience, so they never learn who looks."""
    found = copy.copy(room)
    found.viewer, found.by_pass, found.is_scribe = None, False, False
    return found
