"""What can be learned from plain values, without Django: readers of what people have, and who is who.

`mindlines_analysis.readers` turns files into plain values and says what it skipped.
`mindlines_analysis.names` tells whether two written names mean one person.
`mindlines_analysis.agenda` tells how an agenda shares its minutes and its leads between groups.
`mindlines_analysis.grouping` makes small groups that mix people well, and judges those made by hand.
`mindlines_analysis.voice` measures how voices are shared, with the silent counted.
"""

from mindlines_analysis import agenda, grouping, names, readers, voice

__all__ = ["agenda", "grouping", "names", "readers", "voice"]
