"""What the corpora have in common: rows with columns, each an article, whatever the syntax of the file is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from workbench.articles.containers.columns import Columns, Field, has_column
from workbench.articles.containers.face import Document, Part, Unread
from workbench.articles.containers.limits import MAX_DOCUMENT
from workbench.articles.readers.face import refused
from workbench.articles.record import pack_record
from workbench.visible import one_line

_LOOKED_AT: Final = 100  # rows in which every column of a corpus is looked for, and …
_LOOKED_AT_SIGNS: Final = 20_000_000  # … never more than this
_SHOWN_COLUMNS: Final = 40


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its columns by name, and on which line of the file it begins; `size` is in characters."""

    line: int
    values: Mapping[str, Any]
    size: int


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be read, and why, as the end of a sentence that begins with its name."""

    line: int
    reason: str


def parts_of_rows(rows: Iterable[Row | BadRow], name: str, columns: Columns) -> Iterator[Part]:
    """Yield a document for each row of the file called `name`, in order.

    Raises:
        UnreadableArticleError: there is no row, or none of the first hundred can be read; or a column that was named,
            or one for the text, is in none of them.
    """
    rest = iter(rows)
    first = list(_first(rest))
    if not first:
        raise refused(name, "holds no row")
    seen = [row.values for row in first if isinstance(row, Row)]
    if seen:
        _check_columns(seen, name, columns)
    elif len(first) == _LOOKED_AT:
        raise refused(name, f"is no such corpus: none of its first {_LOOKED_AT} rows can be read")
    for row in first:
        yield part_of_row(row, name, columns)
    del first, seen
    for row in rest:
        yield part_of_row(row, name, columns)


def part_of_row(row: Row | BadRow, name: str, columns: Columns) -> Part:
    """Return the document that a row of the file called `name` is, or why it is none."""
    called = f"{name}:{row.line}"
    if isinstance(row, BadRow):
        return _unread(called, row.reason)
    of_row = columns.of_row(row.values)
    if Field.TEXT not in of_row:
        wanted = columns.named.get(Field.TEXT)
        usual = f"a column that is called like one; it has {_shown(list(row.values))}"
        column = f"its column “{one_line(wanted)}”" if wanted else usual
        return _unread(called, f"has no text in {column}")
    try:
        raw = pack_record(row.values, of_row)
    except (ValueError, RecursionError):
        return _unread(called, "is nested too deeply")
    if len(raw) > MAX_DOCUMENT:
        return _unread(called, f"has more than {MAX_DOCUMENT // 1_000_000} MB")
    return Document(called, raw)


def _first(rows: Iterator[Row | BadRow]) -> Iterator[Row | BadRow]:
    size = 0
    for number, row in enumerate(rows, start=1):
        yield row
        size += row.size if isinstance(row, Row) else 0
        if number == _LOOKED_AT or size > _LOOKED_AT_SIGNS:
            return


def _check_columns(rows: list[Mapping[str, Any]], name: str, columns: Columns) -> None:
    known = list(dict.fromkeys(key for row in rows for key in row))
    for what, column in columns.named.items():
        if not any(has_column(row, column) for row in rows):
            raise refused(name, f"has no column “{one_line(column)}” for the {what}: it has {_shown(known)}")
    if not any(Field.TEXT in columns.of_row(row) for row in rows):
        raise refused(
            name, f"has no column that is called like a text: say which with --column text=NAME; it has {_shown(known)}"
        )


def _shown(columns: list[str]) -> str:
    more = f" and {len(columns) - _SHOWN_COLUMNS} more" if len(columns) > _SHOWN_COLUMNS else ""
    return ", ".join(one_line(column[:80]) for column in columns[:_SHOWN_COLUMNS]) + more if columns else "none"


def _unread(called: str, reason: str) -> Unread:
    return Unread(called, str(refused(called, reason)))
