"""Which member a name in an attendance report stands for."""

from dataclasses import dataclass

from mindlines.meetings.models import AttendanceImport
from mindlines.meetings.queries.reports import members_by_pk
from mindlines_analysis.names import Named, match_names

# More candidates than this help nobody to choose.
MOST_CANDIDATES = 6


@dataclass(frozen=True)
class Guess:
    """One row of a report: the member it surely is, or those it may be."""

    number: int
    shown: str
    minutes: int | None
    kind: str
    sure: int | None
    candidates: list[tuple[int, str]]
    reason: str


def guesses(report: AttendanceImport) -> list[Guess]:
    """A guess for each row, in the order of the report."""
    rows = report.report["people"]
    members = members_by_pk(report.meeting.community)
    known = [Named(name, email, key=pk) for pk, (name, email, _) in members.items()]
    matches = match_names([Named(row["name"], row["email"]) for row in rows], known)
    guessed = []
    for number, (row, match) in enumerate(zip(rows, matches, strict=True)):
        keys = [candidate.member.key for candidate in match.candidates[:MOST_CANDIDATES]]
        found = [(int(str(key)), _shown(members[int(str(key))])) for key in keys]
        sure = int(str(match.member.key)) if match.member else None
        guessed.append(
            Guess(
                number, row["name"], row["minutes"], kind=row["kind"], sure=sure, candidates=found, reason=match.reason
            )
        )
    return guessed


def _shown(member: tuple[str, str, str]) -> str:
    name, _, constituency = member
    return f"{name}, {constituency}"
