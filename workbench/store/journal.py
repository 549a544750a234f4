"""Which journal an SQLite file gets: the write-ahead log where it is safe, a rollback journal elsewhere.

SQLite 3.7.0 to 3.51.2 can lose committed data in WAL mode with two connections (the WAL-reset bug, fixed in
3.51.3 and, on older branches, in 3.50.7 and 3.44.6). A WAL also needs shared memory, which network file systems
do not give and synchronised folders break. TRUNCATE is slower and safe everywhere.
"""

import re
import sqlite3
from enum import StrEnum
from pathlib import Path
from typing import Final

Version = tuple[int, int, int]

_FIXED_BRANCHES: Final[dict[tuple[int, int], int]] = {(3, 50): 7, (3, 44): 6}
_FIXED_SINCE: Final[Version] = (3, 51, 3)

_REMOTE_TYPES: Final = frozenset(
    {"9p", "afs", "beegfs", "ceph", "cifs", "gfs2", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4"}
    | {"ocfs2", "smb3", "smbfs", "vboxsf", "virtiofs"}
)
_SYNCHRONISED: Final = ("dropbox", "google drive", "googledrive", "icloud", "nextcloud", "onedrive", "owncloud")
_MOUNTS: Final = Path("/proc/self/mountinfo")


class Journal(StrEnum):
    """How SQLite keeps a transaction whole."""

    WAL = "wal"
    TRUNCATE = "truncate"


def choose_journal(path: Path, version: Version = sqlite3.sqlite_version_info) -> Journal:
    """Return the journal for the file at `path` (absolute, links resolved) with this version of SQLite."""
    mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape") if _MOUNTS.exists() else ""
    return Journal.WAL if has_wal_reset_fix(version) and is_local(path, mounts) else Journal.TRUNCATE


def has_wal_reset_fix(version: Version) -> bool:
    """Whether this version of SQLite is free of the WAL-reset bug."""
    patch = _FIXED_BRANCHES.get(version[:2])
    return version >= _FIXED_SINCE or (patch is not None and version[2] >= patch)


def is_local(path: Path, mounts: str) -> bool:
    """Whether `path` is surely on a file system of this machine, by the lines of Linux's mountinfo.

    Where there are no such lines nothing is sure. A folder that a cloud service synchronises does not count.
    """
    if any(name in part.casefold() for part in path.parts for name in _SYNCHRONISED):
        return False
    kind = _file_system(path, mounts)
    return kind is not None and kind not in _REMOTE_TYPES and not kind.startswith("fuse")


def _file_system(path: Path, mounts: str) -> str | None:
    """Return the type of the file system at the longest mount point above `path`; the last mounted one wins."""
    best, depth = None, -1
    for line in mounts.splitlines():
        before, separator, after = line.partition(" - ")
        fields = before.split(" ")
        if not separator or len(fields) < 5 or not after:
            continue
        point = Path(_unescaped(fields[4]))
        if path.is_relative_to(point) and len(point.parts) >= depth:
            best, depth = after.split(" ")[0], len(point.parts)
    return best


def _unescaped(point: str) -> str:
    """Return a mount point as it is; mountinfo writes blanks and the like as octal numbers."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match.group(1), 8)), point)
