"""Deciding about the claim that is shown: how a key becomes a decision, and what is shown when it is saved."""

from workbench.review.model import Outcome
from workbench.review.queue import is_to_do
from workbench.tui.claim_moves import ClaimMoves


class Deciding(ClaimMoves):
    """What all keys that decide have in common. A claim stays until its verdict and all its relations are there."""

    async def saved(self, outcome: Outcome) -> None:
        """Show what the decisions changed; go on when nothing is left to decide about the claim."""
        if outcome.is_undo or len(outcome.decisions) > 1:
            self.tell(outcome.message)
        if self.view is None or self.view.key not in outcome.claims:
            await self.show_claim(outcome.claim)
        elif len(outcome.claims) > 1:
            await self.reload()
        else:
            await self._show_changed(outcome)

    async def _show_changed(self, outcome: Outcome) -> None:
        complete_before = not is_to_do(self.all_rows[outcome.claim], self.others)
        cell = self.chosen_cell
        # Who changes what they recorded already, or adds to it, is not done with that article.
        stays_on = cell.article.key if cell and cell.agreement and not outcome.is_undo else None
        # What was undone is open again, and is what the reviewer wants to decide anew.
        first_cell = 0 if outcome.is_undo else self.choice.cell
        row = await self.refresh_claim(outcome.claim, first_cell=first_cell, stays_on=stays_on)
        if row is None:
            await self.reload()
        elif not complete_before and not outcome.is_undo and not is_to_do(row, self.others):
            await self.advance()
