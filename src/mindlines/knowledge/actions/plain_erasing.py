"""Forgetting who wrote plain words and who read them. The words stay, and that a lay reader found them clear."""

from mindlines.communities.actions import names
from mindlines.knowledge.actions import findable
from mindlines.knowledge.models import EarlierWording, EasyLine, PlainVersion
from mindlines.people.models import Person


def forget(person: Person) -> None:
    """Take the person’s name off all plain words, and out of them."""
    PlainVersion.objects.filter(signed_by__person=person).update(signed_by=None)
    PlainVersion.objects.filter(sign_entered_by=person).update(sign_entered_by=None)
    PlainVersion.objects.filter(changed_by=person).update(changed_by=None)
    EarlierWording.objects.filter(changed_by=person).update(changed_by=None)
    for community in names.communities_of(person):
        _take_name_out(person.name, community=community)


def _take_name_out(name: str, *, community: int) -> None:
    told = {"title": 300, "words": 30_000}
    for plain in PlainVersion.objects.filter(names.holding(name, fields=told), item__community=community):
        names.take_out(plain, name=name, fields=told)
        findable.put_item(plain.item)
    shown = {"words": 400, "shows": 150}
    for line in EasyLine.objects.filter(names.holding(name, fields=shown), plain__item__community=community):
        names.take_out(line, name=name, fields=shown)
        findable.put_item(line.plain.item)
    for earlier in EarlierWording.objects.filter(plain__item__community=community):
        _take_out_of_lines(earlier, name=name)


def _take_out_of_lines(earlier: EarlierWording, *, name: str) -> None:
    """Of easy read each line with its picture is kept within the row."""
    earlier.title, earlier.words = (names.without(words, name=name) for words in (earlier.title, earlier.words))
    earlier.title = earlier.title[:300]
    earlier.lines = [
        {**line, "words": names.without(line["words"], name=name), "shows": names.without(line["shows"], name=name)}
        for line in earlier.lines
    ]
    earlier.save(update_fields=["title", "words", "lines"])
