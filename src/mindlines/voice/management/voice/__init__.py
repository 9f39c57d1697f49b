"""`mindlines voice`: how voices are shared in a recorded meeting, without a database."""

from mindlines.voice.management.voice.command import voice

__all__ = ["voice"]
