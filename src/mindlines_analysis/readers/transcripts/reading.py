"""Reading a transcript, whichever program wrote it."""

from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.transcripts.chat_lines import has_chat_lines
from mindlines_analysis.readers.transcripts.cues import has_cues
from mindlines_analysis.readers.transcripts.found import MAX_UTTERANCES, Found, Skipped, TranscriptFile
from mindlines_analysis.readers.transcripts.headed import read_headed
from mindlines_analysis.readers.transcripts.opening import Page, open_page
from mindlines_analysis.readers.transcripts.prose import read_prose
from mindlines_analysis.readers.transcripts.segments import is_rttm, is_uem, read_segments
from mindlines_analysis.readers.transcripts.speakers import read_cues
from mindlines_analysis.readers.transcripts.tabular import is_table
from mindlines_analysis.readers.transcripts.turn_lists import is_json, read_turn_list
from mindlines_analysis.voice.speech import has_times

_TABLES = (".csv", ".tsv", ".tab", ".psv")


def read_transcript(content: bytes, *, name: str, uem: bytes = b"") -> TranscriptFile:
    """Read what was said in a meeting: Zoom, Teams, Meet, Otter, YouTube, SRT, SBV, RTTM, QMSum, or plain words.

    The file is known by what is in it, and by its name only where that leaves a doubt. Everything that is left out is
    counted in `skipped` with its line and the reason; what was guessed stands in `notes`. Times are never made up:
    where the file has none, they are `None`.

    Parameters
    ----------
    content
        The bytes of the file: text in any encoding, or a Word document.
    name
        What the file is called.
    uem
        With an RTTM file, the bytes of the UEM file that tells the length of the recording.

    Returns
    -------
    TranscriptFile
        One utterance for each cue, segment or paragraph, not yet merged into turns.

    Raises
    ------
    Unreadable
        With a sentence: the file is no transcript, or holds no speech.

    Examples
    --------
    >>> found = read_transcript(
    ...     b"WEBVTT\\n\\n1\\n00:00:01.000 --> 00:00:02.500\\nBo Lee: What is the thing: money?\\n\\n"
    ...     b"2\\n00:00:03.000 --> 00:00:01.000\\nAna: Yes.\\n",
    ...     name="meeting.vtt",
    ... )
    >>> found.utterances
    (Utterance(speaker='Bo Lee', start=1.0, end=2.5, text='What is the thing: money?'),)
    >>> found.skipped[0].line, found.skipped[0].reason
    (8, 'it ends before it begins')
    """
    page = open_page(content, name=name, what="transcript")
    length = open_page(uem, name="the UEM file", what="transcript") if uem else None
    found = _read(page, uem=length)
    if not found.utterances:
        raise Unreadable(
            f"“{name}” is a transcript in which nobody says anything that can be read. Choose another one."
        )
    if len(found.utterances) > MAX_UTTERANCES:
        raise Unreadable(f"“{name}” has more than {MAX_UTTERANCES:,} pieces. Choose the transcript of one meeting.")
    return _closed(page, found)


def _read(page: Page, *, uem: Page | None) -> Found:
    if is_json(page):
        return read_turn_list(page)
    if is_rttm(page):
        return read_segments(page, uem=uem)
    if has_cues(page):
        return read_cues(page)
    _refuse_what_looks_alike(page)
    return read_headed(page) or _read_words(page)


def _refuse_what_looks_alike(page: Page) -> None:
    if is_uem(page):
        raise Unreadable(f"“{page.name}” only tells how long a recording is. Choose the RTTM file that belongs to it.")
    if has_chat_lines(page):
        raise Unreadable(f"“{page.name}” is a chat, not a transcript of what was said. Take it in as a chat.")
    if is_table([text for _, text in page.written]):
        raise _table(page)


def _read_words(page: Page) -> Found:
    """Words without times; a file that calls itself a table is taken at its word."""
    found = read_prose(page)
    if page.name.lower().endswith(_TABLES):
        raise _table(page)
    return found


def _table(page: Page) -> Unreadable:
    return Unreadable(
        f"“{page.name}” is a table, not a transcript. Choose the transcript that Zoom, Teams, Meet or Otter wrote: "
        ".vtt, .srt, .txt or .docx."
    )


def _closed(page: Page, found: Found) -> TranscriptFile:
    utterances = tuple(found.utterances)
    if all(each.start is not None for each in utterances):
        utterances = tuple(sorted(utterances, key=lambda each: each.start or 0.0))
    named = sum(bool(each.speaker) for each in utterances)
    notes = [*page.notes, *found.notes]
    if 0 < named < len(utterances):
        notes.append(f"{len(utterances) - named} of {len(utterances)} pieces do not say who speaks.")
    if not named:
        notes.append("The file does not say who speaks.")
    skipped = tuple(found.skipped)
    if page.is_document or found.format == "QMSum":
        skipped = tuple(Skipped(None, each.text, each.reason) for each in skipped)
    return TranscriptFile(
        title=found.title,
        format=found.format,
        utterances=utterances,
        length=found.length,
        has_times=has_times(utterances),
        has_speakers=named > 0,
        skipped=skipped,
        notes=tuple(notes),
    )
