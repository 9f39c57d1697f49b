"""What can be learned from plain values, without Django: readers of what people have, and who is who.

`mindlines_analysis.readers` turns files into plain values and says what it skipped.
`mindlines_analysis.names` tells whether two written names mean one person.
`mindlines_analysis.citations` tells which records mean one published work, and prints it.
`mindlines_analysis.agenda` tells how an agenda shares its minutes and its leads between groups.
`mindlines_analysis.grouping` makes small groups that mix people well, and judges those made by hand.
`mindlines_analysis.voice` measures how voices are shared, with the silent counted.
`mindlines_analysis.opinion` tells where groups agree, who votes alike, and who changed their mind.
`mindlines_analysis.consensus` tells when a community has agreed, by rules that are fixed before the vote.
`mindlines_analysis.readability` tells how easy a text is to read, and what makes it hard.
`mindlines_analysis.disclosure` tells which numbers about few people may be shown.
"""

from mindlines_analysis import (
    agenda,
    citations,
    consensus,
    disclosure,
    grouping,
    names,
    opinion,
    readability,
    readers,
    voice,
)

__all__ = [
    "agenda",
    "citations",
    "consensus",
    "disclosure",
    "grouping",
    "names",
    "opinion",
    "readability",
    "readers",
    "voice",
]
