import pytest

from mindlines.meetings.choices import ItemKind
from mindlines.meetings.measures.agenda import balance
from mindlines.meetings.queries import agenda as queries
from tests import make

pytestmark = pytest.mark.usefixtures("in_november")


def sentences(meeting):
    return balance(meeting, items=queries.laid_out(meeting)).sentences


@pytest.fixture
def clinician(community):
    return make.membership(community, constituency=community.constituencies.get(name="Clinicians"))


def test_a_lay_member_who_speaks_late_is_noticed_on_the_clock(meeting, bos, clinician):
    make.item(meeting, minutes=60, lead=clinician)
    make.item(meeting, minutes=60, lead=bos)
    assert sentences(meeting) == ("No one from Lay members leads before 11am.",)


def test_groups_that_lead_nothing_are_named_together(community, meeting, anas, bos, clinician):
    make.item(meeting, minutes=60, lead=anas)
    assert sentences(meeting)[0] == "No one from Lay members or Clinicians leads an item yet."


def test_one_group_that_leads_most_is_shown_beside_its_members(meeting, bos, clinician):
    make.item(meeting, minutes=10, lead=bos)
    make.item(meeting, minutes=50, lead=clinician)
    assert sentences(meeting) == ("Clinicians: 50 of 60 led minutes, and 1 of 2 members.",)


def test_items_without_a_lead_are_counted(meeting, bos):
    make.item(meeting, lead=bos)
    make.item(meeting)
    make.item(meeting, kind=ItemKind.BREAK)
    found = balance(meeting, items=queries.laid_out(meeting))
    assert found.sentences == ("1 item has nobody to lead it yet.",)
    assert [(part["label"], part["count"]) for part in found.parts] == [("Lay members", 15), ("Nobody named yet", 15)]


def test_a_shared_lead_is_praised(meeting, bos, clinician):
    make.item(meeting, lead=bos)
    make.item(meeting, lead=clinician)
    assert sentences(meeting) == ("The lead is well shared between the groups.",)


def test_an_empty_agenda_says_nothing(meeting, bos):
    assert sentences(meeting) == ()


def test_the_end_of_the_agenda_is_set_beside_the_end_of_the_meeting(meeting):
    make.item(meeting, minutes=130)
    found = queries.length(meeting, items=queries.laid_out(meeting))
    assert (found.total, found.spare, found.over) == (130, -10, 10)


def test_a_full_name_is_found_before_parts_of_names(community, bo):
    make.membership(community, make.person("Bo Bergman"))
    assert [member.person.name for member in queries.people_named(community, words=" bo  berg ")] == ["Bo Berg"]
    assert len(queries.people_named(community, words="berg")) == 2
    assert queries.people_named(community, words=" ") == []
