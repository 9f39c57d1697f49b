"""Who is in the community. All names are invented."""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from mindlines.communities.choices import ConstituencyKind as Kind
from mindlines.communities.choices import RoleName, Standing
from mindlines.people.choices import Need, Way

LAY, CLINICAL, COMMISSIONING = "Lay members", "Clinicians", "Commissioners"
MANAGERS, ACADEMIC, VOLUNTARY, SUPPORT = "Managers", "Academics", "Voluntary sector", "Support team"

# Name, kind, how many people the community hopes for.
CONSTITUENCIES = (
    (LAY, Kind.LAY, 6),
    (CLINICAL, Kind.CLINICAL, 8),
    (COMMISSIONING, Kind.COMMISSIONING, 3),
    (MANAGERS, Kind.PROFESSIONAL, 3),
    (ACADEMIC, Kind.ACADEMIC, 3),
    (VOLUNTARY, Kind.VOLUNTARY, 2),
    (SUPPORT, Kind.SUPPORT, None),
)

TRUST, HOSPITAL, SURGERY = "Marl Valley Community Trust", "Northmere Hospital", "Tern Street Surgery"
BOARD, UNIVERSITY = "Marlshire Integrated Care Board", "University of Marlshire"


@dataclass(frozen=True)
class Somebody:
    """One invented person. `days` is how long ago they joined."""

    key: str
    name: str
    constituency: str
    organisation: str = ""
    roles: tuple[str, ...] = ()
    needs: dict[str, str] = field(default_factory=dict)
    reach_by: str = Way.MAIL
    signs_in: bool = True
    standing: str = Standing.ACTIVE
    days: int = 440


PEOPLE = (
    Somebody("frances", "Frances Adeyemi", SUPPORT, UNIVERSITY, roles=(RoleName.FACILITATOR,), days=460),
    Somebody("jonas", "Jonas Lindqvist", SUPPORT, UNIVERSITY, roles=(RoleName.BROKER,), days=455),
    Somebody("wendy", "Wendy Parr", SUPPORT, UNIVERSITY, roles=(RoleName.INVOLVEMENT,), days=455),
    Somebody("rosa", "Rosa Whitfield", LAY, roles=(RoleName.CHAIR,), needs={Need.LARGE_PRINT: "", Need.BREAKS: ""}),
    Somebody(
        "harold",
        "Harold Munn",
        LAY,
        roles=(RoleName.STEERING,),
        needs={Need.STEP_FREE: "I use a stick and need a chair with arms."},
    ),
    Somebody(
        "edith",
        "Edith Crane",
        LAY,
        needs={Need.PAPER: "Please post papers a week before.", Need.PHONE_IN: "", Need.LARGE_PRINT: ""},
        reach_by=Way.POST,
        signs_in=False,
    ),
    Somebody("samir", "Samir Haddad", LAY, needs={Need.CAPTIONS: ""}),
    Somebody("bev", "Bev Tully", LAY, days=140),
    Somebody("priya", "Priya Raman", CLINICAL, TRUST),
    Somebody("tom", "Tom Ashdown", CLINICAL, TRUST),
    Somebody("lena", "Lena Fischer", CLINICAL, HOSPITAL),
    Somebody("david", "David Okeke", CLINICAL, SURGERY),
    Somebody("ruth", "Ruth Calloway", CLINICAL, HOSPITAL),
    Somebody("mei", "Mei Tanaka", CLINICAL, TRUST, days=330),
    Somebody("gareth", "Gareth Pugh", CLINICAL, SURGERY, standing=Standing.PAUSED),
    Somebody("colin", "Colin Marsh", COMMISSIONING, BOARD),
    Somebody("amara", "Amara Nwosu", COMMISSIONING, BOARD, days=330),
    Somebody("helen", "Helen Brook", MANAGERS, TRUST, roles=(RoleName.STEERING,)),
    Somebody("piotr", "Piotr Zielinski", MANAGERS, HOSPITAL),
    Somebody("nadia", "Nadia Rahimi", MANAGERS, TRUST, days=150),
    Somebody("kate", "Kate Sorensen", ACADEMIC, UNIVERSITY),
    Somebody("owen", "Owen Idris", ACADEMIC, UNIVERSITY),
    Somebody("ines", "Ines Ferreira", ACADEMIC, UNIVERSITY, days=330),
    Somebody("joy", "Joy Bartlett", LAY, standing=Standing.INVITED, days=9),
)

# Whom the sign-in page and the start-up words offer, and as what.
VISITORS = {
    "frances": _("facilitator"),
    "rosa": _("lay member, and chair of the steering group"),
    "colin": _("commissioner"),
}


def address(key: str) -> str:
    """The invented address of somebody who signs in; example.org never receives mail."""
    return f"{key}@demo.example.org"
