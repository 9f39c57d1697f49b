"""The shape of what people say, ask and vote, and of what becomes of it."""

from .ballots import Ballot, BallotBox, Handed, Option, Poll, Slip
from .contributions import Contribution, Support, WordRequest
from .speaking import Debrief, Mirror, Recording, TranscriptImport, Turn

__all__ = [
    "Ballot",
    "BallotBox",
    "Contribution",
    "Debrief",
    "Handed",
    "Mirror",
    "Option",
    "Poll",
    "Recording",
    "Slip",
    "Support",
    "TranscriptImport",
    "Turn",
    "WordRequest",
]
