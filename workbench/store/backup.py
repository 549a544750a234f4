"""Backup, copy and restore, as commands: copies of a database in use, and a copy put back in its place."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from workbench.errors import StoreError
from workbench.store.backup_files import back_up_beside, copy_database, move_aside
from workbench.store.decisions import format_time
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
    if store.path is None:
        raise StoreError(f"{store.location} is a PostgreSQL database: copy it with pg_dump.")
    _copy(store.path, target)


def copy_for_another(store: Store, target: str | Path) -> None:
    """Copy the database to a new file `target`, as above, to be reviewed apart and merged later.

    The copy has an id of its own, so that chains of decisions that are continued in both stay two. A backup has not.

    Raises:
        StoreError: as above.
    """
    if store.path is None:
        raise StoreError(
            f"{store.location} is a PostgreSQL database: take it into a new file with "
            f"workbench merge {store.location} --db FILE."
        )
    _copy(store.path, target, _give_new_id)


def _give_new_id(copy: sqlite3.Connection) -> None:
    copy.execute("UPDATE database SET id = ?, created_at = ?", (str(uuid4()), format_time(datetime.now(UTC))))


def _copy(source: Path, target: str | Path, finish: Callable[[sqlite3.Connection], None] | None = None) -> None:
    place, shown = Path(target).expanduser(), one_line(str(target))
    try:
        with clear_errors(shown, place):
            copy_database(source, place, finish)
    except FileExistsError as error:
        raise StoreError(f"{shown} exists already: choose another name for the copy.") from error
    except OSError as error:
        raise StoreError(f"The copy {shown} cannot be written: {error.strerror}.") from error


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
