"""The SQLite file itself: found or made with the right permissions, recognised, and given its journal."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from workbench.errors import StoreError
from workbench.store.journal import Journal, choose_journal
from workbench.store.sqlite_engine import connect
from workbench.visible import one_line

APPLICATION_ID: Final = int.from_bytes(b"clwb")
"""The magic number in the header of our files (`PRAGMA application_id`)."""

_MAGIC: Final = b"SQLite format 3\0"


def prepare_for_writing(path: Path) -> None:
    """Make sure that there is a file at `path` that can be written, empty if it is new (0600, in a 0700 folder).

    Raises:
        StoreError: it is a folder, not a database, or cannot be written.
    """
    shown = one_line(str(path))
    try:
        _make_folder(path.parent)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        check_is_database(path)
    except OSError as error:
        raise StoreError(f"The database {shown} cannot be made: {error.strerror}. Choose another place.") from error
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK | os.X_OK):
        raise StoreError(f"The database {shown} cannot be written: the file or its folder is read-only.")


def check_is_database(path: Path) -> None:
    """Make sure that the file at `path` is an SQLite file or empty, without opening it as one.

    Raises:
        StoreError: it is missing, a folder, unreadable, or something else.
    """
    shown = one_line(str(path))
    try:
        with path.open("rb") as file:
            beginning = file.read(len(_MAGIC))
    except FileNotFoundError as error:
        raise StoreError(f"There is no database {shown}.") from error
    except IsADirectoryError as error:
        raise StoreError(f"{shown} is a folder: name the database file in it.") from error
    except OSError as error:
        raise StoreError(f"The database {shown} cannot be read: {error.strerror}.") from error
    if beginning not in (b"", _MAGIC):
        raise StoreError(f"{shown} is not a workbench database, or its beginning is damaged: choose another file.")


def check_is_ours(connection: sqlite3.Connection, path: Path) -> None:
    """Make sure that the file is ours or holds nothing yet; reads its header and its schema.

    Raises:
        StoreError: it is another program's database.
    """
    (identifier,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if identifier != APPLICATION_ID and (identifier or tables):
        raise StoreError(f"{one_line(str(path))} is a database of another program: choose another file.")


def set_journal(path: Path) -> Journal:
    """Give the file the journal that suits its place and this SQLite, and return it.

    Raises:
        StoreError: the file is in WAL mode, which is not safe here, and is held open by another program.
    """
    wanted = choose_journal(path)
    with closing(connect(path)) as connection:
        check_is_ours(connection, path)
        current = connection.execute("PRAGMA journal_mode").fetchone()[0]
        if wanted is Journal.WAL and (current == Journal.WAL or _wal_works(connection)):
            return Journal.WAL
        if current == Journal.WAL:
            _leave_wal(connection, path)
    return Journal.TRUNCATE


def _wal_works(connection: sqlite3.Connection) -> bool:
    """Switch to WAL and try it: some file systems answer “wal” and then fail the first write."""
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        (number,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA user_version={number:d}")
        connection.execute("COMMIT")
        return bool(connection.execute("PRAGMA journal_mode").fetchone()[0] == Journal.WAL)
    except sqlite3.OperationalError:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA journal_mode=TRUNCATE")
        return False


def _leave_wal(connection: sqlite3.Connection, path: Path) -> None:
    try:
        answer = connection.execute("PRAGMA journal_mode=TRUNCATE").fetchone()[0]
    except sqlite3.OperationalError as error:
        if not error.sqlite_errorname.startswith("SQLITE_BUSY"):
            raise
        answer = Journal.WAL
    if answer == Journal.WAL:
        raise StoreError(
            f"The database {one_line(str(path))} is open in another program, in a mode that SQLite"
            f" {sqlite3.sqlite_version} or its folder does not keep safe: close the other program first."
        )


def _make_folder(folder: Path) -> None:
    """Make the folder and those above it that are missing, for the owner alone."""
    if not folder.exists():
        _make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
