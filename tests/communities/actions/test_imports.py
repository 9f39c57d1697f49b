from datetime import timedelta

import pytest

from mindlines.communities.actions import imports as actions
from mindlines.communities.actions import members
from mindlines.communities.choices import Standing
from mindlines.communities.measures import imports as measures
from mindlines.communities.models import MemberImport, Membership
from mindlines.kernel.errors import Refused
from mindlines.kernel.times import now
from mindlines.meetings.models import Attendance
from mindlines.people.models import Person
from mindlines_analysis.readers.tables import read_table

LIST = """Name;E-Mail;Group;Organisation;Phone;Access needs;Job;Notes
Fay Field;Fay@Example.org;Patients;Carers Club;01298 1;Large print;;Likes tea
"Gray, Gil | Carers Club";;patients;;;;Porter;
Dr Hana Hill;hana@example.org;GPs;Peak Surgery;;;;
"""


@pytest.fixture
def bring(community, ana):
    """A list brought in by Ana, with what the wizard guesses."""

    def brought(text: str = LIST, **more: str) -> MemberImport:
        table = read_table(text.encode(), name="list.csv")
        made = actions.take_in(table, community=community, by=ana, file_name="list.csv")
        groups = list(community.constituencies.all())
        words = measures.guessed_groups(measures.group_words(made), groups=groups)
        chosen = {"words": {**words, **more}, "default": str(groups[0].pk), "standing": Standing.ACTIVE}
        actions.choose_groups(made, **chosen)
        made.refresh_from_db()
        return made

    return brought


def shown(brought: MemberImport) -> measures.Preview:
    brought.refresh_from_db()
    return measures.preview(brought, groups=brought.community.constituencies.all())


def confirm(brought: MemberImport, by: Person) -> MemberImport:
    return actions.confirm(brought, by=by, seen=shown(brought).digest)


def test_a_list_comes_in_whole(bring, community, ana):
    result = confirm(bring(), ana).result
    people = {
        str(member): member for member in community.memberships.select_related("person", "constituency", "organisation")
    }
    assert (result["added"], result["here"], result["asked"]) == (3, 0, 0)
    assert people["Gil Gray"].organisation == people["Fay Field"].organisation
    assert (people["Gil Gray"].note, people["Fay Field"].note) == ("Porter", "Likes tea")
    assert people["Dr Hana Hill"].constituency.name == "Clinicians"
    assert people["Fay Field"].person.email == "fay@example.org"
    assert [need.words for need in people["Fay Field"].person.needs.all()] == ["Large print"]
    assert [(line.verb, line.words) for line in community.record.all()] == [("imported-members", "3")]


def test_nothing_is_written_before_and_the_file_is_erased_after(bring, ana, community):
    brought = bring()
    assert community.memberships.count() == 1
    done = confirm(brought, ana)
    assert (done.table, done.columns, done.choices, done.constituencies) == ({}, {}, {}, {})


def test_a_second_click_brings_nobody_twice(bring, ana, community):
    brought = bring()
    seen = shown(brought).digest
    first = actions.confirm(brought, by=ana, seen=seen)
    again = actions.confirm(brought, by=ana, seen=seen)
    assert again.result == first.result
    assert community.memberships.count() == 4
    with pytest.raises(Refused, match="already"):
        actions.leave_out(brought, line=2)


def test_of_two_lists_at_once_the_second_is_looked_at_again(bring, ana, community):
    first, second = bring(), bring()
    seen = shown(second).digest
    confirm(first, ana)
    with pytest.raises(Refused, match="changed since you looked"):
        actions.confirm(second, by=ana, seen=seen)
    assert shown(second).counts == {"here": 3}
    assert confirm(second, ana).result["added"] == 0


def test_one_row_that_cannot_be_taken_holds_up_all(bring, ana, community):
    brought = bring("Name;Mail\nFay Field;fay@example.org\nAnn and Bob Smith;s@example.org\n")
    with pytest.raises(Refused, match="still need a decision"):
        confirm(brought, ana)
    assert community.memberships.count() == 1


def test_a_row_is_mended_in_its_place(bring, ana):
    brought = bring("Name;Mail\nJo King;jo@\n")
    row = shown(brought).open_rows[0]
    assert (row.line, row.cells) == (2, {"name": "Jo King", "email": "jo@", "organisation": ""})
    actions.mend(brought, line=2, values={"name": "Jo King", "email": "jo@example.org", "organisation": ""})
    assert confirm(brought, ana).result["added"] == 1


def test_a_whole_name_mends_a_list_with_first_and_last_names(bring):
    brought = bring("First name;Last name;Mail\nJo;King;jo@\n")
    actions.mend(brought, line=2, values={"name": "Joan King", "email": "", "organisation": ""})
    assert [row.name for row in shown(brought).coming] == ["Joan King"]
    brought = bring("Surname;Mail\nKing;jo@\n")
    actions.mend(brought, line=2, values={"name": "Joan King", "email": "", "organisation": ""})
    assert [row.name for row in shown(brought).coming] == ["Joan King"]


def test_a_row_is_left_out_and_put_back(bring, ana):
    brought = bring()
    actions.leave_out(brought, line=2)
    assert shown(brought).left_out == 1
    actions.put_back(brought, line=2)
    assert shown(brought).left_out == 0
    actions.leave_out(brought, line=3)
    result = confirm(brought, ana).result
    assert (result["added"], result["left_out"]) == (2, 1)


def test_who_looks_like_somebody_is_decided_by_a_person(bring, ana, bos):
    brought = bring("Name\nB. Berg\nBo Berg\n")
    assert [(row.kind, row.known[0].name) for row in shown(brought).open_rows] == [("alike", "Bo Berg")] * 2
    actions.decide(brought, same={2: "new"})
    assert shown(brought).undecided == 1
    actions.decide(brought, same=measures.undecided(brought, groups=[], choice="same"))
    brought.refresh_from_db()
    actions.decide(brought, same={3: "same"})
    result = confirm(brought, ana).result
    assert (result["added"], result["here"]) == (1, 1)


def test_the_same_name_and_organisation_is_the_same_person(bring, community, bos, ana):
    Membership.objects.filter(pk=bos.pk).update(organisation=members.organisation("Carers Club", of=community))
    brought = bring("Name;Mail\nBerg, Bo | Carers Club;new@example.org\n")
    assert [(row.kind, row.why) for row in shown(brought).rows] == [("here", "name and organisation are the same")]


def test_somebody_known_elsewhere_is_asked_under_the_name_of_the_list(bring, ana, chi, community):
    result = confirm(bring("Name;Mail;Phone\nMs Chan;CHI@example.org;77\n"), ana).result
    member = community.memberships.get(person=chi)
    chi.refresh_from_db()
    assert result["asked"] == 1
    assert (member.standing, member.name, chi.phone) == (Standing.INVITED, "Ms Chan", "")


def test_a_new_group_is_made_once(bring, ana, community):
    text = "Name;Group\nFay Field;Wizards\nGil Gray;wizards\nHana Hill;Lay members\n"
    confirm(bring(text, Wizards="new:voluntary", wizards="new:voluntary"), ana)
    made = community.constituencies.get(name="Wizards")
    assert (made.kind, made.memberships.count()) == ("voluntary", 2)


def test_a_group_that_is_gone_is_chosen_again(bring, ana, community):
    brought = bring("Name;Group\nFay Field;GPs\n")
    community.constituencies.get(name="Clinicians").delete()
    with pytest.raises(Refused, match="Choose the groups again"):
        confirm(brought, ana)


def test_choosing_columns_again_forgets_what_was_decided(bring):
    brought = bring()
    actions.leave_out(brought, line=2)
    actions.choose_columns(brought, columns={"name": "Name"})
    brought.refresh_from_db()
    assert (brought.columns, brought.choices, brought.constituencies) == ({"name": "Name"}, {}, {})


def test_what_is_too_long_is_refused_in_words(bring):
    brought = bring(
        f"Name;Phone;Notes;Mail\nFay Field;{'1' * 41};;\nGil Gray;;{'n' * 301};\nHana Hill;;;a..b@example.org\n"
    )
    words = " ".join(row.why for row in shown(brought).open_rows)
    assert "Row 2: the phone is longer than 40 letters" in words
    assert "Row 3: the note is longer than 300" in words
    assert "a..b@example.org" in words


def test_a_list_can_be_taken_back_for_a_day(bring, ana, community):
    done = confirm(bring(), ana)
    actions.take_back(done, by=ana)
    actions.take_back(done, by=ana)
    assert community.memberships.count() == 1
    assert not Person.objects.filter(name="Fay Field").exists()
    assert [line.verb for line in community.record.order_by("pk")] == ["imported-members", "took-back-import"]


def test_a_list_is_not_taken_back_once_somebody_took_part(bring, ana, community, meeting):
    done = confirm(bring(), ana)
    Attendance.objects.create(meeting=meeting, membership=community.memberships.get(person__name="Fay Field"))
    with pytest.raises(Refused, match="Something has happened"):
        actions.take_back(done, by=ana)
    assert community.memberships.count() == 4


def test_a_dropped_list_is_gone_and_an_old_one_is_forgotten(bring, ana):
    actions.drop(bring())
    assert not MemberImport.objects.exists()
    bring()
    assert actions.forget_old() == 0
    MemberImport.objects.update(uploaded_at=now() - timedelta(hours=25))
    assert actions.forget_old() == 1


def test_many_rows_come_in_with_few_questions_to_the_database(bring, ana, django_assert_max_num_queries):
    rows = "\n".join(f"Fay{chr(97 + n % 26)} F{n}ield;f{n}@example.org" for n in range(600))
    brought = bring(f"Name;Mail\n{rows}\n")
    seen = shown(brought).digest
    with django_assert_max_num_queries(40):
        assert actions.confirm(brought, by=ana, seen=seen).result["added"] == 600


def test_a_list_that_was_forgotten_meanwhile_says_so(bring, ana):
    brought = bring()
    seen = shown(brought).digest
    actions.drop(brought)
    with pytest.raises(Refused, match="forgotten"):
        actions.decide(brought, same={})
    with pytest.raises(Refused, match="forgotten"):
        actions.confirm(brought, by=ana, seen=seen)
