"""The dashboard: how far the review has come, in figures and bars."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.review.ledger import Completeness
from workbench.review.model import Outcome
from workbench.review.progress import Progress
from workbench.review.reviewer_agreement import ReviewersAgreement, agreement_lines
from workbench.tui.bars import KeyBar, TitleBar, gauge
from workbench.tui.flow import Line, flow, span
from workbench.tui.ink import RELATION_INKS, VERDICT_INKS, Ink
from workbench.tui.key_action import KeyAction, bindings
from workbench.tui.list_keys import DASHBOARD_KEYS
from workbench.tui.pane import Pane
from workbench.tui.screen import WorkbenchScreen
from workbench.vocabulary import RELATION_TERMS, SCOPE_WARNING, VERDICT_TERMS, WORKFLOW_LABELS, WorkflowState

_HINTS = (("j k", "scroll"), ("R A M O W S H", "screens"), ("E", "export"))
_BAR = 30
_INDENT = (span("  "),)


class DashboardScreen(WorkbenchScreen):
    """Whether the collection is complete and what is missing, progress, verdicts, relations, states and votes."""

    KEYS: ClassVar[tuple[KeyAction, ...]] = DASHBOARD_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(DASHBOARD_KEYS)]
    _progress: Progress | None = None
    _completeness: Completeness | None = None
    _agreement: ReviewersAgreement | None = None

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
        self._completeness = await self.gateway.call(self.gateway.review.ledger.completeness)
        self._draw()
        # The intervals of many reviewers take seconds; the rest is shown before.
        self._agreement = await self.gateway.call(self.gateway.review.team.agreements)
        self._draw()

    def _draw(self) -> None:
        if self._progress is None or self._completeness is None:
            return
        review, pane = self.gateway.review, self.query_one("#figures", Pane)
        pane.border_title = self.titled("Progress")
        lines = progress_lines(self._progress, self._completeness, len(review.current), pane.text_width)
        agreement = reviewers_lines(self._agreement, pane.text_width) if self._agreement else []
        pane.show([*lines, *agreement, Line(), *flow(SCOPE_WARNING, pane.text_width, base=Ink.MUTED, indent=_INDENT)])
        self.query_one("#title", TitleBar).say(place=f"workbench · {review.collection} · dashboard")

    def action_scroll_pane(self, step: int) -> None:
        """Scroll the figures."""
        self.query_one("#figures", Pane).scroll_relative(y=step, animate=False)

    async def saved(self, outcome: Outcome) -> None:
        """Count anew."""
        await self.reload()


def completeness_lines(completeness: Completeness, width: int) -> list[Line]:
    """Return the lines that say whether the review is complete, and what is missing."""
    lines = [Line(), Line((span("  Complete?", Ink.TITLE),))]
    if completeness.complete:
        words = "every sentence is read, every claim has a verdict, every cell was looked at. E writes the report."
        return lines + _signed("✓", Ink.GOOD, f"Yes: {words}", width)
    return lines + [line for missing in completeness.told() for line in _signed("○", Ink.OPEN, missing, width)]


def _signed(sign: str, ink: Ink, words: str, width: int) -> list[Line]:
    return flow(words, width, indent=(span("    "),), lead=(span(f"  {sign} ", ink),))


def progress_lines(progress: Progress, completeness: Completeness, articles: int, width: int) -> list[Line]:
    """Return the lines that show the progress of a collection with so many articles."""
    lines = [
        Line(),
        Line((span("  ", Ink.PLAIN), *gauge(progress.decided, progress.claims, "claims with a verdict", _BAR))),
        Line((span("  ", Ink.PLAIN), *gauge(progress.cells_recorded, progress.cells, "cells recorded", _BAR))),
        Line((span(f"  {articles} articles · {progress.discarded} claims discarded", Ink.MUTED),)),
        *completeness_lines(completeness, width),
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
    return lines


def reviewers_lines(agreement: ReviewersAgreement, width: int) -> list[Line]:
    """Return the lines that say how far reviewers agree, on verdicts and on relations, or why that is undefined."""
    lines: list[Line] = []
    for title, measured, items in (
        ("Agreement on verdicts", agreement.verdicts, "claims"),
        ("Agreement on relations", agreement.relations, "cells"),
    ):
        lines += [Line(), Line((span(f"  {title}", Ink.TITLE),))]
        for who, words in agreement_lines(measured, items):
            lines += flow(f"{who}: {words}", width, indent=(span("    "),), lead=(span("  κ ", Ink.QUOTE),))
    return lines


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
