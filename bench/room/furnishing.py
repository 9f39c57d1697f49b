"""A community with an open room, made in a database of its own: `python -m bench.room.furnishing PEOPLE` prints what is needed.

The first person facilitates. Everybody is signed in already: a key of their session is printed for each.
"""

import json
import os
import sys


def main(people: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mindlines.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.MINDLINES_DATA.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    print(json.dumps(furnish(people)))


def furnish(number: int) -> dict[str, object]:
    from mindlines.communities.choices import Standing
    from mindlines.communities.models import Membership
    from mindlines.meetings.choices import Phase
    from mindlines.people.models import Person
    from tests import make, make_live

    community = make.community("Hips and knees")
    groups = [make.constituency(community, name) for name in ("Lay members", "Clinicians")]
    people = Person.objects.bulk_create(
        Person(name=f"Member {one}", email=f"m{one}@example.org", password="!") for one in range(number)
    )
    members = Membership.objects.bulk_create(
        Membership(community=community, person=person, constituency=groups[one % 2], standing=Standing.ACTIVE)
        for one, person in enumerate(people)
    )
    make.role(members[0])
    meeting = make.meeting(community, "Watched", phase=Phase.UNDER_WAY)
    make.item(meeting, "The leaflet")
    room = make_live.room(meeting)
    return {
        "community": community.slug,
        "meeting": meeting.pk,
        "room": room.pk,
        "code": room.code,
        "screen": room.screen,
        "sessions": sessions(people),
    }


def sessions(people: list) -> list[str]:
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session
    from django.utils import timezone

    later = timezone.now() + timezone.timedelta(days=1)
    store, made = SessionStore(), []
    for number, person in enumerate(people):
        known = {
            SESSION_KEY: str(person.pk),
            BACKEND_SESSION_KEY: "allauth.account.auth_backends.AuthenticationBackend",
            HASH_SESSION_KEY: person.get_session_auth_hash(),
        }
        key = f"member{number:026d}"
        made.append(Session(session_key=key, session_data=store.encode(known), expire_date=later))
    Session.objects.bulk_create(made)
    return [session.session_key for session in made]


if __name__ == "__main__":
    main(int(sys.argv[1]))
