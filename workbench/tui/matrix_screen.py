"""The matrix: claims × articles, a sign in every cell; lines are drawn only where they are in view."""

from collections.abc import Mapping
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.review.matrix import Matrix, MatrixCell, MatrixRow, fold_classes
from workbench.review.model import Outcome
from workbench.review.origins import OriginCount
from workbench.tui.bars import KeyBar, TitleBar
from workbench.tui.flow import Line, Span, clip, pad, span
from workbench.tui.ink import RELATION_INKS, VERDICT_INKS, Ink
from workbench.tui.keys import MATRIX_KEYS, KeyAction, bindings
from workbench.tui.pane import Pane
from workbench.tui.screen import WorkbenchScreen
from workbench.vocabulary import RELATION_TERMS, UNREVIEWED_GLYPH, VERDICT_TERMS

_HINTS = (
    ("j k . ,", "move"),
    ("Enter", "to the claim"),
    ("K", "one row a class"),
    ("R A O W S", "screens"),
    ("E", "export"),
)
_COLUMN = 4
_FIGURES = 9
_FIGURES_HEAD = "a/o/orig"


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
        fitting = max(1, (self.text_width - 30 - _FIGURES) // _COLUMN)
        return max(0, min(self.column - fitting + 1, len(self.matrix.articles) - fitting))

    def text_room(self) -> int:
        """Return how many cells are left for the words of a claim."""
        shown = len(self.matrix.articles) - self.first_column()
        return max(10, self.text_width - shown * _COLUMN - _FIGURES - 5)

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
        figures = span(f"{count.figures() if count else '':>{_FIGURES - 1}}  ", Ink.MUTED)
        words = span(pad(many + row.claim.text, room))
        return Line((sign, words, figures, *cells), Ink.CHOSEN if here else None, index)

    def _cell(self, cell: MatrixCell, here: bool) -> Span:
        glyph, ink = cell_sign(cell)
        return span(f" {glyph}  ", ink, *((Ink.CURSOR,) if here else ()))


class MatrixScreen(WorkbenchScreen):
    """Every claim of the collection, or every class of equivalent claims, against every article."""

    KEYS: ClassVar[tuple[KeyAction, ...]] = MATRIX_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MATRIX_KEYS)]

    def __init__(self) -> None:
        super().__init__()
        self._is_folded = False

    def compose(self) -> ComposeResult:
        """Build the panes."""
        yield TitleBar(id="title")
        yield Pane(id="columns")
        yield MatrixPane(id="matrix")
        yield Pane(id="cell", classes="panel")
        yield KeyBar(_HINTS, id="keys")

    async def reload(self) -> None:
        """Show what is recorded now."""
        matrix = await self.gateway.call(self.gateway.review.matrix)
        if self._is_folded:
            matrix = fold_classes(matrix, await self.gateway.call(self.gateway.review.graph.classes))
        counts = await self.gateway.call(self.gateway.review.graph.origin_counts)
        self.query_one(MatrixPane).show_matrix(matrix, counts)
        self._draw()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the columns to the new width."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        pane = self.query_one(MatrixPane)
        columns = self.query_one("#columns", Pane)
        shown = pane.matrix.articles[pane.first_column() :]
        heads = [
            span(
                f" {summary.label:<{_COLUMN - 1}}",
                *((Ink.CURSOR,) if summary is self._column(pane) else (Ink.TITLE,)),
            )
            for summary in shown
        ]
        claim = span(pad("   Claim", pane.text_room() + 3), Ink.MUTED)
        columns.show([Line((claim, span(f"{_FIGURES_HEAD:>{_FIGURES - 1}}  ", Ink.MUTED), *heads))])
        self._draw_cell(pane)
        place = f"workbench · {self.gateway.review.collection} · matrix"
        what = "classes" if self._is_folded else "claims"
        counts = f"{len(pane.matrix.rows)} {what} × {len(pane.matrix.articles)} articles "
        self.query_one("#title", TitleBar).say(place=place, gauge=(span(counts, Ink.MUTED),))

    @staticmethod
    def _column(pane: MatrixPane) -> object:
        return pane.matrix.articles[pane.column] if pane.matrix.articles else None

    def _draw_cell(self, pane: MatrixPane) -> None:
        detail = self.query_one("#cell", Pane)
        current = pane.current
        if current is None:
            detail.show([Line((span("No claims yet.", Ink.MUTED),))])
            return
        row, cell = current
        article = pane.matrix.articles[pane.column]
        detail.border_title = self.titled(f"{article.label} · {article.publisher or article.heading}")
        count = pane.counts.get(row.claim.key)
        numbers = [Line((span(clip(count.told(), detail.text_width), Ink.MUTED),))] if count else []
        words = Line((span(clip(row.claim.text, detail.text_width), Ink.STRONG),))
        detail.show([words, *numbers, *_detail(cell)])

    def action_move(self, rows: int, columns: int) -> None:
        """Go to another cell."""
        pane = self.query_one(MatrixPane)
        pane.go(pane.row + rows, pane.column + columns)
        self._draw()

    @on(Pane.Picked, "#matrix")
    def pick(self, event: Pane.Picked) -> None:
        """Go to the claim that was clicked."""
        pane = self.query_one(MatrixPane)
        pane.go(int(str(event.tag)), pane.column)
        self._draw()

    async def action_open_cell(self) -> None:
        """Review the claim, with this article chosen."""
        current = self.query_one(MatrixPane).current
        if current is not None:
            row, cell = current
            await self.bench.review_claim(row.claim.key, cell.article)

    async def action_fold_classes(self) -> None:
        """Show one row for each class of equivalent claims, or one for each claim again."""
        self._is_folded = not self._is_folded
        self.query_one(MatrixPane).row = 0
        await self.reload()

    async def saved(self, outcome: Outcome) -> None:
        """Show what changed."""
        await self.reload()


def cell_sign(cell: MatrixCell) -> tuple[str, Ink]:
    """Return the sign of a cell: its relation, “■” for the claim's own article, “!” where reviewers differ."""
    if cell.own:
        return "■", Ink.FAINT
    if cell.relation is not None:
        return RELATION_TERMS[cell.relation].glyph, RELATION_INKS[cell.relation]
    return ("!", Ink.BAD) if cell.agreements else (UNREVIEWED_GLYPH, Ink.FAINT)


def _detail(cell: MatrixCell) -> list[Line]:
    if cell.own:
        return [Line((span("the article that the claim stands in", Ink.MUTED),))]
    if not cell.agreements and cell.implied:
        term = RELATION_TERMS[cell.implied.relation]
        words = f"⇄ {term.glyph} {term.label}, implied by what {cell.implied.reviewer} recorded for its own claim"
        return [Line((span(words, RELATION_INKS[cell.implied.relation]),))]
    if not cell.agreements:
        return [Line((span("· not looked at yet", Ink.OPEN),))]
    return [
        Line(
            (
                span(
                    f"{RELATION_TERMS[a.relation].glyph} {RELATION_TERMS[a.relation].label}",
                    RELATION_INKS[a.relation],
                ),
                span(f" — {a.reviewer}{': ' + a.note if a.note else ''}", Ink.MUTED),
            )
        )
        for a in cell.agreements
    ]
