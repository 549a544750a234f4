"""Review calls on a thread of their own, one after the other, so that the screen never waits for the database."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from workbench.review.session import Review

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Opening:
    """What the screen opens with.

    Attributes:
        location: path or URL of the database.
        paths: files and folders to read first.
        demo: whether the demo collection is read first.
        embeddings: folder or name of an embedding model that helps to find passages; None for none.
    """

    location: str
    reviewer: str
    collection: str | None = None
    paths: tuple[str, ...] = ()
    demo: bool = False
    embeddings: str | None = None


class Gateway:
    """The screen's way to the review layer. `review` exists once `open` has returned."""

    review: "Review"

    def __init__(self, opening: Opening) -> None:
        self.opening = opening
        self.is_open = False
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="review")

    async def open(self) -> None:
        """Open the database and read its articles.

        Raises:
            WorkbenchError: it cannot be opened.
        """
        self.review = await self.call(_open, self.opening)
        self.is_open = True

    async def call(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `function` on the review thread and return what it returns."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._executor, partial(function, *args, **kwargs))

    def close(self) -> None:
        """Finish what is under way and close the database."""
        if self.is_open:
            self._executor.submit(self.review.close)
        self._executor.shutdown(wait=True)


def _open(opening: Opening) -> "Review":
    # The database is slow to import: it comes after the first frame, on this thread.
    from workbench.review.demo import DEMO_COLLECTION, fill_demo
    from workbench.review.session import Review

    if opening.demo:
        fill_demo(opening.location)
        return Review.open(opening.location, opening.reviewer, DEMO_COLLECTION)
    return Review.open(
        opening.location,
        opening.reviewer,
        opening.collection,
        new=bool(opening.paths),
        embeddings=opening.embeddings,
    )
