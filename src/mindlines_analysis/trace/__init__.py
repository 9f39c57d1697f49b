"""Following a line of derivation in both directions, and placing it on a page.

A trace is a graph of things and of what came from what: a statement from a study, a decision from a statement, an action
from a decision. `reach` tells where a thing came from and what became of it; `lay_out` places a trace in columns so that
it can be drawn, and gathers what would not fit.
"""

from .placing import Gathered, Layout, Line, Place, lay_out
from .reaching import Edge, Reach, reach, without

__all__ = ["Edge", "Gathered", "Layout", "Line", "Place", "Reach", "lay_out", "reach", "without"]
