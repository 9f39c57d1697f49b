from django.urls import reverse

from mindlines.communities.models import RecordLine
from mindlines.meetings.choices import Phase
from mindlines.voice.models import Debrief, Mirror
from tests import make
from tests.conftest import signed_in
from tests.voice.talk import came, group, spoke


def address(name, community):
    return reverse(f"voice:{name}", kwargs={"slug": community.slug})


def test_members_see_it_once_they_have_agreed_and_no_longer_when_it_is_put_away(as_ana, as_bo, community):
    page = address("equal", community)
    assert as_bo.get(page).status_code == 403
    as_ana.post(address("show_equal", community), {"how_agreed": "In May, all said yes"})
    as_ana.post(address("show_equal", community), {"how_agreed": "Again"})
    seen = as_bo.get(page).content.decode()
    assert "In May, all said yes" in seen
    assert "Only facilitators from now on" not in seen
    as_ana.post(address("hide_equal", community))
    as_ana.post(address("hide_equal", community))
    assert as_bo.get(page).status_code == 403
    assert not Mirror.objects.exists()
    assert RecordLine.objects.filter(verb__contains="how-equal-we-are").count() == 2


def test_words_stand_before_the_pictures_and_a_table_says_the_same(as_ana, community):
    meeting = make.meeting(community, phase=Phase.HELD)
    came(meeting, "Lay members", 5)
    came(meeting, "Clinicians", 5)
    spoke(meeting, group(community, "Clinicians"), times=12)
    text = as_ana.get(address("equal", community)).content.decode()
    assert text.index("Lay members speak far below their share.") < text.index("ml-strips")
    assert text.count("far below their share") >= 3


def test_only_its_writer_finds_a_debrief(as_ana, ana, meeting, community):
    page = reverse("voice:debrief", kwargs={"pk": meeting.pk})
    as_ana.post(page, {"quiet": "The lay members", "equal": "2"})
    assert "The lay members" in as_ana.get(page).content.decode()
    other = make.facilitator(community)
    assert "The lay members" not in signed_in(other.person).get(page).content.decode()
    later = make.meeting(community, starts_at=make.A_WEDNESDAY.replace(day=16))
    assert "What you wrote last time" in as_ana.get(reverse("voice:debrief", kwargs={"pk": later.pk})).content.decode()
    as_ana.post(page, {"quiet": "", "equal": ""})
    assert not Debrief.objects.exists()
