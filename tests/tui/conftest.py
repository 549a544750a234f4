"""A small collection, and a driver that works the screen as a person does."""

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from workbench.review.intake import add_bytes
from workbench.review.model import ClaimView
from workbench.store.engine import open_store
from workbench.tui.app import WorkbenchApp
from workbench.tui.gateway import Opening
from workbench.tui.pane import Pane
from workbench.tui.shell import Leaving

ARTICLES = {
    "ledger.txt": """Ferry runs aground off Northholm

The ferry Alma ran aground on Monday with 41 people on board, the coast guard said.

"Nobody was hurt," said harbour master Ilse Brandt.

The Alma has served the island since 1998.
""",
    "post.txt": """Island ferry stuck on sandbank

A ferry with 43 people on board ran aground off Northholm on Monday, according to the coast guard.

No one was injured, harbour master Ilse Brandt said.
""",
    "tide.txt": """Weather keeps fishermen ashore

Strong winds kept fishing boats in port on Monday.
""",
}
COLLECTION = "ferry"


@pytest.fixture(scope="session")
def filled_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the three articles; read once, copied for each test."""
    path = tmp_path_factory.mktemp("filled") / "filled.db"
    with open_store(path) as store:
        for name, text in ARTICLES.items():
            add_bytes(store, text.encode(), name, COLLECTION)
    return path


@pytest.fixture
def database(filled_database: Path, tmp_path: Path) -> Path:
    """A database with the three articles, for one test alone."""
    return Path(shutil.copy(filled_database, tmp_path / "ferry.db"))


class Bench:
    """The program under the hands of a person."""

    def __init__(self, app: WorkbenchApp, pilot: Pilot[Leaving]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys one after the other; return when all is done that they caused."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Paste text into the dialog that is open, and take it with Enter."""
        for dialog in self.app.screen.query(Input):
            dialog.insert_text_at_cursor(text)
        await self.press("enter")

    async def settle(self) -> None:
        """Wait until nothing is under way."""
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    @property
    def view(self) -> ClaimView:
        """The claim on the review screen."""
        view = self.app.review_screen.view
        assert view is not None
        return view

    @property
    def position(self) -> int:
        """The place of the claim in the queue, from 0."""
        return self.app.review_screen.cursor

    def text(self, pane_id: str) -> str:
        """The words in a pane of the screen in front, all lines."""
        pane = self.app.screen.query_one(f"#{pane_id}", Pane)
        lines = (pane.line_at(index) for index in range(pane.virtual_size.height))
        return "\n".join("".join(span.text for span in line.spans) if line else "" for line in lines)

    def title(self, pane_id: str) -> str:
        """The words at the head of a pane."""
        return str(self.app.screen.query_one(f"#{pane_id}", Pane).border_title)

    def messages(self) -> list[str]:
        """The messages that are shown in the corner."""
        return [str(note.message) for note in self.app._notifications]


Opener = Callable[..., AbstractAsyncContextManager[Bench]]


@pytest.fixture
def opened() -> Opener:
    """Open the program on a database and wait for the first claim."""

    @asynccontextmanager
    async def opened(
        database: Path, *, reviewer: str = "mira", size: tuple[int, int] = (120, 40), paths: tuple[str, ...] = ()
    ) -> AsyncIterator[Bench]:
        app = WorkbenchApp(Opening(str(database), reviewer, paths=paths))
        async with app.run_test(size=size) as pilot:
            bench = Bench(app, pilot)
            await pilot.pause()
            await bench.settle()
            yield bench

    return opened
