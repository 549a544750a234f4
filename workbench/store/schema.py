"""Which schema a database has and which one this program knows; found without Alembic, which is slow to import."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, text

from workbench.bundled import bundled_folder
from workbench.errors import StoreError

_TABLES: Final = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    "postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()",
}


def migrations_folder() -> Path:
    """Return the folder of migrations that came with this program."""
    return bundled_folder("migrations")


def newest_revision(folder: Path) -> str:
    """Return the revision that the migrations in `folder` lead to: files are named NNNN_what_it_does.py."""
    return max(file.name.split("_")[0] for file in (folder / "versions").glob("[0-9]*_*.py"))


def stored_revision(connection: Connection, location: str) -> str | None:
    """Return the revision of the database, None if it is empty.

    Raises:
        StoreError: it holds tables of another program.
    """
    tables = set(connection.execute(text(_TABLES[connection.dialect.name])).scalars())
    if "alembic_version" in tables:
        revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if revision is not None:
            return str(revision)
    if tables - {"alembic_version"}:
        raise StoreError(f"The database {location} holds tables of another program: choose another one.")
    return None


def refuse_newer(stored: str | None, newest: str, location: str) -> None:
    """Make sure that this program knows the schema.

    Raises:
        StoreError: the database was written by a newer program.
    """
    if stored is not None and stored > newest:
        raise StoreError(
            f"The database {location} has schema {stored}, and this workbench knows schemas up to {newest}:"
            " install a newer claim-workbench. Nothing was changed."
        )
