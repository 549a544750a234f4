"""The text of a container that may be larger than memory: its encoding found in one pass, its lines in another."""

import codecs
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final, TextIO

from workbench.articles.containers.limits import HEAD
from workbench.articles.encoding import decode

_BOMS: Final = {
    "utf-8": (codecs.BOM_UTF8,),
    "utf-32-le": (codecs.BOM_UTF32_LE,),
    "utf-32-be": (codecs.BOM_UTF32_BE,),
    "utf-16-le": (codecs.BOM_UTF16_LE,),
    "utf-16-be": (codecs.BOM_UTF16_BE,),
}
_STEP: Final = 1_000_000


@contextmanager
def text_of(file: BinaryIO) -> Iterator[TextIO]:
    """Show `file` as text, without a byte order mark and with its newlines as they are.

    The encoding is that of the mark, else UTF-8 if all of the file is, else what is detected around the first byte
    that is not; bytes that it does not know become U+FFFD.
    """
    head = file.read(HEAD)
    encoding = decode(head).encoding
    if not encoding.startswith(("utf-16", "utf-32")):
        file.seek(0)
        encoding = _encoding_of_all(file)
    mark = next((mark for mark in _BOMS.get(encoding, ()) if head.startswith(mark)), b"")
    file.seek(len(mark))
    text = io.TextIOWrapper(file, encoding, errors="replace", newline="")
    try:
        yield text
    finally:
        text.detach()  # the file stays open: it belongs to the caller


def _encoding_of_all(file: BinaryIO) -> str:
    decoder = codecs.getincrementaldecoder("utf-8")()
    while step := file.read(_STEP):
        try:
            decoder.decode(step)
        except UnicodeDecodeError as error:
            # `error.object` is the step, and what was left over of the one before.
            start = max(0, error.start - HEAD // 2)
            return decode(bytes(error.object[start : error.start + HEAD // 2])).encoding
    return "utf-8"


class Lines:
    """The lines of a text one by one, with how many there were; an endless one is refused, not kept.

    Attributes:
        number: of the line last given, from 1.
    """

    def __init__(self, text: TextIO, most: int) -> None:
        self.number = 0
        self._text = text
        self._most = most

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        line = self._text.readline(self._most)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) == self._most and not line.endswith(("\n", "\r")):
            while (rest := self._text.readline(self._most)) and not rest.endswith(("\n", "\r")):
                pass
            raise LineTooLongError
        return line


class LineTooLongError(Exception):
    """A line is longer than the most that is read of one."""
