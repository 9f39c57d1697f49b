"""`mindlines groups`, on lists as people have them."""

import csv
import json

import pytest
from click.testing import CliRunner

from mindlines.cli import main

KINDS = ("Lay members", "Lay members", "GPs", "Clinicians", "Commissioners")
ROWS = [
    f"Person {chr(65 + n)};{KINDS[n % 5]};Trust {n // 2};{n * 1.5:g};{'yes' if n % 5 == 3 else ''}" for n in range(20)
]
PEOPLE = "\n".join(["Name;Stakeholder group;Organisation;Years;Facilitator", *ROWS])


@pytest.fixture
def divides(tmp_path):
    """Runs the command on a list, and gives back the exit code and all that was printed."""

    def run(*more, people=PEOPLE, seconds="0.2"):
        (tmp_path / "people.csv").write_text(people)
        words = ["groups", str(tmp_path / "people.csv"), "--seconds", seconds, *map(str, more)]
        result = CliRunner().invoke(main, words)
        assert isinstance(result.exception, SystemExit | None), result.exception
        return result.exit_code, result.output

    return run


@pytest.fixture
def out(tmp_path):
    return tmp_path / "groups.csv"


def seats(path):
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    found = {}
    for row in rows:
        found.setdefault((int(row["round"]), int(row["group"])), set()).add(row["person"])
    return found


def test_groups_are_made_shown_and_written(divides, out):
    code, said = divides(
        "--size", 5, "--mix", "constituency", "--mix", "organisation", "--at-least", "lay=2", "--out", out
    )
    assert code == 0, said
    groups = seats(out)
    assert {len(people) for people in groups.values()} == {5} and len(groups) == 4
    kinds = dict(row.split(";")[:2] for row in ROWS)
    assert all(sum(kinds[name] == "Lay members" for name in people) == 2 for people in groups.values())
    assert "“Stakeholder group” is spread: each group gets its share of each kind." in said
    assert "“Organisation” has few people of each kind: two of one kind rather do not meet." in said
    assert "Each group has at least 2 of Stakeholder group “Lay members”." in said
    assert "Group 4 (5)" in said and max(map(len, said.splitlines())) <= 80 + len(str(out))


def test_numbers_are_told_by_their_averages(divides):
    _, said = divides("--size", 5, "--mix", "years")
    assert "Years on average in each group: " in said


def test_every_kind_of_wish_is_kept(divides, out):
    wishes = ["--apart", "person a,person b", "--together", "person c;person d", "--pin", "person e=2", "--one-each", "facilitator",
              "--at-most", "gps=1", "--not-alone", "organisation:trust 4"]  # fmt: skip
    code, said = divides("--groups", 4, *wishes, "--out", out)
    assert code == 0, said
    group_of = {name: group for (_, group), people in seats(out).items() for name in people}
    assert group_of["Person A"] != group_of["Person B"] and group_of["Person C"] == group_of["Person D"]
    assert group_of["Person E"] == 2 and group_of["Person I"] == group_of["Person J"]
    assert len({group_of[f"Person {letter}"] for letter in "DINS"}) == 4
    assert len({group_of[f"Person {letter}"] for letter in "CHMR"}) == 4


def test_rounds_and_history_bring_new_people_together(divides, out, tmp_path):
    code, _ = divides("--size", 5, "--seed", 3, "--out", out)
    (tmp_path / "before.csv").write_text(out.read_text())
    code, said = divides("--size", 5, "--rounds", 2, "--history", tmp_path / "before.csv", "--out", out)
    assert code == 0 and "Round 2" in said and "pairs meet for the first time" in said
    earlier, later = seats(tmp_path / "before.csv"), seats(out)
    assert len(later) == 8
    assert all(len(old & new) <= 3 for old in earlier.values() for new in later.values())


def test_the_same_seed_and_steps_give_the_same_groups(divides, out):
    asked = ["--size", 4, "--mix", "years", "--steps", 30, "--seed", 7, "--out", out]
    divides(*asked, seconds="60")
    first = out.read_text()
    divides(*asked, seconds="60")
    assert out.read_text() == first


def test_everything_is_written_as_json(divides, tmp_path):
    path = tmp_path / "all.json"
    assert divides("--size", 5, "--mix", "constituency", "--apart", "person a,person b", "--json", path)[0] == 0
    told = json.loads(path.read_text())
    assert sorted(name for group in told["rounds"][0] for name in group) == [row.split(";")[0] for row in ROWS]
    assert told["parts"][0]["by"] == "Stakeholder group"
    assert told["reasons"][0]["Person A"][0]["words"]


def test_why_somebody_is_here_is_said(divides):
    assert "Person A: " in divides("--size", 5, "--mix", "constituency", "--why")[1]


def test_wishes_that_cannot_all_hold_write_nothing(divides, out):
    code, said = divides("--groups", 5, "--at-least", "lay=2", "--out", out)
    assert code == 1 and not out.exists()
    assert "These wishes cannot all hold:" in said and "Nothing was written." in said


def test_rooms_and_needs_go_together(divides, out):
    rows = [f"{row};{'online' if n < 5 else 'venue'};{'yes' if n == 9 else ''}" for n, row in enumerate(ROWS)]
    people = "\n".join(["Name;Group;Organisation;Years;Facilitator;Joins;Step-free", *rows])
    code, said = divides("--size", 5, people=people)
    assert code == 0
    said = " ".join(said.split())
    assert "as in: --room 1=online" in said and "as in: --room 1=step-free" in said
    code, said = divides("--size", 5, "--room", "1=step-free", "--room", "4=online", "--out", out, people=people)
    assert code == 0, said
    groups = seats(out)
    assert groups[1, 4] == {f"Person {letter}" for letter in "ABCDE"} and "Person J" in groups[1, 1]
    assert "“Joins” is taken for who is online." in said


def test_groups_made_by_hand_are_judged(divides, tmp_path):
    made = tmp_path / "mine.csv"
    made.write_text("round,group,person\n" + "".join(f"1,{n // 5 + 1},Person {chr(65 + n)}\n" for n in range(20)))
    assert divides("--judge", made, "--mix", "constituency", "--room", "1=step-free")[0] == 0
    code, said = divides("--judge", made, "--apart", "person a,person b")
    assert code == 1 and "Not kept:" in said and "Person A and Person B are not in one group." in " ".join(said.split())


def test_groups_are_made_anew_from_given_ones(divides, out, tmp_path):
    divides("--size", 5, "--out", out)
    (tmp_path / "mine.csv").write_text(out.read_text())
    assert divides("--size", 5, "--start", tmp_path / "mine.csv", "--out", out)[0] == 0


def test_distances_bring_people_together_who_are_far_from_each_other(divides, out, tmp_path):
    names = [f"Person {letter}" for letter in "ABCDE"]
    rows = [
        ";".join([one, *("0" if (one in names[:2]) == (other in names[:2]) else "9" for other in names)])
        for one in names
    ]
    (tmp_path / "far.csv").write_text("\n".join([";".join(["", *names]).replace("", "who", 1), *rows[:4]]))
    people = "\n".join(["Name;Number", *(f"{name};1" for name in names[:4])])
    code, said = divides("--size", 2, "--distances", tmp_path / "far.csv", people=people)
    assert code == 2 and "is not a square table of distances" in said
    (tmp_path / "far.csv").write_text("\n".join([";".join(["who", *names]), *rows]))
    assert divides("--size", 2, "--distances", tmp_path / "far.csv", "--out", out, people=people)[0] == 0
    assert {len(group & set(names[:2])) for group in seats(out).values()} == {1}
    code, said = divides("--size", 5, "--distances", tmp_path / "far.csv")
    assert code == 2 and "has no distances of Person F" in said


def test_an_instance_gives_the_sum_of_its_distances(tmp_path, out):
    path = tmp_path / "small.txt"
    path.write_text("4 2 ss 2 2 2 2\n0 1 1\n0 2 2\n0 3 9\n1 2 9\n1 3 2\n2 3 1\n")
    asked = ["groups", "--distances", str(path), "--seconds", "0.1"]
    result = CliRunner().invoke(main, [*asked, "--groups", "2", "--out", str(out)])
    assert result.exit_code == 0 and "Sum of the distances within groups: 18.000" in result.output
    assert set(map(frozenset, seats(out).values())) == {frozenset("03"), frozenset("12")}
    assert CliRunner().invoke(main, [*asked, "--groups", "1"]).output.count("24.000") == 1


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (["--size", "many"], "--size many: write a number, as in 5"),
        ([], "size"),
        (["--size", "5", "--at-least", "lay"], "--at-least lay: write it as lay=2."),
        (["--size", "5", "--at-most", "lay"], "--at-most lay: write it as lay=2."),
        (["--size", "5", "--at-least", "surgeons=2"], "Nobody is “surgeons”. The choices are"),
        (["--size", "5", "--apart", "person a"], "--apart person a: name at least two people"),
        (["--size", "5", "--together", "person a,zoe"], "Nobody is called “zoe”"),
        (["--size", "5", "--pin", "person a"], "--pin person a: write it as Bo=2"),
        (["--size", "5", "--pin", "person a=9"], "9"),
        (["--size", "5", "--mix", "colour"], "There is no column “colour”"),
        (["--size", "5", "--not-alone", "colour"], "Nobody is “colour”"),
        (["--size", "5", "--room", "step-free"], "--room step-free: write the number of the group first"),
        (["--size", "5", "--room", "9=step-free"], "--room 9=step-free: there are only 4 groups."),
        (["--size", "5", "--room", "1="], "--room 1=: write what the room has"),
        (["--room", "1=step-free"], "Say how many groups with --groups"),
        (["--size", "6,6"], "add up to 12 people"),
        (["--groups", "40"], "40 groups are more than the 20 people"),
    ],
)
def test_what_cannot_be_understood_is_said_in_a_sentence(divides, asked, words):
    code, said = divides(*asked)
    assert code == 2 and words in said
    assert "Traceback" not in said


def test_without_a_size_the_options_to_give_are_named(divides):
    code, said = divides()
    assert code == 2
    assert "--groups, --size: say how many groups there shall be" in said


def test_sizes_may_differ_from_group_to_group(divides, out):
    assert divides("--size", "8,4-6,6", "--room", "2=step-free", "--not-alone", "constituency", "--out", out)[0] == 0
    assert sorted(map(len, seats(out).values())) == [6, 6, 8]


def test_what_is_read_is_never_written_over(divides, tmp_path):
    code, said = divides("--size", 5, "--out", tmp_path / "people.csv")
    assert code == 2 and "is read, and would be lost" in said
    assert (tmp_path / "people.csv").read_text() == PEOPLE
    assert "There is no folder" in divides("--size", 5, "--out", tmp_path / "nowhere" / "groups.csv")[1]
    both = tmp_path / "both"
    assert "are the same file" in divides("--size", 5, "--out", both, "--json", both)[1]


def test_pairs_are_no_groups_to_begin_with(divides, tmp_path):
    (tmp_path / "pairs.csv").write_text("one,other,times\nPerson A,Person B,2\n")
    assert "holds pairs and no groups" in divides("--size", 5, "--start", tmp_path / "pairs.csv")[1]


def test_a_list_that_cannot_be_read_is_refused_with_its_row(divides):
    code, said = divides("--size", 2, people="Name;Group\nBo Lee;Lay\nbo lee;GP\n")
    assert code == 2 and "Row 3: bo lee stands in row 2 already." in said


def test_without_people_and_distances_the_command_says_how_to_begin():
    result = CliRunner().invoke(main, ["groups"])
    assert result.exit_code == 2 and "mindlines groups people.csv --size 5" in result.output


def test_weights_can_be_given_and_few_of_a_kind_kept_apart_on_purpose(divides, tmp_path):
    path = tmp_path / "all.json"
    assert divides("--size", 5, "--mix", "constituency:2.5", "--separate", "facilitator:7", "--json", path)[0] == 0
    parts = json.loads(path.read_text())["parts"]
    assert [(part["kind"], part["by"]) for part in parts[:2]] == [
        ("spread", "Stakeholder group"),
        ("separate", "Facilitator"),
    ]


def test_many_wishes_are_cut_short_on_the_screen(divides):
    pairs = [option for n in range(0, 20, 2) for option in ("--apart", f"person {chr(65 + n)},person {chr(66 + n)}")]
    code, said = divides("--size", 5, *pairs)
    assert code == 0 and "- and 2 more" in said


def test_people_of_the_history_who_are_not_here_are_named(divides, tmp_path):
    (tmp_path / "past.csv").write_text("date,group,person\n2026-01-08,1,Zoe Zorn\n2026-01-08,1,Person A\n")
    code, said = divides("--size", 5, "--history", tmp_path / "past.csv", "--fading", 0.5)
    assert code == 0 and "Zoe Zorn" in said


def test_whoever_is_alone_is_named_where_others_of_their_kind_are_not(divides, tmp_path):
    made = tmp_path / "mine.csv"
    made.write_text("group,person\n1,Person A\n1,Person B\n1,Person C\n2,Person F\n2,Person D\n2,Person H\n")
    said = " ".join(divides("--judge", made, "--mix", "constituency")[1].split())
    assert "The only one of their Stakeholder group in the group: Person F (Lay members, group 2)." in said
    assert "No group has two of: GPs, Clinicians." in said


def test_steps_that_take_longer_than_the_time_are_told(divides):
    code, said = divides("--size", 5, "--mix", "constituency", "--mix", "years", "--steps", 100_000, seconds="0.1")
    assert code == 0 and "Time ran out before all steps were done." in said
