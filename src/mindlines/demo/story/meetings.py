"""The meetings in order: what was planned, who came, what was said and what was left over."""

from .gathering import DIAL_IN, HALL, HALL_ACCESS, LINK, Gathering, Item, Promise, Said
from .in_the_hall import CANCELLED, FIRST, SECOND
from .on_screen import FOURTH, PLANNING, THIRD, WINTER

__all__ = ["DIAL_IN", "GATHERINGS", "HALL", "HALL_ACCESS", "LINK", "REPLIES", "Gathering", "Item", "Promise", "Said"]

GATHERINGS = (FIRST, SECOND, CANCELLED, THIRD, FOURTH, PLANNING, WINTER)

# Who has replied to the winter meeting, and how.
REPLIES = (
    ("frances", "room", "", ""),
    ("rosa", "room", "", "A lift from Tern Bridge would help."),
    ("harold", "room", "The chair with arms, please.", "Taxi"),
    ("edith", "phone", "Papers by post.", ""),
    ("samir", "room", "", ""),
    ("bev", "room", "", ""),
    ("priya", "room", "", ""),
    ("mei", "room", "", ""),
    ("tom", "room", "", ""),
    ("colin", "room", "", ""),
    ("amara", "room", "", ""),
    ("helen", "cannot", "", ""),
    ("kate", "room", "", ""),
    ("jonas", "room", "", ""),
    ("wendy", "room", "", ""),
)
