"""CSV and TSV corpora: a row an article, the names of the columns in the first row."""

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import BinaryIO, Final

from workbench.articles.containers.columns import Columns
from workbench.articles.containers.face import Part
from workbench.articles.containers.limits import MAX_DOCUMENT
from workbench.articles.containers.rows import BadRow, Row, parts_of_rows
from workbench.articles.containers.text import Lines, LineTooLongError, text_of
from workbench.articles.readers.face import Fit, refused

_DELIMITERS: Final = (",", "\t", ";", "|")
_MOST_COLUMNS: Final = 2_000
_TOO_LARGE: Final = f"has more than {MAX_DOCUMENT // 1_000_000} MB: perhaps a quotation mark is missing"


class CsvContainer:
    """Splits `.csv` (comma, tab, semicolon or bar, whichever the first row has most of) and `.tsv`."""

    suffixes: Final = frozenset({".csv", ".tsv", ".tab"})

    def fit(self, head: bytes, suffix: str) -> Fit:
        """Return how sure it is: by the suffix alone."""
        return Fit.NAMED_SO if suffix in self.suffixes else Fit.NONE

    def parts(self, file: BinaryIO, name: str, columns: Columns) -> Iterator[Part]:
        """Yield a document for each row below the first.

        Raises:
            UnreadableArticleError: it has no rows, or not the columns that were named.
        """
        with text_of(file) as text, _large_cells():
            yield from parts_of_rows(_rows(Lines(text, MAX_DOCUMENT), name), name, columns)


@contextmanager
def _large_cells() -> Iterator[None]:
    """The csv module has one bound for all its readers, and it is smaller than an article."""
    before = csv.field_size_limit(MAX_DOCUMENT)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _rows(lines: Lines, name: str) -> Iterator[Row | BadRow]:
    header, delimiter = _header(lines, name)
    bounded = _BoundedLines(lines)
    reader = csv.reader(bounded, delimiter=delimiter, strict=True)
    while True:
        line = lines.number + 1
        bounded.size = 0
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (csv.Error, LineTooLongError) as error:
            yield BadRow(line, _TOO_LARGE if _is_size(error) else f"is no row of such a table ({error})")
            continue
        if any(cell.strip() for cell in cells):
            yield _row(line, header, cells, bounded.size)


def _header(lines: Lines, name: str) -> tuple[list[str], str]:
    """Return the names of the columns, and the delimiter that finds most of them in the first row that holds any."""
    try:
        first = next((line for line in lines if line.strip()), None)
    except LineTooLongError:
        first = None
    if first is None:
        raise refused(name, "holds no row")
    headers = [(_cells(first, delimiter), delimiter) for delimiter in _DELIMITERS]
    header, delimiter = max(headers, key=lambda pair: len(pair[0]))
    if len(header) > _MOST_COLUMNS or not any(header):
        raise refused(name, f"has no names of columns in its first row, or more than {_MOST_COLUMNS}")
    return header, delimiter


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter))]
    except (csv.Error, StopIteration):
        return []


def _row(line: int, header: Sequence[str], cells: Sequence[str], size: int) -> Row | BadRow:
    if len(cells) > len(header):
        return BadRow(line, f"has {len(cells)} cells, and the first row names {len(header)} columns")
    values = {name: cell for name, cell in zip(header, cells, strict=False) if name}
    return Row(line, values, size)


def _is_size(error: Exception) -> bool:
    return isinstance(error, LineTooLongError) or "field larger" in str(error)


class _BoundedLines:
    """Lines for one row at a time, whose quoted cells may run over many: never more of them than a document holds."""

    def __init__(self, lines: Lines) -> None:
        self.size = 0
        self._lines = lines

    def __iter__(self) -> "_BoundedLines":
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.size += len(line)
        if self.size > MAX_DOCUMENT:
            raise LineTooLongError
        return line


CONTAINER: Final = CsvContainer()
