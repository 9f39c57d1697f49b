import time_machine
from django.test import Client
from django.urls import reverse

from mindlines.kernel.identifiers import link_secret
from mindlines.live.access.passes import cookie_name, sealed
from mindlines.live.models import Pass
from mindlines.meetings.choices import Phase
from mindlines.voice.models import Contribution
from tests import make, make_live


def holder(given: Pass) -> Client:
    client = Client()
    client.cookies[cookie_name(given.room.meeting_id)] = sealed(given)
    return client


def passed(meeting, membership) -> Pass:
    room = make_live.room(meeting)
    return Pass.objects.create(room=room, membership=membership, mark=link_secret())


def parts(meeting, audience: str = "everyone") -> str:
    return reverse("live:parts", kwargs={"pk": meeting.pk, "audience": audience})


def test_a_pass_opens_the_room_of_its_meeting_and_no_other_page(meeting, bos, community):
    client = holder(passed(meeting, bos))
    assert client.get(parts(meeting)).status_code == 200
    for closed in (
        meeting.get_absolute_url(),
        reverse("communities:overview", kwargs={"slug": community.slug}),
        "/me/",
    ):
        assert client.get(closed).status_code == 302, closed


def test_a_pass_does_not_open_the_room_of_another_meeting(meeting, bos, community):
    client = holder(passed(meeting, bos))
    other = make.meeting(community, "Another", phase=Phase.UNDER_WAY)
    make_live.room(other)
    assert client.get(parts(other)).status_code == 302
    client.cookies[cookie_name(other.pk)] = client.cookies[cookie_name(meeting.pk)].value
    assert client.get(parts(other)).status_code == 302


def test_a_pass_opens_what_was_said_in_its_meeting(meeting, bos, community):
    client = holder(passed(meeting, bos))
    here = Contribution.objects.create(community=community, meeting=meeting, words="Here")
    elsewhere = Contribution.objects.create(community=community, words="Elsewhere")
    assert client.get(reverse("voice:contribution", kwargs={"pk": here.pk})).status_code == 200
    assert client.get(reverse("voice:contribution", kwargs={"pk": elsewhere.pk})).status_code == 302


def test_with_a_pass_something_is_said_in_its_meeting_and_nowhere_else(meeting, bos, community):
    client = holder(passed(meeting, bos))
    new = reverse("voice:new", kwargs={"slug": community.slug})
    assert client.get(f"{new}?meeting={meeting.pk}").status_code == 200
    assert client.get(new).status_code == 302
    assert client.post(f"{new}?meeting={meeting.pk}", {"meeting": "999"}).status_code == 302


def test_a_pass_lasts_until_a_week_after_the_meeting(meeting, bos):
    client = holder(passed(meeting, bos))
    with time_machine.travel(meeting.ends_at + make.timedelta(days=6)):
        assert client.get(parts(meeting)).status_code == 200
    with time_machine.travel(meeting.ends_at + make.timedelta(days=7, minutes=1)):
        assert client.get(parts(meeting)).status_code == 302


def test_a_pass_that_was_taken_back_or_made_up_opens_nothing(meeting, bos):
    given = passed(meeting, bos)
    client = holder(given)
    given.delete()
    assert client.get(parts(meeting)).status_code == 302
    client.cookies[cookie_name(meeting.pk)] = "1:made-up"
    assert client.get(parts(meeting)).status_code == 302


def test_a_pass_brings_no_rights_of_a_facilitator(meeting, anas, bos):
    given = passed(meeting, bos)
    assert holder(given).get(parts(meeting, "console")).status_code == 403
    facilitators = Pass.objects.create(room=given.room, membership=anas, mark=link_secret())
    assert holder(facilitators).get(parts(meeting)).status_code == 302


def test_whoever_is_signed_in_stays_who_they_are(meeting, bos, as_ana):
    given = passed(meeting, bos)
    as_ana.cookies[cookie_name(meeting.pk)] = sealed(given)
    assert as_ana.get(parts(meeting, "console")).status_code == 200


def test_a_pass_leaves_no_trace_on_the_device(meeting, bos):
    client = holder(passed(meeting, bos))
    client.get(parts(meeting))
    assert {name for name in client.cookies if name != "csrftoken"} == {cookie_name(meeting.pk)}
