"""Moving through claims, articles and passages, and choosing what the queue shows."""

from dataclasses import replace

from textual import on

from workbench.review.desk import SavedQueue
from workbench.review.queue import QueueFilter, is_to_do
from workbench.tui.claim_browser import ClaimBrowser
from workbench.tui.dialogs import Ask
from workbench.tui.pane import Pane
from workbench.tui.queue import ClaimQueue
from workbench.tui.queue_chooser import choose_queue


class ClaimMoves(ClaimBrowser):
    """The keys and clicks that go to another claim, another article, another passage."""

    async def action_move(self, step: int) -> None:
        """Go to another claim."""
        await self._go(self.query_one(ClaimQueue).cursor + step)

    async def action_page(self, step: int) -> None:
        """Go a page of claims on or back."""
        queue = self.query_one(ClaimQueue)
        await self._go(queue.cursor + step * max(1, queue.size.height - 1))

    async def action_edge(self, side: int) -> None:
        """Go to the first or the last claim."""
        await self._go(0 if side < 0 else len(self.shown) - 1)

    async def action_to_do(self) -> None:
        """Go to the next claim with something left to decide."""
        if not await self.advance():
            self.tell("Nothing is left to decide here. D says what is missing, E writes the report.")

    async def _go(self, index: int) -> None:
        # One repaint for the cursor and the claim: a repaint costs more than all the rest.
        with self.app.batch_update():
            self.query_one(ClaimQueue).go(index)
            await self.open_current()

    async def advance(self) -> bool:
        """Go to the next claim to do, around the end if need be; False where there is none."""
        start, count = self.query_one(ClaimQueue).cursor, len(self.shown)
        for offset in range(1, count + 1):
            index = (start + offset) % count
            if is_to_do(self.shown[index], self.others):
                await self._go(index)
                return True
        return False

    async def action_cell(self, step: int) -> None:
        """Choose another of the other articles."""
        if self.view and self.view.cells:
            await self.choose((self.choice.cell + step) % len(self.view.cells))

    async def action_filter(self) -> None:
        """Choose which claims the queue shows, or a queue that is kept under a name."""
        await choose_queue(self)

    async def show_queue(self, queue: SavedQueue) -> None:
        """Show what `queue` says, and stay on the same claim if it is among that."""
        self.shows = queue
        await self.select(self.view.key if self.view else None)

    async def action_class_order(self) -> None:
        """Go class by class through the queue, or in reading order again."""
        await self.show_queue(replace(self.shows, by_class=not self.shows.by_class))

    def action_search(self) -> None:
        """Show only claims that hold some words."""

        async def asked(answer: str | None) -> None:
            if answer is not None:
                await self.show_queue(replace(self.shows, name="", search=answer))

        question = Ask("Search", "Words of the claim or its asserter.", self.shows.search, required=False)
        self.bench.open_dialog(question, asked)

    @on(Pane.Picked, "#queue")
    async def pick_claim(self, event: Pane.Picked) -> None:
        """Go to the claim that was clicked."""
        with self.bench.refusing():
            await self._go(int(str(event.tag)))

    @on(Pane.Picked, "#passages")
    async def pick_article(self, event: Pane.Picked) -> None:
        """Choose the article that was clicked."""
        with self.bench.refusing():
            await self.choose(int(str(event.tag)))

    async def action_clear(self) -> None:
        """End the search and the filter."""
        await self.show_queue(replace(self.shows, name="", filter=QueueFilter.ALL, search=""))
