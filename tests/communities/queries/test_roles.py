from mindlines.communities.choices import Answer, RoleName
from mindlines.communities.models import RoleCard
from mindlines.communities.queries import role_cards, roles
from tests import make


def test_roles_stand_in_their_order_with_everybody_who_holds_them(community, anas, bos):
    make.role(bos, RoleName.CHAIR)
    make.role(anas, RoleName.CHAIR)
    make.role(bos, RoleName.FINANCE, answer=Answer.OFFERED)
    told = [(each.label, [role.membership.name for role in each.holders]) for each in roles.held(community)]
    assert told == [("Facilitator", ["Ana Alvarez"]), ("Chair", ["Ana Alvarez", "Bo Berg"])]


def test_shares_count_groups_without_any_role_too(community, anas, bos):
    make.role(bos, RoleName.CHAIR)
    shares = roles.shares(community)
    assert [(share.label, share.count) for share in shares] == [
        ("Lay members", 1),
        ("Clinicians", 0),
        ("Support team", 1),
    ]
    assert roles.share_words(shares) == ["Lay members: 1 of 2 roles.", "Support team: 1 of 2 roles."]


def test_a_group_of_members_without_a_role_is_named(community, anas, bos):
    assert "Nobody from Lay members holds a role yet." in roles.share_words(roles.shares(community))


def test_without_any_role_the_words_say_so(neighbours):
    assert roles.share_words(roles.shares(neighbours)) == ["Nobody holds a formal role yet."]


def test_an_offer_is_seen_by_facilitators_and_by_whoever_is_asked(community, anas, bos):
    offer = make.role(bos, RoleName.CHAIR, answer=Answer.OFFERED)
    somebody = make.membership(community)
    assert [list(roles.offered(member)) for member in (anas, bos, somebody)] == [[offer], [offer], []]
    assert list(roles.waiting_for(bos)) == [offer]


def test_who_said_no_is_known_to_facilitators_only(anas, bos):
    ended = make.role(bos, RoleName.CHAIR, answer=Answer.ENDED)
    declined = make.role(bos, RoleName.BUDDY, answer=Answer.DECLINED)
    assert set(roles.history(anas, number=None)) == {ended, declined}
    assert list(roles.history(bos, number=None)) == [ended]


def test_a_role_can_be_handed_to_everybody_active_who_does_not_hold_it(anas, bos):
    assert list(roles.could_take_over(anas.roles.get())) == [bos]


def test_every_seat_has_a_card_written_or_not(community):
    written = RoleCard.objects.create(community=community, role=RoleName.CHAIR, asked="Open the meeting.")
    cards = role_cards.cards(community)
    assert [card.seat for card in cards.groups] == [f"group-{group.pk}" for group in community.constituencies.all()]
    assert [card for card in cards.roles if card.pk] == [written]


def test_my_cards_are_those_of_my_group_and_my_roles(community, bos):
    group = RoleCard.objects.create(community=community, constituency=bos.constituency)
    chair = RoleCard.objects.create(community=community, role=RoleName.CHAIR)
    RoleCard.objects.create(community=community, role=RoleName.BUDDY)
    make.role(bos, RoleName.CHAIR)
    assert role_cards.cards_of(bos) == [group, chair]


def test_the_page_costs_the_same_with_one_and_with_three_holders(community, anas, bos, django_assert_num_queries):
    with django_assert_num_queries(1):
        roles.held(community)
    for name in (RoleName.CHAIR, RoleName.FINANCE, RoleName.BUDDY):
        make.role(bos, name)
    with django_assert_num_queries(1):
        roles.held(community)
