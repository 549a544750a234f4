"""The tables of the record as one Excel workbook (`.xlsx`, ECMA-376), a sheet for each.

Numbers, truth values and times (UTC) are typed cells; everything else is text, whatever it looks like, so that nothing
in it is a formula or a link. Characters that would act unseen stand as visible signs, as in the CSV tables. A cell
holds 32,767 UTF-16 code units: what is longer ends in “… [cut]”, and the rest stands on the sheet “continued”.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from tempfile import TemporaryDirectory, TemporaryFile
from typing import Any, Final, NamedTuple

from workbench import __version__
from workbench.errors import ReportError
from workbench.reports.record import Record
from workbench.reports.table_rows import Cell, table_rows
from workbench.reports.tables import CsvTable
from workbench.reports.wording import hidden_words, minute
from workbench.reports.writing import pieces_of
from workbench.reports.xml_text import xml_text
from workbench.visible import lines, one_line

LONGEST_CELL: Final = 32_767
CUT: Final = "… [cut]"
MOST_ROWS: Final = 1_048_575  # of a sheet, below its header
CONTINUED: Final = "continued"
_SHEETS: Final = {CsvTable.HISTORY: "decision history"}  # Excel keeps the name “history” for itself
_TIMES: Final = frozenset({"at", "added_at", "waived_at", "published"})
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


def xlsx_pieces(record: Record) -> Iterator[bytes]:
    """Yield the tables of `record` as an Excel workbook, piece by piece.

    Raises:
        ReportError: XlsxWriter is not there.
    """
    try:
        import xlsxwriter  # an extra
    except ImportError:
        raise ReportError("Excel workbooks need XlsxWriter: pip install 'claim-workbench[xlsx]'") from None
    with TemporaryDirectory(prefix="claim-workbench-") as folder, TemporaryFile(dir=folder) as file:
        book = xlsxwriter.Workbook(file, {**_OPTIONS, "tmpdir": folder})
        _set_properties(book, record)
        _Writer(book).write(record)
        _close(book)
        yield from pieces_of(file)


def _close(book: Any) -> None:
    from xlsxwriter.exceptions import FileCreateError

    try:
        book.close()
    except FileCreateError as error:
        raise OSError(*error.args[0].args) from error  # it wraps what the system said


def sheet_name(table: str, number: int = 1) -> str:
    """Return the name of the sheet of a table; of one that needs several, of which."""
    name = _SHEETS.get(CsvTable(table), table) if table in set(CsvTable) else table
    return name if number == 1 else f"{name} {number}"


def cell_parts(text: str) -> list[str]:
    """Return `text` in the parts that cells can hold; all but the last leave room for the sign of a cut."""
    shown = xml_text(lines(text))
    if _units(shown) <= LONGEST_CELL:
        return [shown]
    parts, room = [], LONGEST_CELL - len(CUT)
    while _units(shown) > LONGEST_CELL:
        end = _fitting(shown, room)
        parts.append(shown[:end])
        shown = shown[end:]
    return [*parts, shown]


class _Sheet:
    """A sheet that is being filled: its header, how many rows it has below it, and how wide its columns are."""

    def __init__(self, sheet: Any, header: tuple[str, ...], style: Any) -> None:
        self.sheet, self.header, self.rows = sheet, header, 0
        self.widths = [len(title) + 3 for title in header]  # the button of the filter needs room
        sheet.freeze_panes(1, 0)
        for column, title in enumerate(header):
            sheet.write_string(0, column, title, style)

    def finish(self) -> None:
        """Give it its filter and the widths of its columns."""
        self.sheet.autofilter(0, 0, self.rows, len(self.header) - 1)
        for column, width in enumerate(self.widths):
            self.sheet.set_column(column, column, min(max(width + 1, _NARROWEST), _WIDEST))


class _Writer:
    """Fills a workbook, all sheets while the record is read once, and keeps what cells cannot hold for the last one."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._header = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self._text = book.add_format({"num_format": "@", "valign": "top"})
        self._day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self._time = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss", "align": "left"})
        self._sheets: dict[str, list[_Sheet]] = {}
        self._rest: list[_Rest] = []

    def write(self, record: Record) -> None:
        """Write a sheet about the whole, one for each table, and the rest of long texts."""
        for row in _about(record):
            self._write_row("about", row)
        for table, cells in table_rows(record):
            self._write_row(table, cells)
        rest, self._rest = self._rest, []
        if rest:
            self._write_row(CONTINUED, _Rest._fields)
        for part in rest:
            self._write_row(CONTINUED, part)
        for sheet in (sheet for sheets in self._sheets.values() for sheet in sheets):
            sheet.finish()

    def _write_row(self, table: str, row: tuple[Cell, ...]) -> None:
        """Write a row; the first of a table is its header, and a table that is too long for a sheet gets another."""
        sheets = self._sheets.setdefault(table, [])
        if not sheets:
            self._add_sheet(table, tuple(str(name) for name in row))
            return
        if sheets[-1].rows == MOST_ROWS:
            self._add_sheet(table, sheets[-1].header)
        into = sheets[-1]
        into.rows += 1
        for column, cell in enumerate(row):
            written = self._write_cell(into.sheet, into.rows, column, into.header[column], cell)
            into.widths[column] = max(into.widths[column], written)

    def _add_sheet(self, table: str, header: tuple[str, ...]) -> None:
        sheets = self._sheets[table]
        sheet = self._book.add_worksheet(sheet_name(table, len(sheets) + 1))
        sheets.append(_Sheet(sheet, header, self._header))

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
    name = xml_text(one_line(record.collection or "All articles"))[:_LONGEST_PROPERTY]
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
