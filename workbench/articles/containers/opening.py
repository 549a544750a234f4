"""Containers from strangers: how large they may be, and packed ones measured while they are unpacked."""

import gzip
import io
import stat
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final, TypeVar

from workbench.articles.containers.limits import MAX_PACKED, MAX_RATIO, MAX_UNPACKED
from workbench.articles.files import failure_of
from workbench.articles.readers.face import refused

T = TypeVar("T")

_GZIP: Final = b"\x1f\x8b"
_ALWAYS_ALLOWED: Final = 20_000_000  # so much a small file may unpack to, whatever its ratio


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a regular file for reading from its beginning, unpacked if it is packed with gzip.

    Raises:
        UnreadableArticleError: it is missing, no regular file, may not be read, or has more than 2 GB; while it is
            read: it is damaged, or unpacks to more than 10 GB or a hundred times its size.
    """
    try:
        status = path.stat()
        file = path.open("rb") if stat.S_ISREG(status.st_mode) else None
    except (OSError, ValueError) as error:
        raise failure_of(path, error) from None
    if file is None:
        raise refused(path.name, "is not a regular file")
    with file:
        if status.st_size > MAX_PACKED:
            raise refused(path.name, f"has more than {MAX_PACKED // 1_000_000} MB: split it first")
        yield unpacked(file, path.name, status.st_size)


def unpacked(file: BinaryIO, name: str, size: int) -> BinaryIO:
    """Return `file`, or what is packed in it, at the beginning.

    Raises:
        UnreadableArticleError: while it is read, as above.
    """
    packed = file.read(len(_GZIP)) == _GZIP
    file.seek(0)
    return io.BufferedReader(_Unpacking(file, name, size)) if packed else file


class _Unpacking(io.RawIOBase):
    """A packed file as if it were not; a small one can hold a terabyte, so what comes out is counted."""

    def __init__(self, file: BinaryIO, name: str, size: int) -> None:
        self._unpacked = gzip.GzipFile(fileobj=file)
        self._name = name
        self._most = min(MAX_UNPACKED, max(MAX_RATIO * size, _ALWAYS_ALLOWED))

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._guarded(lambda: self._unpacked.seek(offset, whence))

    def tell(self) -> int:
        return self._unpacked.tell()

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # typeshed wants any buffer
        content = self._guarded(lambda: self._unpacked.read1(len(buffer)))
        buffer[: len(content)] = content
        if self._unpacked.tell() > self._most:
            raise refused(self._name, f"unpacks to over {MAX_RATIO} times its size or {MAX_UNPACKED // 10**9} GB")
        return len(content)

    def _guarded(self, work: Callable[[], T]) -> T:
        try:
            return work()
        except (OSError, EOFError, zlib.error):
            raise refused(self._name, "is damaged: from here on it cannot be unpacked") from None
