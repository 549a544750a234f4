"""Three short articles about one event, read into a database of either kind."""

import pytest

from workbench.review.intake import add_bytes
from workbench.store.engine import Store

LEDGER = "Ferry aground\n\nThe ferry ran aground on Monday with 41 people on board. Nobody was hurt, police said.\n"
POST = "Ferry stuck\n\nA ferry with 43 people on board ran aground on Monday.\n"
TIDE = "Winds\n\nStrong winds kept boats in port on Sunday.\n"


@pytest.fixture
def filled(store: Store) -> Store:
    """A database of either kind, with three articles."""
    for name, text in (("ledger.txt", LEDGER), ("post.txt", POST), ("tide.txt", TIDE)):
        add_bytes(store, text.encode(), name, "ferry")
    return store
