"""The demo: a throw-away copy of the collection that travels with the program."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.bundled import bundled_folder
from workbench.review.intake import add_files
from workbench.store.engine import open_store

DEMO_COLLECTION = "Vostochny demo"


@contextmanager
def demo_database() -> Iterator[Path]:
    """Yield the path of a fresh database with the demo collection; it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="workbench-demo-") as folder:
        path = Path(folder) / "demo.db"
        yield path


def fill_demo(path: str | Path) -> None:
    """Read the demo collection into the database at `path`."""
    with open_store(path) as store:
        add_files(store, [bundled_folder("seed") / "articles"], DEMO_COLLECTION)
