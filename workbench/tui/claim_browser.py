"""Browsing claims: the queue, the claim with its source in context, the passages of the other articles."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Container
from textual.timer import Timer

from workbench.errors import DecisionError, StoreError
from workbench.review.classes import in_class_order
from workbench.review.desk import SavedQueue
from workbench.review.model import ClaimState, ClaimView, QueueRow
from workbench.review.queue import FILTER_LABELS, QueueFilter, Tally, select_rows
from workbench.review.standing import Standing
from workbench.tui.bars import KeyBar, TitleBar, gauge
from workbench.tui.cell_screen import CellScreen
from workbench.tui.claim_panel import claim_lines, source_summary
from workbench.tui.flow import Span, clip
from workbench.tui.pane import Pane
from workbench.tui.passage_panel import Choice as PassageChoice
from workbench.tui.passage_panel import passage_lines
from workbench.tui.queue import ClaimQueue, QueueContext
from workbench.tui.source_panel import source_lines

_STAYED: Final = 5.0  # seconds on a claim, after which it is where one left


class ClaimBrowser(CellScreen):
    """Shows one claim after the other; what is decided about them is up to the screen that inherits it.

    Attributes:
        all_rows: the rows of all claims by key, in reading order.
        shown: those that filter and search let through, as the queue shows them.
        shows: what the queue shows, in which order, and the name that it is kept under.
        tally: how far all rows have come.
        standing: how it stands among the others.
    """

    HINTS: ClassVar[tuple[tuple[str, str], ...]] = ()

    def __init__(self) -> None:
        super().__init__()
        self.all_rows: dict[str, QueueRow] = {}
        self.shown: list[QueueRow] = []
        self.tally = Tally()
        self.shows = SavedQueue("", QueueFilter.ALL, "", False)
        self._collection: str | None = None
        self._leaving: Timer | None = None
        self.standing: Standing | None = None

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
        """Read everything anew and stay on the same claim; in a collection that one comes to, where one left it."""
        if self._collection == self.gateway.review.collection:
            await self._reload_at(self.view.key if self.view else None)
            return
        self._collection = self.gateway.review.collection
        self.shows = SavedQueue("", QueueFilter.ALL, "", False)
        place = await self.gateway.call(self.gateway.review.desk.last_place)
        await self._reload_at(place.claim if place else None)
        if place and place.article and self.view and self.view.key == place.claim:
            await self._choose_article(place.article)

    async def show_claim(self, key: str, article: str | None = None) -> None:
        """Read everything anew and go to a claim (and to one other article), even if the filter hides it."""
        if key not in {row.key for row in self.shown}:
            self.shows = replace(self.shows, filter=QueueFilter.ALL, search="")
        await self._reload_at(key)
        if key in self.all_rows and (self.view is None or self.view.key != key):
            self.shows = replace(self.shows, filter=QueueFilter.DISCARDED)
            await self.select(key)
        if article and self.view:
            await self._choose_article(article)

    async def _choose_article(self, article: str) -> None:
        keys = [cell.article.key for cell in self.view.cells] if self.view else []
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
        chosen = select_rows(self.all_rows.values(), QueueFilter(self.shows.filter), self.others, self.shows.search)
        if self.shows.by_class:
            chosen = in_class_order(chosen, await self.gateway.call(self.gateway.review.graph.classes))
        self.shown = list(chosen)
        keys = [row.key for row in self.shown]
        cursor = keys.index(key) if key in keys else queue.cursor
        context = QueueContext(self.gateway.review.labels, self.others)
        queue.show_rows(self.shown, context, cursor)
        await self.open_current()

    async def open_current(self) -> None:
        """Show the claim under the cursor."""
        row = self.query_one(ClaimQueue).current
        if row is None:
            self.view = None
        elif self.view is None or self.view.key != row.key:
            self.view = await self.gateway.call(self.gateway.review.claim, row.key)
            self.standing = await self.gateway.call(self.gateway.review.graph.standing, row.key)
            self._remember_place_soon()
            await self.choose(self.next_open_cell(0))
            return
        self.draw()

    # --- where one leaves

    def _remember_place_soon(self) -> None:
        """Remember the claim once the reviewer has stayed on it for a moment; not at every step through the queue."""
        if self._leaving is not None:
            self._leaving.stop()
        self._leaving = self.set_timer(_STAYED, self.remember_place)

    async def remember_place(self) -> None:
        """Remember where the reviewer is, so that the next session begins there."""
        if self.view is None:
            return
        cell = self.chosen_cell
        # It is a comfort, not the record: a database that is busy for now keeps nobody here.
        with suppress(StoreError):
            await self.gateway.call(
                self.gateway.review.desk.leave_at, self.view.key, cell.article.key if cell else None
            )

    async def choose(self, cell: int) -> None:
        """Choose another article by its place in the view, look for its passages if need be, and draw."""
        self.choice = PassageChoice(cell)
        if self.view and self.view.cells and not self.view.cells[cell].searched:
            self.view = await self.gateway.call(self.gateway.review.search, self.view, cell)
        self.draw()

    async def refresh_claim(self, key: str, *, first_cell: int, stays_on: str | None = None) -> QueueRow | None:
        """Read the current claim anew and update its row; None if it does not exist any more.

        The next other article to look at is chosen, from `first_cell` on, or the one to stay on (a key).
        """
        before = self.view
        try:
            view = await self.gateway.call(self.gateway.review.claim, key)
        except DecisionError:
            self.view = None
            return None
        self.view = view.keeping_chosen_of(before) if before else view
        self.standing = await self.gateway.call(self.gateway.review.graph.standing, key)
        row = await self._refresh_row(self.view.state)
        for other in self._named_otherwise(before, self.view):
            await self._refresh_row(await self.gateway.call(self.gateway.review.context.state, other))
        if stays_on is None:
            await self.choose(self.next_open_cell(first_cell))
        else:
            await self._choose_article(stays_on)
        return row

    async def _refresh_row(self, state: ClaimState) -> QueueRow:
        """Count a claim's row anew, and draw it where the queue shows it."""
        row = await self.gateway.call(self.gateway.review.row, state)
        self.tally.count(self.all_rows[row.key], -1)
        self.tally.count(row)
        self.all_rows[row.key] = row
        shown = next((index for index, each in enumerate(self.shown) if each.key == row.key), None)
        if shown is not None:
            self.shown[shown] = row
            self.query_one(ClaimQueue).refresh_line_at(shown)
        return row

    def _named_otherwise(self, before: ClaimView | None, after: ClaimView) -> Iterator[str]:
        """Yield the claims with which one view records relations that the other does not: their cells changed."""
        views = [view.state.agreements if view else () for view in (before, after)]
        named = [{(given.other_claim, given.relation) for given in given_ones} for given_ones in views]
        changed = {other for other, _relation in named[0] ^ named[1] if other is not None}
        return (key for key in changed if key in self.all_rows)

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
        if self.shows.name:
            place += f" · {self.shows.name}"
        if self.shows.search:
            place += f" · “{self.shows.search}”"
        if self.shows.filter != QueueFilter.ALL:
            place += f" · {FILTER_LABELS[QueueFilter(self.shows.filter)].split(':')[0]}"
        if self.shows.by_class:
            place += " · class by class"
        cells = tally.claims * self.others
        figures: tuple[Span, ...] = (
            *gauge(tally.decided, tally.claims, "claims"),
            *gauge(tally.relations, cells, "cells", 4),
        )
        self.query_one("#title", TitleBar).say(place=place, gauge=figures)

    def _draw_claim(self, pane: Pane, view: ClaimView) -> None:
        queue = self.query_one(ClaimQueue)
        lines = claim_lines(view, self.standing, self.gateway.review.reviewer, pane.text_width)
        pane.show(lines, centre=(0, 0))
        same = len(self.standing.equivalent) if self.standing else 0
        parts = [f"Claim {queue.cursor + 1} of {len(self.shown)}"]
        parts += [self.standing.count.told()] if self.standing else []
        parts += [f"one of {same + 1} that say the same"] if same else []
        pane.border_title = self.titled(" · ".join(parts))

    def _draw_source(self, pane: Pane, view: ClaimView) -> None:
        lines, lit = source_lines(view, pane.text_width)
        pane.show(lines, centre=lit)
        outlet = view.summary.publisher or view.summary.heading
        summary = source_summary(view.state)
        name = clip(f"{view.summary.label} · {outlet}", max(12, pane.text_width - len(summary) - 6))
        pane.border_title = self.titled(f"{name} · {summary}")

    def next_open_cell(self, after: int) -> int:
        """Return the next other article about which nothing is known yet, from `after` on, or else `after`."""
        cells = self.view.cells if self.view else ()
        order = [(after + offset) % len(cells) for offset in range(len(cells))]
        return next((index for index in order if not cells[index].is_decided), after if cells else 0)
