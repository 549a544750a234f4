"""The dashboard: how far the review has come, in figures and bars."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.review.model import Outcome
from workbench.review.progress import Progress
from workbench.tui.bars import KeyBar, TitleBar, gauge
from workbench.tui.flow import Line, flow, span
from workbench.tui.ink import RELATION_INKS, VERDICT_INKS, Ink
from workbench.tui.keys import DASHBOARD_KEYS, KeyAction, bindings
from workbench.tui.pane import Pane
from workbench.tui.screen import WorkbenchScreen
from workbench.vocabulary import RELATION_TERMS, SCOPE_WARNING, VERDICT_TERMS, WORKFLOW_LABELS, WorkflowState

_HINTS = (("R A M H", "screens"), ("E", "export"))
_BAR = 30


class DashboardScreen(WorkbenchScreen):
    """Progress, verdicts, relations, states and votes of the collection."""

    KEYS: ClassVar[tuple[KeyAction, ...]] = DASHBOARD_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(DASHBOARD_KEYS)]
    _progress: Progress | None = None

    def compose(self) -> ComposeResult:
        """Build the panes."""
        yield TitleBar(id="title")
        yield Pane(id="figures", classes="panel")
        yield KeyBar(_HINTS, id="keys")

    def on_resize(self) -> None:
        """Fit the bars to the new width."""
        self.call_after_refresh(self._draw)

    async def reload(self) -> None:
        """Count anew."""
        self._progress = await self.gateway.call(self.gateway.review.progress)
        self._draw()

    def _draw(self) -> None:
        if self._progress is None:
            return
        review, pane = self.gateway.review, self.query_one("#figures", Pane)
        pane.border_title = self.titled("Progress")
        pane.show(progress_lines(self._progress, len(review.current), pane.text_width))
        self.query_one("#title", TitleBar).say(place=f"workbench · {review.collection} · dashboard")

    def action_scroll_pane(self, step: int) -> None:
        """Scroll the figures."""
        self.query_one("#figures", Pane).scroll_relative(y=step, animate=False)

    async def saved(self, outcome: Outcome) -> None:
        """Count anew."""
        await self.reload()


def progress_lines(progress: Progress, articles: int, width: int) -> list[Line]:
    """Return the lines that show the progress of a collection with so many articles."""
    done = Line((span("  Review complete: E writes the report.", Ink.GOOD, Ink.STRONG),))
    lines = [
        Line(),
        Line((span("  ", Ink.PLAIN), *gauge(progress.decided, progress.claims, "claims with a verdict", _BAR))),
        Line((span("  ", Ink.PLAIN), *gauge(progress.cells_recorded, progress.cells, "cells recorded", _BAR))),
        *([done] if progress.complete and progress.claims else []),
        Line((span(f"  {articles} articles · {progress.discarded} claims discarded", Ink.MUTED),)),
    ]
    verdicts = {
        term.label: (term.glyph, VERDICT_INKS[v], progress.verdicts.get(v, 0)) for v, term in VERDICT_TERMS.items()
    }
    relations = {
        term.label: (term.glyph, RELATION_INKS[r], progress.relations.get(r, 0)) for r, term in RELATION_TERMS.items()
    }
    states = {WORKFLOW_LABELS[s]: ("·", Ink.OPEN, progress.states.get(s, 0)) for s in WorkflowState}
    votes = {name: ("✎", Ink.QUOTE, count) for name, count in sorted(progress.votes.items())}
    for title, table in (("Verdicts", verdicts), ("Relations", relations), ("States", states), ("Votes", votes)):
        lines += [Line(), Line((span(f"  {title}", Ink.TITLE),)), *_bars(table)]
    return [*lines, Line(), *flow(SCOPE_WARNING, width, base=Ink.MUTED, indent=(span("  "),))]


def _bars(table: Mapping[str, tuple[str, Ink, int]]) -> list[Line]:
    most = max((count for _, _, count in table.values()), default=0)
    return [
        Line(
            (
                span(f"  {glyph} ", ink),
                span(f"{label:<22}", Ink.PLAIN),
                span(f"{count:>5}  ", Ink.MUTED),
                span("█" * round(_BAR * count / most) if most else "", ink),
            )
        )
        for label, (glyph, ink, count) in table.items()
    ]
