"""Where articles lie on the disk: which files are meant, and their bytes, refused before they can do harm."""

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from workbench.articles.containers.registry import splittable_suffixes
from workbench.articles.readers.registry import readable_suffixes
from workbench.articles.suffixes import suffix_of
from workbench.errors import UnreadableArticleError
from workbench.visible import one_line

MAX_BYTES: Final = 20_000_000
# Hidden files, and those by which Word marks a document that is open.
_PASSED_OVER: Final = (".", "~$")


def read_bytes(path: Path | str) -> bytes:
    """Return the bytes of the file at `path`, whose size is looked at before anything is read.

    Raises:
        UnreadableArticleError: it is missing, a folder, no regular file, empty, over 20 MB, or may not be read.
    """
    path = Path(path)
    try:
        _check_status(path, path.stat())
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise failure_of(path, error) from None
    if len(raw) > MAX_BYTES:  # it grew since its size was looked at
        raise _refused(path, _too_large(len(raw)))
    return raw


def failure_of(path: Path, error: OSError | ValueError) -> UnreadableArticleError:
    """Return what to say about a file that the system does not open."""
    if isinstance(error, FileNotFoundError):
        return _refused(path, "does not exist: check the path")
    if isinstance(error, PermissionError):
        return _refused(path, "may not be read: give yourself read permission")
    reason = getattr(error, "strerror", None) or str(error)
    return _refused(path, f"cannot be read ({one_line(reason)})")


def find_files(paths: Iterable[str | Path]) -> Iterator[Path]:
    """Yield each file meant by `paths` once: files as they are, folders and globs expanded and sorted.

    A folder is searched to its depths for the suffixes that can be read; hidden files and folders are skipped.

    Raises:
        UnreadableArticleError: a path does not exist, or a folder or glob holds nothing that can be read.
    """
    seen: set[str] = set()
    for path in paths:
        for file in _files_of(str(path)):
            key = os.path.realpath(file)
            if key not in seen:
                seen.add(key)
                yield file


def _files_of(path: str) -> list[Path]:
    if os.path.isdir(path):
        return _files_in(Path(path))
    if os.path.lexists(path) or not glob.has_magic(path):
        return [Path(path)] if os.path.exists(path) else _missing(path)
    found = [Path(match) for match in sorted(glob.glob(path, recursive=True))]
    files = [file for match in found for file in (_supported_in(match) if match.is_dir() else [match])]
    if not files:
        raise _refused(path, "matches no file")
    return files


def _missing(path: str) -> list[Path]:
    raise _refused(path, "does not exist: check the path")


def _files_in(folder: Path) -> list[Path]:
    files = _supported_in(folder)
    if not files:
        raise _refused(folder, f"holds no article: looked for {', '.join(sorted(_known_suffixes()))}")
    return files


def _supported_in(folder: Path) -> list[Path]:
    files: list[Path] = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += [
            Path(root, name) for name in sorted(names) if not name.startswith(_PASSED_OVER) and _can_be_read(name)
        ]
    return files


def _known_suffixes() -> frozenset[str]:
    return readable_suffixes() | splittable_suffixes()


def _can_be_read(name: str) -> bool:
    """Whether the suffix is known; behind a “.gz” only that of a container, as no single article is unpacked."""
    return Path(name).suffix.lower() in _known_suffixes() or suffix_of(name) in splittable_suffixes()


def _check_status(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise _refused(path, "is a folder, not an article: name a file in it, or add the folder")
    if not stat.S_ISREG(status.st_mode):
        raise _refused(path, "is not a regular file")
    if status.st_size == 0:
        raise _refused(path, "is empty")
    if status.st_size > MAX_BYTES:
        raise _refused(path, _too_large(status.st_size))


def _too_large(size: int) -> str:
    return f"has {size / 1e6:.0f} MB, and an article has at most {MAX_BYTES // 1_000_000} MB: split it first"


def _refused(path: Path | str, reason: str) -> UnreadableArticleError:
    return UnreadableArticleError(f"“{one_line(str(path))}” {reason}.")
