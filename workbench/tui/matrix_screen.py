"""The matrix: claims × articles, a sign in every cell; lines are drawn only where they are in view."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.review.matrix import MatrixCell, fold_classes
from workbench.review.model import Cell, Outcome
from workbench.tui.bars import KeyBar, TitleBar
from workbench.tui.flow import Line, clip, flow, pad, span, unwrapped
from workbench.tui.ink import RELATION_INKS, Ink
from workbench.tui.key_action import KeyAction, bindings
from workbench.tui.keys import MATRIX_KEYS
from workbench.tui.matrix_pane import COLUMN, FIGURES, MatrixPane
from workbench.tui.pane import Pane
from workbench.tui.passage_panel import Choice, passage_marks
from workbench.tui.relation_keys import RelationKeys
from workbench.vocabulary import RELATION_TERMS

_HINTS = (
    ("j k . ,", "move"),
    ("1-6 9 0", "relation"),
    ("z", "rest silent"),
    ("Enter", "to the claim"),
    ("[ ]", "passage"),
    ("K", "one row a class"),
    ("R A O W S", "screens"),
    ("E", "export"),
)
_FIGURES_HEAD = "a/o/orig"


class MatrixScreen(RelationKeys):
    """Every claim of the collection, or every class of equivalent claims, against every article.

    What is recorded in a folded row is recorded for the first claim of its class.
    """

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
        self.view = None
        await self._look()

    async def _look(self) -> None:
        """Read the claim under the cursor, if it is another one, and find the passages of the chosen article."""
        current, review = self.query_one(MatrixPane).current, self.gateway.review
        if current is None:
            self.view = None
        elif self.view is None or self.view.key != current[0].claim.key:
            self.view = await self.gateway.call(review.claim, current[0].claim.key)
        if self.view and current:
            cells = [cell.article.key for cell in self.view.cells]
            self.choice = Choice(cells.index(current[1].article) if current[1].article in cells else 0)
            if self.chosen_cell and not self.chosen_cell.searched:
                self.view = await self.gateway.call(review.search, self.view, self.choice.cell)
        self.draw()

    @property
    def chosen_cell(self) -> Cell | None:
        """The other article under the cursor; None for the claim's own."""
        current, cell = self.query_one(MatrixPane).current, super().chosen_cell
        return cell if current and cell and cell.article.key == current[1].article else None

    def on_resize(self, event: events.Resize) -> None:
        """Fit the columns to the new width."""
        self.call_after_refresh(self.draw)

    def draw(self) -> None:
        """Draw the heads of the columns, and the cell under the cursor in full."""
        pane = self.query_one(MatrixPane)
        columns = self.query_one("#columns", Pane)
        shown = pane.matrix.articles[pane.first_column() :]
        heads = [
            span(
                f" {summary.label:<{COLUMN - 1}}",
                *((Ink.CURSOR,) if summary is self._column(pane) else (Ink.TITLE,)),
            )
            for summary in shown
        ]
        claim = span(pad("   Claim", pane.text_room() + 3), Ink.MUTED)
        columns.show([Line((claim, span(f"{_FIGURES_HEAD:>{FIGURES - 1}}  ", Ink.MUTED), *heads))])
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
        detail.show([words, *numbers, *_detail(cell), *self._passage(detail.text_width)])

    def _passage(self, width: int) -> list[Line]:
        """The passage that a relation would rest on, with what it has in common with the claim and what differs."""
        passage, cell = self.chosen_passage, self.chosen_cell
        if passage is None or cell is None:
            return []
        at = f"passage {self.choice.passage + 1} of {len(cell.passages)} "
        lead = (span(at, Ink.FAINT),)
        return flow(unwrapped(passage.text), width, passage_marks(passage), lead=lead, indent=(span(" " * len(at)),))

    async def action_move(self, rows: int, columns: int) -> None:
        """Go to another cell."""
        pane = self.query_one(MatrixPane)
        pane.go(pane.row + rows, pane.column + columns)
        await self._look()

    @on(Pane.Picked, "#matrix")
    async def pick(self, event: Pane.Picked) -> None:
        """Go to the claim that was clicked."""
        pane = self.query_one(MatrixPane)
        pane.go(int(str(event.tag)), pane.column)
        with self.bench.refusing():
            await self._look()

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

    async def action_relation(self, name: str) -> None:
        """Record what the article under the cursor does with the claim."""
        if self.chosen_cell is None:
            self.tell("This is the claim's own article: choose another column.")
        else:
            await super().action_relation(name)

    async def saved(self, outcome: Outcome) -> None:
        """Show what changed."""
        if outcome.is_undo:
            self.tell(outcome.message)
        await self.reload()


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
