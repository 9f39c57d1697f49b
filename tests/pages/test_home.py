from mindlines.communities.choices import Answer
from mindlines.communities.models import CharterVersion
from tests import make, make_voice


def test_home_leads_to_what_is_asked(client, community, bo, bos):
    CharterVersion.objects.create(community=community, number=1, purpose="Better hips.")
    offer = make.role(bos, "chair", answer=Answer.OFFERED)
    client.force_login(bo)
    words = client.get("/").content.decode()
    assert offer.get_absolute_url() in words
    assert community.charter_url in words


def test_home_tells_what_became_of_what_bo_said(client, community, ana, bo, bos):
    open_one = make_voice.contribution(community, "Who reads it?", by=bos, reply_due=make.A_WEDNESDAY.date())
    make_voice.contribution(community, "Without a reply", by=bos)
    make_voice.contribution(community, "It is too long", by=bos, uptake="adapted", reply="Page one is new.")
    make_voice.contribution(community, "Said aloud", by=bos, uptake="answered")
    client.force_login(bo)
    words = client.get("/").content.decode()
    for expected in ("A reply is owed by 9 December 2026.", "Not answered yet.", "Page one is new.", "Answered."):
        assert expected in words
    assert open_one.get_absolute_url() in words


def test_home_asks_a_facilitator_for_replies(client, community, ana, anas, bo, bos):
    for _number in range(2):
        make_voice.contribution(community, by=bos, reply_due=make.A_WEDNESDAY.date())
    client.force_login(ana)
    assert "2 replies are owed to members" in client.get("/").content.decode()
    client.force_login(bo)
    assert "replies are owed to members" not in client.get("/").content.decode()
