"""The keys for the verdict: one letter each, and what some verdicts must say besides."""

from workbench.review import actions
from workbench.review.model import MarkVerdict
from workbench.tui.deciding import Deciding
from workbench.tui.dialogs import Choice, PickOne
from workbench.vocabulary import NOT_CHECKABLE_TERMS, NotCheckableReason, Verdict


class VerdictKeys(Deciding):
    """Verdicts, and what equivalent claims were given."""

    async def action_verdict(self, name: str) -> None:
        """Vote, after asking for what some verdicts must say."""
        verdict = Verdict(name)
        if verdict is Verdict.PARTIALLY_SUPPORTED:
            self._ask_what_is_unsupported()
        elif verdict is Verdict.NOT_CHECKABLE:
            self._ask_why_not_checkable()
        else:
            await self.decide(MarkVerdict(verdict))

    def _ask_what_is_unsupported(self) -> None:
        from workbench.tui.word_chooser import ChooseWords  # few claims need it

        if self.view is None:
            return
        view = self.view

        async def marked(places: tuple[tuple[int, int], ...] | None) -> None:
            if places is not None:
                await self.decide_as(lambda view: actions.partial_support(view.state.text, places))

        vote = view.state.vote_of(self.gateway.review.reviewer)
        known = vote.unsupported_at if vote else ()
        at = actions.where_it_differs(view)
        self.app.push_screen(ChooseWords("Which words are not supported?", view.state.text, known, at=at), marked)

    def _ask_why_not_checkable(self) -> None:
        if self.view is None:
            return

        async def answered(answer: str | None) -> None:
            if answer is not None:
                await self.decide(MarkVerdict(Verdict.NOT_CHECKABLE, reason=NotCheckableReason(answer)))

        choices = [
            Choice(term.key, reason, term.label, term.definition) for reason, term in NOT_CHECKABLE_TERMS.items()
        ]
        self.app.push_screen(PickOne("Not checkable, because it is", choices), answered)

    async def action_take_offer(self) -> None:
        """Take the verdict of an equivalent claim; with a verdict of its own, give it to the others of its class."""
        if self.view is None:
            return
        action = await self.gateway.call(self.gateway.review.graph.draft_offer, self.view.key)
        await self.record_if(action, "No equivalent claim has a verdict to offer, and none lacks this one's.")

    async def action_sign_off(self) -> None:
        """Sign the verdict off, or reopen it."""
        await self.decide_as(lambda view: actions.toggle_sign_off(view.state))
