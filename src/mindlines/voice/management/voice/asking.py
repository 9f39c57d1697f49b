"""What the options of `mindlines voice` were, and whether they go together."""

from dataclasses import dataclass
from pathlib import Path

from mindlines_analysis.readers.refusal import Unreadable


@dataclass(frozen=True)
class Asked:
    """The options as they were written."""

    transcripts: tuple[Path, ...]
    attendance: tuple[Path, ...]
    members: Path | None
    by: str
    names: Path | None
    review: Path | None
    pause: float | None
    length: float | None
    json: Path | None
    html: Path | None

    @property
    def sources(self) -> list[Path]:
        """The files that are read."""
        return [*self.transcripts, *self.attendance, *(path for path in (self.members, self.names) if path)]

    def attendance_of(self, place: int) -> Path | None:
        """The attendance that belongs to the transcript at `place`."""
        if not self.attendance:
            return None
        return self.attendance[place if len(self.attendance) > 1 else 0]


def check(asked: Asked) -> None:
    """What was read is never written over, and each transcript has one attendance."""
    targets = [path for path in (asked.json, asked.html, asked.review) if path]
    for target in targets:
        if any(target.exists() and target.samefile(source) for source in asked.sources):
            raise Unreadable(f"“{target}” is read, and would be lost. Choose another name to write to.")
        if not target.absolute().parent.is_dir():
            raise Unreadable(f"There is no folder “{target.parent}” to write to. Make it first.")
    if len({path.absolute() for path in targets}) < len(targets):
        raise Unreadable("--json, --html and --review are not three different files. Choose other names.")
    if len(asked.attendance) not in {0, 1, len(asked.transcripts)}:
        raise Unreadable(
            f"There are {len(asked.transcripts)} transcripts and {len(asked.attendance)} attendance lists. "
            "Give one attendance for all, or one for each in the same order."
        )
    if asked.length is not None and len(asked.transcripts) > 1:
        raise Unreadable("--length is for one recording. Measure the transcripts one by one.")
