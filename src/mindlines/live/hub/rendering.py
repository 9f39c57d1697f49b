"""Parts as HTML: once for everybody of an audience, and the same templates as on the page itself."""

import logging
import time
from collections.abc import Collection, Iterable, Mapping

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation

from mindlines.kernel.times import zone
from mindlines.live.measures import parts as measures
from mindlines.live.models import Room
from mindlines.live.queries import parts as queries
from mindlines.live.queries.versions import shown

logger = logging.getLogger(__name__)


def in_parts(
    room: Room, *, audience: str, wanted: Iterable[str] | None = None, mine: Mapping[str, object] | None = None
) -> dict[str, str]:
    """The HTML of the parts of this audience, or of those wanted; a part that fails is left out and logged.

    `mine` is for the page of one reader: what is their own, and the token for forms; without a script nothing adds it later.
    """
    has = queries.parts_for(audience)
    chosen = has if wanted is None else [part for part in has if part in set(wanted)]
    with translation.override(settings.LANGUAGE_CODE), timezone.override(zone(room.meeting.community.time_zone)):
        return {
            part: html
            for part in chosen
            if (html := _one(room, part=part, audience=audience, mine=mine or {})) is not None
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


def _one(room: Room, *, part: str, audience: str, mine: Mapping[str, object]) -> str | None:
    try:
        prepared = measures.prepare(room, part=part, audience=audience)
        known = {"room": room, "part": part, "audience": audience}
        return render_to_string(f"live/parts/_{part}.html", {**prepared, **known, **mine})
    except Exception:  # one part that fails must not keep the others from a thousand people
        logger.exception("The part %s of a room could not be shown.", part)
        return None
