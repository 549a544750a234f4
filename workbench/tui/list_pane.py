"""A pane of rows with a cursor, drawn only where they are in view."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from workbench.tui.flow import Line, span
from workbench.tui.ink import Ink
from workbench.tui.pane import Pane

RowT = TypeVar("RowT")


class ListPane(Pane, Generic[RowT]):
    """Rows of one kind, one line each; a subclass says how a row is drawn."""

    rows: Sequence[RowT] = ()
    cursor = 0
    empty = "nothing here"

    def show_rows(self, rows: Sequence[RowT], cursor: int | None = None) -> None:
        """Show rows, with the cursor where it was or on another one."""
        self.rows = rows
        self.set_count(max(1, len(rows)))
        self.go(self.cursor if cursor is None else cursor)

    def go(self, index: int) -> None:
        """Put the cursor on another row."""
        self.cursor = min(max(0, index), max(0, len(self.rows) - 1))
        self.bring_into_view(self.cursor)
        self.refresh()

    @property
    def current(self) -> RowT | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def line_at(self, index: int) -> Line | None:
        """Draw the row at `index`; where there is none at all, what the pane says then."""
        if not self.rows:
            return Line((span(f" {self.empty}", Ink.MUTED),)) if index == 0 else None
        if not 0 <= index < len(self.rows):
            return None
        line = self.row_line(self.rows[index])
        return Line(line.spans, Ink.CURSOR if index == self.cursor else line.fill, index)

    def row_line(self, row: RowT) -> Line:
        """Return the line that shows a row."""
        raise NotImplementedError
