"""Changing a database's schema: all of it or nothing, after a backup, with every row counted.

Alembic alone is not atomic on SQLite: killed midway it leaves a file that neither the old nor the new program can
open. So all migrations run in one transaction that this module begins and ends, on an engine without foreign
keys (see migration_guard for why), and are taken back if anything is missing afterwards.
"""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, text

from workbench.store.backup_files import back_up_beside
from workbench.store.failures import clear_errors
from workbench.store.journal import Journal
from workbench.store.location import PostgresLocation, SqliteLocation, parse_location
from workbench.store.migration_guard import Snapshot, check_nothing_lost, may_lose
from workbench.store.postgres_engine import check_reachable, postgres_engine
from workbench.store.schema import migrations_folder, newest_revision, refuse_newer, stored_revision
from workbench.store.sqlite_engine import migrating_engine
from workbench.store.sqlite_file import APPLICATION_ID, prepare_for_writing, set_journal

_ADVISORY_LOCK: Final = APPLICATION_ID
"""One number that all workbenches lock while they change a PostgreSQL schema."""


def upgrade(location: str | Path, *, migrations: Path | None = None) -> str:
    """Bring the database at `location` to the newest schema of the folder `migrations`; return what was done.

    An SQLite file is backed up first, and is migrated on opening anyway; a PostgreSQL database only here.

    Raises:
        StoreError: it cannot be opened or changed; then it is as it was.
    """
    place = parse_location(location)
    folder = migrations or migrations_folder()
    if isinstance(place, SqliteLocation):
        with clear_errors(place.shown, place.path):
            prepare_for_writing(place.path)
            old = migrate_sqlite(place.path, set_journal(place.path), folder)
    else:
        old = _upgrade_postgresql(place, folder)
    newest = newest_revision(folder)
    return f"{place.shown} has schema {newest}" + (" already." if old == newest else f" now, after {old or 'none'}.")


def migrate_sqlite(path: Path, journal: Journal, folder: Path) -> str | None:
    """Bring the file at `path` to the newest schema in `folder`, and return the one it had.

    A file that holds something is backed up beside it first.

    Raises:
        StoreError: it has a newer schema, or a migration would lose something (then it stays as it was).
    """
    engine = migrating_engine(path, journal)
    try:
        with engine.begin() as connection:
            stored = stored_revision(connection, str(path))
        newest = newest_revision(folder)
        refuse_newer(stored, newest, str(path))
        if stored != newest:
            if stored is not None:
                back_up_beside(path)
            _migrate_file(engine, folder, newest, str(path))
        return stored
    finally:
        engine.dispose()


def migrate_postgresql(engine: Engine, folder: Path, location: str) -> str | None:
    """Bring a PostgreSQL database to the newest schema in `folder`, one program at a time; return the one it had.

    Raises:
        StoreError: it has a newer schema.
    """
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _ADVISORY_LOCK})
        stored, newest = stored_revision(connection, location), newest_revision(folder)
        refuse_newer(stored, newest, location)
        if stored != newest:
            _run_alembic(connection, folder)
        return stored


def _upgrade_postgresql(place: PostgresLocation, folder: Path) -> str | None:
    engine = postgres_engine(place)
    try:
        with clear_errors(place.shown):
            check_reachable(engine, place)
            return migrate_postgresql(engine, folder, place.shown)
    finally:
        engine.dispose()


def _migrate_file(engine: Engine, folder: Path, newest: str, location: str) -> None:
    with engine.begin() as connection:
        # Another program may have migrated it while this one waited for the lock.
        stored = stored_revision(connection, location)
        if stored == newest:
            return
        before = Snapshot.of(connection)
        _run_alembic(connection, folder)
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID:d}")
        connection.exec_driver_sql(f"PRAGMA user_version={int(newest):d}")
        check_nothing_lost(connection, before, may_lose(folder, stored), location)


def _run_alembic(connection: Connection, folder: Path) -> None:
    # Imported here, as only a database that changes needs it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
