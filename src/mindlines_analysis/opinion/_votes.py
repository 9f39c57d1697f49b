"""Votes as they are given, checked once."""

from collections.abc import Mapping

__all__ = ["AGREE", "DISAGREE", "PASS", "Votes", "check", "statements_of"]

AGREE, PASS, DISAGREE = 1, 0, -1
Votes = Mapping[str, Mapping[str, int]]


def check(votes: Votes) -> None:
    for voter, given in votes.items():
        for statement, vote in given.items():
            if vote not in (AGREE, PASS, DISAGREE):
                raise ValueError(
                    f"votes: {voter} on {statement}: {vote!r} is none of 1 (agree), 0 (pass), -1 (disagree)"
                )


def statements_of(votes: Votes) -> tuple[str, ...]:
    """All statements, in the order in which the votes name them first."""
    return tuple(dict.fromkeys(statement for given in votes.values() for statement in given))
