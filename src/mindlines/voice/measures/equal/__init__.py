"""How equal we are over the meetings: in words first, as pictures with tables second."""

from mindlines.voice.measures.equal.page import Equal, equal

__all__ = ["Equal", "equal"]
