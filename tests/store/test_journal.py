"""WAL only where it is safe: on a SQLite with the fix, on a file system of this machine, after it was tried."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from workbench.errors import StoreError
from workbench.store import sqlite_file
from workbench.store.engine import open_store
from workbench.store.journal import Journal, Version, choose_journal, has_wal_reset_fix, is_local
from workbench.store.sqlite_engine import connect


@pytest.mark.parametrize(
    ("version", "fixed"),
    [
        ((3, 37, 2), False),
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 3), False),
        ((3, 46, 1), False),
        ((3, 50, 4), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 0), False),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 0), True),
        ((4, 0, 0), True),
    ],
)
def test_versions_with_the_fix_of_the_wal_reset_bug(version: Version, fixed: bool) -> None:
    assert has_wal_reset_fix(version) is fixed


MOUNTS = r"""
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
23 22 0:21 / /proc rw - proc proc rw
30 22 0:30 / /home rw - nfs4 server:/home rw
31 30 8:1 / /home/ann/disk rw - xfs /dev/sdb1 rw
32 22 0:32 / /mnt/share rw - cifs //server/share rw
33 22 0:33 / /mnt/smb rw - smb3 //server/share rw
34 22 0:34 / /mnt/remote rw - fuse.sshfs ann@host:/ rw
35 22 0:35 / /mnt/ntfs rw - fuseblk /dev/sdc1 rw
36 22 0:36 / /mnt/host rw - 9p host rw
37 22 0:37 / /mnt/ceph rw - ceph mon:/ rw
38 22 0:38 / /mnt/lustre rw - lustre mgs:/fs rw
39 22 0:39 / /mnt/gpfs rw - gpfs gpfs rw
40 22 0:40 / /mnt/with\040blank rw - nfs server:/x rw
41 22 0:41 / /mnt/twice rw - ext4 /dev/sdd1 rw
42 22 0:42 / /mnt/twice rw - nfs server:/y rw
43 22 0:43 / /mnt/déjà rw - nfs server:/z rw
44 22 0:44 / /srv rw master:1 - btrfs /dev/sde rw
not a line of mountinfo
"""


@pytest.mark.parametrize(
    ("path", "local"),
    [
        ("/var/w.db", True),
        ("/home/ann/w.db", False),
        ("/home/ann/disk/w.db", True),
        ("/home/ann/diskette/w.db", False),
        ("/mnt/share/w.db", False),
        ("/mnt/smb/w.db", False),
        ("/mnt/remote/w.db", False),
        ("/mnt/ntfs/w.db", False),
        ("/mnt/host/w.db", False),
        ("/mnt/ceph/w.db", False),
        ("/mnt/lustre/w.db", False),
        ("/mnt/gpfs/w.db", False),
        ("/mnt/with blank/w.db", False),
        ("/mnt/twice/w.db", False),
        ("/mnt/déjà/w.db", False),
        ("/srv/w.db", True),
        ("/srv/Dropbox/w.db", False),
        ("/srv/OneDrive - Paper/w.db", False),
        ("/srv/Google Drive/w.db", False),
        ("/srv/iCloudDrive/w.db", False),
    ],
)
def test_file_systems_of_this_machine(path: str, local: bool) -> None:
    assert is_local(Path(path), MOUNTS) is local


def test_where_nothing_is_known_nothing_is_local() -> None:
    assert not is_local(Path("/var/w.db"), "")


def test_an_old_sqlite_gets_a_rollback_journal(tmp_path: Path) -> None:
    assert choose_journal(tmp_path / "w.db", (3, 40, 1)) is Journal.TRUNCATE


def test_the_journal_in_use_is_the_one_that_was_chosen(tmp_path: Path) -> None:
    with open_store(tmp_path / "w.db") as store, store.write() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == store.journal
        assert store.journal is choose_journal(tmp_path / "w.db")


def use(monkeypatch: pytest.MonkeyPatch, journal: Journal) -> None:
    monkeypatch.setattr(sqlite_file, "choose_journal", lambda path: journal)


def test_a_file_changes_its_journal_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that was copied from a safe place to one that is not, and back."""
    path = tmp_path / "w.db"
    for journal in (Journal.WAL, Journal.TRUNCATE, Journal.WAL):
        use(monkeypatch, journal)
        with open_store(path) as store, store.write() as connection:
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == journal


def test_a_file_in_unsafe_wal_use_elsewhere_is_refused(
    tmp_path: Path, new_sqlite: Callable[[Path], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = new_sqlite(tmp_path / "w.db")
    use(monkeypatch, Journal.TRUNCATE)
    with closing(connect(path)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM collections").fetchone()
        monkeypatch.setattr("workbench.store.sqlite_engine.BUSY_SECONDS", 0.02)
        with pytest.raises(StoreError, match="close the other program first"):
            open_store(path)


def test_wal_that_only_says_it_works_is_not_used(
    tmp_path: Path, new_sqlite: Callable[[Path], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some file systems answer “wal” and then fail the first write."""

    class Lying(sqlite3.Connection):
        def execute(self, statement: str, *arguments: Any) -> sqlite3.Cursor:
            if statement.startswith("PRAGMA user_version="):
                raise sqlite3.OperationalError("disk I/O error")
            return super().execute(statement, *arguments)

    def lying_connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
        return sqlite3.connect(path, isolation_level=None, factory=Lying)

    path = new_sqlite(tmp_path / "w.db")
    use(monkeypatch, Journal.WAL)
    monkeypatch.setattr(sqlite_file, "connect", lying_connect)
    with open_store(path) as store, store.write() as connection:
        assert store.journal is Journal.TRUNCATE
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "truncate"
