"""The tables of the record as CSV.

RFC 4180: comma, double quotes, CRLF; text as UTF-8. Two things happen to text, since spreadsheets are where these
files end up:

- Characters that would act unseen (control, bidirectional, invisible) stand as visible signs, one for one; a line
  break inside a cell stays. The JSON export has the original characters.
- A cell that a spreadsheet would take for a formula gets a leading apostrophe (OWASP ASVS 1.2.10): one whose first
  character, apostrophes aside, is one of = + - @ TAB CR LF NUL or a full-width = + - @. Taking away one apostrophe
  gives the text back.
"""

import csv
import io
from collections.abc import Collection, Iterator
from typing import Final

from workbench.reports.record import Record
from workbench.reports.table_rows import Cell, Row, table_rows
from workbench.reports.tables import CsvTable
from workbench.visible import lines

_FORMULA_STARTS: Final = "=+-@\t\r\n\0＝＋－＠"


def csv_text(record: Record, table: str) -> Iterator[str]:
    """Yield one table of `record` as CSV; `table` is one of `CsvTable`."""
    return (line for _, line in csv_lines(record, (table,)))


def csv_lines(record: Record, wanted: Collection[str] = tuple(CsvTable)) -> Iterator[tuple[CsvTable, str]]:
    """Yield the lines of the `wanted` tables as CSV, each with its table."""
    return ((table, csv_line(row)) for table, row in table_rows(record, wanted))


def csv_line(row: Row) -> str:
    """Return a row as a line of CSV."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerow([_plain(cell) for cell in row])
    return buffer.getvalue()


def guard(text: str) -> str:
    """Return `text` so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.lstrip("'")[:1] in _FORMULA_STARTS and text.strip("'") else text


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return guard(lines(cell)) if isinstance(cell, str) else str(cell)
