"""Open a database with other migrations. Arguments: database, folder of migrations."""

import sys
from pathlib import Path

from workbench.store.engine import open_store

print("ready", flush=True)  # noqa: T201 - the parent reads it
open_store(sys.argv[1], migrations=Path(sys.argv[2])).close()
print("done", flush=True)  # noqa: T201 - the parent reads it
