"""Connections to an SQLite file: the settings that keep decisions safe, and engines that write or only read.

Python's driver opens transactions by itself, late and weakly; so it is told not to (`isolation_level=None`), and
the engine begins each transaction itself: `BEGIN IMMEDIATE` to write, as a deferred transaction that wants to
write later fails at once with “database is locked” when another one has written meanwhile.
"""

import sqlite3
from pathlib import Path
from typing import Final
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event

from workbench.store.journal import Journal

BUSY_SECONDS: Final = 30
"""How long a writer waits for another; with 5 seconds, some of 8 busy writers gave up."""

_SAFE_WRITES: Final = (
    "synchronous=FULL",  # a decision that was shown as saved survives a power cut
    "recursive_triggers=ON",  # else INSERT OR REPLACE walks past the triggers of the log
)
_EVERYWHERE: Final = (
    "trusted_schema=OFF",  # a database from elsewhere runs no code of its own
    "cell_size_check=ON",
)


def connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """Open the existing file at `path` (`mode` is rw or ro), whatever characters its name has."""
    return sqlite3.connect(
        f"file:{quote(bytes(path))}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )


def writing_engine(path: Path, journal: Journal) -> Engine:
    """Return an engine whose transactions hold the write lock from their beginning."""
    return _engine(path, "rw", "BEGIN IMMEDIATE", ("foreign_keys=ON", *_SAFE_WRITES, *_rollback_mode(journal)))


def reading_engine(path: Path) -> Engine:
    """Return an engine that refuses to write, for a file that this program may write elsewhere.

    It opens the file for writing all the same, as only so can it roll back what a killed writer left.
    """
    return _engine(path, "rw", "BEGIN", ("query_only=ON",))


def read_only_engine(path: Path) -> Engine:
    """Return an engine for a file that this program may not write."""
    return _engine(path, "ro", "BEGIN", ("query_only=ON",))


def migrating_engine(path: Path, journal: Journal) -> Engine:
    """Return a writing engine without foreign keys: rebuilding a table would delete the rows that point to it."""
    return _engine(path, "rw", "BEGIN IMMEDIATE", ("foreign_keys=OFF", *_SAFE_WRITES, *_rollback_mode(journal)))


def _rollback_mode(journal: Journal) -> tuple[str, ...]:
    """Only WAL is remembered in the file; every other journal is chosen by each connection."""
    return () if journal is Journal.WAL else (f"journal_mode={journal.value}",)


def _engine(path: Path, mode: str, begin: str, pragmas: tuple[str, ...]) -> Engine:
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, creator=lambda: connect(path, mode))

    def set_up(connection: sqlite3.Connection, _record: object) -> None:
        for pragma in (f"busy_timeout={BUSY_SECONDS * 1000}", *_EVERYWHERE, *pragmas):
            connection.execute(f"PRAGMA {pragma}")

    def begin_transaction(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", set_up)
    event.listen(engine, "begin", begin_transaction)
    return engine
