"""The decision log, newest first; nothing ever leaves it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.review.describe import describe
from workbench.review.model import Decision, Outcome, ReadSentences
from workbench.tui.bars import KeyBar, TitleBar
from workbench.tui.flow import Line, clip, span
from workbench.tui.ink import Ink
from workbench.tui.key_action import KeyAction, bindings
from workbench.tui.list_keys import HISTORY_KEYS
from workbench.tui.list_pane import ListPane
from workbench.tui.pane import Pane
from workbench.tui.screen import WorkbenchScreen

SHOWN = 5_000
"""So many of the latest decisions are shown; `workbench history` lists them all."""

_HINTS = (("j k", "move"), ("Enter", "to the claim"), ("u U", "undo, redo"), ("R A M D", "screens"))


class HistoryPane(ListPane[Decision]):
    """A line a decision."""

    empty = "nothing decided yet"
    undone: frozenset[str] = frozenset()
    labels: dict[str, str] = {}  # noqa: RUF012 - replaced, never changed

    def show_decisions(self, decisions: tuple[Decision, ...], labels: dict[str, str]) -> None:
        """Show decisions, the newest first."""
        self.labels, self.undone = labels, _undone(decisions)
        self.show_rows(decisions)

    def row_line(self, row: Decision) -> Line:
        """Draw one decision."""
        gone = row.id in self.undone
        words = describe(row, self.labels) + (" (undone)" if gone else "")
        return Line(
            (
                span(f" {row.at.astimezone():%Y-%m-%d %H:%M:%S} ", Ink.FAINT),
                span(f"{clip(row.reviewer, 14):<14} ", Ink.MUTED),
                span(clip(words, max(10, self.text_width - 38)), Ink.GONE if gone else Ink.PLAIN),
            )
        )


def _undone(newest_first: tuple[Decision, ...]) -> frozenset[str]:
    undone: set[str] = set()
    for decision in newest_first:
        if decision.undoes is not None and decision.id not in undone:
            undone.add(decision.undoes)
    return frozenset(undone)


class HistoryScreen(WorkbenchScreen):
    """All decisions of the database."""

    KEYS: ClassVar[tuple[KeyAction, ...]] = HISTORY_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(HISTORY_KEYS)]

    def compose(self) -> ComposeResult:
        """Build the panes."""
        yield TitleBar(id="title")
        yield HistoryPane(id="history", classes="panel")
        yield KeyBar(_HINTS, id="keys")

    async def reload(self) -> None:
        """Show the log as it is now."""
        review = self.gateway.review
        decisions = await self.gateway.call(review.history, limit=SHOWN)
        pane = self.query_one(HistoryPane)
        pane.border_title = self.titled("History")
        pane.show_decisions(decisions, review.labels)
        latest = "latest " if len(decisions) == SHOWN else ""
        words = (span(f"{len(decisions)} {latest}decisions ", Ink.MUTED),)
        self.query_one("#title", TitleBar).say(place=f"workbench · {review.collection} · history", gauge=words)

    def action_move(self, step: int) -> None:
        """Go to another decision."""
        pane = self.query_one(HistoryPane)
        pane.go(pane.cursor + step)

    @on(Pane.Picked)
    def pick(self, event: Pane.Picked) -> None:
        """Go to the decision that was clicked."""
        self.query_one(HistoryPane).go(int(str(event.tag)))

    async def action_open_claim(self) -> None:
        """Go to what the decision is about: a claim, or sentences of an article."""
        decision = self.query_one(HistoryPane).current
        if decision is None:
            return
        if isinstance(decision.payload, ReadSentences):
            await self.bench.show_article(decision.payload.article, decision.payload.sentences[0])
        elif decision.claim in {row.key for row in await self.gateway.call(self.gateway.review.queue)}:
            await self.bench.review_claim(decision.claim)
        else:
            self.tell("This decision is about no claim that stands in this collection.")

    async def saved(self, outcome: Outcome) -> None:
        """Show the log with what was just decided."""
        self.tell(outcome.message)
        await self.reload()
