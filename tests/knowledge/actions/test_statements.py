import pytest

from mindlines.communities.models import SearchEntry
from mindlines.kernel.errors import Refused
from mindlines.knowledge.actions import statements as actions
from mindlines.knowledge.actions.statements import Claim
from mindlines.knowledge.models import Statement
from tests import make_knowledge


@pytest.fixture
def item(community, anas):
    return make_knowledge.item(community, by=anas)


def words(item) -> list[str]:
    return [one.words for one in Statement.objects.present().filter(item=item)]


def test_a_statement_is_added_at_the_end_and_can_be_found(item, bo):
    for text in ("First", "Second"):
        actions.write(Claim(words=f" {text} ", is_quoted=True, page=" 4 ", key=text), of=item, by=bo)
    last = Statement.objects.get(words="Second")
    assert words(item) == ["First", "Second"]
    assert (last.is_quoted, last.page, last.made_by) == (True, "4", bo)
    assert set(SearchEntry.objects.values_list("title", flat=True)) == {"First", "Second"}


def test_the_same_form_sent_twice_adds_one(item, bo):
    claim = Claim(words="First", key="k")
    assert actions.write(claim, of=item, by=bo) == actions.write(claim, of=item, by=bo)


def test_it_needs_words_and_there_is_an_end(item, bo, monkeypatch):
    with pytest.raises(Refused, match="Write the statement"):
        actions.write(Claim(words=" "), of=item, by=bo)
    monkeypatch.setattr(actions, "MOST", 1)
    made = actions.write(Claim(words="First"), of=item, by=bo)
    with pytest.raises(Refused, match="up to 200"):
        actions.write(Claim(words="Second"), of=item, by=bo)
    with pytest.raises(Refused, match="Write the statement"):
        actions.change(made, to=Claim(words=""))


def test_it_says_something_else(item, bo):
    made = actions.write(Claim(words="First", is_quoted=True), of=item, by=bo)
    actions.change(made, to=Claim(words="In our words", page="7"))
    made.refresh_from_db()
    assert (made.words, made.is_quoted, made.page) == ("In our words", False, "7")
    assert SearchEntry.objects.get().title == "In our words"


def test_one_that_is_withdrawn_leaves_a_place(item, bo):
    made = actions.write(Claim(words="First"), of=item, by=bo)
    for _twice in range(2):
        actions.withdraw(made)
    made.refresh_from_db()
    assert made.words == "Something was withdrawn here" and made.made_by is None
    assert words(item) == [] and not SearchEntry.objects.exists()
    with pytest.raises(Refused, match="withdrawn"):
        actions.change(made, to=Claim(words="Again"))


@pytest.mark.parametrize(("steps", "order"), [(-1, "bac"), (1, "acb"), (9, "acb"), (-9, "bac")])
def test_they_are_put_in_order_by_steps(item, bo, steps, order):
    made = {one: actions.write(Claim(words=one), of=item, by=bo) for one in "abc"}
    actions.move(item, pk=made["b"].pk, steps=steps)
    assert "".join(words(item)) == order


def test_or_by_a_place(item, bo):
    made = {one: actions.write(Claim(words=one), of=item, by=bo) for one in "abc"}
    actions.place(item, pk=made["c"].pk, at=0)
    assert words(item) == ["c", "a", "b"]
    actions.place(item, pk=0, at=0)
    actions.move(item, pk=0, steps=1)
    assert words(item) == ["c", "a", "b"]
