"""Which person is behind each shown name: what is sure, and what somebody has to look at."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from mindlines.voice.management.voice.lists import NO_GROUP, NOBODY, Attendance, Members, written
from mindlines_analysis.names import Match, Named, match_names
from mindlines_analysis.readers.refusal import Unreadable


@dataclass(frozen=True)
class Doubt:
    """A shown name that nobody was surely found for; `where` is the transcript or the attendance."""

    shown: str
    where: str
    reason: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cast:
    """Who was there, by key, with name and group; and the key behind each name of the transcript.

    `attended` says whether the list of who was there is known. `aside` are names that are no person.
    """

    names: Mapping[str, str]
    groups: Mapping[str, str]
    speakers: Mapping[str, str]
    attended: bool
    aside: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass
class _Known:
    """Everybody who may be meant, and what a person has said about shown names."""

    members: tuple[Named, ...]
    groups: Mapping[str, str]
    crosswalk: Mapping[str, str]

    def told(self, shown: str, among: Iterable[Named]) -> str | None:
        """The key of the person whom the list of names gives, a dash for no person, or nothing."""
        name = self.crosswalk.get(written(shown))
        if name is None or name == NOBODY:
            return name
        found = [each.key for each in (*among, *self.members) if written(each.name) == written(name)]
        if not found:
            raise Unreadable(f"--names says that “{shown}” is “{name}”, but nobody in the lists is called so.")
        return str(found[0])


def resolve(
    labels: Sequence[str],
    *,
    attendance: Attendance | None,
    members: Members | None,
    crosswalk: Mapping[str, str],
) -> Cast:
    """Everybody who was there, and who speaks under which name."""
    groups = (
        {str(each.key): group for each, group in zip(members.named, members.groups, strict=True)} if members else {}
    )
    known = _Known(members.named if members else (), groups, crosswalk)
    there, seen_as, doubts = _present(attendance, known)
    present = {str(each.key): each for each in there}
    speakers, aside, more = _speakers(labels, present, seen_as, known)
    by_key = {str(each.key): each for each in known.members} | present
    late = [key for key in dict.fromkeys(speakers.values()) if key not in present]
    everybody = [*present, *late]
    return Cast(
        names={key: by_key[key].name for key in everybody},
        groups={key: groups.get(key, NO_GROUP) for key in everybody},
        speakers=speakers,
        attended=attendance is not None,
        aside=aside,
        doubts=(*(doubts if members else ()), *(more if members or attendance else ())),
        notes=_notes([by_key[key].name for key in late]) if attendance else (),
    )


def _present(attendance: Attendance | None, known: _Known) -> tuple[list[Named], dict[str, str], tuple[Doubt, ...]]:
    """Who was there, each as a member where that is sure; and which shown name was whose."""
    if attendance is None:
        return [], {}, ()
    told = {str(each.key): known.told(each.name, attendance.named) for each in attendance.named}
    left = [each for each in attendance.named if told[str(each.key)] is None]
    taken = set(told.values())
    free = [member for member in known.members if member.key not in taken]
    matches = dict(zip((str(each.key) for each in left), match_names(left, free), strict=True))
    by_key = {str(each.key): each for each in (*attendance.named, *known.members)}
    there: dict[str, Named] = {}
    seen_as: dict[str, str] = {}
    doubts = []
    for each in attendance.named:
        key = told[str(each.key)]
        if key == NOBODY:
            continue
        match = matches.get(str(each.key))
        if match and match.member is None:
            doubts.append(_doubt(match, where="attendance"))
        key = key or str((match.member if match and match.member else each).key)
        there[key] = by_key[key]
        seen_as.setdefault(written(each.name), key)
    return list(there.values()), seen_as, tuple(doubts)


def _speakers(
    labels: Sequence[str], present: Mapping[str, Named], seen_as: Mapping[str, str], known: _Known
) -> tuple[dict[str, str], tuple[str, ...], tuple[Doubt, ...]]:
    """First what was told, then the very name that the attendance shows, then who is called so."""
    named = [label for label in labels if label]
    told = {label: known.told(label, present.values()) for label in named}
    aside = tuple(label for label, key in told.items() if key == NOBODY)
    found = {label: key for label, key in told.items() if key is not None and key != NOBODY}
    found |= {label: seen_as[written(label)] for label in named if told[label] is None and written(label) in seen_as}
    left = [label for label in named if label not in found and label not in aside]
    doubts = []
    absent = [member for member in known.members if str(member.key) not in present]
    shown = [Named(label) for label in left]
    for label, here, else_where in zip(
        left, match_names(shown, list(present.values())), match_names(shown, absent), strict=True
    ):
        match = here if here.candidates or not else_where.candidates else else_where
        if match.member is None or str(match.member.key) in found.values():
            doubts.append(_doubt(_claimed(match), where="transcript"))
        else:
            found[label] = str(match.member.key)
    return found, aside, tuple(doubts)


def _claimed(match: Match) -> Match:
    if match.member is None:
        return match
    return replace(match, reason=f"another name is {match.member.name} already")


def _doubt(match: Match, *, where: str) -> Doubt:
    candidates = dict.fromkeys(each.member.name for each in match.candidates[:3])
    return Doubt(match.displayed.name, where, match.reason, tuple(candidates))


def _notes(late: Sequence[str]) -> tuple[str, ...]:
    if not late:
        return ()
    return (f"Not on the attendance list, but heard, and so counted as there: {', '.join(late)}.",)
