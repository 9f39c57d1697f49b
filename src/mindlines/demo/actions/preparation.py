"""Paths, what people have done of them, and a call that is waited for."""

from itertools import islice

from mindlines.communities.models import Membership
from mindlines.demo.story import preparation as story
from mindlines.demo.story.people import CLINICAL
from mindlines.preparation.actions import arranging, going, starting
from mindlines.preparation.actions.arranging import PathWords, StepWords
from mindlines.preparation.choices import StepKind
from mindlines.preparation.queries import paths

from .cast import Cast


def make(cast: Cast) -> None:
    """The starter set, a path for clinicians, and who is how far."""
    starting.put(cast.community)
    _for_clinicians(cast)
    for name, ready in story.READY.items():
        members = Membership.objects.active().filter(community=cast.community, constituency__name=name).order_by("pk")
        for place, member in enumerate(members):
            steps = [one.step for one in paths.way_of(member).steps]
            for step in steps if place < ready else islice(steps, 1):
                going.done(step, by=member)
    key, when = story.CALL
    going.ask_for_a_call(by=cast.members[key], when=str(when))


def _for_clinicians(cast: Cast) -> None:
    title, about, steps = story.FOR_CLINICIANS
    group = cast.community.constituencies.get(name=CLINICAL)
    words = PathWords(str(title), about=str(about), constituency=group)
    path = arranging.begin(words, to=cast.community, by=cast.person("wendy"))
    for name, plain, easy, minutes in steps:
        step = StepWords(str(name), kind=StepKind.READ, words=str(plain), easy=str(easy), minutes=minutes)
        arranging.add_step(path, words=step)
    arranging.show(path)
