"""An output as a file, with thanks."""

import io
from collections.abc import Sequence

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.utils.text import slugify
from django.views.decorators.http import require_GET
from docx import Document
from docx.document import Document as Paper
from docx.text.paragraph import Paragraph

from mindlines.coproduction.access.outputs import output as the_output
from mindlines.coproduction.models import Output
from mindlines.coproduction.queries import outputs as queries
from mindlines.coproduction.queries.text.blocks import BREAK, BULLETS, HEADING, ITEM, NUMBERS, QUOTE, Block, Run
from mindlines.people.access import SignedInRequest
from mindlines.ui.pdf import paper

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DEEPEST = 3


@login_required
@require_GET
def file(request: SignedInRequest, pk: int, form: str) -> HttpResponse:
    found = the_output(request.user, pk)
    name = slugify(found.title)[:60] or "text"
    if form == "docx":
        return _download(as_word(found), kind=WORD, name=f"{name}.docx")
    shown = {"output": found, "text": queries.shown_text(queries.words_now(found)), "thanks": queries.thanks(found)}
    if form == "pdf":
        return paper(request, "coproduction/outputs/paper.html", context=shown, file_name=name)
    if form == "html":
        page = render_to_string("coproduction/outputs/alone.html", shown)
        return _download(page.encode(), kind="text/html; charset=utf-8", name=f"{name}.html")
    raise Http404


def _download(content: bytes, *, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def as_word(output: Output) -> bytes:
    """The text as a DOCX file, with headings and lists that a word processor and a screen reader know."""
    document = Document()
    document.core_properties.title = output.title
    document.core_properties.author = output.community.name
    document.add_heading(output.title, 1)
    if output.about:
        document.add_paragraph(output.about)
    _add(document, queries.blocks_now(output))
    if thanks := queries.thanks(output).words:
        document.add_paragraph(thanks)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def _add(document: Paper, blocks: Sequence[Block], *, style: str = "Normal", depth: int = 1) -> None:
    for block in blocks:
        if block.kind == HEADING:
            _fill(document.add_heading("", block.level), block.runs)
        elif block.kind in (BULLETS, NUMBERS):
            name = "List Bullet" if block.kind == BULLETS else "List Number"
            level = f" {min(depth, DEEPEST)}" if depth > 1 else ""
            for item in block.inside:
                _add(document, item.inside, style=f"{name}{level}", depth=depth + 1)
        elif block.kind in (QUOTE, ITEM):
            _add(document, block.inside, style="Quote", depth=depth)
        else:
            _fill(document.add_paragraph(style=style), block.runs)


def _fill(paragraph: Paragraph, runs: Sequence[Run]) -> None:
    for run in runs:
        if run.text == BREAK:
            paragraph.add_run().add_break()
            continue
        words = f"{run.text} ({run.href})" if run.href and run.href != run.text else run.text
        # A word processor refuses what XML cannot hold.
        part = paragraph.add_run("".join(letter for letter in words if letter.isprintable() or letter == "\t"))
        part.bold, part.italic = run.strong or None, run.em or None
