"""Where a database is: a path or a URL, and how to show it without its password."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from workbench.errors import StoreError
from workbench.visible import one_line


@dataclass(frozen=True, slots=True)
class SqliteLocation:
    """An SQLite file, by its absolute path with links resolved."""

    path: Path

    @property
    def shown(self) -> str:
        """The path, safe to show."""
        return one_line(str(self.path))


@dataclass(frozen=True, slots=True)
class PostgresLocation:
    """A PostgreSQL database, reached with psycopg 3."""

    url: URL

    @property
    def shown(self) -> str:
        """The URL without its password and without its query, which can hold one, too."""
        return one_line(self.url.set(drivername="postgresql", query={}).render_as_string(hide_password=True))


def parse_location(location: str | Path) -> SqliteLocation | PostgresLocation:
    """Return what `location` names: a path, `sqlite:///path` or `postgresql://user@host/name`.

    Raises:
        StoreError: it is a URL of another kind, or names nothing.
    """
    if isinstance(location, Path) or "://" not in location:
        if not str(location).strip():
            raise StoreError("The database has no name: give a path, or a URL like postgresql://user@host/name.")
        return _file(Path(location))
    try:
        url = make_url(location)
    except (ArgumentError, ValueError) as error:
        raise StoreError("The URL of the database cannot be read: write postgresql://user@host/name.") from error
    kind = url.get_backend_name()
    if kind == "sqlite":
        return _file(Path(_path_of(location)))
    if kind in ("postgresql", "postgres"):
        return PostgresLocation(url.set(drivername="postgresql+psycopg"))
    raise StoreError(f"A database of the kind “{one_line(kind)}” is not supported: use SQLite or PostgreSQL.")


def _path_of(url: str) -> str:
    """Return what stands after `sqlite:///`, as it stands: a path may hold %, ? and #."""
    _scheme, separator, path = url.partition(":///")
    if not separator or not path or path == ":memory:":
        raise StoreError("The URL of an SQLite database names a file: sqlite:///name or sqlite:////folder/name.")
    return path


def _file(path: Path) -> SqliteLocation:
    try:
        return SqliteLocation(path.expanduser().resolve())
    except (OSError, RuntimeError, ValueError) as error:
        raise StoreError(f"The path {one_line(str(path))} cannot be followed: {one_line(str(error))}.") from error
