"""What can be learned from plain values, without Django: readers of what people have, and who is who.

`mindlines_analysis.readers` turns files into plain values and says what it skipped.
`mindlines_analysis.names` tells whether two written names mean one person.
"""

from mindlines_analysis import names, readers

__all__ = ["names", "readers"]
