"""What the screens have in common on which one decides about a claim and one other article."""

from collections.abc import Awaitable, Callable

from workbench.review.model import Cell, ClaimView, Passage, Payload
from workbench.tui.dialogs import Ask
from workbench.tui.passage_panel import Choice as PassageChoice
from workbench.tui.screen import WorkbenchScreen


class CellScreen(WorkbenchScreen):
    """A screen with a claim in hand, and one of the other articles chosen.

    Attributes:
        view: the claim; None where there is none.
        choice: which other article and which of its passages is chosen.
    """

    def __init__(self) -> None:
        super().__init__()
        self.view: ClaimView | None = None
        self.choice = PassageChoice()

    @property
    def chosen_cell(self) -> Cell | None:
        """The other article that is chosen; None where there is none."""
        return self.view.cells[self.choice.cell] if self.view and self.view.cells else None

    @property
    def chosen_passage(self) -> Passage | None:
        """The passage of the chosen article that is shown; None where none was found."""
        cell = self.chosen_cell
        return cell.passages[self.choice.passage] if cell and cell.passages else None

    def draw(self) -> None:
        """Draw the claim and the chosen article anew."""
        raise NotImplementedError

    def action_passage(self, step: int) -> None:
        """Choose another passage of the chosen article."""
        cell = self.chosen_cell
        if cell and cell.passages:
            index = min(max(0, self.choice.passage + step), len(cell.passages) - 1)
            self.choice = PassageChoice(self.choice.cell, index)
            self.draw()

    async def decide(self, payload: Payload) -> None:
        """Save a decision about the current claim."""
        if self.view:
            await self.record(self.gateway.review.draft(self.view.key, payload))

    async def decide_as(self, rule: Callable[[ClaimView], Payload]) -> None:
        """Save what a rule makes of the current claim."""
        if self.view:
            await self.decide(rule(self.view))

    def ask(self, title: str, message: str, then: Callable[[str], Awaitable[None]], value: str = "") -> None:
        """Ask for a line about the current claim; nothing happens without one."""

        async def answered(answer: str | None) -> None:
            if answer:
                await then(answer)

        if self.view:
            self.bench.open_dialog(Ask(title, message, value), answered)
