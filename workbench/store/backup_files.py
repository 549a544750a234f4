"""Copies of an SQLite file: made while it is in use, complete or not there at all."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from workbench.store.sqlite_engine import connect


def back_up_beside(path: Path) -> Path:
    """Copy the database at `path` to NAME.YYYYMMDD-HHMMSS.bak (UTC) beside it and return that path."""
    for target in _names_beside(path, "bak"):
        try:
            copy_database(path, target)
        except FileExistsError:
            continue
        return target
    raise AssertionError("the names do not end")


def move_aside(path: Path) -> Path:
    """Rename a file that cannot be read as a database, with its journals, and return its new path."""
    target = next(name for name in _names_beside(path, "damaged") if not name.exists())
    path.rename(target)
    for ending in ("-journal", "-wal", "-shm"):
        # A journal that was left behind would be played into the file that takes the place.
        journal = path.with_name(path.name + ending)
        if journal.exists():
            journal.rename(target.with_name(target.name + ending))
    return target


def copy_database(source: Path, target: Path, finish: Callable[[sqlite3.Connection], None] | None = None) -> None:
    """Copy a database that may be in use; the copy is 0600, on the disk, and appears only when it is complete.

    `finish` is called with the copy before it appears.

    Raises:
        FileExistsError: there is something at `target`.
        sqlite3.Error: a database cannot be read or written.
    """
    if target.exists():
        raise FileExistsError(target)
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.unfinished")
    os.close(os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600))
    try:
        with closing(connect(source)) as old, closing(connect(unfinished)) as new:
            old.backup(new)
            if finish is not None:
                finish(new)
        _sync(unfinished)
        unfinished.rename(target)
        _sync(target.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def _names_beside(path: Path, ending: str) -> Iterator[Path]:
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    yield path.with_name(f"{path.name}.{moment}.{ending}")
    for number in count(2):
        yield path.with_name(f"{path.name}.{moment}-{number}.{ending}")


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
