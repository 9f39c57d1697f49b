"""Numbers in a table: typed, pasted, or as a file."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from mindlines.knowledge.actions.items import Changed, NewItem, Numbers
from mindlines.knowledge.choices import Chart, Form
from mindlines.knowledge.forms.items import ItemForm
from mindlines.knowledge.models import Item
from mindlines_analysis.readers.refusal import Unreadable
from mindlines_analysis.readers.tables import Table, read_table

MOST_ROWS, MOST_COLUMNS = 500, 30
LONGEST_CELL = 200


class TableForm(ItemForm):
    """A table with what was counted, and how it is drawn."""

    form = Form.TABLE
    field_order = ("title", "cells", "file", "unit", "chart", "words", "kind", "year", "priority")

    cells = forms.CharField(
        label=_("The numbers"),
        required=False,
        max_length=200_000,
        help_text=_(
            "Copy the cells from your sheet and paste them here, or type them with commas between. The first line names the columns; the first column names the rows, such as months or places."
        ),
        widget=forms.Textarea(attrs={"rows": 8, "data-keep": True, "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        help_text=_("CSV, Excel or LibreOffice. We read the first sheet, and do not keep the file."),
        error_messages={"empty": _("This file is empty. Choose the file that holds the numbers.")},
    )
    unit = forms.CharField(
        label=_("What is counted?"),
        required=False,
        max_length=100,
        help_text=_("For example: people who came to the class, each month."),
    )
    chart = forms.ChoiceField(label=_("Show as"), choices=Chart.choices, initial=Chart.BARS, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["words"].required = False
        self.fields["words"].label = _("How was it counted, and by whom?")
        self.fields["kind"].initial = "audit"
        self.table: Numbers | None = None

    def clean(self) -> dict[str, Any]:
        """What was pasted or chosen, read as a table; or why it cannot be read."""
        self._read = None
        cleaned = self.cleaned_data
        try:
            self._read = self._table(cleaned)
        except Unreadable as problem:
            self.add_error("file" if cleaned.get("file") else "cells", str(problem))
        else:
            if self._read is None and not {"cells", "file"} & set(self.errors):
                self.add_error("cells", _("Paste the numbers here, or choose a file."))
        cleaned = super().clean()
        if self._read is not None:
            self.table = self._numbers(self._read)
        return cleaned

    def looked_through(self) -> Iterable[object]:
        yield from super().looked_through()
        for row in self._read.rows if self._read is not None else ():
            yield from row.cells

    def new(self) -> NewItem:
        return replace(super().new(), table=self.table)

    def changed(self) -> Changed:
        return replace(super().changed(), table=self.table)

    def _table(self, cleaned: dict[str, Any]) -> Table | None:
        file = cleaned.get("file")
        if file is not None:
            most = settings.MINDLINES_UPLOAD_LIMIT
            if (file.size or 0) > most:
                raise Unreadable(str(_("This file is far too large for a table. Keep only the numbers that matter.")))
            return self._sized(read_table(file.read(), name=file.name or "", max_bytes=most))
        typed = str(cleaned.get("cells") or "")
        return self._sized(read_table(typed.encode(), name=str(_("what you typed")))) if typed.strip() else None

    def _sized(self, table: Table) -> Table:
        if not table.rows:
            raise Unreadable(str(_("There are names of columns, and no numbers below them.")))
        if len(table.columns) < 2:
            raise Unreadable(
                str(_("This has one column. Put a name first in each line, then a comma, then the number."))
            )
        if len(table.rows) > MOST_ROWS or len(table.columns) > MOST_COLUMNS:
            raise Unreadable(str(_("This is more than 500 rows or 30 columns. Keep only the numbers that matter.")))
        return table

    def _numbers(self, table: Table) -> Numbers:
        return Numbers(
            columns=[_cell(column) for column in table.columns],
            rows=[[_cell(cell) for cell in row.cells] for row in table.rows],
            unit=str(self.cleaned_data.get("unit") or ""),
            chart=str(self.cleaned_data.get("chart") or Chart.BARS),
        )


def initial_of(item: Item) -> dict[str, Any]:
    """The table of an item as it can be typed again: its cells divided by tabs."""
    table = item.table
    lines = [table.columns, *table.rows]
    cells = "\n".join("\t".join(str(cell).replace("\t", " ") for cell in line) for line in lines)
    return {"cells": cells, "unit": table.unit, "chart": table.chart}


def _cell(words: str) -> str:
    """PostgreSQL keeps no NUL."""
    return words.replace("\0", "")[:LONGEST_CELL]
