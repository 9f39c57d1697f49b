from mindlines.communities.actions import role_cards as actions
from mindlines.communities.choices import KnowledgeKind, RoleName
from mindlines.communities.models import RoleCard, SearchEntry

WORDS = actions.CardWords(knowledge=[KnowledgeKind.LIVED], asked="Tell us how it is.", step_back="Tell Ana.")


def test_a_card_can_be_found_and_is_in_the_record(community, ana):
    card = actions.write(RoleCard(community=community, role=RoleName.CHAIR), words=WORDS, by=ana)
    found = SearchEntry.objects.get(ref=f"communities.rolecard:{card.pk}")
    assert (found.title, found.url) == ("Chair", "/communities/hips/role-cards/role-chair/")
    assert "Patient and public knowledge" in found.words
    assert [line.verb for line in community.record.all()] == ["changed-role-card"]


def test_two_people_who_write_the_first_card_at_once_write_one_card(community, ana):
    group = community.constituencies.first()
    for _click in range(2):
        actions.write(RoleCard(community=community, constituency=group), words=WORDS, by=ana)
    assert community.role_cards.count() == 1
    assert community.record.count() == 1


def test_changed_words_replace_the_old_ones(community, ana):
    card = actions.write(RoleCard(community=community, role=RoleName.BUDDY), words=WORDS, by=ana)
    changed = actions.write(card, words=actions.CardWords(asked="Pick up the phone."), by=ana)
    assert (changed.asked, changed.step_back) == ("Pick up the phone.", "")
