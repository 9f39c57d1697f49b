"""A community with members and one empty text, in the database that the surroundings name."""

import json
import sys

import django


def main(number: int) -> None:
    django.setup()
    from django.conf import settings

    settings.MINDLINES_DATA.mkdir(parents=True, exist_ok=True)
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from bench.room.furnishing import sessions
    from tests import make, make_coproduction

    community = make.community("Writers", slug="writers")
    make.constituency(community, "Lay members")
    made = make_coproduction.output(community)
    people = [make.person(f"Member {one}") for one in range(number)]
    members = [make.membership(community, person).pk for person in people]
    print(json.dumps({"output": made.pk, "sessions": sessions(people), "members": members}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
