"""Web archives (WARC): each page or text that a server sent is an article."""

import re
from collections.abc import Iterator
from importlib.util import find_spec
from typing import BinaryIO, Final

from workbench.articles.containers.columns import Columns
from workbench.articles.containers.face import Document, Part, Unread
from workbench.articles.containers.limits import MAX_DOCUMENT
from workbench.articles.payload import is_article_type
from workbench.articles.readers.face import Fit, needs_extra, refused
from workbench.errors import UnreadableArticleError

_MAGIC: Final = b"WARC/1."
_MAX_HEAD: Final = 65_536
_STEP: Final = 1_000_000
_HEADER: Final = re.compile(rb"^([A-Za-z-]{1,60}):[ \t]*([^\r\n]*)", re.MULTILINE)
_STATUS: Final = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})\b")
_BLANK_LINE: Final = re.compile(rb"\r?\n\r?\n")


class WebArchiveContainer:
    """Splits `.warc` (extra `warc`), packed or not, into its responses, resources and conversions."""

    suffixes: Final = frozenset({".warc"})

    def fit(self, head: bytes, suffix: str) -> Fit:
        """Return how sure it is: by the first bytes."""
        if head.startswith(_MAGIC):
            return Fit.CERTAIN
        return Fit.NAMED_SO if suffix in self.suffixes else Fit.NONE

    def parts(self, file: BinaryIO, name: str, columns: Columns) -> Iterator[Part]:
        """Yield each record that holds a page or a text, as it stands in the archive; pass over all others.

        Raises:
            UnreadableArticleError: it is no web archive, damaged from some record on, or holds no page; or the extra
                is missing.
        """
        if find_spec("warcio") is None:
            raise needs_extra(name, "warc")
        number, found = 0, False
        while line := _first_line(file):
            number += 1
            part = _next_part(file, line, f"{name}:{number}")
            if part is not None:
                found = True
                yield part
        if not found:
            raise refused(name, "holds no page and no text")


def _next_part(file: BinaryIO, first_line: bytes, name: str) -> Part | None:
    """Read one record, whose first line was read; return it if it is an article."""
    head = _read_head(file, first_line)
    length = _header(head, b"Content-Length") if head else b""
    if not length.isdigit() or len(length) > 15:
        raise refused(name, "is no record of a web archive, and nothing after it can be read")
    size = int(length)
    start = file.read(min(size, _MAX_HEAD))
    if not _is_article(head, start):
        _pass_over(file, size - len(start), name)
        return None
    if len(head) + size > MAX_DOCUMENT:
        _pass_over(file, size - len(start), name)
        return Unread(name, str(refused(name, f"has more than {MAX_DOCUMENT // 1_000_000} MB")))
    block = start + file.read(size - len(start))
    if len(block) < size:
        raise _cut(name)
    return Document(name, head + block)


def _first_line(file: BinaryIO) -> bytes:
    """Return the first line of the next record, b"" at the end; blank lines stand between records."""
    while (line := file.readline(_MAX_HEAD)) and not line.strip():
        pass
    return line


def _read_head(file: BinaryIO, first_line: bytes) -> bytes:
    """Return the head of a record with its blank line, b"" if there is none."""
    head = bytearray(first_line)
    while first_line.startswith(_MAGIC) and len(head) < _MAX_HEAD and (line := file.readline(_MAX_HEAD)):
        head += line
        if not line.strip():
            return bytes(head)
    return b""


def _pass_over(file: BinaryIO, left: int, name: str) -> None:
    while left > 0:
        step = file.read(min(left, _STEP))
        if not step:
            raise _cut(name)
        left -= len(step)


def _cut(name: str) -> UnreadableArticleError:
    return refused(name, "is cut off: the archive ends in the middle of it")


def _is_article(head: bytes, start: bytes) -> bool:
    """Whether a record holds a page or text that a server sent for good, from its head and the start of its block."""
    kind = _header(head, b"WARC-Type").lower()
    if kind in {b"resource", b"conversion"}:
        return is_article_type(_header(head, b"Content-Type").decode("latin-1"))
    status = _STATUS.match(start)
    if kind != b"response" or status is None or not status[1].startswith(b"2"):
        return False
    blank_line = _BLANK_LINE.search(start)
    http_head = start[: blank_line.start()] if blank_line else b""
    return is_article_type(_header(http_head, b"Content-Type").decode("latin-1"))


def _header(head: bytes, name: bytes) -> bytes:
    """Return the value of a header, b"" if there is none of that name."""
    values = (match[2] for match in _HEADER.finditer(head) if match[1].lower() == name.lower())
    return next(values, b"").strip()


CONTAINER: Final = WebArchiveContainer()
