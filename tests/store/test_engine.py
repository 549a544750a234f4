"""Opening: what is there is opened, what is not is made safely, and everything else is one clear line."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from workbench.errors import StoreError
from workbench.store import facts, sqlite_file
from workbench.store.engine import Store, open_store
from workbench.store.journal import Journal
from workbench.store.schema import migrations_folder, newest_revision
from workbench.store.sqlite_engine import connect


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@contextmanager
def masked(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def refusal(location: str | Path, **options: Any) -> str:
    """Return the one line with which opening fails."""
    with pytest.raises(StoreError) as caught:
        open_store(location, **options)
    message = str(caught.value)
    assert "\n" not in message
    return message


# --- what can be opened


@pytest.mark.parametrize(
    "name", ["plain.db", "50%25 off?.db", "a#b&c=d.db", "Ünïcode 日本.db", "no-ending", "a'b\"c.db"]
)
def test_any_file_name_is_one_file_with_that_name(tmp_path: Path, name: str) -> None:
    with open_store(tmp_path / name) as store:
        identifier = store.database_id
    with open_store(f"sqlite:///{tmp_path / name}") as store:
        assert store.database_id == identifier
    assert [path.name for path in tmp_path.iterdir() if path.stat().st_size] == [name]


def test_an_empty_file_is_a_new_database(tmp_path: Path) -> None:
    (tmp_path / "new.db").touch()
    with open_store(tmp_path / "new.db") as store, store.read() as connection:
        assert facts.list_collections(connection) == ()


def test_every_new_database_has_an_id_of_its_own_and_keeps_it(tmp_path: Path) -> None:
    identifiers = []
    for name in ("a.db", "b.db", "a.db"):
        with open_store(tmp_path / name) as store:
            identifiers.append(store.database_id)
    assert identifiers[0] == identifiers[2] != identifiers[1]


@pytest.mark.parametrize("journal", list(Journal))
def test_files_are_the_owners_alone_while_in_use_and_afterwards(
    tmp_path: Path, harbour: Any, add_samples: Any, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_file, "choose_journal", lambda path: journal)
    folder = tmp_path / "new" / "folder"
    with masked(0o022), open_store(folder / "w.db") as store:
        assert store.journal is journal
        add_samples(store, harbour)
        assert {path.name: mode_of(path) for path in folder.iterdir()} == {
            path.name: 0o600 for path in folder.iterdir()
        }
        assert len(list(folder.iterdir())) > 1  # a journal is there, too
    assert [mode_of(path) for path in (folder, folder.parent, folder / "w.db")] == [0o700, 0o700, 0o600]


def test_a_folder_that_was_there_keeps_its_permissions(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    open_store(tmp_path / "w.db").close()
    assert mode_of(tmp_path) == 0o755


# --- what cannot


def test_a_file_of_another_kind(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are my notes on the ferries, and no database at all.\n" * 50)
    for read_only in (False, True):
        assert "is not a workbench database" in refusal(path, read_only=read_only)
    assert path.read_text().startswith("These are my notes")


@pytest.mark.parametrize("table", ["bookmarks", "alembic_version"])
def test_a_database_of_another_program(tmp_path: Path, table: str) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"CREATE TABLE {table} (url TEXT)")
    before = path.read_bytes()
    assert "another program" in refusal(path)
    assert "another program" in refusal(path, read_only=True)
    assert path.read_bytes() == before


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)
    assert "is a folder" in refusal(tmp_path, read_only=True)


def test_a_path_through_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "cannot be made" in refusal(tmp_path / "file" / "w.db")


def test_nothing_there_to_read(tmp_path: Path) -> None:
    assert "There is no database" in refusal(tmp_path / "missing.db", read_only=True)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "empty.db").touch()
    assert "is empty" in refusal(tmp_path / "empty.db", read_only=True)


@pytest.mark.parametrize("damage", ["zeroed header", "cut", "garbage inside"])
def test_a_damaged_file(new_sqlite: Callable[[Path], Path], tmp_path: Path, damage: str) -> None:
    path = new_sqlite(tmp_path / "w.db")
    content = bytearray(path.read_bytes())
    match damage:
        case "zeroed header":
            content[:100] = bytes(100)
        case "cut":
            del content[len(content) // 3 :]
        case "garbage inside":
            content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)
    message = refusal(path)
    assert "damaged" in message
    assert path.read_bytes() == content


def test_a_newer_schema_is_left_alone_and_both_versions_are_named(
    new_sqlite: Callable[[Path], Path], tmp_path: Path
) -> None:
    path = new_sqlite(tmp_path / "w.db")
    with closing(connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    for read_only in (False, True):
        message = refusal(path, read_only=read_only)
        assert "9999" in message
        assert newest_revision(migrations_folder()) in message
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("location", "complaint"),
    [
        ("", "has no name"),
        ("mysql://host/x", "“mysql” is not supported"),
        ("sqlite://", "names a file"),
        ("sqlite:///:memory:", "names a file"),
        ("postgresql://host:port/x", "cannot be read"),
    ],
)
def test_a_location_that_names_no_database(location: str, complaint: str) -> None:
    assert complaint in refusal(location)


def test_a_server_that_does_not_answer_and_no_password_in_the_message() -> None:
    message = refusal("postgresql://ann:s3cret@127.0.0.1:9/reviews?password=s3cret&sslpassword=s3cret")
    assert "cannot be reached" in message
    assert "127.0.0.1" in message
    assert "s3cret" not in message


def test_a_missing_driver_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.store.postgres_engine.find_spec", lambda name: None)
    assert "claim-workbench[postgres]" in refusal("postgresql://host/reviews")


# --- without the right to write, as an ordinary user


AS_NOBODY = """
import os, sys, tempfile
from workbench.errors import StoreError
from workbench.store import facts
from workbench.store.engine import open_store
with tempfile.TemporaryDirectory() as folder:  # everything is imported before the rights are gone
    open_store(folder + "/w.db").close()
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
try:
    with open_store(sys.argv[1], read_only=sys.argv[2] == "ro") as store, store.read() as connection:
        print("opened", len(facts.list_collections(connection)))
except StoreError as error:
    print(error)
"""


@pytest.fixture
def open_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that every user can reach and read, and nobody but its owner can write."""
    folder = tmp_path_factory.mktemp("open")
    for above in (folder, *folder.parents):
        if above.stat().st_uid == os.geteuid() and not above.stat().st_mode & stat.S_IWOTH and "pytest" in str(above):
            above.chmod(0o755)
    return folder


def opened_as_nobody(path: Path, how: str) -> str:
    command = [sys.executable, "-c", AS_NOBODY, str(path), how]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.strip()


def test_a_file_that_may_only_be_read(new_sqlite: Callable[[Path], Path], open_folder: Path) -> None:
    path = new_sqlite(open_folder / "w.db")
    path.chmod(0o444)
    open_folder.chmod(0o555)
    try:
        assert "read-only" in opened_as_nobody(path, "rw")
        assert opened_as_nobody(path, "ro") == "opened 0"
    finally:
        open_folder.chmod(0o755)


def test_a_folder_that_may_only_be_read(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    try:
        assert "cannot be made" in opened_as_nobody(open_folder / "w.db", "rw")
        assert "cannot be made" in opened_as_nobody(open_folder / "deeper" / "w.db", "rw")
    finally:
        open_folder.chmod(0o755)


def test_a_file_that_may_not_be_read(new_sqlite: Callable[[Path], Path], open_folder: Path) -> None:
    path = new_sqlite(open_folder / "w.db")
    path.chmod(0o000)
    try:
        for how in ("rw", "ro"):
            assert "cannot be" in opened_as_nobody(path, how)
    finally:
        path.chmod(0o600)


# --- transactions


def test_a_store_opened_to_read_writes_nothing(location: str) -> None:
    with open_store(location, read_only=True) as store:
        with pytest.raises(StoreError, match="only to read"), store.write():
            pass
        with pytest.raises(StoreError), store.read() as connection:
            connection.execute(text("DELETE FROM collections"))


def test_a_reading_connection_refuses_to_write(store: Store) -> None:
    with pytest.raises(StoreError, match=r"readonly|read-only"), store.read() as connection:
        connection.execute(text("DELETE FROM collections"))


def test_what_raises_is_taken_back(store: Store) -> None:
    def fail() -> None:
        with store.write() as connection:
            connection.execute(text("INSERT INTO collections (name) VALUES ('x')"))
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    with store.read() as connection:
        assert facts.list_collections(connection) == ()


def test_a_reader_sees_one_state_throughout(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if store.journal is Journal.TRUNCATE:
        return  # there, a writer waits for the reader instead: see the next test
    with store.read() as reader:
        assert facts.list_collections(reader) == ()
        with store.write() as writer:
            writer.execute(text("INSERT INTO collections (name) VALUES ('x')"))
        assert facts.list_collections(reader) == ()


def test_a_locked_database_is_one_clear_line(tmp_path: Path) -> None:
    with open_store(tmp_path / "w.db") as store:
        with store.write() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout=20")
        with closing(connect(tmp_path / "w.db")) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError, match="is locked"), store.write():
                pass
            other.execute("ROLLBACK")
        with store.write() as connection:
            connection.execute(text("INSERT INTO collections (name) VALUES ('x')"))


def test_a_file_that_was_deleted_meanwhile_is_one_clear_line(tmp_path: Path) -> None:
    with open_store(tmp_path / "w.db") as store:
        (tmp_path / "w.db").unlink()
        with pytest.raises(StoreError, match="moved or deleted"), store.write() as connection:
            connection.execute(text("INSERT INTO collections (name) VALUES ('x')"))


def test_a_full_disk_loses_nothing_and_the_work_goes_on_once_there_is_room(
    tmp_path: Path, make_sample: Any, add_samples: Any
) -> None:
    with open_store(tmp_path / "w.db") as store:
        with store.write() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 6}")
        small = [make_sample(f"{number}.txt", salt=number) for number in range(40)]
        stored = 0
        with pytest.raises(StoreError, match=r"its disk is full \([0-9,]+ bytes are free\)"):  # noqa: PT012
            for stored, each in enumerate(small):  # noqa: B007 - how many were stored is used below
                add_samples(store, each)
        for _ in range(3):
            with pytest.raises(StoreError, match="disk is full"):
                add_samples(store, small[stored])
        with store.read() as connection:
            assert len(facts.list_articles(connection)) == stored > 0
        with store.write() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count=1000000")
        add_samples(store, small[stored])
        with store.read() as connection:
            assert len(facts.list_articles(connection)) == stored + 1


def test_a_second_write_in_the_same_thread_does_not_hang(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.store.engine.BUSY_SECONDS", 0.01)
    with (
        open_store(tmp_path / "w.db") as store,
        store.write(),
        pytest.raises(StoreError, match="busy with another change"),
        store.write(),
    ):
        pass


# --- what it costs


def test_an_existing_database_is_opened_without_alembic_and_the_orm(
    new_sqlite: Callable[[Path], Path], tmp_path: Path
) -> None:
    path = new_sqlite(tmp_path / "w.db")
    script = (
        "import sys; from workbench.store.engine import open_store; open_store(sys.argv[1]).close();"
        "print(sorted({'alembic', 'sqlalchemy.orm', 'psycopg', 'textual'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
