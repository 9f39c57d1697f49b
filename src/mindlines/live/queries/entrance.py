"""The ways into a room."""

from datetime import timedelta
from typing import Any
from urllib.parse import urljoin

import qrcode
import qrcode.image.svg
from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString

from mindlines.communities.models import Membership
from mindlines.live.models import Room

A_MONTH = timedelta(days=30)


def is_known(person: Any, *, room: Room) -> bool:
    """Whether somebody who is signed in belongs to the community of this room."""
    if not person.is_authenticated:
        return False
    return Membership.objects.present().filter(person=person, community=room.meeting.community_id).exists()


def way_in(room: Room) -> dict[str, Any]:
    """What the wall shows for those who come in: an address to type, a code, and a picture for a phone's camera."""
    address = urljoin(settings.MINDLINES_ADDRESS, reverse("live:door", kwargs={"code": room.code}))
    return {
        "address": urljoin(settings.MINDLINES_ADDRESS, reverse("live:find")).split("://")[-1],
        "picture": picture(address),
    }


def picture(address: str) -> SafeString:
    """A QR code of an address as a drawing that stands in the page."""
    image = qrcode.make(address, image_factory=qrcode.image.svg.SvgPathImage, border=2)
    drawing = str(image.to_string(encoding="unicode"))
    # Drawn by the library from our own address. It may stand in a page many times, so its path has no name.
    return SafeString(drawing.replace(' id="qr-path"', ""))
