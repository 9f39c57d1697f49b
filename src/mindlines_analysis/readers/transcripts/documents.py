"""The paragraphs of a Word document."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.unpacking import check_packed

_BREAKS = {qn("w:br"), qn("w:cr")}
_LEFT_OUT = (qn("w:tbl"), qn("w:txbxContent"))


def lines_of_document(content: bytes, *, name: str, what: str) -> tuple[list[str], tuple[str, ...]]:
    """Give the lines of a Word document: its paragraphs, cut where a line breaks, with a blank line after each.

    Words that somebody inserted under "track changes" are in it, and deleted ones are not; `python-docx` by itself
    leaves out both.

    Parameters
    ----------
    content
        The bytes of the file.
    name
        What it is called.
    what
        "transcript" or "chat".

    Returns
    -------
    tuple
        The lines, and a note where text was left out because it stands in a table or a box.

    Raises
    ------
    Unreadable
        The document is damaged, too large unpacked, or has no text outside of tables.

    Examples
    --------
    >>> from docx import Document
    >>> from io import BytesIO
    >>> document, target = Document(), BytesIO()
    >>> _ = document.add_paragraph("Bo: Hello.")
    >>> document.save(target)
    >>> lines_of_document(target.getvalue(), name="a.docx", what="transcript")
    (['Bo: Hello.', ''], ())
    """
    body = _body(content, name=name)
    lines: list[str] = []
    inside = False
    for paragraph in body.iter(qn("w:p")):
        text = _text(paragraph)
        if next(paragraph.iterancestors(*_LEFT_OUT), None) is not None:
            inside = inside or bool(text.strip())
        else:
            lines += [*text.split("\n"), ""]
    if any(line.strip() for line in lines):
        return lines, ("Text inside tables and boxes was left out.",) if inside else ()
    if inside:
        raise Unreadable(
            f"“{name}” holds its text in a table. Copy the text of the {what} out of it and save it again."
        )
    raise Unreadable(f"“{name}” is a document without text. Choose the file that holds the {what}.")


def _body(content: bytes, *, name: str) -> Any:
    try:
        check_packed(content, name=name)
        return Document(BytesIO(content)).element.body
    except Exception as error:  # a broken document fails in its archive, its XML or its relations
        raise Unreadable(
            f"“{name}” cannot be opened: it is damaged, locked, or far too large inside. "
            "Open it in Word, save it again as .docx, and choose that file."
        ) from error


def _text(paragraph: Any) -> str:
    parts = []
    for node in paragraph.iter(qn("w:t"), qn("w:tab"), *_BREAKS):
        if node.getparent().tag != qn("w:r") or next(node.iterancestors(qn("w:p"))) is not paragraph:
            continue
        parts.append(node.text or "" if node.tag == qn("w:t") else "\t" if node.tag == qn("w:tab") else "\n")
    return "".join(parts)
