"""Browsing claims: the queue, the claim with its source in context, the passages of the other articles."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from workbench.errors import DecisionError
from workbench.review.model import ClaimView, QueueRow
from workbench.review.queue import FILTER_LABELS, QueueFilter, Tally, is_to_do, select_rows
from workbench.tui.bars import KeyBar, TitleBar, gauge
from workbench.tui.claim_panel import claim_lines, source_summary
from workbench.tui.dialogs import Ask, Choice, PickOne
from workbench.tui.flow import Span, clip
from workbench.tui.pane import Pane
from workbench.tui.passage_panel import Choice as PassageChoice
from workbench.tui.passage_panel import passage_lines
from workbench.tui.queue import ClaimQueue, QueueContext
from workbench.tui.screen import WorkbenchScreen
from workbench.tui.source_panel import source_lines


class ClaimBrowser(WorkbenchScreen):
    """Shows one claim after the other; what is decided about them is up to the screen that inherits it.

    Attributes:
        all_rows: the rows of all claims by key, in reading order.
        shown: those that filter and search let through, as the queue shows them.
        tally: how far all rows have come.
        view: the claim that is shown; None where there is none.
        choice: which other article and which of its passages is chosen.
    """

    HINTS: ClassVar[tuple[tuple[str, str], ...]] = ()

    def __init__(self) -> None:
        super().__init__()
        self.all_rows: dict[str, QueueRow] = {}
        self.shown: list[QueueRow] = []
        self.tally = Tally()
        self._filter = QueueFilter.ALL
        self._search = ""
        self.view: ClaimView | None = None
        self.choice = PassageChoice()

    def compose(self) -> ComposeResult:
        """Build the panes."""
        yield TitleBar(id="title")
        with Container(id="body"):
            yield ClaimQueue(id="queue")
            with Container(id="work"):
                with Container(id="reading"):
                    yield Pane(id="claim", classes="panel")
                    yield Pane(id="source", classes="panel")
                yield Pane(id="passages", classes="panel")
        yield KeyBar(self.HINTS, id="keys")

    def on_mount(self) -> None:
        """Name the panes."""
        self.query_one("#claim", Pane).border_title = self.titled("Claim")
        self.query_one("#source", Pane).border_title = self.titled("Source")
        self.query_one("#passages", Pane).border_title = self.titled("Other articles")

    def on_resize(self) -> None:
        """Lay everything out for the new size."""
        self.call_after_refresh(self.draw)

    # --- showing

    async def reload(self) -> None:
        """Read everything anew and stay on the same claim, if it is still there."""
        await self._reload_at(self.view.key if self.view else None)

    async def show_claim(self, key: str, article: str | None = None) -> None:
        """Read everything anew and go to a claim (and to one other article), even if the filter hides it."""
        if key not in {row.key for row in self.shown}:
            self._filter, self._search = QueueFilter.ALL, ""
        await self._reload_at(key)
        if key in self.all_rows and (self.view is None or self.view.key != key):
            self._filter = QueueFilter.DISCARDED
            await self.select(key)
        if article and self.view:
            keys = [cell.article.key for cell in self.view.cells]
            await self.choose(keys.index(article) if article in keys else 0)

    async def _reload_at(self, key: str | None) -> None:
        rows = await self.gateway.call(self.gateway.review.queue)
        self.all_rows = {row.key: row for row in rows}
        self.tally = Tally.of(rows)
        self.view = None
        await self.select(key)

    @property
    def cursor(self) -> int:
        """The place of the current claim in the queue, from 0."""
        return self.query_one(ClaimQueue).cursor

    async def select(self, key: str | None) -> None:
        """Apply filter and search, put the cursor on `key` or near where it was, and show that claim."""
        queue = self.query_one(ClaimQueue)
        self.shown = list(select_rows(self.all_rows.values(), self._filter, self.others, self._search))
        keys = [row.key for row in self.shown]
        cursor = keys.index(key) if key in keys else queue.cursor
        context = QueueContext(self.gateway.review.labels, self.others)
        queue.show_rows(self.shown, context, cursor)
        await self._open_current()

    async def _open_current(self) -> None:
        row = self.query_one(ClaimQueue).current
        if row is None:
            self.view = None
        elif self.view is None or self.view.key != row.key:
            self.view = await self.gateway.call(self.gateway.review.claim, row.key)
            await self.choose(self.next_open_cell(0))
            return
        self.draw()

    async def choose(self, cell: int) -> None:
        """Choose another article by its place in the view, look for its passages if need be, and draw."""
        self.choice = PassageChoice(cell)
        if self.view and self.view.cells and not self.view.cells[cell].searched:
            self.view = await self.gateway.call(self.gateway.review.search, self.view, cell)
        self.draw()

    async def refresh_claim(self, key: str, *, first_cell: int) -> QueueRow | None:
        """Read the current claim anew and update its row; None if it does not exist any more.

        The next other article to look at is chosen, from `first_cell` on.
        """
        before = self.view
        try:
            view = await self.gateway.call(self.gateway.review.claim, key)
        except DecisionError:
            self.view = None
            return None
        self.view = view.keeping_chosen_of(before) if before else view
        row = self.gateway.review.row(self.view.state)
        self.tally.count(self.all_rows[key], -1)
        self.tally.count(row)
        self.all_rows[key] = row
        self._replace_shown(row)
        await self.choose(self.next_open_cell(first_cell))
        return row

    def _replace_shown(self, row: QueueRow) -> None:
        queue = self.query_one(ClaimQueue)
        index = queue.cursor
        if index < len(self.shown) and self.shown[index].key == row.key:
            self.shown[index] = row
            queue.refresh_line_at(index)

    @property
    def others(self) -> int:
        """How many other articles each claim is held against."""
        return self.gateway.review.others

    def draw(self) -> None:
        """Draw the current claim in all panes."""
        self._draw_title()
        claim, source, passages = (self.query_one(f"#{name}", Pane) for name in ("claim", "source", "passages"))
        view = self.view
        if view is None:
            for pane in (claim, source, passages):
                pane.show([])
            return
        self._draw_claim(claim, view)
        self._draw_source(source, view)
        lines, chosen = passage_lines(view, self.choice, passages.text_width)
        passages.show(lines, reveal=chosen)
        passages.border_title = self.titled(f"Other articles · {len(view.undecided)} of {len(view.cells)} to look at")

    def _draw_title(self) -> None:
        review, tally = self.gateway.review, self.tally
        place = f"workbench · {review.collection} · {review.reviewer}"
        if self._search:
            place += f" · “{self._search}”"
        if self._filter is not QueueFilter.ALL:
            place += f" · {FILTER_LABELS[self._filter].split(':')[0]}"
        cells = tally.claims * self.others
        figures: tuple[Span, ...] = (
            *gauge(tally.decided, tally.claims, "claims"),
            *gauge(tally.relations, cells, "cells", 4),
        )
        self.query_one("#title", TitleBar).say(place=place, gauge=figures)

    def _draw_claim(self, pane: Pane, view: ClaimView) -> None:
        queue = self.query_one(ClaimQueue)
        pane.show(claim_lines(view, self.gateway.review.reviewer, pane.text_width), centre=(0, 0))
        pane.border_title = self.titled(f"Claim {queue.cursor + 1} of {len(self.shown)}")

    def _draw_source(self, pane: Pane, view: ClaimView) -> None:
        lines, lit = source_lines(view, pane.text_width)
        pane.show(lines, centre=lit)
        outlet = view.summary.publisher or view.summary.heading
        summary = source_summary(view.state)
        name = clip(f"{view.summary.label} · {outlet}", max(12, pane.text_width - len(summary) - 6))
        pane.border_title = self.titled(f"{name} · {summary}")

    # --- moving

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
            self.tell("Nothing is left to do here. E writes the report.")

    async def _go(self, index: int) -> None:
        # One repaint for the cursor and the claim: a repaint costs more than all the rest.
        with self.app.batch_update():
            self.query_one(ClaimQueue).go(index)
            await self._open_current()

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

    def action_passage(self, step: int) -> None:
        """Choose another passage of the chosen article."""
        if self.view and self.view.cells and (passages := self.view.cells[self.choice.cell].passages):
            index = min(max(0, self.choice.passage + step), len(passages) - 1)
            self.choice = PassageChoice(self.choice.cell, index)
            self.draw()

    def next_open_cell(self, after: int) -> int:
        """Return the next other article about which nothing is recorded, from `after` on, or else `after`."""
        cells = self.view.cells if self.view else ()
        order = [(after + offset) % len(cells) for offset in range(len(cells))]
        return next((index for index in order if cells[index].agreement is None), after if cells else 0)

    def action_filter(self) -> None:
        """Choose which claims the queue shows."""

        async def chosen(answer: str | None) -> None:
            if answer is not None:
                self._filter = QueueFilter(answer)
                await self.select(self.view.key if self.view else None)

        choices = [Choice(str(i), which, FILTER_LABELS[which]) for i, which in enumerate(QueueFilter, start=1)]
        self.app.push_screen(PickOne("Show", choices, chosen=self._filter), chosen)

    def action_search(self) -> None:
        """Show only claims that hold some words."""

        async def asked(answer: str | None) -> None:
            if answer is not None:
                self._search = answer
                await self.select(self.view.key if self.view else None)

        question = Ask("Search", "Words of the claim or its asserter.", self._search, required=False)
        self.app.push_screen(question, asked)

    @on(Pane.Picked, "#queue")
    async def pick_claim(self, event: Pane.Picked) -> None:
        """Go to the claim that was clicked."""
        await self._go(int(str(event.tag)))

    @on(Pane.Picked, "#passages")
    async def pick_article(self, event: Pane.Picked) -> None:
        """Choose the article that was clicked."""
        await self.choose(int(str(event.tag)))

    async def action_clear(self) -> None:
        """End the search and the filter."""
        self._filter, self._search = QueueFilter.ALL, ""
        await self.select(self.view.key if self.view else None)
