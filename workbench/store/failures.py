"""Errors of the two databases, said so that a person can mend them."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError, SQLAlchemyError, StatementError

from workbench.errors import StoreError
from workbench.visible import one_line

_SQLITE: Final = {
    "SQLITE_BUSY": "is locked: another program has been writing to it for too long. Close that program and try again.",
    "SQLITE_LOCKED": "is locked by this program itself. Try again.",
    "SQLITE_READONLY_DBMOVED": "was moved or deleted while it was open. Bring it back, or open it where it is now.",
    "SQLITE_READONLY": "cannot be written: the file or its folder is read-only.",
    "SQLITE_PERM": "cannot be opened: you lack the permission.",
    "SQLITE_CANTOPEN": "cannot be opened: look at the permissions of the file and of its folder.",
    "SQLITE_IOERR": "cannot be read or written: the disk reports an error.",
    "SQLITE_CORRUPT": "is damaged. Nothing was changed; restore a backup with workbench db restore.",
    "SQLITE_NOTADB": "is not a database, or its beginning is damaged. Choose another file, or restore a backup.",
}


@contextmanager
def clear_errors(location: str, path: Path | None = None) -> Iterator[None]:
    """Turn whatever a database reports about `location` into one clear line.

    Raises:
        StoreError: the database reported an error.
    """
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error, UnicodeEncodeError) as error:
        raise StoreError(describe_failure(error, location, path)) from error


def describe_failure(error: BaseException, location: str, path: Path | None = None) -> str:
    """Return one line about `error`: what happened to the database at `location`, and what to do."""
    if isinstance(error, StatementError) and error.orig is not None:
        lost = isinstance(error, DBAPIError) and error.connection_invalidated
        return _describe_driver(error.orig, location, path, lost)
    return _describe_driver(error, location, path, lost=False)


def _describe_driver(error: BaseException, location: str, path: Path | None, lost: bool) -> str:
    name = getattr(error, "sqlite_errorname", "") or ""
    subject = f"The database {one_line(location)}"
    if name.startswith("SQLITE_FULL"):
        return f"{subject} cannot grow: {_free_space(path)}. Nothing of this step was saved; make room and try again."
    if path is not None and not path.exists():
        name = "SQLITE_READONLY_DBMOVED"  # SQLite notices only sometimes
    for prefix, words in _SQLITE.items():
        if name.startswith(prefix):
            return f"{subject} {words}"
    if isinstance(error, UnicodeEncodeError):
        return f"{subject} cannot hold this text: it contains half of a character (a lone surrogate)."
    if lost:
        return f"{subject} was lost while working; try again, a decision that was saved is not saved twice."
    first_line = next(iter(str(error).splitlines()), type(error).__name__)
    return f"{subject} refused: {one_line(first_line)}"


def _free_space(path: Path | None) -> str:
    if path is None:
        return "its disk is full"
    return f"its disk is full ({shutil.disk_usage(path.parent).free:,} bytes are free)"
