"""Files are written whole or not at all, and never outside the folder that was named.

A report is written beside its place, flushed to the disk and then moved there, so that a full disk or a kill
leaves the old file. Names that come from articles or people pass through `slug` before they become file names.
"""

import os
import re
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import Final

from workbench.errors import ReportError
from workbench.visible import one_line

_LONGEST: Final = 80
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


def write_file(path: str | Path, content: str | bytes) -> Path:
    """Write `content` (text as UTF-8, its newlines as they are) to `path` and return the path.

    Raises:
        ReportError: the file cannot be written; what was there before is unchanged.
    """
    target = Path(path)
    data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
    if target.is_dir():
        raise ReportError(f"{_shown(target)} is a folder: name a file.")
    if target.exists() and not target.is_file():
        raise ReportError(f"{_shown(target)} is not a regular file: name another.")
    beside = target.with_name(f".{target.name[:_LONGEST]}.{token_hex(6)}.tmp")
    try:
        _write_through(beside, data)
        os.replace(beside, target)
        _flush_folder(target.parent)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise ReportError(f"{_shown(target)} cannot be written: {reason}.") from error
    finally:
        with suppress(OSError, ValueError):
            beside.unlink()
    return target


def write_folder(folder: str | Path, files: Mapping[str, str | bytes]) -> tuple[Path, ...]:
    """Write `files` (content by file name) into `folder`, which is made if need be, and return their paths.

    Raises:
        ReportError: the folder cannot be made or a file not written.
    """
    target = Path(folder)
    try:
        target.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise ReportError(f"{_shown(target)} is a file: name a folder.") from error
    except OSError as error:
        raise ReportError(f"{_shown(target)} cannot be made: {error.strerror or error}.") from error
    return tuple(write_file(target / name, content) for name, content in files.items())


def _write_through(path: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o666), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


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
