"""Backup and restore, as commands: a copy of a database in use, and a copy put back in its place."""

import sqlite3
from contextlib import closing
from pathlib import Path

from workbench.errors import StoreError
from workbench.store.backup_files import back_up_beside, copy_database, move_aside
from workbench.store.engine import Store, open_store
from workbench.store.failures import clear_errors
from workbench.store.sqlite_engine import connect
from workbench.store.sqlite_file import check_is_database, check_is_ours, prepare_for_writing
from workbench.visible import one_line


def backup(store: Store, target: str | Path) -> None:
    """Copy the database to a new file `target` (0600), also while it is in use.

    Raises:
        StoreError: it is no SQLite database, there is something at `target`, or it cannot be written.
    """
    place, shown = Path(target).expanduser(), one_line(str(target))
    if store.path is None:
        raise StoreError(f"{store.location} is a PostgreSQL database: copy it with pg_dump.")
    try:
        with clear_errors(shown, place):
            copy_database(store.path, place)
    except FileExistsError as error:
        raise StoreError(f"{shown} exists already: choose another name for the backup.") from error
    except OSError as error:
        raise StoreError(f"The backup {shown} cannot be written: {error.strerror}.") from error


def restore(backup_path: str | Path, database_path: str | Path) -> Path | None:
    """Put a backup in the place of a database; return where what was there is kept, if there was something.

    Other programs that have the database open see the restored one. A damaged file is moved aside.

    Raises:
        StoreError: the backup is missing, damaged or not ours, or the place cannot be written.
    """
    source, target = Path(backup_path).expanduser().resolve(), Path(database_path).expanduser().resolve()
    with clear_errors(str(source), source):
        _check_whole(source)
    with clear_errors(str(target), target):
        kept = _keep(target)
        prepare_for_writing(target)
        with closing(connect(source, "ro")) as old, closing(connect(target)) as new:
            old.backup(new)
    open_store(target).close()
    return kept


def _check_whole(source: Path) -> None:
    check_is_database(source)
    with closing(connect(source, "ro")) as connection:
        check_is_ours(connection, source)
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        (answer,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if not tables or answer != "ok":
        raise StoreError(f"The backup {one_line(str(source))} is empty or damaged: choose another one.")


def _keep(target: Path) -> Path | None:
    """Keep what is at `target`: as a backup, or moved aside if it is too damaged for that."""
    if not target.exists() or (target.is_file() and target.stat().st_size == 0):
        return None
    try:
        check_is_database(target)
        return back_up_beside(target)
    except (StoreError, sqlite3.DatabaseError):
        if target.is_dir():
            raise
        return move_aside(target)
