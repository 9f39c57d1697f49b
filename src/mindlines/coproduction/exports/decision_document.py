"""The record of a decision as a Word document, with headings and tables that a screen reader finds."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from docx import Document
from docx.document import Document as Paper
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from mindlines.coproduction.models import Decision
from mindlines.coproduction.queries.decisions.grounds import Basis
from mindlines.coproduction.queries.decisions.record import Content, Shown
from mindlines.ui.dates import short_day_words


def drawn(decision: Decision, *, record: Shown) -> bytes:
    """The document as a file."""
    paper, content = Document(), record.content
    paper.core_properties.title = content["question"]
    paper.core_properties.author = content["community"]
    paper.core_properties.language = get_language() or "en-gb"
    paper.add_heading(content["question"], level=0)
    paper.add_paragraph(f"{content['community']}. {content['result_words']}.")
    paper.add_paragraph(content["what_now"])
    _facts(paper, record=record)
    _rule(paper, rule=content["rule"])
    for proposal in content["proposals"]:
        _proposal(paper, proposal=proposal)
    _order(paper, order=content["order"])
    _bases(paper, heading=_("What it rests on"), bases=record.resting)
    _bases(paper, heading=_("Looked at and set aside"), bases=record.set_aside)
    _spoken(paper, record=record)
    paper.add_heading(_("This record"), level=1)
    paper.add_paragraph(
        _("It was written when the vote was closed and cannot be changed. SHA-256: %(digest)s")
        % {"digest": record.digest}
    )
    target = io.BytesIO()
    paper.save(target)
    return target.getvalue()


def _facts(paper: Paper, *, record: Shown) -> None:
    content, rows = record.content, []
    days = (
        (_("Opened"), record.opened_on),
        (_("Closed"), record.closed_on),
        (_("To be looked at again"), record.review_on),
    )
    rows += [(label, short_day_words(day)) for label, day in days if day]
    if content["meeting"]:
        rows.append((_("Meeting"), content["meeting"]))
    rows.append((_("People who voted"), str(content["turnout"]["answered"])))
    rows += [(each["group"], there_words(each)) for each in content["there"]]
    paper.add_heading(_("When, where and who"), level=1)
    _table(paper, heads=(_("What"), _("Answer")), rows=rows)
    if content["words"]:
        paper.add_heading(_("What people were told"), level=1)
        paper.add_paragraph(content["words"])


def there_words(group: Content) -> str:
    """How many of a group could vote, as it may be told."""
    return _("about %(count)d") % {"count": group["about"]} if group["about"] else _("too few to be told")


def _rule(paper: Paper, *, rule: Content) -> None:
    paper.add_heading(_("The rule, fixed before the vote"), level=1)
    paper.add_paragraph(rule["words"])
    paper.add_paragraph(rule["agreed_when"])
    if rule["why"]:
        paper.add_paragraph(_("Why this rule: %(why)s") % {"why": rule["why"]})
    paper.add_paragraph(rule["secrecy_words"])


def _proposal(paper: Paper, *, proposal: Content) -> None:
    paper.add_heading(proposal["words"], level=1)
    paper.add_paragraph(" ".join(filter(None, (f"{proposal['result_words']}.", proposal["why"], proposal["what_now"]))))
    if proposal["first_words"]:
        paper.add_paragraph(_("At the first vote it said: %(words)s") % {"words": proposal["first_words"]})
    if proposal["answers"]:
        rows = [(each["answer"], str(each["people"])) for each in proposal["answers"]]
        _table(paper, heads=(_("Answer"), _("People")), rows=rows)
    if proposal["by_group"]:
        heads = (_("Group"), *proposal["by_group"]["answers"])
        _table(paper, heads=heads, rows=[(each["group"], *each["people"]) for each in proposal["by_group"]["groups"]])
    if proposal["changed"]:
        changed = proposal["changed"]
        paper.add_paragraph(
            _("%(people)d people answered both times. Changed their answer: %(changed)s. %(test)s")
            % {"people": changed["answered_twice"], "changed": changed["changed"], "test": changed["test"]}
        )


def _order(paper: Paper, *, order: Sequence[Content]) -> None:
    if order:
        paper.add_heading(_("The order"), level=1)
        rows = [(str(each["place"]), "; ".join(each["proposals"])) for each in order]
        _table(paper, heads=(_("Place"), _("What")), rows=rows)


def _bases(paper: Paper, *, heading: str, bases: Sequence[Basis]) -> None:
    if not bases:
        return
    paper.add_heading(heading, level=1)
    for basis in bases:
        words = basis.thing.words if basis.thing else _("Something that is no longer here.")
        beside = basis.thing.beside if basis.thing and not basis.thing.is_withdrawn else ""
        paper.add_paragraph(". ".join(filter(None, (words, beside, basis.why))), style="List Bullet")


def _spoken(paper: Paper, *, record: Shown) -> None:
    if record.objections:
        paper.add_heading(_("Objections"), level=1)
    for each in record.objections:
        who = ", ".join(filter(None, (each["who"], each["group"])))
        paper.add_paragraph(f"“{each['words']}” ({who}). {each['state_words']}. {each['answer']}", style="List Bullet")
    if record.dissents:
        paper.add_heading(_("Who does not agree"), level=1)
    for spoken in record.dissents:
        who = ", ".join(filter(None, (spoken.who, spoken.group)))
        paper.add_paragraph(f"“{spoken.words}” ({who})", style="List Bullet")


def _table(paper: Paper, *, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table whose first row is marked as its heading, on every page that it runs over."""
    table = paper.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.text = head
    properties: Any = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - the package has no word for a heading row
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    properties.append(mark)
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    paper.add_paragraph()
