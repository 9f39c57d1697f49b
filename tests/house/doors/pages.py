from tests.house.doors import EVERYONE, SIGNED_IN, door

DOORS = [
    door("pages:home", EVERYONE),
    door("pages:search", SIGNED_IN),
    door("pages:help", EVERYONE),
    door("pages:accessibility", EVERYONE),
    door("pages:words", EVERYONE),
]
