"""Open a database with other migrations. Arguments: database, folder of migrations."""

import sys
from pathlib import Path

import alembic.command  # noqa: F401 - so that a kill meets the migration, not this import

from workbench.store.engine import open_store

print("ready", flush=True)  # noqa: T201 - the parent reads it
open_store(sys.argv[1], migrations=Path(sys.argv[2])).close()
print("done", flush=True)  # noqa: T201 - the parent reads it
