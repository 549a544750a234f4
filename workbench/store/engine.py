"""Opening a database, and the short transactions in which everything else happens."""

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from sqlalchemy import Connection, Engine, select

from workbench.errors import StoreError
from workbench.store.failures import clear_errors
from workbench.store.journal import Journal
from workbench.store.location import PostgresLocation, SqliteLocation, parse_location
from workbench.store.migrate import migrate_postgresql, migrate_sqlite
from workbench.store.postgres_engine import check_reachable, postgres_engine, snapshots
from workbench.store.schema import migrations_folder, newest_revision, refuse_newer, stored_revision
from workbench.store.sqlite_engine import BUSY_SECONDS, connect, read_only_engine, reading_engine, writing_engine
from workbench.store.sqlite_file import check_is_database, check_is_ours, prepare_for_writing, set_journal
from workbench.store.tables import database


class Store:
    """An open database. Close it, or use it as a context manager.

    Attributes:
        location: where it is, safe to show: without a password.
        path: the file, if it is an SQLite database.
        journal: how an SQLite file keeps a transaction whole; None for others and where nothing is written.
        database_id: the id that this database keeps for ever.
    """

    def __init__(
        self,
        location: SqliteLocation | PostgresLocation,
        reading: Engine,
        writing: Engine | None,
        journal: Journal | None = None,
    ) -> None:
        self.location: Final = location.shown
        self.path: Final = location.path if isinstance(location, SqliteLocation) else None
        self.journal: Final = journal
        self._reading: Final = reading
        self._writing: Final = writing
        self._writer: Final = threading.Lock()
        try:
            self.database_id: Final = self._read_id()
        except BaseException:
            self.close()
            raise

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Yield a connection that sees one state of the database and cannot change it.

        Raises:
            StoreError: the database cannot be read.
        """
        with self._clear_errors(), self._reading.begin() as connection:
            yield connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Yield a connection in a transaction: saved when the block ends, taken back if it raises.

        One at a time in this process, and on SQLite in all processes.

        Raises:
            StoreError: the database cannot be written; nothing of this block was saved.
        """
        if self._writing is None:
            raise StoreError(f"The database {self.location} was opened only to read.")
        if not self._writer.acquire(timeout=BUSY_SECONDS):
            raise StoreError(f"The database {self.location} is busy with another change: try again.")
        try:
            with self._clear_errors(), self._writing.begin() as connection:
                yield connection
        finally:
            self._writer.release()

    def close(self) -> None:
        """Close all connections."""
        for engine in (self._reading, self._writing):
            if engine is not None:
                engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _clear_errors(self) -> AbstractContextManager[None]:
        return clear_errors(self.location, self.path)

    def _read_id(self) -> str:
        with self.read() as connection:
            return connection.execute(select(database.c.id)).scalar_one()


def open_store(location: str | Path, *, read_only: bool = False, migrations: Path | None = None) -> Store:
    """Open the database at `location`: a path, `sqlite:///path`, or `postgresql://user@host/name`.

    A file that is not there is made, and an SQLite file of an older schema is migrated after a backup; neither
    happens with `read_only`. `migrations` is the folder of migrations, where it is not the program's own.

    Raises:
        StoreError: it cannot be opened, is not ours, is damaged, or has a schema that does not fit.
    """
    place = parse_location(location)
    folder = migrations or migrations_folder()
    if isinstance(place, PostgresLocation):
        return _open_postgres(place, folder, read_only)
    with clear_errors(place.shown, place.path):
        return _open_to_read(place, folder) if read_only else _open_file(place, folder)


def _open_file(place: SqliteLocation, folder: Path) -> Store:
    prepare_for_writing(place.path)
    journal = set_journal(place.path)
    reading = reading_engine(place.path)
    with _closed_on_error(reading):
        if _revision(reading, place) != newest_revision(folder):
            migrate_sqlite(place.path, journal, folder)
        return Store(place, reading, writing_engine(place.path, journal), journal)


def _open_to_read(place: SqliteLocation, folder: Path) -> Store:
    check_is_database(place.path)
    with closing(connect(place.path, "ro")) as connection:
        check_is_ours(connection, place.path)
    reading = read_only_engine(place.path)
    with _closed_on_error(reading):
        stored, newest = _revision(reading, place), newest_revision(folder)
        _refuse_to_change(stored, newest, place.shown, f"run workbench db upgrade --db {place.shown}")
        return Store(place, reading, None)


def _open_postgres(place: PostgresLocation, folder: Path, read_only: bool) -> Store:
    writing = postgres_engine(place)
    with _closed_on_error(writing), clear_errors(place.shown):
        check_reachable(writing, place)
        stored = _revision(writing, place)
        if stored is None and not read_only:
            migrate_postgresql(writing, folder, place.shown)
        else:
            newest = newest_revision(folder)
            _refuse_to_change(stored, newest, place.shown, "back it up, then run workbench db upgrade")
        return Store(place, snapshots(writing), None if read_only else writing)


def _revision(engine: Engine, place: SqliteLocation | PostgresLocation) -> str | None:
    with engine.begin() as connection:
        return stored_revision(connection, place.shown)


@contextmanager
def _closed_on_error(engine: Engine) -> Iterator[None]:
    """Close the connections of a store that did not come about."""
    try:
        yield
    except BaseException:
        engine.dispose()
        raise


def _refuse_to_change(stored: str | None, newest: str, location: str, remedy: str) -> None:
    """Make sure that the schema is the one this program knows, where it may not be changed just now.

    Raises:
        StoreError: the database is empty, older or newer.
    """
    refuse_newer(stored, newest, location)
    if stored is None:
        raise StoreError(f"The database {location} is empty: there is nothing to read.")
    if stored != newest:
        raise StoreError(f"The database {location} has schema {stored}, and {newest} is needed: {remedy}.")
