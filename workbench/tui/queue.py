"""The queue: one line a claim, drawn only where it is in view."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.review.model import QueueRow
from workbench.tui.flow import Line, Span, clip, pad, span
from workbench.tui.ink import VERDICT_INKS, Ink
from workbench.tui.pane import Pane
from workbench.vocabulary import VERDICT_TERMS, ClaimOrigin, WorkflowState


@dataclass(frozen=True, slots=True)
class QueueContext:
    """What the lines need besides their row: the articles' short names, and how many others there are."""

    labels: dict[str, str]
    other_articles: int


class ClaimQueue(Pane):
    """The claims of the queue with a cursor."""

    cursor = 0
    rows: Sequence[QueueRow] = ()
    context = QueueContext({}, 0)
    _is_filled = False

    def show_rows(self, rows: Sequence[QueueRow], context: QueueContext, cursor: int) -> None:
        """Show these rows, with the cursor on one of them."""
        self.rows, self.context, self._is_filled = rows, context, True
        self.cursor = min(max(0, cursor), max(0, len(rows) - 1))
        self.set_count(max(1, len(rows)))
        self.bring_into_view(self.cursor)
        self.refresh()

    @property
    def current(self) -> QueueRow | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def go(self, index: int) -> None:
        """Put the cursor on another row; only two lines are drawn anew."""
        before, self.cursor = self.cursor, min(max(0, index), max(0, len(self.rows) - 1))
        self.refresh_line_at(before)
        self.refresh_line_at(self.cursor)
        self.bring_into_view(self.cursor)

    def line_at(self, index: int) -> Line | None:
        """Draw one row."""
        if not self.rows:
            words = span(" nothing to show: Esc shows all", Ink.MUTED)
            return Line((words,)) if self._is_filled and index == 0 else None
        if not 0 <= index < len(self.rows):
            return None
        row = self.rows[index]
        cells = _cells(row, self.context.other_articles)
        room = max(4, self.text_width - len(cells.text) - 7)
        label = self.context.labels.get(row.article, "?")
        ink = Ink.GONE if row.discarded else Ink.PLAIN
        spans = (
            _sign(row),
            span(f"{label:<2} ", Ink.FAINT),
            span(pad(clip(row.text, room), room), ink),
            span(" "),
            cells,
        )
        return Line(spans, Ink.CURSOR if index == self.cursor else None, index)


def _sign(row: QueueRow) -> Span:
    if row.discarded:
        return span(" ✕ ", Ink.FAINT)
    if row.state is WorkflowState.PARKED:
        return span(" ‖ ", Ink.MUTED)
    if row.own_verdict is not None:
        return span(f" {VERDICT_TERMS[row.own_verdict].glyph} ", VERDICT_INKS[row.own_verdict])
    return span(" ✦ " if row.origin is ClaimOrigin.LLM else " · ", Ink.OPEN)


def _cells(row: QueueRow, other_articles: int) -> Span:
    if row.discarded or not other_articles:
        return span("")
    if other_articles <= 4:
        return span("●" * row.relations + "○" * (other_articles - row.relations), Ink.MUTED)
    return span(f"{row.relations}/{other_articles}", Ink.MUTED)
