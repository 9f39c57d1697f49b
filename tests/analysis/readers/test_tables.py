import datetime as dt

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mindlines_analysis.readers import Row, Table, Unreadable, read_table
from tests.analysis.samples import ods, ods_row, workbook, xls

at = dt.datetime.fromisoformat

WORD = st.text("abc é;|'", min_size=1, max_size=6).map(str.strip).filter(lambda word: word and word[0] not in "=+-@")


def test_a_plain_list_is_read_with_its_line_numbers():
    table = read_table(b"Name,Town\r\nBo,Ely\r\n\r\nChi,Wisbech\r\n", name="list.csv")
    assert table.columns == ("Name", "Town")
    assert table.rows == (Row(2, ("Bo", "Ely")), Row(4, ("Chi", "Wisbech")))
    assert table.notes == ("1 blank row was left out.",)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_any_divider_and_encoding_gives_the_same_table(delimiter, encoding):
    text = f"Name{delimiter}Town\nZoë{delimiter}Ely\nRené{delimiter}Bath\n"
    table = read_table(text.encode(encoding), name="list.csv")
    assert (table.columns, table.values("Name")) == (("Name", "Town"), ("Zoë", "René"))


def test_a_guessed_encoding_is_told():
    assert "Western European" in read_table("Name,Town\nZoë,Ely\n".encode("cp1252"), name="list.csv").notes[0]


def test_letters_that_are_not_western_are_still_found():
    text = "Имя;Город\nАнна Петрова;Москва\nИван Кузнецов;Санкт-Петербург\nОльга Смирнова;Казань\n" * 3
    table = read_table(text.encode("cp1251"), name="list.csv")
    assert table.rows[0].cells == ("Анна Петрова", "Москва")
    assert "were read as" in table.notes[0]


def test_commas_inside_cells_do_not_fool_the_choice_of_the_divider():
    table = read_table(b"Lee, Bo; Ely, Cambs; 3\nRuiz, Ana; Bath; 4\nChi; York, North; 5\n", name="list.csv")
    assert table.columns == ("Lee, Bo", "Ely, Cambs", "3")


def test_excel_may_name_the_divider_itself():
    table = read_table(b"sep=;\r\nName;Town\r\nBo;Ely\r\n", name="list.csv")
    assert table.rows == (Row(3, ("Bo", "Ely")),)


def test_titles_above_the_header_are_left_out_and_told():
    table = read_table(b"Our members,,\nName,Town,Visits\nBo,Ely,1\n", name="list.csv")
    assert table.columns == ("Name", "Town", "Visits")
    assert "Our members" in table.notes[0]


def test_a_long_preface_of_single_cells_is_kept_as_rows():
    table = read_table(b"hello;;\n" * 12 + b"a;b;c\n" * 30, name="list.csv")
    assert table.columns[0] == "hello"


def test_a_list_without_column_names_keeps_its_first_row():
    table = read_table(b"Bo Lee,bo@x.org\nChi,chi@x.org\n", name="list.csv")
    assert table.columns == ("Column 1", "Column 2")
    assert len(table.rows) == 2
    assert "no line with column names" in table.notes[0]


def test_doubled_and_missing_column_names_are_mended():
    table = read_table(b"Name,Name,,Empty\nBo,Lee,x,\n", name="list.csv")
    assert table.columns == ("Name", "Name (2)", "Column 3", "Empty")
    assert len(table.notes) == 2


def test_a_column_without_name_and_content_disappears():
    assert read_table(b"Name,Town,\nBo,Ely,\n", name="list.csv").columns == ("Name", "Town")


def test_rows_that_spill_over_the_header_are_told():
    table = read_table(b"Name,Town\nBo,Ely\nChi,York\nAna,Ely, Cambs\nDee,Rye, Sussex\n", name="list.csv")
    assert table.columns == ("Name", "Town", "Column 3")
    assert table.notes[0].startswith("Lines 4, 5 have more cells than the header.")


def test_a_header_that_comes_again_is_left_out():
    table = read_table(b"Name,Town\nBo,Ely\nName,Town\nChi,York\n", name="list.csv")
    assert table.values("Name") == ("Bo", "Chi")
    assert "comes again on line 3" in table.notes[0]


def test_a_header_without_rows_is_told():
    assert read_table(b"Name,Town\n", name="list.csv").notes == ("There are column names and no rows below them.",)


def test_formulas_stay_text_and_are_told_but_telephone_numbers_are_not_formulas():
    table = read_table(b"Name,Phone\n\"=cmd|'/C calc'!A0\",+44 1353 1234\n@SUM(A1),-\n", name="list.csv")
    assert table.rows[0].cells == ("=cmd|'/C calc'!A0", "+44 1353 1234")
    assert table.notes == (
        "Cells on lines 2, 3 begin like a formula. They were kept as plain text and nothing was worked out.",
    )


def test_invisible_letters_and_hard_blanks_are_cleaned():
    table = read_table("\u200bName,Town\n\u00a0Bo\u00a0 Lee ,Ely\n".encode(), name="list.csv")
    assert table.values("Name") == ("Bo Lee",)


def test_a_quoted_cell_may_run_over_lines():
    table = read_table(b'Name,Address\nBo,"1 High St\nEly"\nChi,York\n', name="list.csv")
    assert table.rows == (Row(2, ("Bo", "1 High St\nEly")), Row(4, ("Chi", "York")))


def test_a_stray_quotation_mark_inside_a_cell_does_no_harm():
    assert read_table(b'Name,Town\n"Bo" Lee,Ely\n', name="list.csv").rows[0].cells[1] == "Ely"


def test_a_single_column_of_names_is_a_table():
    assert read_table(b"Name\nBo Lee\nChi\n", name="list.csv").values("Name") == ("Bo Lee", "Chi")


def test_a_workbook_is_read_as_its_reader_sees_it():
    rows = [
        ["Name", "Visits", "Since", "At", "Exact", "Paid", "Share"],
        ["Bo", 3, dt.date(2026, 12, 9), dt.time(10, 30), at("2026-12-09 10:30:05"), True, 0.1 + 0.2],
        ["Chi", 2.5, at("2026-12-09 00:00"), "", at("2026-12-09 10:30"), False, 10**16],
    ]
    table = read_table(workbook(("Empty", []), ("People", rows), ("More", [["x", "y"]])), name="list.xlsx")
    assert table.rows[0] == Row(2, ("Bo", "3", "2026-12-09", "10:30", "2026-12-09 10:30:05", "yes", "0.3"))
    assert table.rows[1].cells[1:] == ("2.5", "2026-12-09", "", "2026-12-09 10:30", "no", "1e+16")
    assert (table.sheet, table.other_sheets) == ("People", ("More",))
    assert "More" in table.notes[0]


def test_another_sheet_can_be_chosen():
    book = workbook(("A", [["Name", "Town"], ["Bo", "Ely"]]), ("B", [["Name", "Town"], ["Chi", "York"]]))
    assert read_table(book, name="list.xlsx", sheet="B").values("Name") == ("Chi",)
    with pytest.raises(Unreadable, match=r"no sheet called “C”\. Its sheets are: A, B"):
        read_table(book, name="list.xlsx", sheet="C")


def test_rows_of_a_workbook_keep_their_numbers():
    table = read_table(workbook(("A", [[], [], ["", "Name", "Town"], ["", "Bo", "Ely"]])), name="list.xlsx")
    assert table.columns == ("Name", "Town")
    assert table.rows == (Row(4, ("Bo", "Ely")),)


def test_a_formula_in_a_workbook_is_never_worked_out():
    table = read_table(workbook(("A", [["Name", "Sum"], ["Bo", "=1+1"], ["Chi", 3]])), name="list.xlsx")
    assert table.values("Sum") == ("", "3")


def test_an_old_excel_workbook_is_read():
    table = read_table(xls([["Name", "Visits"], ["Bo", 3]]), name="list.xls")
    assert (table.columns, table.rows, table.sheet) == (("Name", "Visits"), (Row(2, ("Bo", "3")),), "People")


def test_an_open_document_sheet_is_read():
    table = read_table(ods(ods_row("Name", "Town") + ods_row("Bo", "Ely", repeated=2)), name="list.ods")
    assert table.values("Town") == ("Ely", "Ely")


def test_asking_for_a_column_that_is_not_there_names_those_that_are():
    with pytest.raises(ValueError, match="no column “Mail”; the columns are Name, Town"):
        Table(("Name", "Town"), ()).values("Mail")


@settings(max_examples=60, deadline=None)
@example(rows=[(";", ";", ";")] * 3, delimiter=",")
@given(st.lists(st.tuples(WORD, WORD, WORD), min_size=1, max_size=8), st.sampled_from([",", ";", "\t"]))
def test_what_is_written_as_csv_comes_back(rows, delimiter):
    lines = [delimiter.join(f'"{cell}"' for cell in row) for row in [("First", "Second", "Third"), *rows]]
    table = read_table("\n".join(lines).encode(), name="list.csv")
    expected = [tuple(" ".join(cell.split()) for cell in row) for row in rows]
    assert [row.cells for row in table.rows] == expected


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_words(content):
    try:
        table = read_table(content, name="list.csv")
        words = "."
    except Unreadable as no:
        table, words = Table((), ()), str(no)
    assert words.endswith(".")
    assert all(len(row.cells) == len(table.columns) for row in table.rows)
