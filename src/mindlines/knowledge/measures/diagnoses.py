"""What came of a diagnosis: where groups part, what they do not know, and what has moved since the last round."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from mindlines.knowledge.models import Diagnosis, Step
from mindlines.knowledge.queries import diagnoses as queries
from mindlines.knowledge.queries.prompts import PARTS, PROMPTS, Part, Prompt
from mindlines_analysis.disclosure import may_show_inside
from mindlines_analysis.hindrance import Rated, Rating, Seen, compare, see

Words = str | Promise
LEAST, MANY = 3, 0.34


@dataclass(frozen=True)
class View:
    """How one group, or everybody, sees a prompt, in words. `x` is the place on the line from hinders to helps, in percent."""

    group: str
    words: str
    unknown: str
    x: int | None


@dataclass(frozen=True)
class Line:
    """One prompt with all that may be shown of it."""

    prompt: Prompt
    everybody: View
    groups: tuple[View, ...]
    is_apart: bool
    is_unknown: bool
    hinders: bool
    moved: str
    remarks: tuple[str, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Result:
    people: int
    is_enough: bool
    parts: tuple[tuple[Part, tuple[Line, ...]], ...]
    talk_about: tuple[Line, ...]


def result(diagnosis: Diagnosis) -> Result:
    """The round as everybody may see it; of fewer than three people nothing is shown."""
    people = queries.people(diagnosis)
    if not may_show_inside(people):
        return Result(people, is_enough=False, parts=(), talk_about=())
    rated = _rated(diagnosis)
    before = (
        _rated(diagnosis.follows) if diagnosis.follows and may_show_inside(queries.people(diagnosis.follows)) else ()
    )
    moved = {each.prompt: _moved_words(each.moved) for each in compare(before, rated)}
    written, steps = queries.remarks(diagnosis), queries.steps(diagnosis)
    lines = {
        each.prompt: _line(
            each, moved=moved[each.prompt], written=written.get(each.prompt, []), steps=steps.get(each.prompt, [])
        )
        for each in rated
        if each.everybody.people
    }
    parts = tuple((part, tuple(lines[prompt.key] for prompt in part.prompts if prompt.key in lines)) for part in PARTS)
    first = [line for line in lines.values() if line.is_apart or line.is_unknown or line.hinders]
    return Result(people, is_enough=True, parts=parts, talk_about=tuple(first))


def _rated(diagnosis: Diagnosis) -> tuple[Rated, ...]:
    given = [Rating(prompt, group, answer, value) for prompt, group, answer, value in queries.answers(diagnosis)]  # type: ignore[arg-type]  # the choices are these words
    return see(given, prompts=list(PROMPTS), least=LEAST)


def _line(rated: Rated, *, moved: str, written: list[str], steps: list[Step]) -> Line:
    middle = rated.everybody.middle
    return Line(
        PROMPTS[rated.prompt],
        _view("", rated.everybody),
        tuple(_view(group, seen) for group, seen in rated.by_group.items()),
        is_apart=rated.is_apart,
        is_unknown=rated.everybody.unknown >= MANY or any(seen.unknown >= MANY for seen in rated.by_group.values()),
        hinders=middle is not None and middle < 0,
        moved=moved,
        remarks=tuple(written),
        steps=tuple(steps),
    )


def _view(group: str, seen: Seen) -> View:
    known = seen.people >= LEAST
    words = _("Nobody rated it") if seen.middle is None else str(queries.VALUES[_nearest(seen.middle)])
    return View(
        group,
        words if known else _("Too few people"),
        _unknown_words(seen.unknown) if known else "",
        None if seen.middle is None or not known else round(25 * (seen.middle + 2)),
    )


def _nearest(value: float) -> int:
    """The nearest of the answers; a half goes towards the middle."""
    return int(value)


def _unknown_words(share: float) -> str:
    if share == 0:
        return ""
    if share < MANY:
        return _("A few do not know")
    return _("Many do not know") if share < 2 * MANY else _("Most do not know")


def _moved_words(moved: float | None) -> str:
    if not moved:
        return ""
    return _("Helps more than the last time") if moved > 0 else _("Hinders more than the last time")
