"""The settings of an SQLite connection, each with what goes wrong without it."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from workbench.errors import StoreError
from workbench.store.engine import Store, open_store
from workbench.store.schema import migrations_folder, newest_revision
from workbench.store.sqlite_engine import connect, reading_engine


@pytest.fixture
def path(tmp_path: Path, new_sqlite: Callable[[Path], Path]) -> Path:
    return new_sqlite(tmp_path / "w.db")


def pragma(store: Store, name: str) -> Any:
    with store.write() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("synchronous", 2),  # FULL: what was shown as saved survives a power cut
        ("foreign_keys", 1),
        ("recursive_triggers", 1),  # see test_chains.py
        ("busy_timeout", 30_000),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("application_id", int.from_bytes(b"clwb")),
        ("user_version", int(newest_revision(migrations_folder()))),
    ],
)
def test_every_writing_connection_is_set_up(path: Path, name: str, value: int) -> None:
    with open_store(path) as store:
        assert pragma(store, name) == value


def test_a_row_cannot_point_to_nothing(path: Path) -> None:
    statement = "INSERT INTO collection_articles (collection_id, article_id) VALUES (7, 7)"
    with open_store(path) as store, pytest.raises(StoreError, match="FOREIGN KEY"), store.write() as connection:
        connection.execute(text(statement))


def test_a_value_outside_the_vocabulary_is_refused(path: Path, harbour: Any, add_samples: Any) -> None:
    with open_store(path) as store:
        add_samples(store, harbour)
        for table, column in (("blocks", "kind"), ("sentences", "passed_over"), ("claims", "type")):
            with pytest.raises(StoreError, match="CHECK"), store.write() as connection:
                connection.execute(text(f"UPDATE {table} SET {column} = 'something'"))


def test_a_deferred_transaction_would_meet_one_at_once(path: Path) -> None:
    """Why every writing transaction is BEGIN IMMEDIATE: one that has read already is not even made to wait."""
    insert = "INSERT INTO collections (name) VALUES ('x')"
    with closing(connect(path)) as first, closing(connect(path)) as second:
        for connection in (first, second):
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM collections").fetchone()
        first.execute(insert)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            second.execute(insert)


def test_a_killed_writers_journal_is_rolled_back_by_a_reader(path: Path, tmp_path: Path) -> None:
    """Why the reading engine may write the file although its transactions may not."""
    torn = tmp_path / "torn.db"
    with closing(connect(path)) as writer:
        writer.execute("PRAGMA cache_size=1")
        writer.execute("PRAGMA journal_mode=TRUNCATE")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("CREATE TABLE half (text TEXT)")
        writer.executemany("INSERT INTO half VALUES (?)", [("x" * 3000,) for _ in range(200)])
        for ending in ("", "-journal"):  # what a kill leaves at this moment
            shutil.copyfile(f"{path}{ending}", f"{torn}{ending}")
        writer.execute("ROLLBACK")
    engine = reading_engine(torn)
    with engine.begin() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
    engine.dispose()
    assert "collections" in names
    assert "half" not in names
