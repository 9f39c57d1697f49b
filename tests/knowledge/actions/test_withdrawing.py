"""What is withdrawn is gone from every table and from the disk; what rested on it says so."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from mindlines.communities.models import RecordLine, SearchEntry
from mindlines.kernel.errors import Refused
from mindlines.knowledge.actions import items as actions
from mindlines.knowledge.actions import negotiation_findable, statements, withdrawing
from mindlines.knowledge.actions.items import Changed, NewItem, Numbers, Upload
from mindlines.knowledge.choices import Naming, PlainForm, Side
from mindlines.knowledge.models import Attached, EarlierWording, EasyLine, Item, PlainVersion, Statement
from tests import make_knowledge

# A word that stands nowhere else.
SECRET = "quokkaberry"


def dump() -> str:
    """Every cell of every table."""
    cells = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 -- a name that the database itself gave
            cells += [str(cell) for row in cursor.fetchall() for cell in row]
    return "\n".join(cells).casefold()


@pytest.fixture
def told(community, bos, settings, tmp_path, django_capture_on_commit_callbacks) -> Item:
    """A story with all that can hang on one, and the word in each of it."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}},
    }
    file = SimpleUploadedFile(f"{SECRET}.txt", SECRET.encode())
    new = NewItem(
        kind="story",
        form="story",
        title=f"The {SECRET}",
        words=f"I ate a {SECRET}.",
        link=f"https://example.org/{SECRET}",
        quality=SECRET,
        teller=bos,
        naming=Naming.OTHER,
        shown_name=f"Robin {SECRET}",
        citation={"csl": {"title": SECRET}, "likeness": SECRET},
        table=Numbers(columns=[SECRET, "b"], rows=[["a", SECRET]]),
        file=Upload(file=file, name=f"{SECRET}.txt", media_type="text/plain", sha256="0" * 64),
    )
    item = actions.bring(new, to=community, by=bos)
    plain = PlainVersion.objects.create(item=item, form=PlainForm.EASY, title=SECRET, words=SECRET, source_version=1)
    EarlierWording.objects.create(plain=plain, number=1, title=SECRET, words=SECRET, lines=[SECRET])
    EasyLine.objects.create(plain=plain, words=SECRET, file=ContentFile(b"\x89PNG", name=f"{SECRET}.png"))
    statements.write(statements.Claim(words=f"{SECRET} helps", page=SECRET), of=item, by=bos.person)
    to = Changed(title=f"A {SECRET}", words=f"Two {SECRET}.", kind="story", naming=Naming.OTHER, shown_name=SECRET)
    actions.change(item, to=to, by=bos)
    return Item.objects.get(pk=item.pk)


def test_not_a_word_of_it_is_left_in_the_database_or_on_the_disk(
    told, bos, tmp_path, django_capture_on_commit_callbacks
):
    assert dump().count(SECRET) > 15
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 2
    with django_capture_on_commit_callbacks(execute=True):
        actions.withdraw(told, by=bos)
    assert SECRET not in dump()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_its_row_stays_and_says_so(told, bos):
    statement = told.statements.get()
    other = make_knowledge.negotiation(make_knowledge.statement(make_knowledge.item(told.community)))
    Attached.objects.create(negotiation=other, side=Side.LIVED, item=told)
    actions.withdraw(told, by=bos)
    told.refresh_from_db()
    statement.refresh_from_db()
    assert told.is_withdrawn and told.title == statement.words == "Something was withdrawn here"
    assert (told.teller, told.brought_by, told.constituency, told.words) == (None, None, None, "")
    assert str(Attached.objects.get().item) == "Something was withdrawn here"
    assert not SearchEntry.objects.filter(community=told.community).exists()


def test_what_was_negotiated_about_it_is_not_found_by_its_words(told, bos):
    negotiation = make_knowledge.negotiation(told.statements.get())
    negotiation_findable.put(negotiation)
    assert SECRET in SearchEntry.objects.get(kind="negotiation").title
    actions.withdraw(told, by=bos)
    assert SearchEntry.objects.get(kind="negotiation").title == "Something was withdrawn here"


def test_the_record_says_that_a_story_was_withdrawn_and_not_by_whom(told, bos):
    actions.withdraw(told, by=bos)
    actions.withdraw(told, by=bos)
    line = RecordLine.objects.filter(community=told.community, verb="withdrew-a-story").get()
    assert (line.actor, line.about, line.words) == (None, None, "")


def test_what_is_no_story_is_withdrawn_by_somebody(community, anas):
    actions.withdraw(make_knowledge.item(community, by=anas), by=anas)
    line = RecordLine.objects.get(community=community)
    assert (line.verb, line.actor, line.words) == ("withdrew-knowledge", anas.person, "Research")


def test_nothing_is_added_to_it_any_more(told, bos, anas):
    actions.withdraw(told, by=bos)
    for deed in (
        lambda: actions.judge_quality(told, by=anas, quality="Good"),
        lambda: statements.write(statements.Claim(words="More"), of=told, by=anas.person),
        lambda: statements.change(Statement.objects.get(item=told), to=statements.Claim(words="More")),
    ):
        with pytest.raises(Refused, match="withdrawn"):
            deed()


def test_whoever_keeps_its_words_elsewhere_hears_of_it(told, bos, monkeypatch):
    heard = []
    monkeypatch.setattr(withdrawing, "_others", [])
    withdrawing.also(heard.append)
    actions.withdraw(told, by=bos)
    assert heard == [told] and heard[0].is_withdrawn
