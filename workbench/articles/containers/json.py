"""JSON corpora: a line an article (JSON Lines), or a list of articles, alone or inside an object."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from workbench.articles.containers.columns import Columns, Field
from workbench.articles.containers.face import Part
from workbench.articles.containers.json_stream import BrokenJsonError, JsonStream
from workbench.articles.containers.limits import MAX_DOCUMENT
from workbench.articles.containers.rows import BadRow, Row, parts_of_rows
from workbench.articles.containers.text import Lines, LineTooLongError, text_of
from workbench.articles.readers.face import Fit

_LINES: Final = frozenset({".jsonl", ".ndjson"})
_TOO_LARGE: Final = f"has more than {MAX_DOCUMENT // 1_000_000} MB"


class JsonContainer:
    """Splits `.jsonl`, `.ndjson` and `.json`."""

    suffixes: Final = _LINES | {".json"}

    def fit(self, head: bytes, suffix: str) -> Fit:
        """Return how sure it is: by the suffix, else by a first line that is a whole object, with one after it."""
        if suffix in self.suffixes:
            return Fit.NAMED_SO
        return Fit.LOOKS_SO if head.startswith(b'{"') and _is_of_lines(head) else Fit.NONE

    def parts(self, file: BinaryIO, name: str, columns: Columns) -> Iterator[Part]:
        """Yield a document for each object.

        Raises:
            UnreadableArticleError: it holds no objects, or has not the columns that were named.
        """
        head = file.read(MAX_DOCUMENT)
        file.seek(0)
        of_lines = name.lower().removesuffix(".gz").endswith(tuple(_LINES)) or _is_of_lines(head)
        del head
        with text_of(file) as text:
            rows = _rows_of_lines(Lines(text, MAX_DOCUMENT)) if of_lines else _rows(JsonStream(text), columns)
            yield from parts_of_rows(rows, name, columns)


def _is_of_lines(head: bytes) -> bool:
    first, newline, rest = head.partition(b"\n")
    return bool(newline) and rest.lstrip()[:1] == b"{" and isinstance(_parsed(first), dict)


def _parsed(text: str | bytes) -> Any:
    """Return the value that `text` is, None if it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _rows_of_lines(lines: Lines) -> Iterator[Row | BadRow]:
    while True:
        try:
            line = next(lines)
        except StopIteration:
            return
        except LineTooLongError:
            yield BadRow(lines.number, _TOO_LARGE)
            continue
        if line.strip("\ufeff \t\r\n\x1e"):  # RFC 7464 begins each line with a record separator
            yield _row(lines.number, line)


def _row(number: int, line: str) -> Row | BadRow:
    try:
        value = json.loads(line.strip("\ufeff\x1e"))
    except RecursionError:
        return BadRow(number, "is nested too deeply")
    except ValueError as error:
        return BadRow(number, f"is no JSON ({getattr(error, 'msg', 'a number is too long')})")
    return _row_of(number, value, len(line))


def _row_of(number: int, value: Any, size: int) -> Row | BadRow:
    return Row(number, value, size) if isinstance(value, dict) else BadRow(number, "is no object with named columns")


def _rows(stream: JsonStream, columns: Columns) -> Iterator[Row | BadRow]:
    try:
        for line, value, size in stream:
            inner = _articles_within(value, columns)
            if inner is None:
                yield _row_of(line, value, size)
            else:
                yield from (_row_of(number, item, size // len(inner)) for number, item in enumerate(inner, start=1))
    except BrokenJsonError as error:
        yield BadRow(error.line, f"is broken, and nothing after it can be read: {error}")


def _articles_within(value: Any, columns: Columns) -> list[Any] | None:
    """Return the longest list of objects in an object that is no article itself ({"articles": […]}), else None."""
    if not isinstance(value, dict) or Field.TEXT in columns.of_row(value):
        return None
    lists = [inner for inner in value.values() if isinstance(inner, list) and any(isinstance(i, dict) for i in inner)]
    return max(lists, key=len, default=None)


CONTAINER: Final = JsonContainer()
