import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mindlines_analysis.readers import Row, Table, guess_columns, read_members, read_table


def rows_of(*lines, header="Name;Mail;Org;Note"):
    table = read_table("\n".join([header, *lines]).encode(), name="list.csv")
    return read_members(table, columns=guess_columns(table))


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Full name,E-mail address,Phone number", {"name": 0, "email": 1, "phone": 2}),
        ("First name,Last name,Email", {"first_name": 0, "last_name": 1, "email": 2}),
        ("Member,Stakeholder group,Organisation", {"name": 0, "constituency": 1, "organisation": 2}),
        ("Participant,Job title,Access needs", {"name": 0, "role": 1, "access_needs": 2}),
        ("Name,Postal address,Comments", {"name": 0, "address": 1, "note": 2}),
        ("Name,Vorname,E-Mail-Adresse", {"last_name": 0, "first_name": 1, "email": 2}),
        ("Vollständiger Name,Einrichtung,Bemerkungen", {"name": 0, "organisation": 1, "note": 2}),
        ("Nom,Prénom,Courriel", {"last_name": 0, "first_name": 1, "email": 2}),
        ("Nom complet,Téléphone,Fonction", {"name": 0, "phone": 1, "role": 2}),
        ("Nombre,Apellidos,Correo electrónico", {"first_name": 0, "last_name": 1, "email": 2}),
        ("Nombre completo,Móvil,Dirección", {"name": 0, "phone": 1, "address": 2}),
        ("Voornaam,Achternaam,Functie", {"first_name": 0, "last_name": 1, "role": 2}),
        ("Naam,Mobiel,Opmerkingen", {"name": 0, "phone": 1, "note": 2}),
        ("Case,Age,Interest", {}),
    ],
)
def test_columns_are_guessed_by_their_headings(header, expected):
    columns = tuple(header.split(","))
    assert guess_columns(Table(columns, ())) == {field: columns[place] for field, place in expected.items()}


def test_addresses_and_names_show_themselves_without_headings():
    table = read_table(b"Bo Lee;bo@x.org;7\nChi Okafor;chi@x.org;8\n", name="list.csv")
    assert guess_columns(table) == {"email": "Column 2", "name": "Column 1"}


def test_a_column_of_addresses_under_another_heading_is_found():
    table = read_table(b"Name;Contact\nBo Lee;bo@x.org\n", name="list.csv")
    assert guess_columns(table)["email"] == "Contact"


@pytest.mark.parametrize(
    ("written", "name", "organisation", "note"),
    [
        ("Bo Lee", "Bo Lee", "", ""),
        ("Lee, Bo", "Bo Lee", "", ""),
        ("Bo Lee | Carers UK", "Bo Lee", "Carers UK", ""),
        ("Bo Lee (Carers UK)", "Bo Lee", "Carers UK", ""),
        ("Lee, Bo (Contractor)", "Bo Lee", "", "Contractor"),
        ("Bo Lee (she/her)", "Bo Lee", "", "she/her"),
        ("\u00a0Bo   Lee ", "Bo Lee", "", ""),
        ("Siobhán O’Neill", "Siobhán O’Neill", "", ""),
        ("Bo Lee, PhD", "Bo Lee, PhD", "", ""),
        ("Bo Lee, MBE, RN", "Bo Lee, MBE, RN", "", ""),
        ("Sandy Anderson", "Sandy Anderson", "", ""),
    ],
)
def test_a_name_is_cleaned_as_it_is_written(written, name, organisation, note):
    (member,) = rows_of(f"{written};bo@x.org;;").members
    assert (member.name, member.organisation, member.note) == (name, organisation, note)


@pytest.mark.parametrize("separator", ["&", "and", "und", "et", "en", "/", "+"])
def test_two_people_in_one_cell_are_refused(separator):
    (refused,) = rows_of(f"Ann {separator} Tom Smith;;;").refused
    assert refused.words == f"Row 2: “Ann {separator} Tom Smith” looks like more than one person."
    assert refused.remedy == "Give each person a row of their own."


def test_two_names_with_a_comma_are_refused_unless_the_list_is_written_so():
    assert "may be more than one person" in rows_of("Ann Smith, Tom Jones;;;").refused[0].sentence
    assert "more than one" in rows_of("Ann, Tom, Bo;;;").refused[0].sentence
    habit = rows_of("García Simón, Pedro Luis;;;", "Lee, Bo;;;", "Ruiz, Ana;;;")
    assert habit.members[0].name == "Pedro Luis García Simón"


@pytest.mark.parametrize(
    ("written", "email", "note"),
    [
        ("bo@x.org", "bo@x.org", ""),
        ("mailto:Bo@X.ORG", "Bo@x.org", ""),
        ("Bo Lee <bo@x.org>", "bo@x.org", ""),
        ('"Lee, Bo" <bo@x.org>', "bo@x.org", ""),
        ("<bo@x.org>", "bo@x.org", ""),
        ("bo@x.org.", "bo@x.org", ""),
        ("bo@x.org / bo@home.org", "bo@x.org", "bo@home.org"),
        ("n/a", "", ""),
        ("-", "", ""),
        ("bo@münchen.de", "bo@münchen.de", ""),
    ],
)
def test_an_address_is_found_however_it_is_written(written, email, note):
    (member,) = rows_of(f"Bo Lee\t{written}\t\t", header="Name\tMail\tOrg\tNote").members
    assert (member.email, member.note) == (email, note)


@pytest.mark.parametrize(
    "written", ["bo@", "@x.org", "bo at x.org", "bo@nhs,net", "bo@x", "bo@x..org", "bo@x.org, ana@"]
)
def test_half_an_address_is_refused(written):
    (refused,) = rows_of(f"Bo Lee;{written};;").refused
    assert "is not a whole e-mail address. Add what is missing or leave the cell empty." in refused.sentence


def test_the_name_may_stand_in_the_cell_of_the_address():
    assert rows_of(";Bo Lee <bo@x.org>;;").members[0].name == "Bo Lee"


def test_the_address_may_stand_in_the_cell_of_the_name():
    (member,) = rows_of("Bo Lee <bo@x.org>;;;").members
    assert (member.name, member.email) == ("Bo Lee", "bo@x.org")


@pytest.mark.parametrize(
    ("written", "words"), [("", "no name"), ("4711", "not a name"), ("B" * 200, "longer than 150")]
)
def test_a_row_without_a_proper_name_is_refused(written, words):
    assert words in rows_of(f"{written};bo@x.org;;").refused[0].words


def test_the_same_address_twice_is_refused_with_the_row_where_it_stood():
    found = rows_of("Bo Lee;bo@x.org;;", "Chi;chi@x.org;;", "B. Lee;BO@x.org;;")
    assert [member.line for member in found.members] == [2, 3]
    assert found.refused[0].sentence == (
        "Row 4: B. Lee has the same e-mail address as Bo Lee in row 2. "
        "Take one of the rows out; if they are two people, leave the address empty in one."
    )


def test_the_same_name_from_the_same_organisation_is_refused():
    found = rows_of("Bo Lee;bo@x.org;Carers;", "Lee, Bo;b2@x.org;carers;")
    assert "Bo Lee of carers stands in row 2 already." in found.refused[0].words


def test_the_same_name_from_another_organisation_or_with_another_address_is_another_person():
    assert len(rows_of("Bo Lee;;Carers;", "Bo Lee;;Council;").members) == 2
    assert len(rows_of("Bo Lee;a@x.org;;", "Bo Lee;b@x.org;;").members) == 2
    assert len(rows_of("Bo Lee;a@x.org;;", "Bo Lee;;;").refused) == 1


def test_two_organisations_for_one_person_are_told():
    found = rows_of("Bo Lee (Wings);;Beatles;")
    assert found.members[0].organisation == "Beatles"
    assert found.notes == ("Row 2: the name says “Wings” and the organisation is “Beatles”; the latter was taken.",)


def test_first_and_last_names_are_put_together_and_blank_rows_left_out():
    table = Table(("First", "Last", "Visits"), (Row(2, ("Bo", "Lee", "1")), Row(3, ("", "", "2"))))
    found = read_members(table, columns={"first_name": "First", "last_name": "Last"})
    assert found.members[0].name == "Bo Lee"
    assert found.notes == ("Row 3 has nothing in the chosen columns and was left out.",)


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"name": "Nom"}, "no column “Nom” in the file"),
        ({"shoe": "Name"}, "no field “shoe”"),
        ({"note": "Name"}, "choose the column that holds the names"),
    ],
)
def test_columns_that_are_not_there_are_refused_by_name(columns, words):
    with pytest.raises(ValueError, match=f"columns: .*{words}"):
        read_members(Table(("Name",), ()), columns=columns)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=25), st.text(max_size=25)), max_size=6))
def test_every_row_is_either_taken_refused_or_told(cells):
    table = Table(("Name", "Mail"), tuple(Row(line, row) for line, row in enumerate(cells, 2)))
    found = read_members(table, columns={"name": "Name", "email": "Mail"})
    lines = [member.line for member in found.members] + [row.line for row in found.refused]
    blank = [row.line for row in table.rows if not any(row.cells)]
    assert sorted(lines + blank) == [row.line for row in table.rows]
    mails = [member.email.casefold() for member in found.members if member.email]
    assert len(mails) == len(set(mails))
    assert all(member.name.strip() for member in found.members)
