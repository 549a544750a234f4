"""The demo: the collection that travels with the program, read into a throw-away database."""

from pathlib import Path

from workbench.bundled import bundled_folder
from workbench.review.intake import add_files
from workbench.store.engine import open_store

DEMO_COLLECTION = "Vostochny demo"


def fill_demo(path: str | Path) -> None:
    """Read the demo collection into the database at `path`."""
    with open_store(path) as store:
        add_files(store, [bundled_folder("seed") / "articles"], DEMO_COLLECTION)
