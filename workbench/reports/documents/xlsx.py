"""The tables of the record as one Excel workbook (`.xlsx`, ECMA-376), a sheet for each.

Numbers, truth values and times (UTC) are typed cells; everything else is text, whatever it looks like, so that nothing
in it is a formula or a link. Characters that would act unseen stand as visible signs, as in the CSV tables. A cell
holds 32,767 UTF-16 code units: what is longer ends in “… [cut]”, and the rest stands on the sheet “continued”.
"""

import io
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from itertools import islice
from typing import Any, Final, NamedTuple

from workbench import __version__
from workbench.errors import ReportError
from workbench.reports.csv_tables import TABLES, Cell
from workbench.reports.record import Record
from workbench.reports.tables import CsvTable
from workbench.reports.wording import hidden_words, minute
from workbench.visible import REPLACEMENT, lines, one_line

LONGEST_CELL: Final = 32_767
CUT: Final = "… [cut]"
MOST_ROWS: Final = 1_048_575  # of a sheet, below its header
CONTINUED: Final = "continued"
_SHEETS: Final = {CsvTable.HISTORY: "decision history"}  # Excel keeps the name “history” for itself
_TIMES: Final = frozenset({"at", "added_at", "waived_at", "published"})
_NOT_IN_XML: Final = re.compile("[\ufffe\uffff]")
_LONGEST_PROPERTY: Final = 120  # characters; Excel allows 255 units
_NARROWEST, _WIDEST = 8, 60
_FIRST_DAY: Final = date(1900, 3, 1)  # Excel counts a 29 February 1900, which there was not
_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "use_zip64": True,
}


class _Rest(NamedTuple):
    """A part of a text that its cell cannot hold; rows are counted as Excel does, parts from 2."""

    sheet: str
    row: int
    column: str
    part: int
    text: str


def render_xlsx(record: Record) -> bytes:
    """Return the tables of `record` as an Excel workbook.

    Raises:
        ReportError: XlsxWriter is not there.
    """
    try:
        import xlsxwriter  # an extra
    except ImportError:
        raise ReportError("Excel workbooks need XlsxWriter: pip install 'claim-workbench[xlsx]'") from None
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as book:
        _set_properties(book, record)
        _Writer(book).write(record)
    return buffer.getvalue()


def sheet_name(table: str, number: int = 1) -> str:
    """Return the name of the sheet of a table; of one that needs several, of which."""
    name = _SHEETS.get(CsvTable(table), table) if table in TABLES else table
    return name if number == 1 else f"{name} {number}"


def cell_parts(text: str) -> list[str]:
    """Return `text` in the parts that cells can hold; all but the last leave room for the sign of a cut."""
    shown = _NOT_IN_XML.sub(REPLACEMENT, lines(text))
    if _units(shown) <= LONGEST_CELL:
        return [shown]
    parts, room = [], LONGEST_CELL - len(CUT)
    while _units(shown) > LONGEST_CELL:
        end = _fitting(shown, room)
        parts.append(shown[:end])
        shown = shown[end:]
    return [*parts, shown]


class _Writer:
    """Fills a workbook, sheet by sheet, and keeps what cells cannot hold for the last one."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._header = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self._text = book.add_format({"num_format": "@", "valign": "top"})
        self._day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self._time = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss", "align": "left"})
        self._rest: list[_Rest] = []

    def write(self, record: Record) -> None:
        """Write a sheet about the whole, one for each table, and the rest of long texts."""
        self._write_table("about", _about(record))
        for table, rows_of in TABLES.items():
            self._write_table(table, iter(rows_of(record)))
        if self._rest:
            rest, self._rest = self._rest, []
            self._write_table(CONTINUED, iter([("sheet", "row", "column", "part", "text"), *rest]))

    def _write_table(self, table: str, rows: Iterator[tuple[Cell, ...]]) -> None:
        header = tuple(str(name) for name in next(rows))
        number = 1
        while self._write_sheet(sheet_name(table, number), header, islice(rows, MOST_ROWS)) == MOST_ROWS:
            number += 1

    def _write_sheet(self, name: str, header: tuple[str, ...], rows: Iterator[tuple[Cell, ...]]) -> int:
        """Write a sheet and return how many rows it has below its header."""
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for column, title in enumerate(header):
            sheet.write_string(0, column, title, self._header)
        widths = [len(title) + 3 for title in header]  # the button of the filter needs room
        last = 0
        for last, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                written = self._write_cell(sheet, last, column, header[column], cell)
                widths[column] = max(widths[column], written)
        sheet.autofilter(0, 0, last, len(header) - 1)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, min(max(width + 1, _NARROWEST), _WIDEST))
        return last

    def _write_cell(self, sheet: Any, row: int, column: int, title: str, cell: Cell) -> int:
        """Write a cell, typed, and return how wide it is, in characters."""
        if cell is None or cell == "":
            return 0
        if isinstance(cell, bool):
            sheet.write_boolean(row, column, cell)
            return len("FALSE")
        if not isinstance(cell, str):
            sheet.write_number(row, column, cell)
            return len(str(cell))
        if title in _TIMES and (moment := _moment(cell)) is not None:
            is_time = isinstance(moment, datetime)
            sheet.write_datetime(row, column, moment, self._time if is_time else self._day)
            return len("2026-01-01 00:00:00") if is_time else len("2026-01-01")
        return self._write_text(sheet, row, column, title, cell)

    def _write_text(self, sheet: Any, row: int, column: int, title: str, text: str) -> int:
        first, *rest = cell_parts(text)
        sheet.write_string(row, column, first + (CUT if rest else ""), self._text)
        for part, words in enumerate(rest, 2):
            cut = CUT if part <= len(rest) else ""
            self._rest.append(_Rest(sheet.get_name(), row + 1, title, part, words + cut))
        return len(first.partition("\n")[0])


def _about(record: Record) -> Iterator[tuple[Cell, ...]]:
    yield ("what", "value")
    yield ("collection", record.collection or "all")
    yield ("generated at", minute(record.generated_at))
    yield ("program", f"claim-workbench {__version__}")
    yield ("times", "in UTC")
    if record.hidden:
        yield ("blind", hidden_words(record.hidden, record.reviewer or ""))
    for problem in record.problems:
        yield ("could not be read and is missing", problem)


def _set_properties(book: Any, record: Record) -> None:
    name = _NOT_IN_XML.sub(REPLACEMENT, one_line(record.collection or "All articles"))[:_LONGEST_PROPERTY]
    made = record.generated_at.astimezone(UTC).replace(tzinfo=None)
    book.set_properties({"title": name, "created": made, "comments": f"Claim review, {minute(record.generated_at)}"})
    book.set_custom_property("Collection", name, "text")
    book.set_custom_property("Generated at", made, "date")


def _moment(text: str) -> date | datetime | None:
    """Return the day or the time (UTC) that a text in ISO 8601 tells; None where Excel knows no such day."""
    try:
        if len(text) == len("2026-01-01"):
            day = date.fromisoformat(text)
            return day if day >= _FIRST_DAY else None
        moment = datetime.fromisoformat(text)
        moment = moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return None
    return moment if moment >= datetime.combine(_FIRST_DAY, time()) else None


def _units(text: str) -> int:
    """How many UTF-16 code units `text` has; Excel counts these."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _fitting(text: str, room: int) -> int:
    """How many characters of `text` have at most so many UTF-16 code units."""
    return len(text[:room].encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore"))
