"""Files are written whole or not at all, and never outside the folder that was named.

A report is written beside its place, flushed to the disk and then moved there, so that a full disk or a kill
leaves the old file. Names that come from articles or people pass through `slug` before they become file names.
"""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from secrets import token_hex
from typing import IO, Final, Self, TypeAlias

from workbench.errors import ReportError
from workbench.visible import one_line

Piece: TypeAlias = str | bytes
"""A part of a file, in order."""

_LONGEST: Final = 80
_PIECE: Final = 1 << 20
_UNSAFE: Final = re.compile(r"[^a-z0-9._-]+")
_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}
)


def slug(name: str, fallback: str = "report") -> str:
    """Return a file name made of `name`: one to 80 characters of a-z, 0-9, dot, low line and hyphen.

    It is no hidden file, no path and no device name of any system. Compatibility forms are resolved first, since
    a full-width “．．／” would otherwise become a path afterwards.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    safe = _UNSAFE.sub("-", plain).strip("-._")[:_LONGEST].rstrip("-._")
    if not safe:
        return fallback
    return f"{fallback}-{safe}"[:_LONGEST] if safe.split(".")[0] in _RESERVED else safe


def write_file(path: str | Path, content: Piece | Iterable[Piece]) -> Path:
    """Write `content` (text as UTF-8, its newlines as they are) to `path` and return the path.

    Content that comes in pieces is written piece by piece, and never held whole.

    Raises:
        ReportError: the file cannot be written; what was there before is unchanged. So it is whatever else is raised
            while the content is made.
    """
    pieces = (content,) if isinstance(content, str | bytes) else content
    target = Path(path)
    with _FileBeside(target) as beside:
        for piece in pieces:
            beside.write(piece)
        beside.put_in_place()
    return target


def write_folder(folder: str | Path, pieces: Iterable[tuple[str, Piece]]) -> tuple[Path, ...]:
    """Write the files of `folder`, which is made if need be; `pieces` tells of each to which file it belongs, by name.

    Raises:
        ReportError: the folder cannot be made or a file not written; all files that were there before are unchanged.
    """
    target = Path(folder)
    try:
        target.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise ReportError(f"{_shown(target)} is a file: name a folder.") from error
    except OSError as error:
        raise ReportError(f"{_shown(target)} cannot be made: {error.strerror or error}.") from error
    with ExitStack() as opened:
        files: dict[str, _FileBeside] = {}
        for name, piece in pieces:
            if name not in files:
                files[name] = opened.enter_context(_FileBeside(target / name))
            files[name].write(piece)
        for file in files.values():
            file.flush()
        for file in files.values():
            file.put_in_place()
    return tuple(target / name for name in files)


def as_bytes(piece: Piece) -> bytes:
    """Return a piece of a file as it is written; what has no place in UTF-8 stands as an escape."""
    return piece if isinstance(piece, bytes) else piece.encode("utf-8", "backslashreplace")


def pieces_of(file: IO[bytes]) -> Iterator[bytes]:
    """Yield what a file holds that was written before, from its beginning."""
    file.seek(0)
    yield from iter(partial(file.read, _PIECE), b"")


class _FileBeside:
    """A file that is written beside its place, and put there when it is whole; else it leaves no trace."""

    def __init__(self, target: Path) -> None:
        if target.is_dir():
            raise ReportError(f"{_shown(target)} is a folder: name a file.")
        if target.exists() and not target.is_file():
            raise ReportError(f"{_shown(target)} is not a regular file: name another.")
        self._target = target
        self._path = target.with_name(f".{target.name[:_LONGEST]}.{token_hex(6)}.tmp")

    def __enter__(self) -> Self:
        with self._told():
            self._file = _open_new(self._path)
        return self

    def __exit__(self, *error: object) -> None:
        with suppress(OSError, ValueError):
            self._file.close()
        with suppress(OSError, ValueError):
            self._path.unlink()

    def write(self, piece: Piece) -> None:
        """Write the next piece."""
        with self._told():
            self._file.write(as_bytes(piece))

    def flush(self) -> None:
        """See to it that all of it is on the disk."""
        with self._told():
            self._file.flush()
            os.fsync(self._file.fileno())

    def put_in_place(self) -> None:
        """Put the file where it belongs."""
        self.flush()
        with self._told():
            self._file.close()
            os.replace(self._path, self._target)
            _flush_folder(self._target.parent)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else error
            raise ReportError(f"{_shown(self._target)} cannot be written: {reason}.") from error


def _open_new(path: Path) -> IO[bytes]:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o666), "wb")


def _flush_folder(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _shown(path: Path) -> str:
    return one_line(str(path))
