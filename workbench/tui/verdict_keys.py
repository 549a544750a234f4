"""The keys for the verdict: one letter each, and what some verdicts must say besides."""

from workbench.review import actions
from workbench.review.model import MarkVerdict
from workbench.tui.deciding import Deciding
from workbench.tui.verdict_questions import ask_what_is_unsupported, ask_why_not_checkable
from workbench.vocabulary import Verdict


class VerdictKeys(Deciding):
    """Verdicts, and what equivalent claims were given."""

    async def action_verdict(self, name: str) -> None:
        """Vote, after asking for what some verdicts must say."""
        verdict = Verdict(name)
        if verdict is Verdict.PARTIALLY_SUPPORTED:
            self._ask_what_is_unsupported()
        elif verdict is Verdict.NOT_CHECKABLE:
            ask_why_not_checkable(
                self.bench, lambda reason: self.decide(MarkVerdict(Verdict.NOT_CHECKABLE, reason=reason))
            )
        else:
            await self.decide(MarkVerdict(verdict))

    def _ask_what_is_unsupported(self) -> None:
        if self.view is None:
            return
        view = self.view
        vote = view.state.vote_of(self.gateway.review.reviewer)
        ask_what_is_unsupported(
            self.bench,
            view.state.text,
            lambda places: self.decide_as(lambda view: actions.partial_support(view.state.text, places)),
            vote.unsupported_at if vote else (),
            actions.where_it_differs(view),
        )

    async def action_take_offer(self) -> None:
        """Take the verdict of an equivalent claim; with a verdict of its own, give it to the others of its class."""
        if self.view is None:
            return
        action = await self.gateway.call(self.gateway.review.graph.draft_offer, self.view.key)
        await self.record_if(action, "No equivalent claim has a verdict to offer, and none lacks this one's.")

    async def action_sign_off(self) -> None:
        """Sign the verdict off, or reopen it."""
        await self.decide_as(lambda view: actions.toggle_sign_off(view.state))
