"""The keys that change the claim itself: notes, wording, new claims, discarding, parking, and taking the next one."""

from workbench.review import actions
from workbench.review.model import AddNote, RewordClaim
from workbench.tui.chooser import ChooseSentences
from workbench.tui.deciding import Deciding
from workbench.tui.flow import squeezed


class ClaimKeys(Deciding):
    """What a reviewer does with a claim besides judging it."""

    def action_note(self) -> None:
        """Write a note."""
        self.ask("Note", "A remark that stays with the claim.", lambda words: self.decide(AddNote(words)))

    def action_reword(self) -> None:
        """Put the claim in other words."""
        if self.view:
            self.ask(
                "Reword",
                "The claim in your words; the article's words stay in the record.",
                lambda words: self.decide(RewordClaim(words)),
                squeezed(self.view.state.text),
            )

    def action_add_claim(self) -> None:
        """Make a claim of one or several sentences of this article."""
        if self.view is None:
            return
        view = self.view

        async def chosen(sentences: tuple[int, ...] | None) -> None:
            if sentences is not None:
                await self.record(await self.gateway.call(self.gateway.review.draft_claim, view.summary.key, sentences))

        title = f"New claim from {view.summary.label} · {view.summary.heading}"
        self.bench.open_dialog(ChooseSentences(title, view.article, (), "", at=view.state.claim.sentences[0]), chosen)

    async def action_discard(self) -> None:
        """Discard the claim, or restore it."""
        await self.decide_as(lambda view: actions.toggle_discard(view.state))

    async def action_park(self) -> None:
        """Set the claim aside, or take it up again."""
        await self.decide_as(lambda view: actions.toggle_park(view.state))

    async def action_take(self) -> None:
        """Take the next claim that nobody else has in hand, and go to it."""
        outcome = await self.gateway.call(self.gateway.review.team.take_next)
        if outcome is None:
            self.tell("No claim is free: all have their votes, or somebody has them in hand.")
        else:
            self.tell(outcome.message)
            await self.show_claim(outcome.claim)
