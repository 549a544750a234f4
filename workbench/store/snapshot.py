"""A database as it is at one moment, to be read for long while others go on writing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import text

from workbench.store.backup import backup
from workbench.store.engine import Store, open_store
from workbench.store.journal import Journal


@contextmanager
def snapshot(store: Store) -> Iterator[Store]:
    """Yield a store that can be read for long without that anybody who writes has to wait.

    PostgreSQL and SQLite's write-ahead log keep readers and writers apart. With a rollback journal nobody can save
    while somebody reads, so there a temporary copy is read.

    Raises:
        StoreError: the database cannot be read, or there is no room for the copy.
    """
    if store.path is None or _has_write_ahead_log(store):
        yield store
        return
    with TemporaryDirectory(prefix="claim-workbench-") as folder:
        copy = Path(folder) / store.path.name
        backup(store, copy)
        with open_store(copy, read_only=True) as opened:
            yield opened


def _has_write_ahead_log(store: Store) -> bool:
    with store.read() as connection:
        return connection.execute(text("PRAGMA journal_mode")).scalar() == Journal.WAL.value
