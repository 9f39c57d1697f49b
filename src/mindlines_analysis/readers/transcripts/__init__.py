"""What was said and written in a meeting, from the files of the programs that recorded it."""

from mindlines_analysis.readers.transcripts.chats import ChatFile, ChatMessage, read_chat
from mindlines_analysis.readers.transcripts.found import Skipped, TranscriptFile
from mindlines_analysis.readers.transcripts.reading import read_transcript

__all__ = ["ChatFile", "ChatMessage", "Skipped", "TranscriptFile", "read_chat", "read_transcript"]
