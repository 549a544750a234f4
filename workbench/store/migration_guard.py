"""What a migration of an SQLite file must not lose, looked at before it is committed.

SQLite changes a table by building it anew, and drops with the old one its triggers, and, where foreign keys are
on, the rows of other tables that point to it. Neither is an error to SQLite; so tables, rows, triggers and
indexes are counted before and after. A migration that means to lose something says so in its module:
`LOSES = {"name of a table whose rows change, of a dropped table, index or trigger"}`.
"""

import importlib.util
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, text

from workbench.errors import StoreError


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The rows of each table, and the names of all tables, indexes, triggers and views."""

    rows: dict[str, int]
    names: frozenset[str]

    @classmethod
    def of(cls, connection: Connection) -> "Snapshot":
        """Return what the database holds now."""
        listed = connection.execute(
            text("SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name != 'alembic_version'")
        ).all()
        quote = connection.dialect.identifier_preparer.quote_identifier
        rows = {
            name: int(connection.exec_driver_sql(f"SELECT count(*) FROM {quote(name)}").scalar_one())  # noqa: S608
            for kind, name in listed
            if kind == "table"
        }
        return cls(rows, frozenset(f"{kind} {name}" for kind, name in listed))


def may_lose(folder: Path, stored: str | None) -> frozenset[str]:
    """Return what the migrations in `folder` after revision `stored` declare that they lose."""
    declared: set[str] = set()
    for file in sorted((folder / "versions").glob("[0-9]*_*.py")):
        if file.name.split("_")[0] > (stored or ""):
            spec = importlib.util.spec_from_file_location(file.stem, file)
            if spec is None or spec.loader is None:
                raise StoreError(f"The migration {file.name} cannot be read: install claim-workbench again.")
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            declared |= getattr(module, "LOSES", set())
    return frozenset(declared)


def check_nothing_lost(connection: Connection, before: Snapshot, allowed: frozenset[str], location: str) -> None:
    """Compare the database with what it held `before`.

    Raises:
        StoreError: something is missing; the caller's transaction must not be committed.
    """
    after = Snapshot.of(connection)
    lost = [name for name in sorted(before.names - after.names) if name.split(" ", 1)[1] not in allowed]
    lost += [
        f"table {table} has {after.rows[table]} rows instead of {count}"
        for table, count in sorted(before.rows.items())
        if table in after.rows and after.rows[table] != count and table not in allowed
    ]
    lost += [
        f"a row of {child} points to a missing one of {parent}"
        for child, _row, parent, _key in connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    ]
    if lost:
        raise StoreError(
            f"The schema of {location} was not changed, as that would lose: {'; '.join(lost[:5])}."
            " The database is as it was; please report this."
        )
