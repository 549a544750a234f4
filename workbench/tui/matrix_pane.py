"""The lines of the matrix: a claim or a class each, with a sign for every article; drawn where they are in view."""

from collections.abc import Mapping
from typing import Final

from workbench.review.matrix import Matrix, MatrixCell, MatrixRow
from workbench.review.origins import OriginCount
from workbench.tui.flow import Line, Span, pad, span
from workbench.tui.ink import RELATION_INKS, VERDICT_INKS, Ink
from workbench.tui.pane import Pane
from workbench.vocabulary import RELATION_TERMS, UNREVIEWED_GLYPH, VERDICT_TERMS

COLUMN: Final = 4
FIGURES: Final = 9


class MatrixPane(Pane):
    """The lines of the matrix, with a cursor on a cell."""

    matrix = Matrix((), ())
    counts: Mapping[str, OriginCount] = {}
    row = 0
    column = 0

    def show_matrix(self, matrix: Matrix, counts: Mapping[str, OriginCount]) -> None:
        """Show a matrix with what supports each claim, keeping the cursor where it can be."""
        self.matrix, self.counts = matrix, counts
        self.set_count(len(matrix.rows))
        self.go(self.row, self.column)

    def go(self, row: int, column: int) -> None:
        """Put the cursor on a cell."""
        self.row = min(max(0, row), max(0, len(self.matrix.rows) - 1))
        self.column = min(max(0, column), max(0, len(self.matrix.articles) - 1))
        self.bring_into_view(self.row)
        self.refresh()

    @property
    def current(self) -> tuple[MatrixRow, MatrixCell] | None:
        """The row and cell under the cursor."""
        if not self.matrix.rows:
            return None
        row = self.matrix.rows[self.row]
        return row, row.cells[self.column]

    def first_column(self) -> int:
        """Return the first article that is shown: all are, or as many as fit with the chosen one among them."""
        fitting = max(1, (self.text_width - 30 - FIGURES) // COLUMN)
        return max(0, min(self.column - fitting + 1, len(self.matrix.articles) - fitting))

    def text_room(self) -> int:
        """Return how many cells are left for the words of a claim."""
        shown = len(self.matrix.articles) - self.first_column()
        return max(10, self.text_width - shown * COLUMN - FIGURES - 5)

    def line_at(self, index: int) -> Line | None:
        """Draw one claim."""
        if not 0 <= index < len(self.matrix.rows):
            return None
        row = self.matrix.rows[index]
        here = index == self.row
        verdict = row.claim.verdict
        sign = (
            span(f" {VERDICT_TERMS[verdict].glyph} ", VERDICT_INKS[verdict])
            if verdict
            else span(f" {UNREVIEWED_GLYPH} ", Ink.OPEN)
        )
        room = self.text_room()
        many = f"{len(row.members)}× " if len(row.members) > 1 else ""
        cells = [
            self._cell(cell, here and column == self.column)
            for column, cell in enumerate(row.cells)
            if column >= self.first_column()
        ]
        count = self.counts.get(row.claim.key)
        figures = span(f"{count.figures() if count else '':>{FIGURES - 1}}  ", Ink.MUTED)
        words = span(pad(many + row.claim.text, room))
        return Line((sign, words, figures, *cells), Ink.CHOSEN if here else None, index)

    def _cell(self, cell: MatrixCell, here: bool) -> Span:
        glyph, ink = cell_sign(cell)
        return span(f" {glyph}  ", ink, *((Ink.CURSOR,) if here else ()))


def cell_sign(cell: MatrixCell) -> tuple[str, Ink]:
    """Return the sign of a cell: its relation, “■” for the claim's own article, “!” where reviewers differ."""
    if cell.own:
        return "■", Ink.FAINT
    if cell.relation is not None:
        return RELATION_TERMS[cell.relation].glyph, RELATION_INKS[cell.relation]
    return ("!", Ink.BAD) if cell.agreements else (UNREVIEWED_GLYPH, Ink.FAINT)
