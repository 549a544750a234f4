"""A database that an older program wrote is read as it was: its rows, its digests and its decisions hold."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from workbench.store import facts, log
from workbench.store.check import check
from workbench.store.decisions import Draft
from workbench.store.engine import open_store
from workbench.store.payloads import AddNote, MarkVerdict
from workbench.store.schema import migrations_folder
from workbench.vocabulary import Verdict


@pytest.fixture
def first_migrations(tmp_path: Path) -> Path:
    """Our migrations, as they were when there was only the first."""
    folder = Path(shutil.copytree(migrations_folder(), tmp_path / "migrations"))
    for file in (folder / "versions").glob("[0-9]*_*.py"):
        if not file.name.startswith("0001"):
            file.unlink()
    return folder


@pytest.fixture
def written(tmp_path: Path, harbour: Any, add_samples: Callable[..., None]) -> Path:
    """A database of today that holds nothing that the first schema could not hold."""
    path = tmp_path / "today.db"
    with open_store(path) as store:
        add_samples(store, harbour)
        with store.write() as connection:
            log.append(connection, Draft("ann", harbour.claim.key, MarkVerdict(Verdict.SUPPORTED)))
            log.append(connection, Draft("ann", harbour.claim.key, AddNote("seen")))
    return path


def copy_rows(source: Path, target: Path) -> None:
    """Copy every row of `source` into the tables of `target`, without the columns that it does not have."""
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("ATTACH ? AS source", (str(source),))
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            if table == "alembic_version":
                continue
            columns = ", ".join(f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({table})"))
            connection.execute(f"DELETE FROM main.{table}")
            connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM source.{table}")
        connection.commit()


def test_what_the_first_schema_held_is_whole_after_all_migrations(
    tmp_path: Path, written: Path, first_migrations: Path, harbour: Any
) -> None:
    old = tmp_path / "old.db"
    open_store(old, migrations=first_migrations).close()
    copy_rows(written, old)
    with open_store(old) as store, open_store(written, read_only=True) as today:
        assert check(store) == ()
        with store.read() as migrated, today.read() as fresh:
            assert facts.load_ledger(migrated, harbour.article.sha256) == harbour.ledger
            assert log.list_decisions(migrated) == log.list_decisions(fresh)
        with store.write() as connection:
            log.append(connection, Draft("ben", harbour.claim.key, AddNote("goes on")))
        assert check(store) == ()
