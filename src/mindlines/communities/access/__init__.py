"""The gates of a community: the only way from an address to an object."""

from .community import membership

__all__ = ["membership"]
