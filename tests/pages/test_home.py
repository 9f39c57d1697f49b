from mindlines.communities.choices import Answer
from mindlines.communities.models import CharterVersion
from tests import make


def test_home_leads_to_what_is_asked(client, community, bo, bos):
    CharterVersion.objects.create(community=community, number=1, purpose="Better hips.")
    offer = make.role(bos, "chair", answer=Answer.OFFERED)
    client.force_login(bo)
    words = client.get("/").content.decode()
    assert offer.get_absolute_url() in words
    assert community.charter_url in words
