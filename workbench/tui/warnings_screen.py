"""Warnings: what a careful editor would ask about, one line each; a key goes there, another waives it with a reason."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.review.model import Outcome
from workbench.review.warnings import Warning as RecordWarning
from workbench.tui.bars import KeyBar, TitleBar
from workbench.tui.dialogs import Ask
from workbench.tui.flow import Line, clip, flow, span
from workbench.tui.ink import Ink
from workbench.tui.key_action import KeyAction, bindings
from workbench.tui.list_keys import WARNING_KEYS
from workbench.tui.list_pane import ListPane
from workbench.tui.pane import Pane
from workbench.tui.screen import WorkbenchScreen
from workbench.vocabulary import WARNING_TERMS

_HINTS = (
    ("j k", "move"),
    ("Enter", "to the claim"),
    ("w", "waive"),
    ("v", "waived ones"),
    ("u U", "undo, redo"),
    ("R A M O S", "screens"),
)
_LABEL = 30


class WarningPane(ListPane[RecordWarning]):
    """A line a warning."""

    empty = "no open warning"
    labels: dict[str, str] = {}  # noqa: RUF012 - replaced, never changed
    wordings: dict[str, str] = {}  # noqa: RUF012 - replaced, never changed

    def row_line(self, row: RecordWarning) -> Line:
        """Draw one warning."""
        term = WARNING_TERMS[row.kind]
        ink = Ink.MUTED if row.waiver else Ink.BAD
        where = self.labels.get(row.article or "", " ")
        room = max(10, self.text_width - _LABEL - 9)
        return Line(
            (
                span(f" {'✓' if row.waiver else term.glyph} ", ink),
                span(f"{clip(term.label, _LABEL):<{_LABEL}} ", ink),
                span(f"{where:<3} ", Ink.TITLE),
                span(clip(self.wordings.get(row.claim, ""), room), Ink.MUTED if row.waiver else Ink.PLAIN),
            )
        )


class WarningsScreen(WorkbenchScreen):
    """All warnings of the collection; open ones, or those that were waived, too."""

    KEYS: ClassVar[tuple[KeyAction, ...]] = WARNING_KEYS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(WARNING_KEYS)]

    def __init__(self) -> None:
        super().__init__()
        self._shows_waived = False

    def compose(self) -> ComposeResult:
        """Build the panes."""
        yield TitleBar(id="title")
        yield WarningPane(id="warnings", classes="panel")
        yield Pane(id="why", classes="panel")
        yield KeyBar(_HINTS, id="keys")

    def on_resize(self) -> None:
        """Fit the explanation to the new width."""
        self.call_after_refresh(self._explain)

    async def reload(self) -> None:
        """Look for warnings anew."""
        review = self.gateway.review
        found = await self.gateway.call(review.graph.warnings)
        pane = self.query_one(WarningPane)
        pane.labels = review.labels
        pane.wordings = {row.key: row.text for row in await self.gateway.call(review.queue)}
        pane.show_rows([warning for warning in found if self._shows_waived or warning.waiver is None])
        pane.border_title = self.titled("Warnings" + (", waived ones too" if self._shows_waived else ""))
        waived = sum(1 for warning in found if warning.waiver)
        counts = (span(f"{len(found) - waived} open · {waived} waived ", Ink.MUTED),)
        self.query_one("#title", TitleBar).say(place=f"workbench · {review.collection} · warnings", gauge=counts)
        self._explain()

    def _explain(self) -> None:
        pane, why = self.query_one(WarningPane), self.query_one("#why", Pane)
        warning = pane.current
        if warning is None:
            why.show([])
            return
        width = why.text_width
        lines = [
            *flow(pane.wordings.get(warning.claim, ""), width, base=Ink.STRONG),
            *flow(warning.told, width, base=Ink.BAD),
            *flow(WARNING_TERMS[warning.kind].definition, width, base=Ink.MUTED),
        ]
        if warning.waiver:
            lines += flow(f"waived by {warning.waiver.reviewer}: {warning.waiver.reason}", width, base=Ink.QUOTE)
        why.show(lines)
        why.border_title = self.titled(WARNING_TERMS[warning.kind].label)

    def action_move(self, step: int) -> None:
        """Go to another warning."""
        pane = self.query_one(WarningPane)
        pane.go(pane.cursor + step)
        self._explain()

    @on(Pane.Picked, "#warnings")
    def pick(self, event: Pane.Picked) -> None:
        """Go to the warning that was clicked."""
        self.query_one(WarningPane).go(int(str(event.tag)))
        self._explain()

    async def action_open_claim(self) -> None:
        """Go to the claim, with the article chosen that the warning is about."""
        warning = self.query_one(WarningPane).current
        if warning is not None:
            await self.bench.review_claim(warning.claim, warning.article)

    def action_waive(self) -> None:
        """Waive the warning, with a reason."""
        warning = self.query_one(WarningPane).current
        if warning is None or warning.waiver:
            return

        async def answered(reason: str | None) -> None:
            if reason:
                await self.record(self.gateway.review.graph.draft_waive(warning, reason))

        self.bench.open_dialog(Ask("Waive the warning", f"{warning.told} Why does the record stand?"), answered)

    async def action_show_waived(self) -> None:
        """Show the waived ones, too, or only the open ones."""
        self._shows_waived = not self._shows_waived
        await self.reload()

    async def saved(self, outcome: Outcome) -> None:
        """Show what is left."""
        self.tell(outcome.message)
        await self.reload()
