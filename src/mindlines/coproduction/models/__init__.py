"""The shape of what a community decides, does, makes and changes."""

from .decisions import Decision, DecisionRecord, Dissent, FollowUp, Ground, Objection, Proposal
from .outputs import Credit, Output, OutputVersion, Remark, Update
from .practice import PracticeChange
from .priorities import Candidate, Score, Scoring, Yardstick

__all__ = [
    "Candidate",
    "Credit",
    "Decision",
    "DecisionRecord",
    "Dissent",
    "FollowUp",
    "Ground",
    "Objection",
    "Output",
    "OutputVersion",
    "PracticeChange",
    "Proposal",
    "Remark",
    "Score",
    "Scoring",
    "Update",
    "Yardstick",
]
