"""Several reviewers of one collection: how they review it, who votes on what, and what they disagree on."""

from collections.abc import Iterable

from workbench.errors import DecisionError
from workbench.review.assigning import draft_assignments, draft_unassignments, take_next
from workbench.review.context import ReviewContext
from workbench.review.disputes import Dispute, dispute_about, in_order, is_in_dispute
from workbench.review.model import Outcome
from workbench.review.reviewer_agreement import ReviewersAgreement, measure_agreements
from workbench.review.settling import settled_cell, settled_verdict
from workbench.store import log
from workbench.store.decisions import Draft
from workbench.store.fold import ClaimState
from workbench.store.payloads import SetPolicy
from workbench.store.policy import Policy
from workbench.store.subjects import collection_subject
from workbench.visible import one_line
from workbench.vocabulary import Confidence, DisagreementReason, NotCheckableReason, Relation, Verdict

__all__ = ["Dispute", "Policy", "ReviewersAgreement", "Team"]


class Team:
    """What the reviewers of a collection do together, as one of them sees it."""

    def __init__(self, context: ReviewContext) -> None:
        self._context = context

    # --- how the collection is reviewed

    def policy(self) -> Policy:
        """Return how the collection is reviewed."""
        return self._context.policy()

    def draft_policy(self, votes: int, blind: bool = False, adjudicators: Iterable[str] = ()) -> Draft:
        """Return the decision how the collection is reviewed; see `Policy`."""
        name = self._context.collection
        return self._context.draft(
            collection_subject(name), SetPolicy(name, votes, blind, tuple(dict.fromkeys(adjudicators)))
        )

    # --- who votes on what

    def draft_assign(self, claims: Iterable[str], reviewer: str) -> tuple[Draft, ...]:
        """Return the decisions, as one action, that `reviewer` is to vote on claims (keys).

        Those that the reviewer has already, or has voted on, are left out.

        Raises:
            DecisionError: none is left, one is not there, or the reviewer settles disputes here and does not vote.
        """
        return draft_assignments(self._context, claims, reviewer)

    def draft_unassign(self, claims: Iterable[str], reviewer: str) -> tuple[Draft, ...]:
        """Return the decisions, as one action, that `reviewer` need not vote on claims (keys).

        Raises:
            DecisionError: none of them is assigned to that reviewer, or one is not there.
        """
        return draft_unassignments(self._context, claims, reviewer)

    def take_next(self) -> Outcome | None:
        """Return the next claim for the reviewer to vote on, and assign it to them; None where nothing is left.

        One that is assigned to them already comes first, without any decision. Else it is the first in reading order
        that is free: to be reviewed, with fewer votes than the collection asks for and none of theirs, and held by
        nobody else who has not voted yet. Of two who take at once, each gets another claim.

        Raises:
            DecisionError: the reviewer settles disputes here, and does not vote.
            StoreError: the database cannot be written; nothing was taken.
        """
        return take_next(self._context)

    # --- what they disagree on

    def disputes(self) -> tuple[Dispute, ...]:
        """Return the claims on which reviewers disagree, the lowest agreement first, those left open last.

        What the reviewer may not see yet is not among them.
        """
        states = [state for state in self._context.states() if is_in_dispute(state)]
        with self._context.store.read() as connection:
            histories = [log.list_decisions(connection, claim=state.key) for state in states]
        return in_order(map(dispute_about, states, histories))

    def draft_settle(
        self,
        key: str,
        verdict: Verdict | None,
        disagreement: DisagreementReason | None = None,
        confidence: Confidence = Confidence.HIGH,
        note: str | None = None,
        reason: NotCheckableReason | None = None,
        unsupported: str | None = None,
    ) -> Draft:
        """Return the decision which verdict holds for a claim; without one, that it was looked at and left open.

        It is unanimous where all votes are that verdict by now, and needs `disagreement`, why they differed, else.
        `reason` or `unsupported` are taken from a vote for the same verdict, if not given.

        Raises:
            DecisionError: there is nothing to settle, something is missing, or the reviewer may not settle it.
        """
        state = self._to_settle(key)
        payload = settled_verdict(state, verdict, disagreement, confidence, note, reason, unsupported)
        return self._context.draft(key, payload)

    def draft_settle_cell(
        self,
        key: str,
        article: str,
        relation: Relation | None,
        disagreement: DisagreementReason | None = None,
        confidence: Confidence = Confidence.HIGH,
        note: str | None = None,
    ) -> Draft:
        """Return the decision which relation holds between a claim and another article (a key), like `draft_settle`.

        Its sentences, its facets and the other claim are those of the reviewer who recorded that relation.

        Raises:
            DecisionError: there is nothing to settle, something is missing, or the reviewer may not settle it.
        """
        payload = settled_cell(self._to_settle(key), article, relation, disagreement, confidence, note)
        return self._context.draft(key, payload)

    def agreements(self) -> ReviewersAgreement:
        """Return how far the reviewers agree, as far as the reviewer may see what they decided."""
        return measure_agreements(self._context.states())

    # --- within

    def _to_settle(self, key: str) -> ClaimState:
        context = self._context
        policy, state = context.policy(), context.state(key)
        if not policy.lets_settle(context.reviewer):
            names = " or ".join(one_line(name) for name in policy.adjudicators)
            raise DecisionError(f"Disputes in “{one_line(context.collection)}” are settled by {names}.")
        if key in context.hidden():
            raise DecisionError("This claim is reviewed blind: vote on it before you see what others decided.")
        return state
