"""A backup is complete or not there; a restore brings back exactly it, and keeps what it replaces."""

import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from workbench.errors import StoreError
from workbench.store import log
from workbench.store.backup import backup, restore
from workbench.store.check import check
from workbench.store.decisions import Decision, Draft
from workbench.store.engine import Store, open_store
from workbench.store.payloads import AddNote


@pytest.fixture
def path(tmp_path: Path, harbour: Any, add_samples: Any) -> Path:
    path = tmp_path / "w.db"
    with open_store(path) as store:
        add_samples(store, harbour)
        decide(store, harbour)
    return path


def decide(store: Store, sample: Any) -> None:
    with store.write() as connection:
        log.append(connection, Draft("ann", sample.claim.key, AddNote("hm")))


def decisions(path: Path) -> tuple[Decision, ...]:
    with open_store(path, read_only=True) as store, store.read() as connection:
        return log.list_decisions(connection)


def test_a_backup_is_the_database_as_it_was_and_the_owners_alone(path: Path, tmp_path: Path, harbour: Any) -> None:
    copy = tmp_path / "copy.db"
    with open_store(path) as store:
        backup(store, copy)
        decide(store, harbour)
    assert decisions(copy) == decisions(path)[:1]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with open_store(copy) as store:
        assert check(store) == ()


def test_a_backup_replaces_nothing(path: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("precious")
    with open_store(path) as store, pytest.raises(StoreError, match="exists already"):
        backup(store, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "precious"


def test_a_backup_that_fails_leaves_nothing(path: Path, tmp_path: Path) -> None:
    with open_store(path) as store:
        with pytest.raises(StoreError, match="cannot be written"):
            backup(store, tmp_path / "missing" / "copy.db")
        with pytest.raises(StoreError, match="cannot be written"):
            backup(store, path / "copy.db")
    assert {each.name for each in tmp_path.iterdir()} <= {"w.db", "w.db-journal", "w.db-wal", "w.db-shm"}


def test_restoring_brings_back_the_backup_and_keeps_what_was_there(path: Path, tmp_path: Path, harbour: Any) -> None:
    copy = tmp_path / "copy.db"
    with open_store(path) as store:
        backup(store, copy)
        decide(store, harbour)
    before, saved = decisions(path), decisions(copy)
    kept = restore(copy, path)
    assert decisions(path) == saved
    assert kept is not None
    assert decisions(kept) == before


def test_whoever_has_the_database_open_sees_the_restored_one(path: Path, tmp_path: Path, harbour: Any) -> None:
    with open_store(path) as store:
        backup(store, tmp_path / "copy.db")
        decide(store, harbour)
        restore(tmp_path / "copy.db", path)
        decide(store, harbour)
        assert check(store) == ()
    assert len(decisions(path)) == 2


def test_restoring_to_a_new_place(path: Path, tmp_path: Path) -> None:
    assert restore(path, tmp_path / "new" / "w.db") is None
    assert decisions(tmp_path / "new" / "w.db") == decisions(path)


@pytest.mark.parametrize("damaged", [b"\0" * 4096, b"SQLite format 3\0" + b"\xff" * 4080])
def test_a_damaged_database_is_moved_aside(path: Path, tmp_path: Path, damaged: bytes) -> None:
    copy = tmp_path / "copy.db"
    with open_store(path) as store:
        backup(store, copy)
    path.write_bytes(damaged)
    Path(f"{path}-journal").write_bytes(b"left behind")  # it would be played into the restored file
    kept = restore(copy, path)
    assert decisions(path) == decisions(copy)
    assert kept is not None
    assert kept.read_bytes() == damaged
    with open_store(path) as store:
        assert check(store) == ()


def test_only_a_whole_backup_of_ours_is_restored(
    path: Path, tmp_path: Path, new_sqlite: Callable[[Path], Path]
) -> None:
    before = path.read_bytes()
    other, cut, empty, note = (tmp_path / name for name in ("other.db", "cut.db", "empty.db", "note.txt"))
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    cut.write_bytes(new_sqlite(tmp_path / "whole.db").read_bytes()[:-8192])
    empty.touch()
    note.write_text("no database " * 20)
    for wrong in (other, cut, empty, note, tmp_path, tmp_path / "missing.db"):
        with pytest.raises(StoreError):
            restore(wrong, path)
    assert path.read_bytes() == before


@pytest.mark.slow
def test_a_postgresql_database_is_backed_up_with_its_own_tool(empty_postgres: str, tmp_path: Path) -> None:
    with open_store(empty_postgres) as store, pytest.raises(StoreError, match="pg_dump"):
        backup(store, tmp_path / "copy.db")
