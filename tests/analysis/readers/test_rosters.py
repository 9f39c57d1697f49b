from io import BytesIO

import pytest
from openpyxl import Workbook

from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.rosters import Kind, read_roster
from mindlines_analysis.readers.settings import settings_of
from mindlines_analysis.readers.tables import read_table

LIST = """Name;Stakeholder group;Organisation;Years;Facilitator;Wheelchair?;Joins;Arrives late;Rounds
Ana Day;Clinicians;City Trust;12 years;yes;;in person;;
Bo Lee;Lay members;;3,5;;yes;Venue;no;
Chi Wu;lay  members;Carers UK;0;;;Zoom;yes;2
Dee Ray;GPs;;7;;yes;online;;1-3
Eve Fox;Patient or lay;;;no;no;in the room;;all
"""


def roster_of(text=LIST, **said):
    return read_roster(read_table(text.encode(), name="list.csv"), **said)


def small(*lines, header):
    return roster_of("\n".join([header, *lines]))


def test_people_keep_only_what_is_asked_for():
    ana, bo, chi, dee, eve = roster_of().participants(["Stakeholder group", "Years"])
    assert ana.kinds == {"Stakeholder group": "Clinicians"} and ana.numbers == {"Years": 12.0}
    assert bo.kinds == chi.kinds == {"Stakeholder group": "Lay members"}
    assert bo.numbers == {"Years": 3.5} and eve.numbers == {}
    assert dee.kinds == {"Stakeholder group": "GPs"}


def test_where_and_when_somebody_can_sit_is_read_from_its_columns():
    ana, bo, chi, dee, eve = roster_of().participants()
    assert [person.needs for person in (ana, bo, eve)] == [frozenset(), {"step-free"}, frozenset()]
    assert chi.needs == dee.needs == {"online"}, "who is online needs no ramp"
    assert [person.partly for person in (ana, bo, chi)] == [False, False, True]
    assert [person.rounds for person in (ana, chi, dee, eve)] == [None, {2}, {1, 2, 3}, None]


def test_what_a_room_has_is_looked_for_among_what_people_need():
    roster = small("Bo Lee;hearing loop, wheelchair", "Chi Wu;quiet room", header="Name;Access needs")
    assert [person.needs for person in roster.participants()] == [{"step-free"}, frozenset()]
    bo, chi = roster.participants(properties=["hearing loop", "quiet room"])
    assert (bo.needs, chi.needs) == ({"step-free", "hearing loop"}, {"quiet room"})


@pytest.mark.parametrize(
    ("asked", "column"),
    [
        ("constituency", "Stakeholder group"),
        ("ORGANIZATION", "Organisation"),
        ("year", "Years"),
        ("stake", "Stakeholder group"),
        ("late", "Arrives late"),
    ],
)
def test_a_column_is_found_by_a_word_for_it(asked, column):
    assert roster_of().column(asked) == column


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("gp", Kind("Stakeholder group", "GPs")),
        ("Lay members", Kind("Stakeholder group", "Lay members")),
        ("patient", Kind("Stakeholder group", "Patient or lay")),
        ("facilitator", Kind("Facilitator", "yes")),
        ("organisation:carers", Kind("Organisation", "Carers UK")),
        ("clin", Kind("Stakeholder group", "Clinicians")),
    ],
)
def test_a_kind_is_found_by_a_part_of_its_name(asked, kind):
    assert roster_of().kind(asked) == kind


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("lay", "“lay” may be “Stakeholder group:Lay members” or “Stakeholder group:Patient or lay”"),
        ("surgeons", "Nobody is “surgeons”. The choices are Stakeholder group: Clinicians, Lay members, GPs, "),
        ("constituency:surgeons", "The choices are Stakeholder group: Clinicians"),
        ("", "Nobody is “”"),
        ("colour:red", "There is no column “colour”. The columns are Name, Stakeholder group"),
    ],
)
def test_a_kind_that_is_not_clear_is_asked_back_with_the_choices(asked, words):
    with pytest.raises(Unreadable) as refused:
        roster_of().kind(asked)
    assert words in str(refused.value)


def test_columns_that_are_mixed_come_first():
    roster = small("Bo;Lay;Lay", "Chi;GP;None", header="Name;Group;Chosen as")
    with pytest.raises(Unreadable, match="“lay” may be “Group:Lay” or “Chosen as:Lay”"):
        roster.kind("lay")
    assert roster.kind("lay", first=["Chosen as"]) == Kind("Chosen as", "Lay")


def test_a_person_is_found_by_a_part_of_the_name_that_nobody_else_has():
    roster = small("Lee, Bo;1", "Lee, Ana-Maria;2", "Wu, Chi;3", header="Name;Number")
    assert [roster.person(asked) for asked in ("BO", "lee bo", "ana", "Wú")] == [
        "Bo Lee",
        "Bo Lee",
        "Ana-Maria Lee",
        "Chi Wu",
    ]
    with pytest.raises(Unreadable, match="“lee” may be “Bo Lee” or “Ana-Maria Lee”"):
        roster.person("lee")
    with pytest.raises(Unreadable, match=r"Nobody is called “Eve”\. The people are Bo Lee"):
        roster.person("Eve")


def test_a_column_may_be_unclear():
    roster = small("Bo;1;2", header="Name;First day;Second day")
    with pytest.raises(Unreadable, match="“day” may be “First day” or “Second day”"):
        roster.column("day")


def test_many_choices_are_cut_short():
    roster = small(*(f"Person {letter}" for letter in "ABCDEFGHIJKLMNOP"), header="Name")
    with pytest.raises(Unreadable, match="Person L and 4 more"):
        roster.person("Zoe")


def test_numbers_are_measures_only_when_there_are_several_and_all_can_be_read():
    lines = [f"Person {letter};{number};{number % 2}" for number, letter in enumerate("ABCDEF")]
    roster = small(*lines, header="Name;Experience;Ward")
    assert roster.is_number("Experience") and not roster.is_number("Ward")
    wrong = small(*lines, "Bo Lee;a few;1", header="Name;Experience;Ward")
    with pytest.raises(Unreadable, match="Row 8: “a few” in “Experience” is not a number"):
        wrong.is_number("Experience")


def test_kinds_of_few_people_each_are_scattered():
    lines = [f"Person {letter};Trust {number // 2};{number % 2}" for number, letter in enumerate("ABCDEFGH")]
    roster = small(*lines, header="Name;Trust;Group")
    assert roster.is_scattered("Trust") and not roster.is_scattered("Group")


def test_somebody_who_stands_twice_is_refused_whatever_the_case():
    with pytest.raises(Unreadable, match="Row 3: BO LEE stands in row 2 already"):
        small("Bo Lee", "BO LEE", header="Name")


def test_the_same_name_of_two_organisations_is_one_name_too_many():
    with pytest.raises(Unreadable, match=r"Row 3: Bo Lee stands in row 2 already.* tell their names apart"):
        small("Bo Lee (City Trust);1", "Bo Lee (Carers UK);2", header="Name;Number")


def test_numbers_may_stand_for_people_who_have_no_names():
    assert small("17;GP", "18;Lay", header="Participant;Group").names == ("17", "18")


def test_a_list_without_names_is_refused_with_its_columns():
    with pytest.raises(Unreadable, match=r"No column looks like names\. The columns are Town, Colour"):
        small("Ely;red", header="Town;Colour")


def test_the_column_with_the_names_can_be_said():
    assert roster_of("Code;Town\nP-1;Ely\nP-2;Ely\n", name_column="code").names == ("P-1", "P-2")
    with pytest.raises(Unreadable, match="There is no column “Who”"):
        roster_of("Code;Town\nP-1;Ely\n", name_column="Who")


def test_first_and_last_names_are_put_together():
    assert small("Bo;Lee", header="First name;Surname").names == ("Bo Lee",)


def test_an_excel_list_with_a_title_and_blank_rows_is_read():
    book = Workbook()
    for cells in (["Spring meeting"], [], ["Name", "Group"], ["Bo Lee", "Lay"], [None, None], ["Chi Wu", "GP"]):
        book.active.append(cells)
    saved = BytesIO()
    book.save(saved)
    roster = read_roster(read_table(saved.getvalue(), name="list.xlsx"))
    assert roster.names == ("Bo Lee", "Chi Wu")
    assert "Spring meeting" in " ".join(roster.notes)


def test_a_semicolon_list_with_a_mark_at_its_beginning_is_read():
    table = read_table(b"\xef\xbb\xbfName;Group\r\nBo Lee;Lay\r\n;\r\nChi Wu;GP\r\n", name="list.csv")
    assert read_roster(table).participants(["Group"])[1].kinds == {"Group": "GP"}


def test_neither_yes_nor_no_is_asked_back():
    lines = ["Bo;yes", "Chi;perhaps", "Dee;no"]
    with pytest.raises(Unreadable, match="Row 3: “perhaps” in “Step-free” is neither yes nor no"):
        small(*lines, header="Name;Step-free").participants()


def test_rounds_are_numbers():
    lines = ["Bo;1 and 3", "Chi;the last", "Dee;2–3"]
    with pytest.raises(Unreadable, match="Row 3: “the last” in “Rounds” does not name rounds"):
        small(*lines, header="Name;Rounds").participants()


def test_a_column_of_other_things_is_not_taken_for_one_about_places():
    table = read_table(b"Name;Joins;Early career\nBo;the choir;yes\nChi;a club;no\n", name="list.csv")
    assert settings_of(table) == ()


def test_each_setting_says_what_it_is_taken_for():
    assert len({setting.seems for setting in roster_of().settings}) == 4
