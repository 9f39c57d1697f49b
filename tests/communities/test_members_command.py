from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from mindlines.communities.models import MemberImport


@pytest.fixture
def brings(tmp_path, community, ana):
    """Runs the command on a list and gives back what it printed."""

    def run(text: str, *more: str, slug: str = "hips") -> str:
        path = tmp_path / "list.csv"
        path.write_text(text)
        screen = StringIO()
        call_command("members", "import", str(path), "--community", slug, *more, stdout=screen)
        return screen.getvalue()

    return run


def test_a_list_comes_in(brings, community):
    said = brings("Name,Mail,Group\nFay Field,fay@example.org,Patients\nGil Gray,,GPs\n")
    assert "“Patients” means Lay members." in said
    assert "2 added. 0 of them must say yes themselves." in said
    assert community.memberships.count() == 3


def test_a_dry_run_writes_nothing(brings, community):
    assert "2 will be added." in brings("Name\nFay Field\nGil Gray\n", "--constituency", "lay members", "--dry-run")
    assert community.memberships.count() == 1
    assert not MemberImport.objects.exists()


def test_a_new_group_is_named(brings, community):
    assert "“Wizards” means a new group “Wizards”." in brings("Name,Group\nFay Field,Wizards\n")
    assert community.constituencies.filter(name="Wizards").exists()


def test_rows_that_need_a_person_end_it_in_words(brings, community, bos):
    with pytest.raises(CommandError, match="Nothing was written"):
        brings("Name,Mail\nB. Berg,\nJo King,jo@\n", "--constituency", "Clinicians")
    assert community.memberships.count() == 2
    assert not MemberImport.objects.exists()


def test_remarks_about_the_file_are_shown(brings):
    said = brings(
        "Our members,,\nName,Mail,Notes\nFay Field,fay@example.org,\n", "--constituency", "Clinicians", "--dry-run"
    )
    assert "Line 1 stands above the header" in said


@pytest.mark.parametrize(
    ("text", "more", "slug", "words"),
    [
        ("Name\nFay Field\n", (), "hips", "Say where they belong with --constituency"),
        ("Town,Age\nEly,3\n", (), "hips", "No column looks like names"),
        ("", (), "hips", "is empty"),
        ("Name\nFay\n", (), "nowhere", "There is no community “nowhere”"),
        ("Name\nFay\n", (), "backs", "no facilitator"),
        (
            "Name,Group\n" + "".join(f"F{n} G,word{n}\n" for n in range(70)),
            (),
            "hips",
            "a different word in nearly every row",
        ),
    ],
)
def test_what_cannot_work_is_said_in_words(brings, neighbours, text, more, slug, words):
    with pytest.raises(CommandError, match=words):
        brings(text, *more, slug=slug)


def test_a_file_that_is_not_there(community, ana):
    with pytest.raises(CommandError, match="cannot be opened: No such file"):
        call_command("members", "import", "/nowhere/list.csv", "--community", "hips")
